"""What somebody wants made, sent or erased: a table, a statement to print, a picture, their proofs, all their data."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from nlu.changes import change_of
from nlu.dimensions.numeral import read_number
from nlu.phrases import names, phrase, said
from nlu.pieces import Piece, candidates, without_overlaps
from nlu.queries import MOST_YEARS, years_of
from nlu.reading import NO_CONTEXT, Context, ExportWish, Intent
from nlu.text import normalise

PICTURES = frozenset({"picture", "years"})


def export_of(text: str, intent: Intent, pieces: list[Piece]) -> ExportWish | None:
    """The wish of an export, or the picture that goes with a question of how things stand; None where there is none."""
    if intent is Intent.EXPORT:
        return wish_of(text, pieces)
    if intent in {Intent.BALANCE, Intent.TITLE_CHECK} and said("export", "pictured", text):
        wish = wish_of(text, pieces)
        several = wish.recent or len(wish.years) > 1
        return wish if wish.what in PICTURES else replace(wish, what="years" if several else "picture")
    return None


def wish_of(text: str, pieces: list[Piece]) -> ExportWish:
    """The first kind of thing in the lexicon's order that the words name; `unclear` where none is."""
    what = next((name for name in names("export_kind") if said("export_kind", name, text)), "unclear")
    years, recent = years_of(pieces), _recent(text)
    if what == "picture" and (recent or len(years) > 1):
        what = "years"
    target = change_of(text, pieces, Intent.UNDO, NO_CONTEXT).target
    return ExportWish(what, years, recent, target, text)


def _recent(text: str) -> int | None:
    """How many of the last years are meant: 近五年, 这三年."""
    match = phrase("export", "recent").search(text)
    number = read_number(match["years"]) if match else None
    return int(number.value) if number and 1 < number.value <= MOST_YEARS else None


def shown_in(text: str, today: date, context: Context = NO_CONTEXT) -> ExportWish | None:
    """What a photo shows, said beside it or just after it: 这是第二条的证明, 刚才那篇论文的封面. None where the words
    speak of no paper and of no entry."""
    plain = normalise(text)
    pieces = without_overlaps(candidates(plain, today, None))
    target = change_of(plain, pieces, Intent.UNDO, context).target
    pointed = target.number or target.last or target.activity or target.year
    if not said("export", "papers", plain) and not (pointed and said("export", "points", plain)):
        return None
    return ExportWish("shown", target=target, words=plain)


def begins_with_it(text: str) -> bool:
    """Whether words begin by pointing at something there already: 这是…, 刚才那篇…, 第二条…."""
    return said("export", "begins_with_it", normalise(text).strip())
