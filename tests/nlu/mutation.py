"""Messages that nobody would type, made from those that people do: slips, splices, odd characters, endless repetition.

The same seed gives the same messages. Nothing is known of what they mean; parsing must merely bear them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

LONGEST = 10_000
_DATA = tomllib.loads((Path(__file__).parent / "corpus" / "oddities.toml").read_text(encoding="utf-8"))
_TWINS: dict[str, str] = {char: group for group in _DATA["alike"] for char in group}
_ODD: str = _DATA["odd"]
_NUMBERS: list[str] = _DATA["numbers"]
_JOINTS: list[str] = _DATA["joints"]
_LOOPS: list[str] = _DATA["loops"]

Change = Callable[[str, Random], str]


def messages(seed: int, phrasings: Sequence[str]) -> Iterator[str]:
    """Endless messages grown from `phrasings`, no longer than ten thousand characters."""
    random = Random(seed)
    while True:
        text = _start(random, phrasings)
        for _ in range(random.choice((1, 1, 1, 2, 2, 3, 5, 9))):
            text = random.choice(_CHANGES)(text, random)
        yield text[:LONGEST]


def _start(random: Random, phrasings: Sequence[str]) -> str:
    kind = random.random()
    if kind < 0.80:
        return random.choice(phrasings)
    if kind < 0.94:
        return random.choice(_JOINTS).join(random.choices(phrasings, k=random.randint(2, 6)))
    if kind < 0.97:
        return "".join(_any_char(random) for _ in range(random.randint(0, 80)))
    if kind < 0.995:
        return random.choice(_LOOPS) * random.randint(2, 120)
    return _long(random, phrasings)


def _long(random: Random, phrasings: Sequence[str]) -> str:
    if random.random() < 0.5:
        loop = random.choice(_LOOPS) + random.choice(("", random.choice(_LOOPS)))
        return (loop * (LONGEST // max(len(loop), 1)))[: random.choice((LONGEST - 1, LONGEST // 3, 999, 1001))] + "x"
    return random.choice(_JOINTS).join(random.choices(phrasings, k=random.choice((30, 100, 700))))


def _any_char(random: Random) -> str:
    """Any character of Unicode but a lone half of a surrogate pair, which no channel can carry."""
    if random.random() < 0.4:
        return random.choice(_ODD)
    code = random.randrange(random.choice((0x80, 0x3000, 0xA000, 0x110000)))
    return chr(code) if not 0xD800 <= code < 0xE000 else "\ufffd"


def _swapped(text: str, random: Random) -> str:
    at = _place(text, random)
    return text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :]


def _doubled(text: str, random: Random) -> str:
    at, width = _place(text, random), random.choice((1, 1, 1, 2, 5))
    return text[:at] + text[at : at + width] * random.choice((2, 2, 2, 3, 40)) + text[at + width :]


def _dropped(text: str, random: Random) -> str:
    at = _place(text, random)
    return text[:at] + text[at + random.choice((1, 1, 1, 2, 6)) :]


def _misheard(text: str, random: Random) -> str:
    places = [at for at, char in enumerate(text[:200]) if char in _TWINS]
    if not places:
        return text
    at = random.choice(places)
    return text[:at] + random.choice(_TWINS[text[at]]) + text[at + 1 :]


def _split(text: str, random: Random) -> str:
    return _inserted(text, random, random.choice(_JOINTS))


def _numbered(text: str, random: Random) -> str:
    return _inserted(text, random, random.choice(_NUMBERS))


def _dirtied(text: str, random: Random) -> str:
    return _inserted(text, random, "".join(_any_char(random) for _ in range(random.choice((1, 1, 2, 8)))))


def _looped(text: str, random: Random) -> str:
    return _inserted(text, random, random.choice(_LOOPS) * random.choice((1, 1, 2, 3, 30)))


def _cut(text: str, random: Random) -> str:
    at = _place(text, random)
    return text[at:] if random.random() < 0.5 else text[:at]


def _spaced(text: str, random: Random) -> str:
    return random.choice((" ", "\n", "\u200b", "，", "\u0301")).join(text[:400])


def _inserted(text: str, random: Random, what: str) -> str:
    at = random.randint(0, len(text))
    return text[:at] + what + text[at:]


def _place(text: str, random: Random) -> int:
    return random.randrange(len(text)) if text else 0


_CHANGES: tuple[Change, ...] = (
    *(_swapped, _doubled, _dropped, _misheard, _misheard, _split, _split, _numbered, _numbered, _numbered),
    *(_dirtied, _dirtied, _looped, _cut, _swapped, _doubled, _dropped, _misheard, _numbered, _spaced),
)
