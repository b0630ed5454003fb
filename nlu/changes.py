"""Amendments and withdrawals: which entry is meant, and what holds instead.

What a correction says falls apart into three: words for the entry meant (去年那篇论文), words for what was wrong (不是二作),
and words for what holds (是三作).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from nlu.dimensions.numeral import find_numbers, read_number
from nlu.dimensions.time_when import When
from nlu.draft import joined, meaning
from nlu.known import allowed, attributes_of
from nlu.pieces import Piece
from nlu.reading import Change, Context, Intent, Reference
from policies.facts import Value

_NUMBER = re.compile(
    r"第(?P<nth>[一二三四五六七八九十\d]+)(?:条|个|项|号)(?!月)|(?<!\d)(?P<no>\d{1,2})号(?:那条|条目|的|删|，|改)|把(?P<ba>\d{1,2})号"
)
_LAST = re.compile(
    r"最后|刚才|刚刚|刚(?:记|发|录|删)的|上一?(?:面|条|个|篇|次)|最后一?(?:条|那|个)|最近(?:一)?条|倒数第一|最下面"
)
_ALL = re.compile(r"全(?:部|删|都)|所有|清空|都(?:删|是|撤)|统统")
_BACK = re.compile(r"改回|恢复|还原|放回|撤销(?:刚才)?的?(?:撤销|修改|删除)|不删了|别删|删错")
_OLD = re.compile(
    r"(?:不是|并非|而不是|不应该是|没有?)(?P<what>[^，。；！？\n ]{1,10}?)(?=[，。；！？\n ]|而?是|改|$)"
    r"|(?:写|记|填|录|弄|说)成(?:了)?(?P<as>[^，。；！？\n ]{1,8}?)了?(?=[，。；！？\n ]|$)"
)
_PIVOT = re.compile(
    r"改(?:成|为|到|下|一下|回)?|该成|改城|挪到?|移到|换成|换|放到|应该(?:是|算|放|为)?|应为|其实(?:是)?|更正(?:为|一下)?|(?:弄|搞|写|记|填|看)?错[了啦]?|不对"
    r"|实际(?:是|上)?|(?<!不)是(?!不是)|[那这上后]一?条(?=，)|更新下?"
)
_NAMES = {
    "天数": "days", "学时数": "hours", "学时": "hours", "课时": "hours", "字数": "words", "科目数": "count", "科数": "count", "门数": "count",
    "篇数": "count", "排名": "rank", "名次": "rank", "署名": "rank", "积分": "points", "月数": "months",
}  # fmt: skip
_NAME = re.compile("|".join(sorted(_NAMES, key=len, reverse=True)))


@dataclass(frozen=True, slots=True)
class Parts:
    """The pieces of a correction: of the entry meant, and of what holds instead."""

    target: tuple[Piece, ...]
    new: tuple[Piece, ...]


def change_of(text: str, pieces: list[Piece], intent: Intent, context: Context) -> Change:
    """What is to change, and where."""
    whole = intent is Intent.UNDO or context.asked == "entry"
    parts = Parts(tuple(pieces), ()) if whole else _parts(text, pieces)
    named = next((piece.activity for piece in parts.target if piece.activity), None) or _hinted(text, parts.target)
    activity = named or context.last_activity
    when = next((piece.when for piece in reversed(parts.new) if piece.when), None)
    attributes = _attributes(text, parts.new, activity)
    other = _other_activity(parts.new, activity)
    if other == "public_course" and activity and "subject" in attributes_of(activity):
        other, attributes = None, {**attributes, "subject": "public"}
    return Change(
        _reference(text, parts.target, named),
        attributes=attributes,
        when=when.period if when and not when.unsure else None,
        activity=other,
        back=bool(_BACK.search(text)),
    )


def _reference(text: str, target: tuple[Piece, ...], activity: str | None) -> Reference:
    """The entry that is meant."""
    number = _NUMBER.search(text)
    nth = (
        read_number(number["nth"] or number["no"] or number["ba"])
        if number
        else read_number(text.rstrip("号个条"))
        if len(text) < 4
        else None
    )
    times: list[When] = [piece.when for piece in target if piece.when and not piece.when.relative_to_context]
    told = {} if activity is None else _attributes(text, tuple(p for p in target if not p.quantity), activity)
    anchors = {name for piece in target if piece.activity and piece.entry for name in piece.entry.sets}
    return Reference(
        number=int(nth.value) if nth else None,
        last=bool(_LAST.search(text)),
        all=bool(_ALL.search(text)),
        activity=activity,
        year=times[0].year if times else None,
        attributes={
            name: value
            for name, value in told.items()
            if name in ("level", "kind", "organizer", "grade") or name in anchors
        },
    )


def _parts(text: str, pieces: list[Piece]) -> Parts:
    """Which pieces name the entry, and which say what holds; those of what was wrong are left out."""
    old = [match.span("what") if match["what"] else match.span("as") for match in _OLD.finditer(text)]
    kept = [piece for piece in pieces if not any(start <= piece.start < end for start, end in old)]
    pivot = _pivot(text, kept, old)
    before = tuple(piece for piece in kept if piece.start < pivot)
    after = tuple(piece for piece in kept if piece.start >= pivot)
    if _tells(after):
        return Parts(before, after)
    return Parts(tuple(p for p in kept if _names(p)), tuple(p for p in kept if not _names(p)))


def _pivot(text: str, kept: list[Piece], old: list[tuple[int, int]]) -> int:
    """Where what holds instead begins: after the first word of change that tells something after it."""
    for match in _PIVOT.finditer(text):
        inside = any(start <= match.start() < end for start, end in old)
        if not inside and _tells(piece for piece in kept if piece.start >= match.end()):
            named = any(piece.start < match.start() and _names(piece) for piece in kept)
            later = any(piece.start >= match.end() and _tells([piece]) for piece in kept)
            if later and (named or match.start() < 12):
                return match.end()
    return 0


def _names(piece: Piece) -> bool:
    """Whether a piece can name an entry: an activity or a year."""
    return bool(piece.activity or piece.when)


def _tells(pieces: Iterable[Piece]) -> bool:
    """Whether pieces tell a value."""
    return any(
        piece.when or piece.quantity or piece.rank is not None or piece.activity
        or (piece.entry and (piece.entry.sets or piece.entry.by))
        for piece in pieces
    )  # fmt: skip


def _hinted(text: str, target: tuple[Piece, ...]) -> str | None:
    hints = [hint for piece in target for hint in piece.hint]
    return hints[0] if hints and re.search("那|条|级别|排名|的", text) else None


def _other_activity(new: tuple[Piece, ...], activity: str | None) -> str | None:
    """Another kind of activity than was recorded: 那不是讲座，是培训."""
    named = next((piece.activity for piece in new if piece.activity and not (piece.entry and piece.entry.yields)), None)
    return named if named and activity and named != activity else None


def _attributes(text: str, pieces: tuple[Piece, ...], activity: str | None) -> dict[str, Value]:
    """The values that pieces tell of an activity; a bare number is of the attribute that was named (字数改成3000)."""
    said: dict[str, Value] = {}
    for piece in pieces:
        for name, value in meaning(piece, activity).items():
            said[name] = joined(name, said.get(name), value)
        if piece.quantity:
            said |= allowed({piece.quantity.attribute: piece.quantity.amount}, activity)
    return {**said, **named_number(text, said, pieces)}


def named_number(text: str, said: dict[str, Value], pieces: Iterable[Piece]) -> dict[str, Value]:
    """A bare number of an attribute that is named: 字数改成3000; 24个 of 学时 is no count."""
    name = _NAME.search(text)
    if not name or _NAMES[name[0]] in said:
        return {}
    units = [piece for piece in pieces if piece.quantity and piece.quantity.attribute != "count"]
    numbers = [
        number
        for number in find_numbers(text)
        if number.start >= name.end()
        and not number.value.ordinal
        and not any(piece.start <= number.start < piece.end for piece in units)
    ]
    if not numbers:
        return {}
    said.pop("count", None)
    value = numbers[-1].value.value
    return {_NAMES[name[0]]: Decimal(value)}
