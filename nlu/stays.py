"""Moves: where one worked until then, and since when one works where one does."""

from __future__ import annotations

import re
from datetime import date, timedelta

from nlu.phrases import said
from nlu.pieces import Piece
from nlu.places import Named

CLAUSE_END = re.compile("[，。！？； ]")


def former_of(text: str, places: list[Named], place: str | None) -> Named | None:
    """The place that was left: 从江西调到苏州; 以前在江西，去年调到常德; 去年还在江西，现在在常德."""
    begun = {each.start for each in places}  # 湖南常德 is one place, named by its inner part
    others = [each for each in places if each.name != place and each.end not in begun]
    left = [each for each in others if said("profile", "moved_from", text[: each.start])]
    return next(iter(left or [each for each in others if _was_at(text, each)]), None)


def _was_at(text: str, place: Named) -> bool:
    """Whether one worked there, and was not just there for something: 去年在江西上班, but not 去年在江西开会."""
    clause = CLAUSE_END.split(text[place.end :])[0]
    return said("profile", "was_at", text[: place.start]) and not said("profile", "passing", clause)


def now_at(text: str, pieces: list[Piece], places: list[Named]) -> bool:
    """Whether one was elsewhere until some time and now is here: 23年到25年在江西，现在在常州."""
    here = next((each for each in reversed(places) if said("profile", "now_at", text[: each.start])), None)
    former = former_of(text, places, here.name) if here else None
    return former is not None and any(piece.when and piece.start < former.start for piece in pieces)


def since_of(text: str, pieces: list[Piece], place: Named | None, former: Named | None, today: date) -> date | None:
    """The day of the move: the time said last before the place, else the day after the last time said of the former
    one, else the first time of all."""
    times = [(piece.start, piece.when.period) for piece in pieces if piece.when]
    before = [(at, period) for at, period in times if place and at < place.start]
    if not before:
        return times[0][1].start if times else None
    until = [p.when for p in pieces if p.when and former and p.end <= former.start and p.text.endswith("前")]
    if until:
        return until[-1].period.end + timedelta(days=1)  # 6月前在江西，6月起在常州
    at, period = before[-1]
    over = former and place and at < former.start < place.start and said("profile", "was_at", text[: former.start])
    return period.end + timedelta(days=1) if over and period.end < today else period.start
