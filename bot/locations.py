"""Where things lie that nobody named a place for."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from platformdirs import user_data_path

from bot.settings import Settings


def own_folder() -> Path:
    """Where the person's own things are kept on this machine, out of others' sight."""
    folder = user_data_path("xueshi", appauthor=False)
    with suppress(OSError):  # whoever needs it says so in their own words
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def database_of(settings: Settings, named: str | None) -> str:
    """The database that was named on the command line or in the settings, else the person's own file."""
    return named or settings.database or str(own_folder() / "xueshi.db")


def files_of(settings: Settings, database: str) -> Path | None:
    """The folder for what people hand in: the one configured, else one beside the database's file, else, for a
    database on a server, one among the person's own things; None in memory."""
    if settings.files is not None:
        return settings.files
    if database in {"sqlite://", "sqlite:///:memory:"}:
        return None
    place = database.removeprefix("sqlite:///")
    if "://" in place:
        return own_folder() / "xueshi.files"
    file = Path(place).expanduser()
    return file.with_suffix(".files") if file.name else file / ".files"  # a folder is refused by the database
