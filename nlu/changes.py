"""Amendments and withdrawals: which entry is meant, and what holds instead.

What a correction says falls apart into three: words for the entry meant (去年那篇论文), words for what was wrong
(不是二作), and words for what holds (是三作).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlu.dimensions.numeral import read_number
from nlu.dimensions.time_when import Grain, When
from nlu.draft import joined, meaning
from nlu.figures import figures_in, name_pattern, named_number
from nlu.in_order import place_in_order
from nlu.known import allowed, attributes_of
from nlu.phrases import phrase, said
from nlu.pieces import Piece
from nlu.reading import Change, Context, Intent, Reference
from nlu.shifts import shifts_in, with_shifts
from policies.facts import Value

FINE = frozenset({Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.SEASON, Grain.HALF})
NEAR = 12  # characters from the beginning, within which a word of change need not follow a name


@dataclass(frozen=True, slots=True)
class Parts:
    """The pieces of a correction: of the entry meant, and of what holds instead."""

    target: tuple[Piece, ...]
    new: tuple[Piece, ...]


def change_of(text: str, pieces: list[Piece], intent: Intent, context: Context) -> Change:
    """What is to change, and where."""
    shifts = [] if intent is Intent.UNDO else list(shifts_in(text))
    pieces = [p for p in pieces if not any(start <= p.start < end for (start, end), _, _ in shifts)]
    counted = [match for name in ("number", "place") for match in phrase("change", name).finditer(text)]
    pieces = [p for p in pieces if p.activity or not any(m.start() <= p.start < m.end() for m in counted)]
    whole = intent is Intent.UNDO or context.asked == "entry" or (bool(shifts) and all(map(_names, pieces)))
    parts = Parts(tuple(pieces), ()) if whole else _parts(text, pieces)
    named = next((piece.activity for piece in parts.target if piece.activity), None) or _hinted(text, parts.target)
    activity = named or context.last_activity
    if _told_apart(parts.new):
        parts = Parts(parts.target, ())  # what becomes of each is to be said one by one
    when = next((piece.when for piece in reversed(parts.new) if piece.when), None)
    other = _other_activity(parts.new, activity)
    told = any(piece.quantity or piece.rank is not None for piece in parts.new)
    if other not in (None, "public_course") and named is None and told and not _denied(text, pieces):
        named, activity, other = other, other, None  # 改成论文二作: it is the paper that is meant
    attributes = _attributes(text, parts.new, other or activity)
    if other == "public_course" and activity and "subject" in attributes_of(activity):
        other, attributes = None, {**attributes, "subject": "public"}
    attributes, shift = with_shifts(text, attributes, shifts)
    was, figure = (None, None) if attributes or when or shift else figures_in(text, pieces)
    return Change(
        _reference(text, parts.target, named, context.last_activity),
        attributes=attributes,
        when=when.period if when and not when.unsure else None,
        activity=other,
        back=said("change", "back", text),
        was=was,
        number=figure,
        part=not shift and said("change", "part", text),
        shift=shift,
    )


def _told_apart(new: tuple[Piece, ...]) -> bool:
    """Whether several are told of at once: 应该是两篇二作一篇一作."""
    kinds = [piece for piece in new if piece.rank is not None or (piece.entry and piece.entry.sets)]
    return len(kinds) > 1 and sum(piece.counts for piece in new) > 1


def _reference(text: str, target: tuple[Piece, ...], activity: str | None, last: str | None) -> Reference:
    """The entry that is meant. `last`: what was talked of, of whose kind an entry is that no activity names."""
    number = phrase("change", "number").search(text)
    nth = (
        read_number(number["nth"] or number["no"] or number["ba"])
        if number
        else read_number(text.rstrip("号个条"))
        if len(text) < 4
        else None
    )
    times: list[When] = [
        piece.when for piece in target if piece.when and not piece.when.relative_to_context and not piece.when.vague
    ]
    naming = tuple(piece for piece in target if not piece.quantity and (activity or _names_it(text, piece)))
    told = _attributes(text, naming, activity or last) if naming else {}
    anchors = {name for piece in target if piece.activity and piece.entry for name in piece.entry.sets}
    anchors |= {name for piece in naming if _names_it(text, piece) for name in meaning(piece, activity or last)}
    return Reference(
        number=int(nth.value) if nth else None,
        last=said("change", "last", text),
        all=said("change", "all", text) and activity is None and not any(char.isdigit() for char in text),
        activity=activity,
        year=times[0].year if times else None,
        attributes={
            name: value
            for name, value in told.items()
            if name in ("level", "kind", "organizer", "grade") or name in anchors
        },
        when=times[0].period if times and times[0].grain in FINE else None,
        place=place_in_order(text),
    )


def _wrong(text: str) -> set[int]:
    """Where the words for what was wrong stand."""
    return {at for match in phrase("change", "old").finditer(text) for at in range(*_span(match))}


def _denied(text: str, pieces: list[Piece]) -> bool:
    """Whether it was said what kind of activity it was not."""
    wrong = _wrong(text)
    return any((piece.activity or piece.hint) and piece.start in wrong for piece in pieces)


def _parts(text: str, pieces: list[Piece]) -> Parts:
    """Which pieces name the entry, and which say what holds; those of what was wrong are left out."""
    old = _wrong(text)
    kept = [piece for piece in pieces if piece.start not in old]
    pivot = _pivot(text, kept, old)
    if pivot is None:
        if not any(piece.activity or _names_it(text, piece) for piece in kept):
            return Parts((), tuple(kept))
        named = [piece for piece in kept if _names(piece) or _names_it(text, piece)]
        values = [piece for piece in kept if piece not in named]
        return Parts(tuple(named), tuple(values)) if values or name_pattern().search(text) else Parts((), tuple(kept))
    before = [piece for piece in kept if piece.start < pivot[0]]
    after = [piece for piece in kept if piece.start >= pivot[1]]
    late = [piece for piece in after if _names_it(text, piece)]
    before, after = [*before, *late], [piece for piece in after if piece not in late]  # 改成主编，今年那本
    new = after if pivot[2] else [*(p for p in before if not (_names(p) or _of_what_is_named(text, p, before))), *after]
    return Parts(tuple(before), tuple(new))


def _span(match: re.Match[str]) -> tuple[int, int]:
    return match.span("what") if match["what"] else match.span("as")


def _pivot(text: str, kept: list[Piece], old: set[int]) -> tuple[int, int, bool] | None:
    """Where what holds instead begins, after a word of change; and whether what stands before is replaced by it."""
    last = max((piece.start for piece in kept if _tells(piece)), default=-1)
    first = min((piece.start for piece in kept if _names(piece)), default=len(text))
    for match in phrase("change", "pivot").finditer(text):
        if match.end() > last:
            break
        if match.start() not in old and (match.start() < NEAR or first < match.start()):
            return match.start(), match.end(), said("change", "replaces", match[0])
    return None


def _names_it(text: str, piece: Piece) -> bool:
    """Whether a piece only names the entry: 去年那篇, 省级那个, 二作的那篇."""
    return not piece.quantity and said("change", "names_it", text[piece.end : piece.end + 4])


def _of_what_is_named(text: str, piece: Piece, beside: list[Piece]) -> bool:
    """Whether a piece tells which entry is named: 二作那篇, the 省级 of 省级会议."""
    named = any(other.activity and other.start == piece.end for other in beside)
    return _names_it(text, piece) or (named and piece.quantity is None)


def _names(piece: Piece) -> bool:
    """Whether a piece can name an entry: an activity or a year."""
    return bool(piece.activity or piece.when)


def _tells(piece: Piece) -> bool:
    """Whether a piece tells a value."""
    return bool(piece.when or piece.quantity or piece.rank is not None or (piece.entry and piece.says))


def _hinted(text: str, target: tuple[Piece, ...]) -> str | None:
    hints = [hint for piece in target for hint in piece.hint]
    return hints[0] if hints and said("change", "points_at", text) else None


def _other_activity(new: tuple[Piece, ...], activity: str | None) -> str | None:
    """Another kind of activity than was recorded: 那不是讲座，是培训; 学术讲座 is a kind of teaching too."""
    telling = [
        piece for piece in new if piece.entry and not piece.entry.yields and not piece.entry.by.get(activity or "")
    ]
    named = next((piece.activity for piece in telling if piece.activity), None)
    return named if named and activity and named != activity else None


def _attributes(text: str, pieces: tuple[Piece, ...], activity: str | None) -> dict[str, Value]:
    """The values that pieces tell of an activity; a bare number is of the attribute that was named (字数改成3000)."""
    told: dict[str, Value] = {}
    for piece in pieces:
        for name, value in meaning(piece, activity).items():
            told[name] = joined(name, told.get(name), value)
        if piece.quantity:
            told |= allowed({piece.quantity.attribute: piece.quantity.amount}, activity)
    return {**told, **named_number(text, told, pieces)}
