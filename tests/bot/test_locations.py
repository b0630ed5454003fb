"""Where what people hand in lies, for every kind of database."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.locations import files_of, own_folder
from bot.settings import Settings


@pytest.mark.parametrize(
    ("database", "folder"),
    [
        ("sqlite://", None),
        ("sqlite:///:memory:", None),
        ("sqlite:////srv/xueshi.db", Path("/srv/xueshi.files")),
        ("/srv/xueshi.db", Path("/srv/xueshi.files")),
        ("here.db", Path("here.files")),
    ],
)
def test_files_lie_beside_the_database(database: str, folder: Path | None) -> None:
    assert files_of(Settings(), database) == folder


def test_a_server_has_a_lasting_folder_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert files_of(Settings(), "postgresql+psycopg://me@db/xueshi") == own_folder() / "xueshi.files"


def test_the_setting_wins() -> None:
    assert files_of(Settings(files=Path("/srv/kept")), "sqlite://") == Path("/srv/kept")
