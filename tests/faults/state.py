"""All that a database holds, save the rows' own numbers: a kill may use up a number, but changes nothing else."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

from storage.tables import METADATA

NUMBERS = ("id", "entry_id", "replaces", "account_id")
PASSING = ("dialogue", "answer")  # hold numbers of entries within their JSON; compared by how many there are


def contents(file: Path) -> dict[str, Counter[tuple[object, ...]]]:
    """The rows of every table, counted."""
    with closing(sqlite3.connect(file)) as raw:
        return {
            table.name: _rows(raw, table.name, [column.name for column in table.columns])
            for table in METADATA.sorted_tables
        }


def _rows(raw: sqlite3.Connection, table: str, columns: list[str]) -> Counter[tuple[object, ...]]:
    if table in PASSING:
        return Counter({(): raw.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]})
    told = [name for name in columns if name not in NUMBERS]
    listed = ", ".join(f'"{name}"' for name in told) or "1"
    return Counter(raw.execute(f'SELECT {listed} FROM "{table}"').fetchall())
