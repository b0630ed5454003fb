"""A short storm; `make faults` raises the long ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.nursery import Nursery
from tests.telegram.storm import storm


@pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
def test_every_entry_once_and_every_answer_the_same(nursery: Nursery, tmp_path: Path, webhook: bool) -> None:
    came = storm(tmp_path, nursery, updates=80, kills=3, seed=5, webhook=webhook)
    assert came.wrong == []
    assert (came.updates >= 80, came.kills) == (True, 3)
