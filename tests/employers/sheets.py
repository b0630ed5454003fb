"""Rosters as people send them, made in memory; the same rows are the same bytes whenever they are made."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence

Cells = Sequence[object]
INSTANT = b"2026-11-20T10:00:00Z"
_INSTANTS = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def xlsx(rows: Iterable[Cells], *, merged: Sequence[str] = (), formats: dict[str, str] | None = None) -> bytes:
    """A workbook with these rows on its first sheet. `formats` are number formats by cell."""
    from openpyxl import Workbook  # noqa: PLC0415

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    for cell, code in (formats or {}).items():
        sheet[cell].number_format = code
    for cells in merged:
        sheet.merge_cells(cells)
    return saved(book)


def saved(book: object) -> bytes:
    content = io.BytesIO()
    book.save(content)  # type: ignore[attr-defined]
    return undated(content.getvalue())


def undated(book: bytes) -> bytes:
    """The workbook without the instants at which it was made."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = _INSTANTS.sub(INSTANT, old.read(name))
            new.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def tampered(book: bytes, part: str, content: bytes) -> bytes:
    """The workbook with another content of one part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != part:
                new.writestr(zipfile.ZipInfo(name), old.read(name), zipfile.ZIP_DEFLATED)
        new.writestr(zipfile.ZipInfo(part), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def csv(rows: Iterable[Cells], separator: str = ",", encoding: str = "utf-8") -> bytes:
    return "\r\n".join(separator.join(str(cell) for cell in row) for row in rows).encode(encoding)
