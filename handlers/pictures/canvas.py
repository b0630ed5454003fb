"""A sheet to draw on, in the pixels of a phone. All is drawn larger and scaled down, so that edges are smooth."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from handlers.pictures.fonts import font_file, writable

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

WIDTH = 1080
FINE = 2  # pixels drawn for each one shown
RINGS = 2  # and for rings, whose edges show most, that many for each of those
Colour = str
Point = tuple[float, float]


class Canvas:
    """A sheet of `WIDTH` by `height` pixels. Places and sizes are in pixels as shown; anchors are Pillow's."""

    def __init__(self, height: int, background: Colour) -> None:
        from PIL import Image, ImageDraw  # noqa: PLC0415 - heavy, and most turns draw nothing

        self.height = height
        self._image: Image.Image = Image.new("RGB", (WIDTH * FINE, height * FINE), background)
        self._draw = ImageDraw.Draw(self._image)

    def text(self, at: Point, words: str, size: int, colour: Colour, *, anchor: str = "lm", bold: bool = False) -> None:
        """Words at a place; the font has one weight, so that bold ones get an outline."""
        place = (at[0] * FINE, at[1] * FINE)
        outline = stroke(size) if bold else 0
        self._draw.text(place, writable(words), colour, font(size), anchor=anchor, stroke_width=outline)

    def box(self, at: Point, size: Point, colour: Colour, radius: float = 0) -> None:
        """A filled rectangle, its corners rounded."""
        corners = (at[0] * FINE, at[1] * FINE, (at[0] + size[0]) * FINE - 1, (at[1] + size[1]) * FINE - 1)
        self._draw.rounded_rectangle(corners, radius * FINE, colour)

    def line(self, start: Point, end: Point, colour: Colour, width: float = 2) -> None:
        points = [(x * FINE, y * FINE) for x, y in (start, end)]
        self._draw.line(points, colour, round(width * FINE))

    def dashes(self, start: Point, end: Point, colour: Colour) -> None:
        """A level dashed line."""
        at = start[0]
        while at < end[0]:
            self.line((at, start[1]), (min(at + 14, end[0]), start[1]), colour, 3)
            at += 24

    def tick(self, centre: Point, radius: float, colour: Colour, mark: Colour = "#FFFFFF") -> None:
        """A disc with a tick in it."""
        x, y = centre
        self.disc(centre, radius, colour)
        points = [(x - 0.45 * radius, y + 0.02 * radius), (x - 0.12 * radius, y + 0.36 * radius)]
        points.append((x + 0.48 * radius, y - 0.34 * radius))
        fine = [(a * FINE, b * FINE) for a, b in points]
        self._draw.line(fine, mark, round(0.22 * radius * FINE), joint="curve")

    def disc(self, centre: Point, radius: float, colour: Colour) -> None:
        x, y = centre
        self._draw.ellipse([(x - radius) * FINE, (y - radius) * FINE, (x + radius) * FINE, (y + radius) * FINE], colour)

    def slope(self, height: float, colours: tuple[Colour, Colour]) -> None:
        """A band across the top that goes from one colour to another, downwards."""
        from PIL import Image, ImageColor  # noqa: PLC0415

        strip = Image.new("RGB", (1, 2))
        for row, colour in enumerate(colours):
            strip.putpixel((0, row), ImageColor.getrgb(colour))
        self._image.paste(strip.resize((WIDTH * FINE, round(height * FINE)), Image.Resampling.BICUBIC), (0, 0))

    def ring(self, centre: Point, radius: float, width: float, share: float, colour: Colour, track: Colour) -> None:
        """A ring filled clockwise from the top by `share` (0 to 1), with round ends."""
        from PIL import Image, ImageDraw  # noqa: PLC0415

        fine = FINE * RINGS
        side = round(2 * radius * fine)
        mask = Image.new("L", (side, side))
        place = (round((centre[0] - radius) * FINE), round((centre[1] - radius) * FINE))
        for part, shade in ((1.0, track), (min(share, 1.0), colour)):
            mask.paste(0, (0, 0, side, side))
            _arc(ImageDraw.Draw(mask), side, width * fine, part)
            small = mask.resize((side // RINGS, side // RINGS), Image.Resampling.BOX)
            self._image.paste(Image.new("RGB", small.size, shade), place, small)

    def png(self) -> bytes:
        """The sheet as a PNG file."""
        from PIL import Image  # noqa: PLC0415

        shown: Image.Image = self._image.resize((WIDTH, self.height), Image.Resampling.LANCZOS)
        out = BytesIO()
        shown.save(out, "PNG", compress_level=7)
        return out.getvalue()


def _arc(draw: object, side: int, width: float, share: float) -> None:
    from math import cos, pi, sin  # noqa: PLC0415

    if share <= 0:
        return
    draw.arc([0, 0, side - 1, side - 1], -90, -90 + 360 * share, 255, round(width))  # type: ignore[attr-defined]
    middle, cap = (side - width) / 2, width / 2
    for turn in (0.0, share):
        x, y = side / 2 + middle * sin(2 * pi * turn), side / 2 - middle * cos(2 * pi * turn)
        draw.ellipse([x - cap, y - cap, x + cap, y + cap], 255)  # type: ignore[attr-defined]


@cache
def font(size: int) -> FreeTypeFont:
    """The font in a size of shown pixels."""
    from PIL import ImageFont  # noqa: PLC0415

    return ImageFont.truetype(str(font_file()), size * FINE)


def stroke(size: int) -> float:
    """How much bolder bold is."""
    return size * FINE / 44


def width_of(words: str, size: int) -> float:
    """How wide words come out."""
    return font(size).getlength(writable(words)) / FINE


def fitted(words: str, size: int, width: float) -> str:
    """The words, cut with an ellipsis where they would be wider than `width`."""
    if width_of(words, size) <= width:
        return words
    while words and width_of(words + "…", size) > width:
        words = words[:-1]
    return words.rstrip("（，、 ") + "…"
