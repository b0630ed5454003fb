"""docs/employers.md shows what is really answered; `python -m tests.employers.walkthrough` brings it up to date."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage.employers import joining
from tests.employers.walkthrough import BLOCK, CODE, PAGE, played


def test_the_walk_through_shows_what_is_really_answered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joining, "drawn", lambda: CODE)
    page = PAGE.read_text(encoding="utf-8")
    assert len(BLOCK.findall(page)) >= 10
    assert played(page, tmp_path) == page
