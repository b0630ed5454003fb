"""What a prepared statement gave: the few ways in which turns look at it are quick, all others are SQLAlchemy's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy.engine import IteratorResult
from sqlalchemy.engine.result import SimpleResultMetaData


class Done:
    """What a statement gave or did."""

    __slots__ = ("_names", "_rows", "inserted_primary_key", "rowcount")

    def __init__(self, rows: Sequence[Any], names: Sequence[str], rowcount: int, key: tuple[int | None] | None) -> None:
        self._rows, self._names = rows, names
        self.rowcount = rowcount
        self.inserted_primary_key = key

    def __iter__(self) -> Iterator[Any]:
        return iter(self._rows)

    def all(self) -> list[Any]:
        """Every row."""
        return list(self._rows)

    def first(self) -> Any:  # noqa: ANN401
        """The first row, None where there is none."""
        return self._rows[0] if self._rows else None

    def scalar(self) -> Any:  # noqa: ANN401
        """The first value of the first row, None where there is none."""
        return self._rows[0][0] if self._rows else None

    def scalars(self) -> Scalars:
        """The first value of each row."""
        return Scalars([row[0] for row in self._rows])

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - what else a result can do, done SQLAlchemy's way
        return getattr(IteratorResult(SimpleResultMetaData(self._names), iter(self._rows)), name)


class Scalars:
    """A column of what a statement gave."""

    __slots__ = ("_values",)

    def __init__(self, values: Sequence[Any]) -> None:
        self._values = values

    def __iter__(self) -> Iterator[Any]:
        return iter(self._values)

    def all(self) -> list[Any]:
        """Every value."""
        return list(self._values)

    def first(self) -> Any:  # noqa: ANN401
        """The first value, None where there is none."""
        return self._values[0] if self._values else None

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - as above
        rows = iter([(value,) for value in self._values])
        return getattr(IteratorResult(SimpleResultMetaData(["value"]), rows).scalars(), name)
