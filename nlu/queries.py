"""What a question is about: topic, activity, years, subject, place, title level."""

from __future__ import annotations

import re

from nlu.dimensions.time_when import When
from nlu.draft import Draft, read
from nlu.intents import topic_of
from nlu.pieces import Piece
from nlu.places import find_places, narrowest
from nlu.reading import Intent, Query, Topic

_SUBJECTS = {"public": re.compile("公需|公共科目|公共课"), "professional": re.compile("专业(?!技术)")}
_LEVELS = {
    "senior": re.compile("高级(?!工|会计|经济|研修|社工|软考|审计|统计)|副高|正高|高工"),
    "intermediate": re.compile(
        "中级(?!会计|经济|工|社工|软考|审计|统计|注安|安全)|(?<!高级)(?<!造价)(?<!监理)(?<!安全)工程师"
    ),
    "junior": re.compile("初级(?!会计|经济|工|社工|软考|审计|统计)|助理级|助理工程师|助工"),
}
_FOLLOW = re.compile(r"^(那|换|再看|要是|如果|假如)?.{0,12}(呢|的话)[？?。]?$|^(那|换成|再看看)")


def query_of(text: str, intent: Intent, drafts: list[Draft], pieces: list[Piece]) -> Query:
    """The query of a balance, policy, ledger, title or plan question."""
    draft = next((each for each in drafts if each.activity), drafts[0] if drafts else None)
    subject = _subject(text, intent)
    activity = draft.activity if draft else None
    if activity == "public_course" and intent is not Intent.POLICY:
        activity = None
    level = title_level(text)
    return Query(
        topic=_topic(text, intent),
        activity=activity if intent in (Intent.POLICY, Intent.LEDGER, Intent.WHAT_IF) else None,
        attributes=read(draft) if draft and intent in (Intent.POLICY, Intent.WHAT_IF) else {},
        years=years_of(pieces),
        subject=subject,
        place=narrowest([match[0] for match in find_places(text)]),
        title_level=level,
        follow_up=bool(_FOLLOW.search(text)),
    )


def _topic(text: str, intent: Intent) -> Topic:
    """The topic, where the intent leaves one open."""
    if intent in (Intent.POLICY, Intent.WHAT_IF):
        return topic_of(text)
    if intent is Intent.TITLE_CHECK and topic_of(text) is Topic.WHICH_YEAR:
        return Topic.WHICH_YEAR
    return Topic.GENERAL


def _subject(text: str, intent: Intent) -> str | None:
    found = [name for name, pattern in _SUBJECTS.items() if pattern.search(text)]
    return found[0] if len(found) == 1 else None


def title_level(text: str) -> str | None:
    return next((name for name, pattern in _LEVELS.items() if pattern.search(text)), None)


def years_of(pieces: list[Piece]) -> tuple[int, ...]:
    """The years that a question names, spans of years spelt out."""
    years: list[int] = []
    for when in (piece.when for piece in pieces if piece.when):
        years += _years(when)
    return tuple(dict.fromkeys(years))


def _years(when: When) -> list[int]:
    if when.relative_to_context or when.vague:
        return []
    return list(range(when.period.start.year, when.period.end.year + 1))[:12]
