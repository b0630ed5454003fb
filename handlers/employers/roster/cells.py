"""What every kind of roster file comes down to: sheets of numbered rows of text, or the problem with the file."""

from __future__ import annotations

from dataclasses import dataclass

BYTES = 10 * 2**20  # of a file as it was sent
UNPACKED = 16 * 2**20  # of any part of it, unpacked: twenty thousand people with a dozen columns are half of that
ELEMENTS = 2_500_000  # of one part, and so many of one row:
ELEMENTS_OF_ROW = 50_000
ROWS = 20_000  # of one sheet
COLUMNS = 60
LETTERS = 200  # of one cell; no name, number or department is longer

PROBLEMS = (
    "too_big",
    "too_many_rows",
    "old_format",  # .xls, or locked with a password: both look alike from outside
    "web_page",  # a page that calls itself .xls, as many systems export it
    "not_a_table",
    "damaged",
    "no_names",  # no column that is headed 姓名
    "empty",
)
UNCALCULATED = "\ufffc"  # stands in a cell whose formula was never calculated, so that the row can say so


class RosterProblem(Exception):  # noqa: N818 - a problem to be told, as everywhere in this project
    """A file that cannot be read as a roster. `code` is one of PROBLEMS, `seen` what stood there instead."""

    def __init__(self, code: str, seen: str = "") -> None:
        super().__init__(f"{code}: {seen}" if seen else code)
        self.code = code
        self.seen = seen


@dataclass(frozen=True, slots=True)
class Row:
    """One row with its number as the person sees it at the sheet's edge, from 1."""

    number: int
    cells: tuple[str, ...]

    def cell(self, column: int | None) -> str:
        """The text in a column; empty where there is no such column."""
        return self.cells[column] if column is not None and column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's name and its rows that are not empty, in order."""

    name: str
    rows: tuple[Row, ...]


def shortened(text: str) -> str:
    """A cell's text on one line, cut where no name or number would be as long."""
    return " ".join(text.replace("\0", "").split())[:LETTERS]
