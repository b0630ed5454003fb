"""Attributes as JSON and back, exactly: a number keeps every digit, a flag stays a flag, an order of keys is fixed.

Texts and flags are written as they are, a number as {"number": "2.50"}, a range as {"range": [2, null]}.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from policies.facts import Attributes, Range, Value

Json = dict[str, object]

_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def encode_value(value: Value | int) -> object:
    """A value as JSON holds it. Raises TypeError for what is no value, ValueError for a number that is not finite."""
    if isinstance(value, (str, bool)):
        return value
    if isinstance(value, Range):
        return {"range": [value.low, value.high]}
    if isinstance(value, (int, Decimal)):
        number = Decimal(value)
        if not number.is_finite():
            raise ValueError(f"{value} is no finite number")
        return {"number": str(number)}
    raise TypeError(f"{value!r} is no attribute value")


def decode_value(data: object) -> Value:
    """The value that `encode_value` wrote. Raises ValueError for anything else."""
    match data:
        case str() | bool():
            return data
        case {"number": str(digits)}:
            return Decimal(digits)
        case {"range": [int(low), int() | None as high]}:
            return Range(low, high)
        case _:
            raise ValueError(f"{data!r} is no stored value")


def encode_attributes(attributes: Mapping[str, Value]) -> Json:
    """Attributes as a JSON object, its keys in order, so that equal attributes are written alike."""
    return {name: encode_value(attributes[name]) for name in sorted(attributes)}


def decode_attributes(data: Mapping[str, object]) -> Attributes:
    """The attributes that `encode_attributes` wrote."""
    return MappingProxyType({name: decode_value(value) for name, value in data.items()})


def attributes_text(attributes: Mapping[str, Value]) -> str:
    """Attributes as the text of one column."""
    return json_text(encode_attributes(attributes))


@lru_cache(maxsize=4096)
def attributes_of(text: str) -> Attributes:
    """The attributes in that text. Pure, and the same few texts are read turn after turn: hence the cache."""
    return decode_attributes(json.loads(text))


def json_text(data: Mapping[str, object]) -> str:
    """A JSON object as compact text."""
    return _COMPACT(data)
