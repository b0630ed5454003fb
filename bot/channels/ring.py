"""The year's progress drawn in characters: a ring of braille dots with the share in its middle, and a bar a subject."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import atan2, hypot, pi
from typing import cast

from bot.wording import BAR, BAR_COMPLETE, TALLY

Json = Mapping[str, object]

ROWS, COLUMNS = 5, 10  # of characters; each holds two by four dots, so the ring is 20 dots across
OUTER, INNER, THIN = 10.0, 7.2, 8.9  # radii in dots: done is drawn from INNER, what is missing from THIN
BAR_WIDTH = 18
BLANK = 0x2800
# the braille bit of each dot of a character, by column and row
DOT_BITS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))


def draw(balance: Json) -> list[str]:
    """The lines of a balance's picture; none where the year has no requirement on file."""
    required, credited, short = (
        cast("Mapping[str, float | None]", balance[k]) for k in ("required", "credited", "short")
    )
    if not required["total"]:
        return []
    missing = short["total"] or 0
    # what a deeming covers is met without hours, so the share is of what was asked for, not of what was credited
    share = max(0.0, 1 - missing / required["total"])
    bars = [bar(TALLY[key], credited[key] or 0, required[key] or 0, short[key] or 0) for key in TALLY if required[key]]
    beside = [""] * ((ROWS - len(bars)) // 2) + bars + [""] * ROWS
    return [f"  {left}  {right}".rstrip() for left, right in zip(ring(share), beside, strict=False)]


def ring(share: float) -> list[str]:
    """A ring that is thick for `share` (0 to 1) of its round, clockwise from the top, with the percentage inside."""
    lines = ["".join(_character(column, row, share) for column in range(COLUMNS)) for row in range(ROWS)]
    label = f"{int(share * 100)}%"
    start = (COLUMNS - len(label)) // 2
    lines[ROWS // 2] = lines[ROWS // 2][:start] + label + lines[ROWS // 2][start + len(label) :]
    return lines


def bar(name: str, credited: float, required: float, short: float) -> str:
    """One subject: how much of what is required counts already."""
    full = BAR_WIDTH if not short else min(BAR_WIDTH - 1, round(BAR_WIDTH * (1 - short / required)))
    blocks = "█" * full + "░" * (BAR_WIDTH - full)
    end = BAR.format(short=f"{short:g}") if short else BAR_COMPLETE
    return f"{name} {blocks} {credited:g}/{required:g} {end}"


def _character(column: int, row: int, share: float) -> str:
    return chr(BLANK | sum(bit for x, y, bit in _dots(column, row) if _is_set(x, y, share)))


def _dots(column: int, row: int) -> Iterator[tuple[float, float, int]]:
    """The dots of a character: where each lies, seen from the ring's middle, and its bit."""
    for across, bits in enumerate(DOT_BITS):
        for down, bit in enumerate(bits):
            yield 2 * column + across + 0.5 - COLUMNS, 4 * row + down + 0.5 - 2 * ROWS, bit


def _is_set(x: float, y: float, share: float) -> bool:
    turned = (atan2(x, -y) / (2 * pi)) % 1
    return (INNER if turned < share else THIN) <= hypot(x, y) <= OUTER
