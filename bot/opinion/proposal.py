"""From an endpoint's answer to reports: whatever the vocabulary does not know, or does not allow, refuses the whole.

The answer is a stranger's. It is held to the vocabulary (policies/vocabulary.toml), to times that have come, and texts
only to words that the person wrote, so that nobody else's words are ever shown to them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NoReturn

from bot.opinion.masking import PLACEHOLDERS
from bot.opinion.span import period_of
from nlu.reading import Report
from policies.facts import Attributes, Range, Value
from policies.vocabulary import Attribute, Vocabulary

MOST_REPORTS = 5
LONGEST_TEXT = 60  # characters of a title
LAST_RANK = 100
KEYS = frozenset({"activity", "attributes", "when"})

_THOUGHT = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)
_FENCE = re.compile(r"\A\s*```(?:json)?\s*\n(.*)\n\s*```\s*\Z", re.DOTALL)
_RANKS = re.compile(r"([1-9]\d{0,2})-([1-9]\d{0,2})?")


class Unusable(ValueError):  # noqa: N818 - named for what happened, as everywhere in this project
    """An answer that is no proposal; says what is wrong with it in words of ours, never in the answer's."""


def reports_of(answer: str, sentence: str, today: date, vocabulary: Vocabulary) -> tuple[Report, ...]:
    """What an answer about a masked sentence proposes, maybe nothing. Raises Unusable."""
    proposed = _object(answer)
    if set(proposed) != {"reports"}:
        raise Unusable("other keys than reports")
    reports = proposed["reports"]
    if not isinstance(reports, list) or len(reports) > MOST_REPORTS:
        raise Unusable("no short list of reports")
    return tuple(_report(each, sentence, today, vocabulary) for each in reports)


def _object(answer: str) -> Mapping[str, object]:
    """The JSON object that the answer is, alone or in a code fence, after a model's thinking aloud."""
    text = _THOUGHT.sub("", answer)
    fenced = _FENCE.match(text)
    try:
        made = json.loads(
            fenced[1] if fenced else text,
            parse_float=Decimal,
            parse_int=Decimal,
            parse_constant=_refuse_constant,
            object_pairs_hook=_once,
        )
    except Unusable:
        raise
    except (ValueError, ArithmeticError, RecursionError) as error:
        raise Unusable("no JSON") from error
    if not isinstance(made, dict):
        raise Unusable("no object")
    return made


def _refuse_constant(_name: str) -> NoReturn:
    raise Unusable("no finite number")


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Unusable("a key twice")
    return found


def _report(raw: object, sentence: str, today: date, vocabulary: Vocabulary) -> Report:
    if not isinstance(raw, dict) or not set(raw) <= KEYS:
        raise Unusable("a report with other keys")
    activity, when = raw.get("activity"), raw.get("when")
    if not isinstance(activity, str) or activity not in vocabulary.activities:
        raise Unusable("no such activity")
    period = None
    if when is not None:
        period = period_of(when, today) if isinstance(when, str) else None
        if period is None:
            raise Unusable("no time that has come")
    return Report(activity, _attributes(raw.get("attributes"), activity, sentence, vocabulary), period)


def _attributes(raw: object, activity: str, sentence: str, vocabulary: Vocabulary) -> Attributes:
    if raw is None:
        return {}
    if not isinstance(raw, dict) or not set(raw) <= set(vocabulary.activities[activity].attributes):
        raise Unusable("no such attribute")
    found = {name: _value(value, vocabulary.attributes[name], sentence) for name, value in raw.items()}
    for name, value in found.items():
        if vocabulary.attributes[name].type == "choice" and value not in vocabulary.values_of(activity, name):
            raise Unusable(f"no such {name}")
    return found


def _value(raw: object, attribute: Attribute, sentence: str) -> Value:
    """The value, if it is of the attribute's type and within its bounds."""
    found: Value | None = None
    if attribute.type == "flag":
        found = raw if isinstance(raw, bool) else None
    elif attribute.type == "number":
        found = raw if isinstance(raw, Decimal) and _within(raw, attribute) else None
    elif attribute.type == "rank":
        found = _rank(raw)
    elif isinstance(raw, str):
        found = raw if attribute.type == "choice" or _is_copied(raw, sentence) else None
    if found is None:
        raise Unusable(f"no {attribute.id}")
    return found


def _within(number: Decimal, attribute: Attribute) -> bool:
    low, high = attribute.least, attribute.most
    if (low is not None and number < low) or (high is not None and number > high):
        return False
    return not attribute.whole or number == number.to_integral_value()


def _rank(raw: object) -> Value | None:
    if isinstance(raw, Decimal):
        return Decimal(int(raw)) if 1 <= raw <= LAST_RANK and raw == raw.to_integral_value() else None
    match = _RANKS.fullmatch(raw) if isinstance(raw, str) else None
    if match is None:
        return None
    low, high = int(match[1]), int(match[2]) if match[2] else None
    return Range(low, high) if low <= (high or LAST_RANK) <= LAST_RANK else None


def _is_copied(text: str, sentence: str) -> bool:
    """Whether a text stands in the person's own sentence, and in no placeholder of ours."""
    named = text.strip() == text and 0 < len(text) <= LONGEST_TEXT and text.isprintable()
    return named and text in sentence and not any(sign in text for sign in (*PLACEHOLDERS, "〔", "〕"))
