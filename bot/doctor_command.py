"""`xueshi doctor`: what can be examined from outside, a line each, with the cure where something is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from bot import wording
from bot import wording_upkeep as words
from bot.documents import left_out
from bot.locations import database_of, files_of
from bot.settings import Settings
from storage.health import Finding, examine
from storage.problem import StorageProblem
from storage.vault import Vault


def doctor(database: str | None, settings: Settings) -> int:
    """Print what was examined. 0 where everything is sound."""
    findings = list(_findings(database_of(settings, database), settings))
    for finding in findings:
        print(words.line(finding))
    wrong = sum(not finding.sound for finding in findings)
    print(words.WRONG.format(count=wrong) if wrong else words.SOUND)
    return 1 if wrong else 0


def _findings(address: str, settings: Settings) -> Iterator[Finding]:
    now = datetime.now(ZoneInfo(settings.timezone))
    try:
        yield from examine(address, Vault(files_of(settings, address)), now)
    except StorageProblem as problem:
        yield Finding("database", sound=False, what=wording.storage_problem(problem))
    faulty = left_out(settings)
    yield Finding("documents", not faulty, "、".join(each.file for each in faulty))
    yield Finding("token", sound=True, what=words.GIVEN if settings.telegram.token else words.NOT_GIVEN)
