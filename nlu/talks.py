"""在学术会议上作了2小时报告: a talk with hours is a talk given; the meeting is told of besides where it has days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from nlu.draft import Draft, read
from nlu.pieces import Piece


def with_talks(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The facts, each talk that was given at a meeting one of its own where hours were said of it."""
    for draft in drafts:
        if not (draft.activity == "conference" and _talk_took_hours(draft)):
            yield draft
            continue
        if "days" in read(draft):
            yield _only(draft, "conference")
        yield _only(draft, "teaching")


def _talk_took_hours(draft: Draft) -> bool:
    """Whether hours were said behind the words for the talk; those before it are of the meeting."""
    talks = [piece.start for piece in draft.pieces if piece.activity == "teaching"]
    hours = [piece.start for piece in draft.pieces if piece.quantity and piece.quantity.attribute == "hours"]
    return bool(talks and hours) and min(hours) > min(talks)


def _only(draft: Draft, activity: str) -> Draft:
    """The fact as only the meeting, or only the talk."""
    units = [unit.with_pieces(piece for piece in unit.pieces if _of(piece, activity)) for unit in draft.units]
    given = {**draft.given, "kind": "lecture"} if activity == "teaching" else dict(draft.given)
    return replace(draft, activity=activity, units=units, given=given)


def _of(piece: Piece, activity: str) -> bool:
    other = "hours" if activity == "conference" else "days"
    return piece.activity in (None, activity) and not (piece.quantity and piece.quantity.attribute == other)
