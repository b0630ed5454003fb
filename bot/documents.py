"""The documents on file: those that we bring and those of the configured folders, read once."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

from bot import wording, wording_documents
from bot.problem import StartProblem
from bot.settings import Settings
from policies.library import Library
from policies.own_packs import LeftOut, load_with
from policies.problems import PackError


def library_of(settings: Settings) -> Library:
    """Every document that can be used. Raises StartProblem where one that we bring is wrong."""
    return _loaded(settings.policies)[0]


def tell_left_out(settings: Settings) -> None:
    """Say on stderr which files of the configured folders are not used, why, and how to mend them."""
    faulty = left_out(settings)
    if faulty:
        problems = "\n".join(f"✗ {problem}" for each in faulty for problem in each.problems)
        sys.stderr.write(wording_documents.LEFT_OUT.format(problems=problems) + "\n")


def left_out(settings: Settings) -> tuple[LeftOut, ...]:
    """The files of the configured folders that cannot be used."""
    return _loaded(settings.policies)[1]


@cache
def _loaded(folders: tuple[Path, ...]) -> tuple[Library, tuple[LeftOut, ...]]:
    try:
        return load_with(folders)
    except PackError as error:
        raise StartProblem(wording.BAD_PACK.format(why=error)) from error
