"""All that a database and its folder of files hold, so that two runs can be compared to the last row.

A turn that was cut off leaves nothing at all, not even a used number, so rows are compared with their numbers and with
the texts that hold such numbers. What may differ is left out: figures kept only for speed, names drawn by chance, and
where a file that was made for somebody lies.
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

from storage.tables import METADATA

DERIVED = {"standing"}  # figures kept so that nobody waits for them; a tick that is done twice computes more of them
_MADE = re.compile(r"[^\"\s]*\.files-outgoing/\d+/[0-9a-f]+/")
_NAMELESS = re.compile(r"^erased:[0-9a-f]+$")

Contents = dict[str, Counter[tuple[object, ...]]]


def contents(file: Path, leave_out: frozenset[str] = frozenset()) -> Contents:
    """The rows of every table, counted, without the columns to `leave_out` (`table.column`)."""
    with closing(sqlite3.connect(file)) as raw:
        return {
            table.name: _rows(
                raw, table.name, [each.name for each in table.columns if f"{table.name}.{each.name}" not in leave_out]
            )
            for table in METADATA.sorted_tables
            if table.name not in DERIVED
        }


def differences(one: Contents, other: Contents) -> list[str]:
    """What one has and the other has not, in a few words each."""
    return [
        f"{table}: {sign} {row}"[:300]
        for table in one
        for sign, rows in (("lost", one[table] - other[table]), ("too much", other[table] - one[table]))
        for row in rows
    ]


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file in a folder, by its place in it."""
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def _rows(raw: sqlite3.Connection, table: str, columns: list[str]) -> Counter[tuple[object, ...]]:
    listed = ", ".join(f'"{name}"' for name in columns) or "1"
    return Counter(tuple(map(_plain, row)) for row in raw.execute(f'SELECT {listed} FROM "{table}"'))


def _plain(value: object) -> object:
    return _NAMELESS.sub("erased", _MADE.sub("", value)) if isinstance(value, str) else value
