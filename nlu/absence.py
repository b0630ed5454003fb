"""三天培训，最后一天没去; 其中半天请假了: what was missed of an occasion is taken off the whole of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from nlu.dimensions.numeral import read_number
from nlu.dimensions.quantity import Quantity
from nlu.pieces import Piece

_MISSED = (
    r"(?:因?为?(?:有事|生病|工作|单位有事|出差|家里有事)，?)?(?:就|都|我)?"
    r"(?:请了?(?:病|事)?假|没(?:有|能)?(?:去|参加|上|来|听|学|看|到场?|去成|赶上)|缺席|缺勤|旷课?|逃课?|溜|早退|落下"
    r"|(?:都?是|都?在|都?去|用来)(?:旅游|游玩|玩|自由活动|休息|放假|逛街|游览))了?的?"
)
AMOUNT = (
    r"(?P<number>\d+(?:\.\d)?|[一两二三四五六七八九十])?个?(?P<half>半)?(?P<unit>天|上午|下午|学时|课时|小时|节课?)"
)
_ABSENT = re.compile(
    rf"(?:其中|中间|里面|有|但是?|不过|只是|就|，)*(?:第[一二三四五六七八九十\d]+|最后|头|后|前|末)?{AMOUNT}(?:的?课)?(?:{_MISSED}){{1,2}}"
    r"|(?:但是?|不过|中间|其中|，)*(?:我)?(?:请|缺|旷|落|少去|少上|少学|耽误|缺席|缺勤)了?"
    r"(?P<before>\d+(?:\.\d)?|[一两二三四五六七八九十])?个?(?P<half_before>半)?(?P<unit_before>天|学时|课时|小时|节课?)的?(?:病|事)?(?:假|课|没去)?"
)
_SPOKEN_OF = re.compile("[天时节午][^。！？\n]{0,9}[没假缺旷逃溜退落游玩休逛]|[缺旷落少误请]了?[^，。]{0,3}[天时节]")
_MORE = re.compile("(?:另外|另|还有|又|再)$")
_HALF = Decimal("0.5")
_HALVES = ("上午", "下午")


def missed_in(text: str) -> Iterator[tuple[re.Match[str], Quantity]]:
    """What a text says was missed, and where; nothing where a further thing is told of (另有一天没去)."""
    for match in _ABSENT.finditer(text) if _SPOKEN_OF.search(text) else ():
        if not _MORE.search(text, 0, match.start()):
            yield match, missed_of(match)


def with_absences(text: str, pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces, what was missed in place of the words that told of it, where more than that was told before."""
    kept = list(pieces)
    for match, missed in missed_in(text):
        if any(_more(piece, missed) for piece in kept if piece.end <= match.start()):
            kept = _replaced(kept, match, missed)
    return kept


def _replaced(pieces: list[Piece], match: re.Match[str], missed: Quantity) -> list[Piece]:
    """The pieces with one for what was missed, from where its words begin."""
    start, end = match.start() + len(match[0]) - len(match[0].lstrip("，")), match.end()
    piece = Piece(start, end, match.string[start:end], quantity=missed, cues=frozenset({"travel"}))
    others = (each for each in pieces if each.end <= start or each.start >= end)
    return sorted([*others, piece], key=lambda each: each.start)


def missed_of(match: re.Match[str]) -> Quantity:
    """The amount that a match of `AMOUNT` names; nothing counted is one."""
    said, half = match["number"] or match["before"], match["half"] or match["half_before"]
    unit = match["unit"] or match["unit_before"]
    number = read_number(said) if said else None
    amount = (number.value if number else Decimal(0 if half else 1)) + (_HALF if half else 0)
    if unit in _HALVES:
        amount /= 2
    name = "days" if unit == "天" or unit in _HALVES else "hours"
    return Quantity(name, amount, unit, amount)


def _more(piece: Piece, missed: Quantity) -> bool:
    """Whether a piece tells of a whole that the missed part was of."""
    whole = piece.quantity
    return bool(whole and not whole.per and whole.attribute == missed.attribute and whole.amount > missed.amount)
