"""What is wrong with a pack, said so that its author can mend it: file, rule, key, why, and the cure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType

NAMELESS: Mapping[str, str] = MappingProxyType({})


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

    def unknown(
        self, key: str, what: str, word: object, valid: Iterable[str], names: Mapping[str, str] = NAMELESS
    ) -> None:
        """A word that does not exist, with the nearest that does, by the word itself or by its Chinese name."""
        words = sorted(valid)
        called = {name: each for each in words for name in names.get(each, "").split("、") if name}
        near = get_close_matches(str(word), [*words, *called], n=1, cutoff=0.5)
        meant = [called.get(near[0], near[0])] if near else within(str(word), called)
        if len(meant) == 1:
            cure = f"写成 {meant[0]}"
        elif meant:
            cure = f"写成 {'或 '.join(with_name(each, names) for each in meant)}"
        else:
            cure = f"可用的有：{'、'.join(with_name(each, names) for each in words)}"
        self.add(key, f"没有“{word if isinstance(word, str) else shown(word)}”这个{what}", cure)


def within(word: str, called: Mapping[str, str]) -> list[str]:
    """The words whose Chinese name contains what was written, or lies in it."""
    found = [each for name, each in called.items() if word and (word in name or name in word)]
    return list(dict.fromkeys(found))


def with_name(word: str, names: Mapping[str, str]) -> str:
    return f"{word}（{names[word]}）" if word in names else word


def shown(value: object) -> str:
    """A value as its author wrote it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, list):
        return f"[{', '.join(map(shown, value))}]"
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {shown(each)}" for key, each in value.items()) + " }"
    return str(value)
