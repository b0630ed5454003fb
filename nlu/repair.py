"""A message with its slips repaired, and what was typed where."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Slip:
    """`heard` was typed where `meant` is read, from `start` to `end` of the repaired text."""

    start: int
    end: int
    heard: str
    meant: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Repair:
    """The text that is read, and the slips in it."""

    text: str
    slips: tuple[Slip, ...] = ()


def replaced(repair: Repair, start: int, end: int, meant: str, *, sure: bool = True) -> Repair:
    """A repair with one more stretch replaced."""
    text = repair.text[:start] + meant + repair.text[end:]
    moved = len(meant) - (end - start)
    slips = [
        replace(slip, start=slip.start + moved, end=slip.end + moved) if slip.start >= end else slip
        for slip in repair.slips
    ]
    return Repair(text, (*slips, Slip(start, start + len(meant), repair.text[start:end], meant, sure)))
