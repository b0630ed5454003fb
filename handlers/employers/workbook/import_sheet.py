"""The sheet for an official system's batch form: columns as a mapping says (import_sheet.toml, or a file like it)."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from handlers.employers.workbook.rows import Cell, MemberYear
from handlers.wording.facts import describe
from handlers.wording.figures import subject
from policies.statement import Credit
from policies.vocabulary import Vocabulary

OWN = Path(__file__).with_name("import_sheet.toml")
STATUSES = ("approved", "reported", "returned")


@dataclass(frozen=True, slots=True)
class Column:
    """A column's head and what stands below it: a `value` of VALUES, or always the same `text`."""

    head: str
    value: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A batch form: which entries go into it, its columns, and its own words for the subjects."""

    statuses: tuple[str, ...]
    columns: tuple[Column, ...]
    subjects: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """An entry that goes into the form, with all that a column may show of it."""

    row: int
    employer: str
    member: MemberYear
    credit: Credit

    @property
    def dates(self) -> tuple[date, date]:
        when = self.credit.appraisal.fact.when
        return when.start, when.end


def read_form(path: Path = OWN) -> Form:
    """The form in a file. Raises ValueError, in words that name the file and the key, where it is none."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        columns = tuple(Column(**column) for column in data["columns"])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise ValueError(f"{path.name}: {error}") from error
    form = Form(tuple(data.get("statuses", ("approved",))), columns, data.get("subjects", {}))
    wrong = [each.value for each in columns if each.value and each.value not in VALUES]
    wrong += [each for each in form.statuses if each not in STATUSES]
    if wrong:
        raise ValueError(f"{path.name}: unknown {', '.join(wrong)}; known are {', '.join((*VALUES, *STATUSES))}")
    return form


def lines_of(members: Iterable[MemberYear], form: Form, employer: str) -> Iterable[Line]:
    """The entries that count and have one of the form's decisions, numbered."""
    row = 0
    for member in members:
        for credit in member.statement.credits:
            if credit.credited and member.of(credit).status in form.statuses:
                row += 1
                yield Line(row, employer, member, credit)


def cells(line: Line, form: Form, vocabulary: Vocabulary) -> tuple[Cell, ...]:
    """The row of an entry."""
    return tuple(
        VALUES[column.value](line, form, vocabulary) if column.value else column.text for column in form.columns
    )


def subject_of(line: Line, form: Form, _vocabulary: Vocabulary) -> Cell:
    return form.subjects.get(line.credit.subject, subject(line.credit.subject))


def activity_of(line: Line, _form: Form, vocabulary: Vocabulary) -> Cell:
    return vocabulary.activities[line.credit.appraisal.fact.activity].name


def content_of(line: Line, _form: Form, vocabulary: Vocabulary) -> Cell:
    return describe(line.credit.appraisal.fact, vocabulary)


def cited(line: Line, name: str) -> Cell:
    cite = line.credit.appraisal.citation
    return str(getattr(cite, name)) if cite else ""


Shown = Callable[[Line, Form, Vocabulary], Cell]
VALUES: dict[str, Shown] = {
    "row": lambda line, _form, _vocabulary: line.row,
    "name": lambda line, _form, _vocabulary: line.member.name,
    "staff_number": lambda line, _form, _vocabulary: line.member.staff_number,
    "department": lambda line, _form, _vocabulary: line.member.department,
    "employer": lambda line, _form, _vocabulary: line.employer,
    "region": lambda line, _form, _vocabulary: line.member.statement.balance.region,
    "year": lambda line, _form, _vocabulary: line.credit.year,
    "subject": subject_of,
    "activity": activity_of,
    "content": content_of,
    "starts": lambda line, _form, _vocabulary: line.dates[0].isoformat(),
    "ends": lambda line, _form, _vocabulary: line.dates[1].isoformat(),
    "hours": lambda line, _form, _vocabulary: line.credit.credited,
    "document": lambda line, _form, _vocabulary: cited(line, "document"),
    "article": lambda line, _form, _vocabulary: cited(line, "article"),
    "reason": lambda line, _form, _vocabulary: line.member.of(line.credit).reason,
}


def write_import(path: Path, lines: Iterable[Line], form: Form, vocabulary: Vocabulary) -> int:
    """Write the sheet; how many entries are in it. Only figures are numbers, and nothing but the rows is in it."""
    import xlsxwriter  # noqa: PLC0415 - only who exports needs it

    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet, count = book.add_worksheet(), 0
    for column, each in enumerate(form.columns):
        sheet.write_string(0, column, each.head)
        sheet.set_column(column, column, 14)
    for line in lines:
        count += 1
        for column, cell in enumerate(cells(line, form, vocabulary)):
            write = sheet.write_string if isinstance(cell, str) else sheet.write_number
            write(count, column, cell)
    book.close()
    return count
