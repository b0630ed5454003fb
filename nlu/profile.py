"""What people say of themselves: where they work, moves, time zone, trade, aim, name, the document to go by."""

from __future__ import annotations

from datetime import date
from functools import cache

from nlu.phrases import names, phrase, said, words
from nlu.pieces import Piece
from nlu.places import Named, find_places
from nlu.queries import title_level
from nlu.reading import ProfileChange
from nlu.screen import Screen
from nlu.stays import CLAUSE_END, former_of, now_at, since_of

_TOLD = ("zone", "speaks_of_zone", "speaks_of_self", "aims", "name", "document", "reset")


def profile_of(text: str, pieces: list[Piece], today: date, asked: str | None) -> ProfileChange | None:
    """What changes in the profile, or None."""
    may = {_TOLD[number] for number in _screen().possible(text)}
    places = find_places(text)
    if not may and not places:
        return None
    named, moved = _workplace(text, pieces, places, asked)
    place = named.name if named else None
    came = named is None and said("profile", "came_here", text)
    former = former_of(text, places, place) if moved or came else None
    document, year = (None, None) if may.isdisjoint(("document", "reset")) else _document(text, pieces)
    if document and place and document.startswith(place):
        place = None
    name = phrase("profile", "name").search(text) if "name" in may else None
    change = ProfileChange(
        place=place,
        moved=moved,
        since=since_of(text, pieces, named, former, today) if moved or came else None,
        former=former.name if former else None,
        timezone=None if may.isdisjoint(("zone", "speaks_of_zone")) else _zone(text, place),
        trade=_trade(text) if "speaks_of_self" in may else None,
        title_level=title_level(text) if "aims" in may and said("profile", "aims", text) else None,
        name=name["name"] if name else None,
        document=document,
        document_year=year,
        corrected=place is not None and said("profile", "corrected", text),
    )
    return None if change == ProfileChange() else change


@cache
def _screen() -> Screen:
    """What tells of oneself without naming a place."""
    return Screen([phrase("profile", name).pattern for name in _TOLD])


def _trade(text: str) -> str | None:
    if not said("profile", "speaks_of_self", text) or said("profile", "not_me", text):
        return None
    return next((trade for trade in names("trade") if said("trade", trade, text)), None)


def _workplace(text: str, pieces: list[Piece], places: list[Named], asked: str | None) -> tuple[Named | None, bool]:
    """The place of work that is said, and whether it is a move."""
    telling = any(piece.activity or piece.quantity for piece in pieces)
    if not places or (said("profile", "not_me", text) and not said("profile", "me", text)):
        return None, False
    moved = said("profile", "moved", text) or (
        not telling and (any(_arrived(text, place) for place in places) or now_at(text, pieces, places))
    )
    for place in reversed(places):
        before, after = text[: place.start], text[place.end :]
        if said("profile", "left", before) or _only_asked(text, before, asked):
            continue
        if moved and said("profile", "moved_from", before):
            continue
        if asked == "region" or moved or (_works(before, after) and not (telling and _was_there(before, after))):
            return place, moved
    return None, False


def _arrived(text: str, place: Named) -> bool:
    """Whether one came to work there: 我搬回常州了, 今年1月才来常州的."""
    clause = CLAUSE_END.split(text[place.end :])[0]
    return said("profile", "moved_to", text[: place.start]) and not said("profile", "passing", clause)


def _only_asked(text: str, before: str, asked: str | None) -> bool:
    """Whether a place is only asked about or supposed: 江西的呢, 如果我调到常德."""
    if said("profile", "supposed", before):
        return True
    of_oneself = said("profile", "self_before", before) or said("profile", "said_first", text)
    return asked != "region" and said("profile", "asks", text) and not of_oneself


def _works(before: str, after: str) -> bool:
    """Whether what stands around a place says that one works there."""
    here = said("profile", "before", before) and said("profile", "after", after)
    return here and not said("profile", "passing", CLAUSE_END.split(after)[0])


def _was_there(before: str, after: str) -> bool:
    """Whether something only took place there: 参加了年会，在苏州开的; 上周在南京，培训三天."""
    at_work = said("profile", "at_work", CLAUSE_END.split(after)[0])
    return bool(before) and not at_work and not said("profile", "i_am_in", CLAUSE_END.split(before)[-1])


def _zone(text: str, place: str | None) -> str | None:
    match = phrase("profile", "zone").search(text)
    if match:
        return match["zone"]
    if place is None and said("profile", "speaks_of_zone", text):
        return next((zone for city, zone in words("zone").items() if city in text), None)
    return None


def _document(text: str, pieces: list[Piece]) -> tuple[str | None, int | None]:
    """The document named and the year that it is to hold for; "" goes back to the region's own."""
    if said("profile", "reset", text):
        return "", None
    match = phrase("profile", "document").search(text)
    if not match:
        return None, None
    years = [piece.when.year for piece in pieces if piece.when and piece.end <= match.start()]
    return match["place"] + match["year"], years[0] if years else None
