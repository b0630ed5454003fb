"""What all tables share: instants kept in UTC, and the Core table of a model."""

from datetime import UTC, datetime

from sqlalchemy import DateTime, Dialect, Table, Text, TypeDecorator
from sqlmodel import SQLModel

from storage.sealing import MARK, SIGN, Seal, WrongKey


class Instant(TypeDecorator[datetime]):
    """An aware datetime, kept in UTC. SQLite keeps no offset, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - the base class's
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive datetime names no instant")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - the base class's
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class SealedText(TypeDecorator[str]):
    """A text that is sealed on its way to the disk where the engine's dialect has a `seal` (storage.sealing.Seal)."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        seal: Seal | None = getattr(dialect, "seal", None)
        if value is None:
            return None
        return seal.close(value) if seal else value.lstrip(SIGN)  # so that nobody's words pass for sealed ones

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        if value is None or not value.startswith(MARK):
            return value
        seal: Seal | None = getattr(dialect, "seal", None)
        if seal is None:
            raise WrongKey
        return seal.open(value)


def table(model: type[SQLModel]) -> Table:
    """The Core table of a model; the hot path works on these."""
    found = model.__table__  # type: ignore[attr-defined]
    assert isinstance(found, Table)
    return found


METADATA = SQLModel.metadata
