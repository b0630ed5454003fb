"""What PostgreSQL needs that SQLite does not: texts without the character it cannot keep, and its own error codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, event

if TYPE_CHECKING:
    from psycopg.abc import Buffer

_CODES = {
    "23505": "conflict",  # the same key written by another turn
    "25006": "not_writable",  # a standby, or one set to read only
    "40001": "conflict",
    "40P01": "conflict",  # two turns that waited for each other: this one was given up
    "42501": "not_writable",
    "53100": "disk_full",
    "55P03": "locked",
    "57014": "locked",  # it took longer than the server lets it
}


def code_of(sqlstate: str | None) -> str | None:
    """The problem's code for an error of the server, where it has one of its own."""
    return _CODES.get(sqlstate or "")


def adapt(engine: Engine) -> None:
    """Let every connection write NUL as its picture: SQLite keeps it, and a name with it must stay another name."""
    event.listen(engine, "connect", _prepare)


def _prepare(raw: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own connection
    from psycopg.types.string import StrDumperUnknown  # noqa: PLC0415 - only where a server is used

    class Dumper(StrDumperUnknown):
        def dump(self, obj: str) -> Buffer | None:
            return super().dump(obj.replace("\0", "␀") if "\0" in obj else obj)

    raw.adapters.register_dumper(str, Dumper)
