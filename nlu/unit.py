"""A unit: a stretch of the message between borders that speaks of one activity at most."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from nlu.absorbing import absorbs
from nlu.dimensions.time_when import When
from nlu.pieces import NONE, Piece

FULL_STOP = 4  # the strength of the border that ends a sentence


@dataclass(frozen=True, slots=True)
class Unit:
    """`border` is the strength of what stands before it: 4 a full stop, 3 a comma, 2 a list mark, 1 a space, 0 none.

    `header`: a colon follows. `anchor` names the activity; `cues` are those of all its pieces; `whens` its times, those
    of a term of employment left out. Make one with `unit_of`.
    """

    start: int
    end: int
    text: str
    pieces: tuple[Piece, ...]
    border: int
    sentence: int
    header: bool = False
    anchor: Piece | None = None
    cues: frozenset[str] = NONE
    whens: tuple[When, ...] = ()

    @property
    def activity(self) -> str | None:
        return self.anchor.activity if self.anchor else None

    def has(self, cue: str) -> bool:
        return cue in self.cues

    def between(self, start: int, end: int) -> str:
        """The text between two places of the message."""
        return self.text[max(0, start - self.start) : max(0, end - self.start)]

    def with_pieces(self, pieces: Iterable[Piece]) -> Unit:
        """The same stretch with other pieces."""
        return _made(self.start, self.end, self.text, pieces, (self.border, self.sentence, self.header))

    def reaching(self, last: Unit) -> Unit:
        """The same unit to the end of a later one."""
        return replace(self, end=last.end, text=self.text + " " * (last.start - self.end) + last.text)


def unit_of(
    text: str, span: tuple[int, int], pieces: Iterable[Piece], border: int, sentence: int, *, header: bool = False
) -> Unit:
    """The unit of a stretch of the message."""
    start, end = span
    return _made(start, end, text[start:end], pieces, (border, sentence, header))


def _made(start: int, end: int, text: str, pieces: Iterable[Piece], place: tuple[int, int, bool]) -> Unit:
    pieces = tuple(pieces)
    cues = NONE.union(*[piece.cues for piece in pieces])
    whens = tuple([piece.when for at, piece in enumerate(pieces) if piece.when and not of_term(pieces, at)])
    return Unit(start, end, text, pieces, *place, _anchor(pieces), cues, whens)


def _anchor(pieces: tuple[Piece, ...]) -> Piece | None:
    """The piece that names the activity; of several that fit together the one that takes the others in."""
    anchors = [piece for piece in pieces if piece.activity]
    strong = [piece for piece in anchors if piece.entry and not piece.entry.yields]
    kinds = {(piece.activity, piece.text): piece for piece in strong}.values()
    free = [piece for piece in strong if not any(takes_in(other, piece) for other in kinds)]
    return next(iter(free or strong or anchors), None)


def takes_in(keeper: Piece, taken: Piece, *, own_words: bool = False) -> bool:
    """Whether one word's activity is only a part of the other's in their clause."""
    if keeper.activity == taken.activity:
        return False
    if keeper.entry and taken.activity in keeper.entry.takes:
        return True
    return absorbs(keeper.activity, taken.activity, near=True, own_words=own_words)


def of_term(pieces: tuple[Piece, ...], at: int) -> bool:
    """Whether a time is that of the term of employment (聘期2017到2021)."""
    before = [piece for piece in pieces[:at] if "term" in piece.cues or piece.when]
    return bool(before) and "term" in before[-1].cues


def names_one(unit: Unit) -> bool:
    """Whether a unit begins with which one it speaks of: 市级那个, 一作的那篇."""
    told = [piece for piece in unit.pieces if "turn" not in piece.cues]
    if len(told) < 2 or "that" not in told[1].cues or not told[0].says or told[0].quantity or told[0].when:
        return False
    return unit.between(told[0].end, told[1].start) in ("", "的")
