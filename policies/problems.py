"""What is wrong with a pack, said so that its author can mend it: file, rule, key, why, and the cure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake. `rule` and `key` say where in the file; `cure` says what to write instead."""

    file: str
    rule: str
    key: str
    why: str
    cure: str

    def __str__(self) -> str:
        where = "，".join(part for part in (self.file, self.rule and f"条目 {self.rule}", self.key) if part)
        return f"{where}：{self.why}\n    改法：{self.cure}"


class PackError(ValueError):
    """A pack that cannot be used; `problems` lists every mistake found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


@dataclass(slots=True)
class Sink:
    """Collects the problems of one file while it is read; `rule` is the one being read."""

    file: str
    problems: list[Problem]
    rule: str = ""

    def add(self, key: str, why: str, cure: str) -> None:
        self.problems.append(Problem(self.file, self.rule, key, why, cure))

    def unknown(self, key: str, what: str, word: object, valid: Iterable[str]) -> None:
        """A word that does not exist, with the nearest that does."""
        words = sorted(valid)
        near = get_close_matches(str(word), words, n=1, cutoff=0.5)
        cure = f"写成 {near[0]}" if near else f"可用的有：{'、'.join(words)}"
        self.add(key, f"没有“{word}”这个{what}", cure)
