"""Packs from outside the project: used like the built-in ones; a faulty one is left out and told, all else works."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from policies.library import BUILT_IN, Library
from policies.loading import PackFile, build, read_file, read_folder
from policies.pack import Policy
from policies.places import read_places
from policies.problems import PackError, Problem
from policies.vocabulary import Vocabulary, read_vocabulary


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that cannot be used, and everything that is wrong with it."""

    file: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Sorted:
    """The policies of the files that can be used, and the files that cannot."""

    policies: dict[str, Policy]
    left_out: tuple[LeftOut, ...]


def load_with(folders: Iterable[Path]) -> tuple[Library, tuple[LeftOut, ...]]:
    """The built-in packs and those of further folders that can be used, and those that cannot.

    Raises PackError where a built-in pack is wrong.
    """
    vocabulary, places = read_vocabulary(), read_places()
    own = [read_own(path) for folder in folders for path in packs_in(folder)]
    found = sort_out(read_folder(BUILT_IN), own, vocabulary)
    return Library(found.policies, vocabulary, places), found.left_out


def check_files(paths: Sequence[Path], folders: Iterable[Path]) -> tuple[Library, tuple[LeftOut, ...]]:
    """The given files beside the built-in packs and those of further folders, as they would be used; only what is
    wrong with the given ones is told. One of the others that is given itself is checked in its place."""
    given = {path.resolve() for path in paths}
    beside = [path for folder in (BUILT_IN, *folders) for path in packs_in(folder) if path.resolve() not in given]
    vocabulary = read_vocabulary()
    own, others = [read_own(path) for path in paths], [read_own(path) for path in beside]
    found = sort_out((), own, vocabulary, beside=others)
    names = {str(path) for path in paths}
    wrong = tuple(each for each in found.left_out if each.file in names)
    return Library(found.policies, vocabulary, read_places()), wrong


def packs_in(folder: Path) -> list[Path]:
    """The packs of a folder. What begins with a dot is no file of a person's."""
    return [path for path in sorted(folder.glob("*.toml")) if not path.name.startswith(".")]


def read_own(path: Path) -> PackFile:
    """A pack that is called by its whole path, since two folders may have files of one name."""
    file = read_file(path)
    return PackFile(str(path), file.raw, tuple(replace(problem, file=str(path)) for problem in file.problems))


def sort_out(
    base: Sequence[PackFile], own: Sequence[PackFile], vocabulary: Vocabulary, beside: Sequence[PackFile] = ()
) -> Sorted:
    """Take in as many of one's own files as go together with `base`, in their order, those `beside` before the others;
    the latter are mostly sound, and then taken in all at once. Raises PackError for `base`."""
    policies, problems = attempt([*base, *beside, *own], vocabulary)
    if not problems:
        return Sorted(policies, ())
    policies, wrong = attempt([*base, *beside], vocabulary)
    if not wrong:
        base = [*base, *beside]
    elif beside:
        return sort_out(base, [*beside, *own], vocabulary)
    else:
        raise PackError(wrong)
    good, policies = fitting(base, policies, own, vocabulary)
    used = {file.name for file in good}
    bad = [file for file in own if file.name not in used]
    return Sorted(policies, tuple(told(file, good, problems, vocabulary) for file in bad))


def fitting(
    base: Sequence[PackFile], policies: dict[str, Policy], own: Sequence[PackFile], vocabulary: Vocabulary
) -> tuple[list[PackFile], dict[str, Policy]]:
    """The files taken in one by one; once more from the start after each, for those that extend it."""
    good, pending = list(base), list(own)
    while True:
        for file in pending:
            more, problems = attempt([*good, file], vocabulary)
            if not problems:
                good, policies = [*good, file], more
                pending.remove(file)
                break
        else:
            return good, policies


def told(file: PackFile, good: Sequence[PackFile], problems: Sequence[Problem], vocabulary: Vocabulary) -> LeftOut:
    """Why a file is left out: what is wrong with itself, or beside those that are used."""
    own = tuple(problem for problem in problems if problem.file == file.name)
    return LeftOut(file.name, own or tuple(named(problem, file) for problem in attempt([*good, file], vocabulary)[1]))


def named(problem: Problem, file: PackFile) -> Problem:
    """A problem that shows in another file, told as one of this file."""
    return problem if problem.file == file.name else replace(problem, file=f"{file.name}（和 {problem.file} 冲突）")


def attempt(files: Sequence[PackFile], vocabulary: Vocabulary) -> tuple[dict[str, Policy], list[Problem]]:
    """The policies and problems of files; what no check foresaw is a problem of the last file, not the end."""
    try:
        return build(files, vocabulary)
    except Exception as error:  # noqa: BLE001 - somebody's file must not keep the assistant from starting
        why = f"看不懂这份文件（{type(error).__name__}：{error}）"
        return {}, [Problem(files[-1].name, "", "", why, "对照指南 docs/write-a-policy.md 检查写法")]
