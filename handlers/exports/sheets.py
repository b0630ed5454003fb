"""Workbooks of plain sheets: heads that stay in sight, real numbers and dates, and texts that never become formulas."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

Cell = str | int | Decimal | date | None
Heads = Sequence[tuple[str, int]]
Sheet = tuple[str, Heads, Iterable[Sequence[Cell]]]
_HEAD = {"bold": True, "bg_color": "#0E9384", "font_color": "#FFFFFF", "border": 1, "border_color": "#FFFFFF"}
_WRAPPED_FROM = 20  # a column as wide as this may hold sentences
_LOOKS: dict[str, dict[str, object]] = {
    "text": {},
    "wrapped": {"text_wrap": True},
    "number": {"num_format": "0.##"},
    "whole": {"num_format": "0"},
    "date": {"num_format": "yyyy-mm-dd"},
}


def sheet_bytes(sheets: Iterable[Sheet], properties: Mapping[str, str] | None = None) -> bytes:
    """An xlsx workbook of these sheets, each a name, heads with widths, and rows."""
    import xlsxwriter  # noqa: PLC0415 - only who exports needs it

    out = BytesIO()
    plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, plain)
    book.set_properties(dict(properties or {}))
    formats = {name: book.add_format({"valign": "top", **look}) for name, look in _LOOKS.items()}
    formats["head"] = book.add_format({**_HEAD, "text_wrap": True, "valign": "vcenter"})
    for name, heads, rows in sheets:
        _sheet(book.add_worksheet(name), heads, rows, formats)
    book.close()
    return out.getvalue()


def _sheet(sheet: Any, heads: Heads, rows: Iterable[Sequence[Cell]], formats: Mapping[str, Any]) -> None:  # noqa: ANN401 - xlsxwriter has no types
    for column, (title, width) in enumerate(heads):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title, formats["head"])
    last = 0
    for last, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            looks = "wrapped" if heads[column][1] >= _WRAPPED_FROM else "text"
            _write(sheet, (last, column), cell, formats, looks)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(last, 1), len(heads) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _write(sheet: Any, at: tuple[int, int], cell: Cell, formats: Mapping[str, Any], looks: str) -> None:  # noqa: ANN401
    """One cell by its type: text is always written as text, whatever it begins with."""
    if isinstance(cell, str):
        sheet.write_string(*at, cell, formats[looks])
    elif isinstance(cell, date):
        sheet.write_datetime(*at, cell, formats["date"])
    elif cell is not None:
        sheet.write_number(*at, float(cell), formats["whole" if cell == int(cell) else "number"])
