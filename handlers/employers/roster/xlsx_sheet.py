"""A roster as a workbook, read cell by cell: only text comes out, nothing is calculated, nothing outside is opened.

A library that builds the whole workbook makes every cell of a merged range, be it a billion; here a part is unpacked up
to a limit, rows are counted as they come, and a merged range fills only rows that are there.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from xml.etree.ElementTree import Element, ParseError

from handlers.employers.roster.cells import COLUMNS, ROWS, UNCALCULATED, RosterProblem, Row, Sheet, shortened
from handlers.employers.roster.parts import attribute, elements, local, padded_formats, shared_strings, sheets, text_in

_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_MOST_SHEETS = 50
Grid = dict[int, dict[int, str]]


def read_xlsx(data: bytes) -> tuple[Sheet, ...]:
    """The sheets that are not hidden. Raises RosterProblem for what is no workbook, or one that was made to harm."""
    from defusedxml import DefusedXmlException  # noqa: PLC0415 - only who uploads a roster needs it

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            strings, zeros = shared_strings(archive), padded_formats(archive)
            shown = sheets(archive)[:_MOST_SHEETS]
            return tuple(Sheet(name, read_sheet(archive, part, strings, zeros)) for name, part in shown)
    except (zipfile.BadZipFile, zlib.error, EOFError, LookupError, ParseError, DefusedXmlException) as error:
        raise RosterProblem("damaged", type(error).__name__) from error
    except (NotImplementedError, RuntimeError, ValueError, OverflowError) as error:  # locked, or packed in an odd way
        raise RosterProblem("damaged", type(error).__name__) from error


def read_sheet(archive: zipfile.ZipFile, part: str, strings: list[str], zeros: dict[int, int]) -> tuple[Row, ...]:
    """The rows of one sheet that are not empty, merged ranges filled."""
    grid: Grid = {}
    merged: list[str] = []
    for element in elements(archive, part, "row", "mergeCell"):
        if local(element) == "mergeCell":
            merged.append(attribute(element, "ref"))
        else:
            number = int(attribute(element, "r") or max(grid, default=0) + 1)
            grid[number] = cells_of(element, strings, zeros)
        if len(grid) > ROWS:
            raise RosterProblem("too_many_rows", str(ROWS))
    left = ROWS * 2
    for reference in merged:
        left -= fill(grid, reference, left)
    return tuple(
        Row(number, tuple(cells.get(column, "") for column in range(max(cells) + 1)))
        for number, cells in sorted(grid.items())
        if any(cells.values())
    )


def cells_of(row: Element, strings: list[str], zeros: dict[int, int]) -> dict[int, str]:
    """The texts of a row by column, from 0; columns far to the right are left out."""
    cells: dict[int, str] = {}
    for position, cell in enumerate(row):
        found = _REFERENCE.match(attribute(cell, "r"))
        column = column_of(found[1]) if found else position
        if column < COLUMNS and (text := text_of(cell, strings, zeros)):
            cells[column] = text
    return cells


def text_of(cell: Element, strings: list[str], zeros: dict[int, int]) -> str:
    """What a cell shows. Of a formula it is what was calculated when the file was saved."""
    parts = {local(child): child for child in cell}
    kind, value = attribute(cell, "t"), (parts["v"].text or "") if "v" in parts else ""
    if kind == "inlineStr":
        return text_in(parts["is"]) if "is" in parts else ""
    if kind == "s":
        return strings[int(value)] if value.isdecimal() and int(value) < len(strings) else ""
    if "f" in parts and not value:
        return UNCALCULATED
    if kind in {"", "n"}:
        return number(value, zeros.get(int(attribute(cell, "s") or 0), 0))
    return shortened(value)


def number(value: str, width: int) -> str:
    """A number as the sheet shows it: 1001.0 is 1001, zeros in front where the format has them."""
    if re.fullmatch(r"\d+(\.0+)?", value):
        return value.partition(".")[0].zfill(width)
    if re.fullmatch(r"\d(\.\d{1,14})?E\+?\d{1,2}", value):  # long numbers are stored this way: 1.1E+10
        return str(int(float(value))).zfill(width)
    return shortened(value)


def column_of(letters: str) -> int:
    """A column's place from its letters, from 0: A is 0, AA is 26."""
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1


def fill(grid: Grid, reference: str, most: int) -> int:
    """Give every row of a merged range what stands in its first cell, and tell how many rows were looked at; only down,
    since one name is no two columns."""
    corners = _REFERENCE.findall(reference)
    if len(corners) != 2:
        return 0
    (letters, top), (_, bottom) = corners
    column = column_of(letters)
    text = grid.get(int(top), {}).get(column, "")
    below = range(int(top) + 1, min(int(bottom), int(top) + most) + 1) if text and column < COLUMNS else range(0)
    for row in below:
        if row in grid:
            grid[row].setdefault(column, text)
    return len(below)
