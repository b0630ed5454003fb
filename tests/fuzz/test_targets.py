"""What the fuzzers found stays mended, and each target holds for a few hundred inputs by chance, the same each time."""

from __future__ import annotations

import base64
import io
import logging
import tomllib
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

import pytest

from tests.employers.sheets import INSTANT
from tests.fuzz.guided import loaded, several
from tests.fuzz.sheets import Sheets
from tests.fuzz.target import TARGETS, Target

FOUND = tomllib.loads((Path(__file__).parent / "seeds.toml").read_text(encoding="utf-8"))
TRIES = {"parse": 150, "packs": 60, "channel": 80, "sheets": 120, "updates": 400}

target_of = cache(loaded)


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """What is refused is logged; of thousands of inputs nobody wants to read it."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


def inputs_of(found: dict[str, str]) -> bytes:
    """A find as it was: as text, or whatever bytes it has."""
    return found["text"].encode() if "text" in found else base64.b64decode(found["base64"])


@pytest.mark.parametrize("found", FOUND["found"], ids=lambda found: f"{found['target']}: {found['why']}")
def test_what_was_found_stays_mended(found: dict[str, str]) -> None:
    target_of(found["target"]).check(inputs_of(found))


@pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")
@pytest.mark.parametrize("name", TARGETS)
def test_a_target_holds(name: str) -> None:
    target: Target = target_of(name)
    random, seeds = Random(8), target.seeds()
    for _ in range(TRIES[name]):
        target.check(several(target, random.choice(seeds), random))


@pytest.mark.parametrize("name", TARGETS)
def test_changes_depend_on_nothing_but_chance(name: str) -> None:
    target = target_of(name)
    first, again = (several(target, target.seeds()[0], Random(5)) for _ in range(2))
    assert first == again
    assert loaded(name).seeds() == target.seeds()


def test_workbooks_know_no_clock() -> None:
    """Made a second later they would be others, and what chance found in them could not be found again."""
    target = Sheets()
    made = [seed for seed in target.seeds() if zipfile.is_zipfile(io.BytesIO(seed))]
    assert len(made) == 3
    for seed in (*made, *(target.changed(seed, Random(5)) for seed in made)):
        with zipfile.ZipFile(io.BytesIO(seed)) as book:
            assert {part.date_time[0] for part in book.infolist()} == {1980}
    for seed in made:
        with zipfile.ZipFile(io.BytesIO(seed)) as book:
            assert INSTANT in book.read("docProps/core.xml")
