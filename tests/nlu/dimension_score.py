"""Scoring the tables of dimensions with the very checks that the tests make."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from nlu.dimensions.numeral import find_numbers
from nlu.dimensions.quantity import find_quantities
from nlu.dimensions.time import find_times
from nlu.text import normalise
from tests.nlu import test_numeral, test_quantity, test_time
from tests.nlu.dimension_corpus import corpus, phrasings, spoken
from tests.nlu.tally import Tally


class Dimension(NamedTuple):
    """A table, the check of one phrasing (an AssertionError tells what is wrong), and whether a text has any."""

    name: str
    check: Callable[[dict[str, Any], str], None]
    finds: Callable[[str], bool]


def _dimensions() -> tuple[Dimension, ...]:
    today = corpus("time.toml")["today"]
    return (
        Dimension("numeral", test_numeral.test_a_number_means_its_value, lambda text: bool(find_numbers(text))),
        Dimension("quantity", test_quantity.test_an_amount_means_its_value, lambda text: bool(find_quantities(text))),
        Dimension("time", test_time.test_a_time_means_its_days, lambda text: bool(find_times(text, today))),
    )


def dimension_scores() -> tuple[Tally, list[str]]:
    """Hits and misses by dimension, and what failed in words. A negative that is read counts as one too many."""
    tally, failures = Tally(), []
    for dimension in _dimensions():
        table = corpus(f"{dimension.name}.toml")
        for example, text in phrasings(table):
            failure = _failure(dimension, example, text)
            if failure is None:
                tally.add(dimension.name, hits=1)
                continue
            tally.add(dimension.name, missed=1, extra=int(dimension.finds(spoken(text)[0])))
            failures.append(f"{dimension.name} {text!r}: {failure}")
        for text in filter(lambda text: dimension.finds(normalise(text)), table["negative"]["texts"]):
            tally.add(dimension.name, extra=1)
            failures.append(f"{dimension.name} {text!r}: is none")
    return tally, failures


def _failure(dimension: Dimension, example: dict[str, Any], text: str) -> str | None:
    try:
        dimension.check(example, text)
    except AssertionError as failure:
        return str(failure).splitlines()[0] if str(failure) else "read otherwise"
    return None
