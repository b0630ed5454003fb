"""JioNLP, where it is installed, reads the same days; where it does not, the difference is listed with its reason."""

from __future__ import annotations

import contextlib
import io
import time
import warnings
from datetime import date
from types import ModuleType

import pytest

from nlu.dimensions.time import find_times
from tests.nlu.dimension_corpus import corpus

_PEERS = corpus("peers.toml")
_TODAY: date = _PEERS["today"]


@pytest.fixture(scope="module")
def jionlp() -> ModuleType:
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        module: ModuleType = pytest.importorskip("jionlp")
    return module


def _ours(text: str) -> tuple[str, str]:
    (found,) = find_times(text, _TODAY)
    return found.value.period.start.isoformat(), found.value.period.end.isoformat()


def _theirs(jionlp: ModuleType, text: str) -> tuple[str, str] | None:
    base = time.mktime((_TODAY.year, _TODAY.month, _TODAY.day, 10, 0, 0, 0, 0, -1))
    try:
        read = jionlp.parse_time(text, time_base=base)["time"]
    except ValueError:
        return None
    return (read[0][:10], read[1][:10]) if isinstance(read, list) else None


@pytest.mark.parametrize("text", _PEERS["agree"])
def test_both_read_the_same_days(jionlp: ModuleType, text: str) -> None:
    assert _ours(text) == _theirs(jionlp, text)


@pytest.mark.parametrize("text", _PEERS["differ"])
def test_listed_differences_are_still_there(jionlp: ModuleType, text: str) -> None:
    assert _ours(text) != _theirs(jionlp, text)
