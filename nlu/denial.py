"""没, 未 and their kind: what is denied, and what only looks so."""

from __future__ import annotations

import re

_NOT = re.compile(
    r"(?<!不是)(?<!哪是)(?<!又是)(?:没有|没能|没|未能|未|尚未|不曾|并未|并没|还没)"
    r"(?!想到|多久|几天|问题|事|过多久|错|关系|请假|请过假|缺|落|旷|迟到|早退|白)[^，。；！？\n、 ]{0,4}$"
)
_NOT_NOT = re.compile(r"(?:不是|并非|又不是|哪是|谁说我?)没[^，。；！？\n]{0,5}$")
_DENIES = re.compile(
    r"(?<!不是)(?<!哪是)(?<!又是)(?:没|没有|没能|未)(?:[捞轮评拿得发出过去上参办写做选批讲开搞弄考结授刊登投毕完签进中成印等捡要]|学(?!时|分)|来(?!得)|能)"
    r"(?!处|时|错)|(?<![有不])没有?(?=$|[，。！？\s])"
)


def denied(text: str, start: int) -> bool:
    """Whether what begins at `start` is denied shortly before, in its clause; twice is not at all."""
    before = text[max(0, start - 9) : start]
    return bool(_NOT.search(before)) and not _NOT_NOT.search(before)


def denials(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where a stretch is denied in words that no other rule reads (啥奖也没得, 一篇没有)."""
    return [match.span() for match in _DENIES.finditer(text, start, end)]
