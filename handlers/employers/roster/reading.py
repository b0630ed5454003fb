"""A roster's file to people, with an account of every row: taken, or not and why. Pure: bytes in, values out."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from handlers.employers.roster.cells import BYTES, UNCALCULATED, RosterProblem, Row, Sheet
from handlers.employers.roster.columns import Columns, columns_of, is_nobody
from handlers.employers.roster.csv_sheet import read_csv
from handlers.employers.roster.xlsx_sheet import read_xlsx

_DOTS = re.compile(r"[·•・‧∙．.]")
_BETWEEN_HAN = re.compile(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")
_LONGEST_NAME = 40
REFUSALS = (
    "no_name",
    "not_a_name",
    "uncalculated",  # a formula that was never calculated
    "error_value",  # #N/A and the like
    "repeated",  # the same person again
    "number_taken",  # the number belongs to somebody else above
    "namesake",  # the same name in the same department again, and no number tells the two apart
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A person of the roster. `number` (工号) and `department` are empty where the roster has none."""

    name: str
    number: str = ""
    department: str = ""
    row: int = 0
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that was not taken. `why` is one of REFUSALS, `like` the row that it clashes with."""

    row: int
    why: str
    said: str = ""
    like: int = 0
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Roster:
    """What a file says: people in its order, rows not taken, and how many rows were nobody (sums, signatures)."""

    people: tuple[Listed, ...] = ()
    refused: tuple[Refused, ...] = ()
    nobody: int = 0


@dataclass(slots=True)
class _Account:
    """The account while rows are read. Not thread-safe; lives for one file."""

    people: list[Listed] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    numbers: dict[str, Listed] = field(default_factory=dict)
    names: dict[str, list[Listed]] = field(default_factory=dict)


def read_roster(data: bytes) -> Roster:
    """The people in an xlsx or csv file. Raises RosterProblem where the file as a whole is none.

    A sheet without a column of names is passed over; where a sheet has no departments, and there are several sheets,
    its own name is the department.
    """
    if len(data) > BYTES:
        raise RosterProblem("too_big", str(BYTES // 2**20))
    sheets = sheets_of(data)
    headed = [(sheet, columns) for sheet in sheets if (columns := columns_of(sheet))]
    if not headed:
        first = next((row for sheet in sheets for row in sheet.rows), None)
        raise RosterProblem(
            "no_names" if first else "empty", "、".join(c for c in first.cells if c)[:60] if first else ""
        )
    account, nobody = _Account(), 0
    for sheet, columns in headed:
        several = sheet.name if len(headed) > 1 else ""
        for row in sheet.rows:
            if row.number > columns.head:
                nobody += not taken(account, row, columns, several)
    if not account.people and not account.refused:
        raise RosterProblem("empty")
    return Roster(tuple(account.people), tuple(account.refused), nobody)


def sheets_of(data: bytes) -> tuple[Sheet, ...]:
    """The file's sheets, by what it is and not by what it is called."""
    if not data.strip():
        raise RosterProblem("empty")
    if data.startswith(b"PK"):
        return read_xlsx(data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise RosterProblem("old_format")
    return (read_csv(data),)


def taken(account: _Account, row: Row, columns: Columns, sheet: str) -> bool:
    """Put a row to the people or to the refused; False where it is nobody at all."""
    person = Listed(
        tidy_name(row.cell(columns.name)),
        tidy(row.cell(columns.number)).replace(" ", ""),
        tidy(row.cell(columns.department)) or sheet,
        row.number,
        sheet,
    )
    if is_nobody(row, columns) or not (person.name or person.number):
        return False
    why, like = refusal(account, person)
    if why:
        account.refused.append(Refused(row.number, why, person.name or person.number, like, sheet))
        return True
    account.people.append(person)
    account.names.setdefault(person.name, []).append(person)
    if person.number:
        account.numbers[person.number.casefold()] = person
    return True


def refusal(account: _Account, person: Listed) -> tuple[str, int]:
    """Why a row is not taken, and the row that it clashes with; ("", 0) where it is."""
    if why := unreadable(person):
        return why, 0
    holder = account.numbers.get(person.number.casefold()) if person.number else None
    if holder:
        return ("repeated" if holder.name == person.name else "number_taken"), holder.row
    for other in account.names.get(person.name, ()):
        told_apart = (person.number and other.number) or person.department != other.department
        if not told_apart:
            return "namesake", other.row
    return "", 0


def unreadable(person: Listed) -> str:
    """Why a row names nobody; empty where it does."""
    said = (person.name, person.number, person.department)
    if any(UNCALCULATED in each for each in said):
        return "uncalculated"
    if any(each.startswith("#") and each.rstrip("!?").isupper() for each in said if each):
        return "error_value"
    if not person.name:
        return "no_name"
    letters = [letter for letter in person.name if letter.isalpha()]
    digits = any(letter.isdigit() for letter in person.name)
    return "not_a_name" if len(letters) < 2 or digits or len(person.name) > _LONGEST_NAME else ""


def tidy(text: str) -> str:
    """A cell as it is compared: full-width letters as ordinary ones, single spaces, nothing invisible."""
    flat = unicodedata.normalize("NFKC", text)
    seen = "".join(letter for letter in flat if unicodedata.category(letter) not in {"Cf", "Cc"} or letter == "\t")
    return " ".join(seen.split())


def tidy_name(text: str) -> str:
    """A person's name: 张 三 is 张三, and the dot in a name of several parts is always the same one."""
    return _DOTS.sub("·", _BETWEEN_HAN.sub("", tidy(text)))
