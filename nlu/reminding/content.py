"""The words of an order without its time: what to remind of, or which reminder is meant."""

from __future__ import annotations

import re
from functools import cache

from nlu.phrases import table
from nlu.reminding.time_words import time_words

_FEW = {"俩": "两个", "仨": "三个"}
_ROUNDS = 6  # of stripping words from either end
_MARKS = " ，。、；：！？…~～.!,“”\"'（）\n"


def spoken_plainly(text: str) -> str:
    """Ways to say how often that the forms of times do not know, in words that they do."""
    text = part("all_day").sub("早上、中午、晚上", part("both_ends").sub(r"早\g<both>、晚\g<both>", text))
    text = part("so_many").sub(r"每\g<length>", part("from_now").sub("", text))
    text = part("bare_hour").sub(r"\g<part>\g<hour>点", text)
    text = _taken_back().sub("", text)
    text = part("month_head").sub("月初", text)
    text = part("few").sub(lambda match: _FEW[match["few"]], part("once_each").sub("每", text))
    return part("half_year").sub("每半年", part("so_often").sub(r"\g<between>每", text))


@cache
def _taken_back() -> re.Pattern[str]:
    """明天，哦不对，后天: only the second is meant."""
    times = time_words().pattern
    return re.compile(
        rf"(?:{times})[—…，]*(?:哦|啊|呃|噢|哎)*，?(?:不对|说错了?|错了)(?:不对)*[，…—]*(?:是|应该是)?(?={times})"
    )


def what_of(rest: str) -> str:
    """What to remind of: what is left when the asking and the politeness are gone."""
    asked = asking(rest)
    if asked is not None:
        rest = trimmed(rest[asked.end() :]) or rest[: asked.start()]
    return trimmed(rest)


def asking(rest: str) -> re.Match[str] | None:
    """The words that ask to be reminded."""
    return max((match for each in _asks() for match in each.finditer(rest)), key=_weight, default=None)


def _weight(match: re.Match[str]) -> int:
    return match.end() - match.start()


def trimmed(text: str) -> str:
    """Without filling words at either end."""
    for _ in range(_ROUNDS):
        shorter = _content("tail").sub("", _content("head").sub("", text.strip(_MARKS)).strip(_MARKS)).strip(_MARKS)
        if shorter == text:
            break
        text = shorter
    return text


def target_of(text: str) -> str:
    """The words that tell which reminder is meant: 取消交材料那个提醒 is 交材料."""
    return trimmed(part("around").sub(" ", text)).replace(" ", "")


@cache
def part(name: str) -> re.Pattern[str]:
    """A pattern of the lexicon that narrows an order down."""
    return re.compile(table("reminders")["parts"][name], re.IGNORECASE)


@cache
def _asks() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in table("reminders")["content"]["asks"])


@cache
def _content(name: str) -> re.Pattern[str]:
    return re.compile(table("reminders")["content"][name], re.IGNORECASE)
