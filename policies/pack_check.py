"""Checking a pack's file before it is used, alone and together with the documents on file."""

from __future__ import annotations

from pathlib import Path

from policies.library import BUILT_IN
from policies.loading import build, read_file, read_folder
from policies.problems import Problem
from policies.vocabulary import read_vocabulary


def check_file(path: Path | str, extra_folders: tuple[Path, ...] = ()) -> list[Problem]:
    """Everything that is wrong with one pack, in the order of the file; empty where it can be used.

    It is checked as it would be loaded: beside the built-in packs and those of further folders. A built-in pack is
    checked in its place. `str(problem)` is the printable form: where, why, and how to mend it.
    """
    path = Path(path)
    others = [each for folder in (BUILT_IN, *extra_folders) for each in read_folder(folder)]
    given = read_file(path)
    name = given.raw.get("id")
    beside = [each for each in others if each.raw.get("id") != name or not is_same(path, each.name, extra_folders)]
    _, problems = build([*beside, given], read_vocabulary())
    return [problem for problem in problems if problem.file == given.name]


def is_same(path: Path, name: str, extra_folders: tuple[Path, ...]) -> bool:
    """Whether a pack on file is the very file that is checked."""
    return any((folder / name).resolve() == path.resolve() for folder in (BUILT_IN, *extra_folders))
