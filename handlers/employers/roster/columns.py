"""Where a roster's columns are: the row that heads them, by the words that people use."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from handlers.employers.roster.cells import Row, Sheet

_HEADERS = Path(__file__).with_name("headers.toml")
_BRACKETED = re.compile(r"[(\[【<《（].*?[)\]】>》）]")
_LOOSE = re.compile(r"[\W_]+")
_HEAD_WITHIN = 25  # rows: above the head there are titles and notes


@dataclass(frozen=True, slots=True)
class Columns:
    """The places of the columns, from 0, and the number of the row that heads them."""

    head: int
    name: int
    number: int | None = None
    department: int | None = None


@cache
def words() -> dict[str, list[str]]:
    """The words for each column, and for rows that are nobody."""
    return tomllib.loads(_HEADERS.read_text(encoding="utf-8"))


def columns_of(sheet: Sheet) -> Columns | None:
    """The columns of a sheet; None where no row among the first has a name's head."""
    for row in sheet.rows[:_HEAD_WITHIN]:
        heads = [head(cell) for cell in row.cells]
        name = found(heads, "name")
        if name is not None and (len([cell for cell in heads if cell]) > 1 or heads[name] in words()["name"][:10]):
            return Columns(row.number, name, found(heads, "number"), found(heads, "department"))
    return None


def found(heads: list[str], column: str) -> int | None:
    """Where a column stands, by the first of its words that any head is."""
    return next((heads.index(word) for word in words()[column] if word in heads), None)


def head(cell: str) -> str:
    """A head's bare word: "姓 名（必填）*" is 姓名."""
    flat = unicodedata.normalize("NFKC", cell)
    return _LOOSE.sub("", _BRACKETED.sub("", flat)).lower()


def is_nobody(row: Row, columns: Columns) -> bool:
    """A row of sums, remarks or signatures, or the head repeated on a further page."""
    first = next((cell for cell in row.cells if cell), "")
    return any(
        head(cell.partition("：")[0].partition(":")[0]) in words()["not_people"]
        for cell in (first, row.cell(columns.name))
    )
