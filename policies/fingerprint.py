"""A short name of a value's whole content, the same in every process: what changes with it can be told apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from hashlib import sha256


def fingerprint(value: object) -> str:
    """Sixteen characters that change when anything within changes."""
    return sha256("".join(_parts(value)).encode()).hexdigest()[:16]


def _parts(value: object) -> Iterable[str]:
    """The content as text, what has no order in order."""
    if is_dataclass(value) and not isinstance(value, type):
        yield type(value).__name__
        for each in fields(value):
            yield f"|{each.name}="
            yield from _parts(getattr(value, each.name))
    elif isinstance(value, Mapping):
        yield from sorted("".join((*_parts(key), ":", *_parts(item))) for key, item in value.items())
    elif isinstance(value, (set, frozenset)):
        yield from sorted("".join(_parts(item)) for item in value)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield ","
            yield from _parts(item)
    elif not callable(value):  # what a pack's conditions were compiled to says nothing that they do not
        yield repr(value)
