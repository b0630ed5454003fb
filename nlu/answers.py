"""Bare answers to a pending question: yes and no, giving up, loose attributes, a number alone."""

from __future__ import annotations

import re
from decimal import Decimal

from nlu.changes import named_number
from nlu.dimensions.numeral import find_numbers, read_number
from nlu.draft import Draft, read
from nlu.reading import Context, Reply
from nlu.settle import from_time
from nlu.times import when_of
from policies.facts import Value

_YES = re.compile(
    r"^(是|对|嗯|恩|好|行|可以|确认|同意|没错|没问题|OK|ok|yes|y|👌|有|中|成|要|当然|肯定|照你说的|就这样|就是|记上吧?|记吧?)+(的|了|啊|呀|哈|呐|吧|呢|对|嗯|滴|它|记|是|没错|这样|这个|那个|记上|就|，)*$",
    re.IGNORECASE,
)
_NO = re.compile(
    r"^(不是|不对|不|否|没有|没|还没|别|不要|不用|错了|不同意|没呢|木有|不行|no|n|无|并不|不记)+(的|了|啊|呀|吧|呢|没有|没|不是|有|这个意思|，|不)*",
    re.IGNORECASE,
)
_SKIP = re.compile(
    r"不知道|不清楚|不晓得|忘了|记不(得|清|住)|说不(好|准|清)|没印象|不确定|不太确定|谁还记得|得(回去)?(翻|查|看)|不懂|不了解|没注意|跳过|搞不清|不明白|成绩还没出|没出分|下个月才查分|还不知道|想不起来"
)
_CANCEL = re.compile(
    r"^(那)?算了|不(记|录|弄|登|报|要)了|取消|先不(管|记|弄|说|登)|下次再说|太麻烦|当我没说|别(问|记)了|退出|作废|不用记|放弃|先这样"
)
_UNSURE = re.compile(r"不知道(有没有|是不是|算不算)|^(啥|什么)是")
_ALL = re.compile(r"都|全部|全是|三篇|两篇|均")
_BARE = re.compile(
    r"^[（(]?(?:就|只|有|大概|大约|一共|总共|共|写的|显示|是|平台显示|按课时的，|前后|约)?(?P<number>-?\d+(?:\.\d+)?|[零〇一二两三四五六七八九十百千万点半俩仨]+)(?:个|名|吧|呗|的|啊|呢|了| |左右|来|整)*$"
)
NUMBERS = frozenset({"days", "hours", "months", "count", "words", "points", "rank", "term_from"})


def reply_of(text: str, seed: Draft, context: Context) -> Reply:
    """What a message says as the answer to the pending question."""
    asked = context.asked or ""
    plain = re.sub(r"[。！!~～\s]+$", "", text)
    attributes = _attributes(text, seed, context)
    if asked not in attributes:
        attributes |= _named(plain, attributes, seed) or _bare(plain, asked, seed) or {}
    when = when_of(seed)
    known = bool(attributes) or when is not None
    skip = bool(_SKIP.search(plain)) and not attributes
    return Reply(
        yes=None if attributes or skip else _yes(plain),
        cancel=bool(_CANCEL.search(plain)) and not attributes,
        skip=skip,
        attributes=attributes,
        when=None if when is None or when.unsure else when.period,
        when_unsure=bool(when and when.unsure),
        applies_to_all=known and bool(_ALL.search(text)),
    )


def _attributes(text: str, seed: Draft, context: Context) -> dict[str, Value]:
    attributes = read(seed, weak=False)
    when = when_of(seed)
    if when is not None and not when.unsure:
        from_time(seed, when, attributes)
    if _UNSURE.search(text):
        return {}
    return {
        name: value
        for name, value in attributes.items()
        if name not in ("certificate", "title") or name == context.asked
    }


def _yes(text: str) -> bool | None:
    if _YES.match(text):
        return True
    return False if _NO.match(text) else None


def _named(text: str, said: dict[str, Value], seed: Draft) -> dict[str, Value]:
    """按课时的，16: a bare number of what was named."""
    found = named_number(text, said, seed.pieces)
    for name in found:
        said.pop("days" if name == "hours" else name, None)
    return found


def _bare(text: str, asked: str, seed: Draft) -> dict[str, Value] | None:
    """A number alone is of what was asked."""
    if asked not in NUMBERS:
        return None
    match = _BARE.match(text)
    if match:
        number = Decimal("0.5") if match["number"] == "半" else _number(match["number"])
        return None if number is None else {asked: number}
    claimed = [(piece.start, piece.end) for piece in seed.pieces]
    free = [each for each in find_numbers(text) if not any(start <= each.start < end for start, end in claimed)]
    plain = [each.value.value for each in free if not each.value.ordinal]
    return {asked: plain[-1]} if plain and len(text) < 16 and asked in ("words", "points", "hours", "days") else None


def _number(said: str) -> Decimal | None:
    number = read_number(said)
    return number.value if number else None
