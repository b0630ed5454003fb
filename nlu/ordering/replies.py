"""Answers in words to what an order led to: consent, yes and no, which of several."""

from __future__ import annotations

import re
from functools import cache

from nlu.dimensions.numeral import read_number
from nlu.ordering.patterns import whole
from nlu.phrases import any_of, table


@cache
def _answer(name: str) -> re.Pattern[str]:
    return any_of([whole(text) for text in table("ordering")["answer"][name]])


@cache
def _agreements() -> tuple[re.Pattern[str], ...]:
    # one expression each: the name may stand before or behind the consent
    return tuple(re.compile(whole(text)) for text in table("ordering")["answer"]["agrees"])


def agrees(text: str) -> str | None:
    """The name that somebody agrees under, "" where they give none; None where they do not agree in so many words."""
    match = next((found for each in _agreements() if (found := each.match(text))), None)
    return (match["name"] or "") if match else None


def declines(text: str) -> bool:
    """Whether somebody does not want to join."""
    return _answer("declines").match(text) is not None


def assents(text: str) -> bool:
    """Whether somebody says yes, but not that they agree."""
    return _answer("assents").match(text) is not None


def yes(text: str) -> bool:
    """Whether something is to be done that was asked about."""
    return _answer("yes").match(text) is not None


def no(text: str) -> bool:
    """Whether it is not to be done."""
    return _answer("no").match(text) is not None


def which(text: str) -> int | None:
    """The number of what is meant of several: 2, 第二个."""
    match = _answer("number").match(text)
    number = read_number(match["number"]) if match else None
    return int(number.value) if number else None
