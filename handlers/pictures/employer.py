"""An employer's standing as a picture: how many are complete, how far the others are, department by department.

Whoever calls this decides what may be seen: bands and departments that are too small are left out before.
"""

from __future__ import annotations

from dataclasses import dataclass

from handlers.pictures import palette as of
from handlers.pictures.canvas import WIDTH, Canvas, fitted, width_of
from handlers.pictures.progress import EDGE, INSIDE, foot, head

TOP = 220
SHARE = 470
BAND = 84
DEPARTMENT = 108
HEADING = 116


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: its name, how many of how many, and the words for that."""

    label: str
    part: int
    whole: int
    figure: str


@dataclass(frozen=True, slots=True)
class Standing:
    """All that the picture shows, in words; `bands` and `departments` may be empty, their headings too."""

    title: str
    who: str
    note: str
    complete: int
    members: int
    headline: str
    facts: tuple[tuple[str, str], ...]
    bands_heading: str
    bands: tuple[Bar, ...]
    departments_heading: str
    departments: tuple[Bar, ...]
    source: str
    foot: tuple[str, str]


def draw_standing(shown: Standing) -> bytes:
    """The picture as a PNG, 1080 pixels wide."""
    blocks = [(shown.bands_heading, shown.bands, BAND), (shown.departments_heading, shown.departments, DEPARTMENT)]
    blocks = [block for block in blocks if block[1]]
    height = TOP + SHARE + sum(28 + HEADING + len(bars) * step + 16 for _, bars, step in blocks) + 176
    canvas = Canvas(height, of.GROUND)
    head(canvas, shown.title, shown.who, shown.note)
    share(canvas, shown)
    top = TOP + SHARE + 28
    for heading, bars, step in blocks:
        block(canvas, heading, bars, step, top)
        top += HEADING + len(bars) * step + 16 + 28
    foot(canvas, shown.source, shown.foot)
    return canvas.png()


def share(canvas: Canvas, shown: Standing) -> None:
    """The ring of those who are complete, and the figures beside it."""
    canvas.box((EDGE, TOP), (WIDTH - 2 * EDGE, SHARE), of.PAPER, 40)
    centre = (INSIDE + 180, TOP + SHARE / 2)
    part = shown.complete / shown.members if shown.members else 0.0
    canvas.ring(centre, 170, 42, part, of.TOTAL, of.TOTAL_TRACK)
    canvas.text((centre[0], centre[1] - 12), f"{part:.0%}", 72, of.INK, anchor="mm", bold=True)
    canvas.text((centre[0], centre[1] + 54), shown.headline, 30, of.GREY, anchor="mm")
    top = centre[1] - 96 * (len(shown.facts) - 1) / 2
    for number, (label, figure) in enumerate(shown.facts):
        y = top + 96 * number
        canvas.text((INSIDE + 430, y), label, 36, of.GREY)
        canvas.text((WIDTH - INSIDE, y), figure, 44, of.INK, anchor="rm", bold=True)


def block(canvas: Canvas, heading: str, bars: tuple[Bar, ...], step: int, top: float) -> None:
    """A heading and its rows, each with a bar."""
    canvas.box((EDGE, top), (WIDTH - 2 * EDGE, HEADING + len(bars) * step + 16), of.PAPER, 40)
    canvas.text((INSIDE, top + 66), heading, 38, of.INK, bold=True)
    rows = bands if step == BAND else departments
    rows(canvas, bars, top + HEADING)


def bands(canvas: Canvas, bars: tuple[Bar, ...], top: float) -> None:
    """How many lack how much: bars on one scale, in the colour of what is missing."""
    most = max(*(bar.part for bar in bars), 1)
    for number, bar in enumerate(bars):
        y = top + BAND * number + BAND / 2 - 8
        canvas.text((INSIDE, y), fitted(bar.label, 32, 220), 32, of.INK)
        room = WIDTH - 2 * INSIDE - 240 - 120
        canvas.box((INSIDE + 240, y - 20), (max(room * bar.part / most, 8), 40), of.PUBLIC if bar.part else of.HAIR, 12)
        canvas.text((WIDTH - INSIDE, y), bar.figure, 34, of.INK, anchor="rm", bold=True)


def departments(canvas: Canvas, bars: tuple[Bar, ...], top: float) -> None:
    """How many of each department are complete: the name above, a bar below."""
    width = WIDTH - 2 * INSIDE
    for number, bar in enumerate(bars):
        y = top + DEPARTMENT * number
        room = width - width_of(bar.figure, 34) - 30
        canvas.text((INSIDE, y + 22), fitted(bar.label, 34, room), 34, of.INK)
        canvas.text((WIDTH - INSIDE, y + 22), bar.figure, 34, of.INK, anchor="rm", bold=True)
        canvas.box((INSIDE, y + 56), (width, 18), of.TOTAL_TRACK, 9)
        if bar.part:
            canvas.box((INSIDE, y + 56), (max(width * bar.part / bar.whole, 18), 18), of.TOTAL, 9)
