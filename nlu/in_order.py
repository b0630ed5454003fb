"""Which of the entries told together is pointed at: 第二篇, 后面那篇, 前一篇, 另一篇."""

from __future__ import annotations

from nlu.dimensions.numeral import read_number
from nlu.phrases import phrase

PLACES = {"other": 0, "last": -1, "before": -2, "first": 1}


def place_in_order(text: str) -> int | None:
    """Which of those told together is pointed at; None where none is, or several are."""
    found = list(phrase("change", "place").finditer(text))
    if len(found) != 1:
        return None
    if said_nth := found[0]["nth"]:
        nth = read_number(said_nth)
        return int(nth.value) if nth else None
    return next(place for name, place in PLACES.items() if found[0][name])
