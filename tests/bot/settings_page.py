"""The reference of all settings, shown from .env.example as docs/settings.md.

python -m tests.bot.settings_page > docs/settings.md
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

EXAMPLE = Path(__file__).parents[2] / ".env.example"
HEAD = """# 全部设置

写在 `.env` 里，或者设成同名的环境变量（环境变量优先）；每项都可以不写。写错的会在启动时说清楚，不会悄悄略过。
本页由 `.env.example` 生成：`python -m tests.bot.settings_page > docs/settings.md`。
"""
_SETTING = re.compile(r"#?([A-Z][A-Z_]+)=(.*)")


@dataclass
class Setting:
    """A setting with what is said of it and of those after it, up to the next words."""

    name: str
    example: str
    said: list[str] = field(default_factory=list)


def settings_of(text: str) -> Iterator[Setting]:
    """The settings of an example file, in its order; each has the comment lines above it."""
    said: list[str] = []
    for line in text.splitlines():
        found = _SETTING.fullmatch(line)
        if found:
            yield Setting(found[1], found[2], said)
            said = []
        elif line.startswith("# "):
            said.append(line.removeprefix("# "))
        else:
            said = []


def lines(text: str) -> Iterator[str]:
    """The page, line by line."""
    yield from HEAD.splitlines()
    yield from ("", "| 设置 | 样例 | 说明 |", "|---|---|---|")
    for setting in settings_of(text):
        example = f"`{setting.example}`" if setting.example else ""
        yield f"| `{setting.name}` | {example} | {''.join(setting.said).replace('|', '、')} |"


def page() -> str:
    return "\n".join(lines(EXAMPLE.read_text(encoding="utf-8"))) + "\n"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(page())
