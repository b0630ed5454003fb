"""The dashboard and the page for operators speak of figures that there are, and of all of them."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.watch.outcome import OUTCOMES
from bot.watch.status import followed
from handlers.message import Answer
from storage import open_database

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def names() -> set[str]:
    """The names of all figures, without the endings that Prometheus gives them."""
    database = open_database()
    metrics = followed(database, lambda: datetime(2026, 11, 20, tzinfo=UTC))
    metrics.turned(Answer(), 0.1)
    found = re.findall(r"^# TYPE (\w+)", metrics.text().decode(), re.MULTILINE)
    database.close()
    return {name for name in found if not name.endswith("_created")}


@pytest.mark.parametrize("page", ["deploy/dashboard.json", "operations.md"])
def test_every_figure_is_shown_and_no_other(page: str, names: set[str]) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    told = {name.removesuffix("_bucket") for name in re.findall(r"xueshi_[a-z_]+", text)}
    assert told == names


def test_every_panel_asks_for_something() -> None:
    board = json.loads((DOCS / "deploy" / "dashboard.json").read_text(encoding="utf-8"))
    asked = [target["expr"] for panel in board["panels"] for target in panel["targets"]]
    assert len(asked) >= len(board["panels"])
    assert set(re.findall(r'outcome="(\w+)"', " ".join(asked))) <= set(OUTCOMES)
