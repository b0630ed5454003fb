"""`xueshi policy diff A B`: what changed between two documents, and what it does to somebody's ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot import wording, wording_documents
from bot.documents import library_of
from bot.problem import StartProblem
from bot.settings import Settings
from handlers.wording.differences import Differences, names_of
from handlers.wording.effects import effect_lines
from policies.candidates import candidates, document_meant
from policies.diff import compare
from policies.effect import effect
from policies.facts import Fact
from policies.library import Library
from policies.pack import Policy
from policies.person import Person

SQLITE = "sqlite:///"
Pair = tuple[Policy, Policy]


def diff(names: tuple[str, str], ledger: str | None, user: str | None, settings: Settings) -> int:
    """Print what differs between two documents, and with a ledger what it does to that person's entries."""
    if (ledger is None) != (user is None):
        raise StartProblem(wording_documents.LEDGER_AND_USER)
    library = library_of(settings)
    pair = named(names[0], library), named(names[1], library)
    lines = list(Differences(compare(*pair, library.vocabulary), library.vocabulary).lines())
    if ledger is not None and user is not None:
        lines += ["", *ledger_lines(pair, ledger, user, library, settings)]
    print("\n".join(lines))
    return 0


def named(words: str, library: Library) -> Policy:
    """The document that was named. Raises StartProblem with those to choose from where none or several fit."""
    found = document_meant(words, library)
    if found is not None:
        return found
    fitting = candidates(words, library)
    sentence = wording_documents.WHICH_DOCUMENT if fitting else wording_documents.NO_SUCH_DOCUMENT
    raise StartProblem(sentence.format(words=words, choices=choices(fitting or library.policies.values())))


def choices(policies: Iterable[Policy]) -> str:
    """Documents one by line, each with the name that is surely understood."""
    return "\n".join(f"  {policy.id}  {policy.document}《{policy.title}》" for policy in policies)


def ledger_lines(pair: Pair, ledger: str, user: str, library: Library, settings: Settings) -> Iterator[str]:
    """A person's entries under both documents."""
    facts, person = read_ledger(ledger, user, datetime.now(ZoneInfo(settings.timezone)))
    if not facts:
        yield wording_documents.LEDGER_EMPTY.format(user=user)
        return
    yield from effect_lines(effect(facts, person, *pair, library), names_of(*pair), library.vocabulary)


def read_ledger(address: str, user: str, now: datetime) -> tuple[tuple[Fact, ...], Person]:
    """A person's facts and profile; nothing is written. Raises StartProblem where the ledger or the person is not."""
    from storage import StorageProblem, open_database  # noqa: PLC0415 - most of a second, for this option alone

    file = address.removeprefix(SQLITE)
    if "://" not in file and not Path(file).expanduser().is_file():
        raise StartProblem(wording_documents.NO_LEDGER.format(where=address))
    try:
        database = open_database(address)
        with database.turn(now) as turn:
            if not turn.knows(user):
                raise StartProblem(wording_documents.NO_USER.format(where=database.place, user=user))
            return turn.ledger(user).facts(), turn.people(user).person()
    except StorageProblem as problem:
        raise StartProblem(wording.storage_problem(problem)) from problem
