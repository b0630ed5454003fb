"""The chart of several years, for a title review: a column for each, what it wanted, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.pictures import palette as of
from handlers.pictures.canvas import WIDTH, Canvas, fitted, width_of
from handlers.pictures.progress import EDGE, INSIDE, foot, head

TOP = 220
CHART = 600
PLOT_TOP, PLOT_BOTTOM = TOP + 210, TOP + CHART - 122
ROW = 116
WIDEST = 96
LEGEND = 40
MOST_SHOWN = 2.2  # times what was required; a column of more ends there, its figure says how much it is


@dataclass(frozen=True, slots=True)
class Year:
    """One year's column: hours by subject from the ground up, what was required (0: nothing known), and its words.

    `status` is good, short, running or unknown; `short` says what is missing, nothing where it is good.
    """

    label: str
    parts: tuple[tuple[str, float], ...]
    need: float
    figure: str
    status: str
    short: str
    detail: str
    source: str

    @property
    def have(self) -> float:
        return sum(hours for _, hours in self.parts)


@dataclass(frozen=True, slots=True)
class Years:
    """All that the chart shows, in words. `legend` names the subjects that occur."""

    title: str
    who: str
    note: str
    headline: str
    complete: bool
    legend: tuple[tuple[str, str], ...]
    years: tuple[Year, ...]
    source: str
    foot: tuple[str, str]


COLOURS = {"good": of.DONE, "short": of.SHORT, "running": of.PUBLIC, "unknown": of.FAINT}


def draw_years(shown: Years) -> bytes:
    """The chart as a PNG, 1080 pixels wide."""
    list_top = TOP + CHART + 28
    list_height = len(shown.years) * ROW + 32
    canvas = Canvas(list_top + list_height + 176, of.GROUND)
    head(canvas, shown.title, shown.who, shown.note)
    canvas.box((EDGE, TOP), (WIDTH - 2 * EDGE, CHART), of.PAPER, 40)
    headline(canvas, shown)
    columns(canvas, shown.years)
    canvas.box((EDGE, list_top), (WIDTH - 2 * EDGE, list_height), of.PAPER, 40)
    for number, year in enumerate(shown.years):
        row(canvas, year, list_top + 16 + number * ROW, first=not number)
    foot(canvas, shown.source, shown.foot)
    return canvas.png()


def headline(canvas: Canvas, shown: Years) -> None:
    """The verdict, and below it what the colours mean."""
    at = INSIDE
    if shown.complete:
        canvas.tick((at + 25, TOP + 72), 25, of.DONE)
        at += 66
    colour = of.DONE if shown.complete else of.INK
    canvas.text((at, TOP + 72), fitted(shown.headline, 46, WIDTH - INSIDE - at), 46, colour, bold=True)
    at = INSIDE
    for subject, label in shown.legend:
        canvas.disc((at + 10, TOP + 140), 10, of.SUBJECTS.get(subject, of.OTHER))
        canvas.text((at + 32, TOP + 139), label, 28, of.GREY)
        at += round(32 + width_of(label, 28) + LEGEND)


def columns(canvas: Canvas, years: tuple[Year, ...]) -> None:
    """A column for each year, all on one scale."""
    needed = max(year.need for year in years)
    tallest = max([*(max(year.have, year.need) for year in years), 1.0])
    tallest = min(tallest, MOST_SHOWN * needed) if needed else tallest
    room = (WIDTH - 2 * INSIDE) / len(years)
    width = round(min(WIDEST, room * 0.58))
    canvas.line((INSIDE, PLOT_BOTTOM), (WIDTH - INSIDE, PLOT_BOTTOM), of.HAIR, 3)
    for number, year in enumerate(years):
        middle = INSIDE + room * (number + 0.5)
        column(canvas, year, middle, width, (PLOT_BOTTOM - PLOT_TOP) / tallest)
        canvas.text((middle, PLOT_BOTTOM + 38), year.label, 32, of.INK, anchor="mm")
        if year.status == "good":
            canvas.tick((middle, PLOT_BOTTOM + 84), 17, of.DONE)
        else:
            canvas.text((middle, PLOT_BOTTOM + 84), year.short, 28, COLOURS[year.status], anchor="mm", bold=True)


def column(canvas: Canvas, year: Year, middle: float, width: int, scale: float) -> None:
    """What was wanted as a pale column, what counts in front of it, subject on subject."""
    left = round(middle - width / 2)
    if year.need:
        canvas.box((left, PLOT_BOTTOM - year.need * scale), (width, year.need * scale), of.GROUND, 10)
    at = float(PLOT_BOTTOM)
    filled = [(subject, hours) for subject, hours in year.parts if hours]
    for number, (subject, hours) in enumerate(filled):
        height = min(max(hours * scale, 4), at - PLOT_TOP)
        rounded = 10 if number == len(filled) - 1 else 0
        canvas.box((left, at - height), (width, height), of.SUBJECTS.get(subject, of.OTHER), min(rounded, height / 2))
        if rounded:
            canvas.box((left, at - height / 2), (width, height / 2), of.SUBJECTS.get(subject, of.OTHER))
        at -= height
    if year.need:
        level = PLOT_BOTTOM - year.need * scale
        canvas.dashes((left - 14, level), (left + width + 14, level), of.GREY)
    above = min(at, PLOT_BOTTOM - year.need * scale)
    canvas.text((middle, above - 26), year.figure, 32, of.INK, anchor="mm", bold=True)


def row(canvas: Canvas, year: Year, top: float, *, first: bool) -> None:
    """One year in words."""
    right = WIDTH - INSIDE
    if not first:
        canvas.line((INSIDE, top), (right, top), of.HAIR)
    middle = top + ROW / 2
    canvas.text((INSIDE, middle - 22), year.label, 38, of.INK, bold=True)
    canvas.text((INSIDE + 122, middle - 22), year.detail, 32, of.INK)
    canvas.text((INSIDE + 122, middle + 26), fitted(year.source, 27, right - INSIDE - 150), 27, of.GREY)
    if year.status == "good":
        canvas.tick((right - 20, middle - 21), 20, of.DONE)
    else:
        canvas.text((right, middle - 22), year.short, 34, COLOURS[year.status], anchor="rm", bold=True)
