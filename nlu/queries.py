"""What a question is about: topic, activity, years, subject, place, title level."""

from __future__ import annotations

from dataclasses import replace

from nlu.dimensions.time_when import Grain, When
from nlu.draft import Draft, read
from nlu.intents import topic_of
from nlu.phrases import said
from nlu.pieces import Piece
from nlu.places import place_of
from nlu.reading import Context, Intent, Query, Topic

RULES = frozenset({Intent.POLICY, Intent.WHAT_IF})
MOST_YEARS = 12


def query_of(text: str, intent: Intent, drafts: list[Draft], pieces: list[Piece], context: Context) -> Query:
    """The query of a balance, policy, ledger, title or plan question."""
    last = context.last_activity  # what was talked of
    draft = next((each for each in drafts if each.activity), drafts[0] if drafts else None)
    activity = draft.activity if draft else None
    if activity is None and intent in RULES and said("query", "authored", text):
        activity = last or "paper"
    if activity is None and intent in RULES and said("query", "sat", text):
        activity = "exam"
    if intent not in RULES and (intent is not Intent.LEDGER or activity == "public_course"):
        activity = None
    return Query(
        topic=_topic(text, intent),
        activity=activity,
        attributes=read(replace(draft, activity=draft.activity or last)) if draft and intent in RULES else {},
        years=years_of(pieces) or _that_year(pieces, context),
        subject=_subject(text),
        place=place_of(text),
        title_level=title_level(text),
        follow_up=said("query", "follow_up", text),
    )


def _topic(text: str, intent: Intent) -> Topic:
    """The topic, where the intent leaves one open."""
    topic = topic_of(text)
    which = intent is Intent.TITLE_CHECK and topic is Topic.WHICH_YEAR
    return topic if intent in RULES or which else Topic.GENERAL


def _subject(text: str) -> str | None:
    found = [name for name in ("public", "professional") if said("query", name, text)]
    return found[0] if len(found) == 1 else None


def title_level(text: str) -> str | None:
    """The level of title that is spoken of."""
    return next((name for name in ("senior", "intermediate", "junior") if said("query", name, text)), None)


def years_of(pieces: list[Piece]) -> tuple[int, ...]:
    """The years that a question names, spans of years spelt out."""
    return tuple(dict.fromkeys(year for piece in pieces if piece.when for year in _years(piece.when)))


def _that_year(pieces: list[Piece], context: Context) -> tuple[int, ...]:
    """那年: the year talked of before."""
    pointed = any(piece.when and piece.when.relative_to_context and piece.when.grain is Grain.YEAR for piece in pieces)
    return (context.last_year,) if pointed and context.last_year else ()


def _years(when: When) -> list[int]:
    if when.relative_to_context or when.vague:
        return []
    return list(range(when.period.start.year, when.period.end.year + 1))[:MOST_YEARS]
