"""`xueshi doctor`: what can be examined from outside, a line each, with the cure where something is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot import wording
from bot import wording_upkeep as words
from bot.channels.telegram.acquaintance import Known, acquaintance
from bot.channels.telegram.configured import TelegramSettings, token_of
from bot.documents import left_out
from bot.locations import database_of, files_of
from bot.problem import StartProblem
from bot.settings import Settings
from storage.health import AHEAD, Finding, examine
from storage.problem import StorageProblem
from storage.vault import Vault

_ASKED = {Known.YES: "token", Known.NO: "refused", Known.UNHEARD: "unheard"}


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
    yield from _telegram(settings.telegram, now)


def _telegram(telegram: TelegramSettings, now: datetime) -> Iterator[Finding]:
    """Whether the token is one that Telegram knows, and whether its clock shows what ours does."""
    try:
        token_of(telegram)
    except StartProblem as problem:
        yield Finding(
            "token", sound=telegram.token is None, what=words.NOT_GIVEN if not telegram.token else str(problem)
        )
        return
    found = acquaintance(telegram)
    yield Finding(_ASKED[found.known], sound=found.known is Known.YES, what=found.name)
    apart = abs(now - found.there) if found.there else timedelta()
    if apart > AHEAD:
        yield Finding("clocks", sound=False, what=str(apart // timedelta(minutes=1)))
