"""Bare figures of a correction or an answer: 20改成25, and the number of an attribute that is named (字数改成3000)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache

from nlu.dimensions.numeral import find_numbers, read_number
from nlu.phrases import any_of, phrase, words
from nlu.pieces import Piece
from policies.facts import Value


def figures_in(text: str, pieces: list[Piece]) -> tuple[Decimal | None, Decimal | None]:
    """A bare figure and what it shall be: 20改成25, 改成25, 不是20是25."""
    match = phrase("change", "figures").search(text)
    if match is None or any(
        piece.start < match.end("number") and match.start("number") < piece.end for piece in pieces
    ):
        return None, None
    was, number = (read_number(match[name]) if match[name] else None for name in ("was", "number"))
    return was.value if was else None, number.value if number else None


def named_number(text: str, told: dict[str, Value], pieces: Iterable[Piece]) -> dict[str, Value]:
    """A bare number of an attribute that is named: 字数改成3000; 24个 of 学时 is no count."""
    name = name_pattern().search(text)
    attribute = words("change.names")[name[0]] if name else ""
    if not name or attribute in told:
        return {}
    units = [piece for piece in pieces if piece.quantity and piece.quantity.attribute != "count"]
    numbers = [
        number
        for number in find_numbers(text)
        if number.start >= name.end()
        and not number.value.ordinal
        and not any(piece.start <= number.start < piece.end for piece in units)
    ]
    if not numbers:
        return {}
    told.pop("count", None)
    value = numbers[-1].value.value
    return {attribute: Decimal(value)}


@cache
def name_pattern() -> re.Pattern[str]:
    """The attributes that a bare number may be of."""
    return any_of(sorted(words("change.names"), key=len, reverse=True))
