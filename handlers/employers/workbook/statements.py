"""Everybody's statement of a year as a PDF, in one archive: for the file of each member, to be signed."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO

from handlers.employers.workbook.making import Asked
from handlers.exports.printed import Owner, printed
from handlers.exports.years import Item, YearOf
from handlers.long_work import Tell
from handlers.proofs.standing import Standing, missing
from handlers.wording import workbooks as say
from policies.assess import assess
from policies.library import Library
from policies.statement import Credit
from storage.database import Database
from storage.employers import Member
from storage.proofs import Proof

MOST = 200  # statements in one archive; more take minutes, and are asked for by department
_UNSAFE = re.compile(r"[^\w\u3400-\u9fff-]+")


def make_statements(asked: Asked, today: date, library: Library, database: Database, tell: Tell) -> bytes:
    """The archive; empty bytes where there is nobody."""
    wanted = members_of(database, asked)
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for done, member in enumerate(wanted):
            tell(done, len(wanted))
            year = year_of(database, library, asked, member)
            archive.writestr(
                name_of(member, asked.year), printed((year,), Owner(member.name, today), library.vocabulary)
            )
    tell(len(wanted), len(wanted))
    return content.getvalue() if wanted else b""


def members_of(database: Database, asked: Asked) -> list[Member]:
    """The members of the department that was named, or all."""
    with database.turn(asked.now) as turn:
        members = turn.employers.members.of(asked.employer.id)
    return [each for each in members if asked.department in {None, each.department}]


def year_of(database: Database, library: Library, asked: Asked, member: Member) -> YearOf:
    """A member's year with the proofs of its entries, the earliest entry first."""
    with database.turn(asked.now) as turn:
        ((_, person, facts),) = turn.employers.crowd.people([member.account])
        proofs = turn.proofs(member.user).all()
    statement = assess(facts, person, asked.year, library)
    return YearOf(statement, tuple(items(statement.credits, proofs)))


def items(credits: tuple[Credit, ...], proofs: tuple[Proof, ...]) -> Iterator[Item]:
    """Each entry with how its proofs stand, the earliest first."""
    for credit in sorted(credits, key=lambda each: (each.appraisal.fact.when.end, each.appraisal.fact.id)):
        wanted = tuple(dict.fromkeys(credit.appraisal.proof))
        held = tuple(proof for proof in proofs if proof.entry == credit.appraisal.fact.id)
        yield Item(credit, None, Standing(wanted, held, missing(wanted, held)))


def name_of(member: Member, year: int) -> str:
    """A file's name that no two members share, without what a folder's name may not have."""
    parts = {"department": member.department, "name": member.name, "number": member.staff_number or str(member.id)}
    safe = {part: _UNSAFE.sub("_", text or "") for part, text in parts.items()}
    return say.STATEMENT_FILE.format(year=year, **safe).lstrip("-")
