"""Rosters as people send them, made in memory."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence

Cells = Sequence[object]


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
    return content.getvalue()


def tampered(book: bytes, part: str, content: bytes) -> bytes:
    """The workbook with another content of one part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
        new.writestr(part, content)
    return out.getvalue()


def csv(rows: Iterable[Cells], separator: str = ",", encoding: str = "utf-8") -> bytes:
    return "\r\n".join(separator.join(str(cell) for cell in row) for row in rows).encode(encoding)
