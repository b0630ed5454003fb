"""The audit's files: the workbook of an employer's year, everybody's statement, the sheet for an official system.

The work is done outside the turn (see `handlers.long_work`), some hundred members at a time, so that neither memory nor
other people's messages feel how many there are. Whether somebody may have them is asked before, and again after.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from handlers.employers.roster.matching import match
from handlers.employers.workbook.import_sheet import Form, lines_of, write_import
from handlers.employers.workbook.rows import Audited, Cell, MemberYear
from handlers.employers.workbook.summary import Heading
from handlers.employers.workbook.writing import Workbook
from handlers.long_work import Tell
from policies.assess import assess
from policies.library import Library
from storage.database import Database
from storage.employers import Employer, Member
from storage.employers.audits import AuditedEntry

AT_ONCE = 250  # members in one read
DECISIONS = {"approved", "rejected", "returned"}  # any other, or none: as reported


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be made: of which employer and year, of one department or all, as seen at `now`."""

    employer: Employer
    year: int
    now: datetime
    department: str | None = None


def member_years(database: Database, library: Library, asked: Asked, tell: Tell) -> Iterator[MemberYear]:
    """Each member's year with what the employer made of its entries, by department and name."""
    with database.turn(asked.now) as turn:
        members = sorted(
            turn.employers.members.of(asked.employer.id), key=lambda each: (each.department or "", each.name)
        )
    wanted = [each for each in members if asked.department in {None, each.department}]
    for start in range(0, len(wanted), AT_ONCE):
        tell(start, len(wanted))
        yield from read(database, library, asked, wanted[start : start + AT_ONCE])
    tell(len(wanted), len(wanted))


def read(database: Database, library: Library, asked: Asked, members: list[Member]) -> Iterator[MemberYear]:
    """Some members' years: read in one turn, assessed after it."""
    accounts = [each.account for each in members]
    with database.turn(asked.now) as turn:
        people = {account: (person, facts) for account, person, facts in turn.employers.crowd.people(accounts)}
        audited = turn.employers.audits.of(asked.employer.id, accounts)
    for member in members:
        person, facts = people[member.account]
        own = {fact.id: audited_of(audited[fact.id]) for fact in facts if fact.id in audited}
        statement = assess(facts, person, asked.year, library)
        yield MemberYear(member.name, member.staff_number or "", member.department or "", statement, own)


def audited_of(entry: AuditedEntry) -> Audited:
    status = entry.decision if entry.decision in DECISIONS else "reported"
    return Audited(status or "reported", entry.reason or "", entry.proofs, entry.said)


def absent(database: Database, asked: Asked) -> list[tuple[Cell, ...]] | None:
    """Who is on the roster and has not joined; None without a roster."""
    with database.turn(asked.now) as turn:
        own = turn.employers
        if own.rosters.last(asked.employer.id) is None:
            return None
        found = match(own.rosters.people(asked.employer.id), own.members.of(asked.employer.id)).absent
    wanted = [each for each in found if asked.department in {None, each.department}]
    return [(each.name, each.staff_number or "", each.department or "", each.line) for each in wanted]


def make_workbook(asked: Asked, heading: Heading, library: Library, database: Database, tell: Tell) -> bytes:
    """The whole workbook."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "workbook.xlsx"
        book = Workbook(path, library.vocabulary)
        for member in member_years(database, library, asked, tell):
            book.add(member)
        book.close(heading, absent(database, asked))
        return path.read_bytes()


def make_import_sheet(asked: Asked, form: Form, library: Library, database: Database, tell: Tell) -> bytes:
    """The sheet for an official system; empty bytes where no entry goes into it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "import.xlsx"
        members = member_years(database, library, asked, tell)
        lines = lines_of(members, form, asked.employer.name)
        return path.read_bytes() if write_import(path, lines, form, library.vocabulary) else b""
