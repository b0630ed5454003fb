"""The card of one year: three rings, what is missing, what counts, and the document that says so."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.pictures import palette as of
from handlers.pictures.canvas import WIDTH, Canvas, fitted, width_of

EDGE = 48
INSIDE = EDGE + 44
HEAD = 330
RINGS_TOP = 220
RINGS_HEIGHT = 580
ROW = 112


@dataclass(frozen=True, slots=True)
class Ring:
    """One ring: how much of it is full (0 to 1), and the words of its row. `note` stands beside the figures; `met`:
    what was required is there."""

    subject: str
    label: str
    share: float
    have: str
    need: str
    note: str
    short: str
    met: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that counts: what, where that is written, and the hours."""

    what: str
    where: str
    hours: str
    subject: str


@dataclass(frozen=True, slots=True)
class Progress:
    """All that the card shows, in words. `rings` from the outermost; the first one's figure stands in the middle."""

    title: str
    who: str
    days: str
    headline: str
    complete: bool
    rings: tuple[Ring, ...]
    heading: str
    lines: tuple[Line, ...]
    more: str
    nothing: str
    source: str
    foot: tuple[str, str]


def draw_progress(card: Progress) -> bytes:
    """The card as a PNG, 1080 pixels wide."""
    rows = len(card.lines) or 1
    lines_top = RINGS_TOP + RINGS_HEIGHT + 28
    lines_height = 122 + rows * ROW + (56 if card.more else 0)
    height = lines_top + lines_height + 176
    canvas = Canvas(height, of.GROUND)
    head(canvas, card.title, card.who, card.days)
    rings(canvas, card)
    lines(canvas, card, lines_top, lines_height)
    foot(canvas, card.source, card.foot)
    return canvas.png()


def head(canvas: Canvas, title: str, who: str, note: str) -> None:
    """The coloured band: whose and which year on the left, how long there is on the right."""
    canvas.slope(HEAD, of.HEAD)
    room = WIDTH - 2 * EDGE - (width_of(note, 32) + 90 if note else 0)
    canvas.text((EDGE + 4, 84), fitted(title, 54, room), 54, of.ON_HEAD, bold=True)
    canvas.text((EDGE + 6, 152), fitted(who, 34, WIDTH - 2 * EDGE), 34, of.ON_HEAD_FAINT)
    if note:
        width = width_of(note, 32) + 52
        canvas.box((WIDTH - EDGE - width, 54), (width, 62), of.PILL, 31)
        canvas.text((WIDTH - EDGE - width / 2, 85), note, 32, of.ON_HEAD, anchor="mm")


def rings(canvas: Canvas, card: Progress) -> None:
    """The rings with their figure, and beside them a row for each."""
    canvas.box((EDGE, RINGS_TOP), (WIDTH - 2 * EDGE, RINGS_HEIGHT), of.PAPER, 40)
    colour = of.DONE if card.complete else of.INK
    if card.complete:
        canvas.tick((INSIDE + 27, RINGS_TOP + 76), 27, of.DONE)
    at = INSIDE + (72 if card.complete else 0)
    canvas.text((at, RINGS_TOP + 76), fitted(card.headline, 50, 800), 50, colour, bold=True)
    centre, radius = (INSIDE + 205, RINGS_TOP + 338), 205.0
    for number, ring in enumerate(card.rings):
        canvas.ring(centre, radius - 44 * number, 35, ring.share, of.SUBJECTS[ring.subject], of.TRACKS[ring.subject])
    if card.rings:
        figure(canvas, centre, card.rings[0])
    step = 128
    top = centre[1] - step * (len(card.rings) - 1) / 2
    for number, ring in enumerate(card.rings):
        row(canvas, ring, (INSIDE + 474, top + number * step))


def figure(canvas: Canvas, centre: tuple[float, float], ring: Ring) -> None:
    """What counts so far, in the middle."""
    if ring.met and not ring.need:
        canvas.tick(centre, 58, of.SUBJECTS[ring.subject])
        return
    size = 66 if width_of(ring.have, 66) <= 128 else 46
    canvas.text((centre[0], centre[1] - (14 if ring.need else 0)), ring.have, size, of.INK, anchor="mm", bold=True)
    canvas.text((centre[0], centre[1] + 38), ring.need, 28, of.GREY, anchor="mm")


def row(canvas: Canvas, ring: Ring, at: tuple[float, float]) -> None:
    """One ring's row: its colour and name, the figures, what is missing."""
    x, y = at
    colour = of.SUBJECTS[ring.subject]
    canvas.disc((x + 11, y - 26), 11, colour)
    canvas.text((x + 38, y - 27), ring.label, 36, of.INK)
    canvas.text((x + 38, y + 24), f"{ring.have}{ring.need}{ring.note}", 34, of.GREY)
    right = WIDTH - INSIDE
    if ring.short:
        canvas.text((right, y - 27), ring.short, 36, of.SHORT, anchor="rm", bold=True)
    elif ring.met:
        canvas.tick((right - 20, y - 26), 20, colour)


def lines(canvas: Canvas, card: Progress, top: int, height: int) -> None:
    """What counts, the largest first."""
    canvas.box((EDGE, top), (WIDTH - 2 * EDGE, height), of.PAPER, 40)
    canvas.text((INSIDE, top + 66), card.heading, 38, of.INK, bold=True)
    y = top + 108
    if not card.lines:
        canvas.text((INSIDE, y + 50), fitted(card.nothing, 34, WIDTH - 2 * INSIDE), 34, of.GREY)
    for number, each in enumerate(card.lines):
        if number:
            canvas.line((INSIDE, y), (WIDTH - INSIDE, y), of.HAIR)
        line(canvas, each, y + ROW / 2)
        y += ROW
    if card.more:
        canvas.text((WIDTH / 2, y + 28), card.more, 30, of.FAINT, anchor="mm")


def line(canvas: Canvas, shown: Line, middle: float) -> None:
    right = WIDTH - INSIDE
    colour = of.SUBJECTS.get(shown.subject, of.OTHER)
    room = right - INSIDE - width_of(shown.hours, 44) - 60
    canvas.box((INSIDE, middle - 34), (8, 68), colour, 4)
    canvas.text((INSIDE + 30, middle - 21), fitted(shown.what, 36, room), 36, of.INK)
    canvas.text((INSIDE + 30, middle + 27), fitted(shown.where, 28, room), 28, of.GREY)
    canvas.text((right, middle), shown.hours, 44, colour, anchor="rm", bold=True)


def foot(canvas: Canvas, source: str, said: tuple[str, str]) -> None:
    """The document, the day, and that it is no certificate."""
    y = canvas.height - 128
    canvas.text((WIDTH / 2, y), fitted(source, 30, WIDTH - 2 * EDGE), 30, of.GREY, anchor="mm")
    canvas.text((WIDTH / 2, y + 48), fitted(said[0], 26, WIDTH - 2 * EDGE), 26, of.FAINT, anchor="mm")
    canvas.text((WIDTH / 2, y + 88), said[1], 26, of.FAINT, anchor="mm")
