"""An xlsx or csv file to rows of cells, within limits that are checked before anything is unpacked."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

BYTES = 5 * 2**20  # of the file as it was sent
UNPACKED = 60 * 2**20  # of all its parts together
RATIO = 150  # how many times larger a part may be than it was packed, beyond what is small anyway
SMALL = 2**20
PARTS = 300
ROWS = 501  # the heads and five hundred entries
COLUMNS = 40
LETTERS = 500  # of one cell

Cell = str | Decimal | date | None


class SheetProblem(Exception):  # noqa: N818 - a problem to be told, as everywhere in this project
    """A file that cannot be taken as a sheet; `code` is too_big, bomb, damaged, too_many_rows or too_many_columns."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its number as the person sees it, from 1."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def empty(self) -> bool:
        return all(cell is None or cell == "" for cell in self.cells)


def rows_of(content: bytes) -> tuple[Row, ...]:
    """The rows of the first sheet that are not empty. Raises SheetProblem."""
    if len(content) > BYTES:
        raise SheetProblem("too_big")
    read = _xlsx(content) if content.startswith(b"PK") else _csv(content)
    rows = []
    for number, cells in enumerate(read, 1):
        if len(cells) > COLUMNS and any(cell not in (None, "") for cell in cells[COLUMNS:]):
            raise SheetProblem("too_many_columns")
        row = Row(number, tuple(_plain(cell) for cell in cells[:COLUMNS]))
        if not row.empty:
            rows.append(row)
        if len(rows) > ROWS:
            raise SheetProblem("too_many_rows")
    return tuple(rows)


def _check(content: bytes) -> None:
    """Refuse what would unpack to more than any sheet of entries needs."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = packed.infolist()
    if len(parts) > PARTS or sum(part.file_size for part in parts) > UNPACKED:
        raise SheetProblem("bomb")
    if any(part.file_size > SMALL and part.file_size > RATIO * max(part.compress_size, 1) for part in parts):
        raise SheetProblem("bomb")


def _xlsx(content: bytes) -> Iterator[tuple[object, ...]]:
    """The cells of the first sheet; formulas give what they came to. openpyxl reads XML through defusedxml."""
    try:
        _check(content)
        from openpyxl import load_workbook  # noqa: PLC0415 - only who imports needs it

        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        # one row and one column more than are taken show that there are too many
        yield from sheet.iter_rows(max_row=ROWS * 4, max_col=COLUMNS + 1, values_only=True)
    except SheetProblem:
        raise
    except Exception as error:  # whatever the file does to its reader, it is damaged
        raise SheetProblem("damaged") from error


def _csv(content: bytes) -> Iterator[tuple[object, ...]]:
    """The cells of a text file, in the encodings that spreadsheets write in China."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise SheetProblem("damaged")
    try:
        yield from (tuple(row) for row in csv.reader(io.StringIO(text)))
    except csv.Error as error:
        raise SheetProblem("damaged") from error


def _plain(cell: object) -> Cell:
    """A cell as a text, a number or a day."""
    if cell is None or isinstance(cell, bool):
        return None
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int | float):
        return Decimal(str(cell))
    return " ".join(str(cell).replace("\0", "").split())[: LETTERS + 1]
