"""Cutting a clause where it turns to something else: before 还有 or 但, at a second activity, count or time."""

from __future__ import annotations

import re
from dataclasses import replace

from nlu.known import allowed, counts
from nlu.pieces import Piece
from nlu.unit import Unit, takes_in, unit_of

_UNITS = {
    "篇": ("paper",),
    "模块": ("digital_exam",),
    "科": ("exam", "degree_course"),
    "本": ("book",),
    "部": ("book",),
}
BARE_COUNTS = ("俩", "仨")
WORKS = frozenset({"paper", "book", "patent", "award", "project"})
_SPLITTING = re.compile(r"还有|另外|外加|加上|再加|以及|此外|另有|再就是|又|但|不过|然后|后来|接着|可是|结果|跟$|和$")


def split(text: str, clause: Unit) -> list[Unit]:
    """The units of a clause."""
    groups: list[list[Piece]] = [[]]
    for piece, following in zip(clause.pieces, (*clause.pieces[1:], None), strict=True):
        if _begins_new(groups[-1], piece, following):
            own = piece.counts and following is not None and "failed" in following.cues  # 一门过了一门没过
            groups.append([] if own else _carried(groups[-1], piece))
        groups[-1].append(piece)
    if len(groups) == 1:
        return [clause]
    starts = [clause.start, *(group[0].start for group in groups[1:]), clause.end]
    units = [
        unit_of(text, (starts[number], starts[number + 1]), group, 0 if number else clause.border, clause.sentence)
        for number, group in enumerate(groups)
    ]
    return [*units[:-1], replace(units[-1], header=clause.header)]


def _begins_new(group: list[Piece], piece: Piece, following: Piece | None) -> bool:
    if piece.cues & {"another", "turn"} and _SPLITTING.match(piece.text) and _told(group, piece):
        return True
    if "strong_another" in piece.cues and any("strong_another" in each.cues for each in group):
        return True  # 第一篇一作第二篇二作
    if piece.cues == {"all"} and any(each.activity for each in group) and group[-1].quantity:
        return True  # 上半年培训2天下半年3天都是人社局办的
    if _second_amount(group, piece) or _second_time(group, piece):
        return True
    anchors = [each for each in group if each.activity]
    if piece.counts and hints_of(piece) and any(each.activity in WORKS for each in anchors):
        return not any(fits(piece, each.activity) for each in anchors)  # 课题里发了一篇核心
    if not (anchors and piece.activity):
        return False
    both_counted = bool(following and piece.activity in hints_of(following)) and any(each.counts for each in group)
    return both_counted or not any(_together(each, piece, group) for each in anchors)


def _told(group: list[Piece], piece: Piece) -> bool:
    """Whether something was told before 还有; 又 may stand between an activity and what came of it."""
    return any((each.activity and piece.text != "又") or each.quantity or "failed" in each.cues for each in group)


def _second_amount(group: list[Piece], piece: Piece) -> bool:
    """一篇一作一篇二作: a second count of the same kind after the first has been told of."""
    if not piece.counts:
        return False
    unit = piece.quantity.unit if piece.quantity else ""
    same = [at for at, each in enumerate(group) if each.quantity and _alike(each, piece, unit)]
    if same and same[-1] == len(group) - 1 and group[-1].end == piece.start:
        return True  # 过了两门一门是法规
    return bool(same) and any(each.entry or each.rank is not None or each.quantity for each in group[same[-1] + 1 :])


def _alike(first: Piece, second: Piece, unit: str) -> bool:
    """Whether two counts are of the same things: 四门 … 一门, and 四门 … 俩, which names none."""
    assert first.quantity
    if first.counts and first.quantity.amount > 1 and unit == "个":
        return True  # 两篇，一个一作一个三作
    return first.quantity.unit == unit or (first.counts and second.text in BARE_COUNTS)


def _second_time(group: list[Piece], piece: Piece) -> bool:
    """去年3天今年2天: a second time after what the first was the time of."""
    if not piece.when:
        return False
    times = [at for at, each in enumerate(group) if each.when]
    return bool(times) and any(each.quantity for each in group[times[-1] + 1 :])


def _together(first: Piece, second: Piece, group: list[Piece]) -> bool:
    """Whether two words that name activities speak of one: the same one without contradiction, or a part of it."""
    assert first.entry
    assert second.entry
    if first.activity == second.activity:
        return not _contradict(first, second) and not _counted_twice(group, second)
    if first.entry.yields or second.entry.yields:
        return _fits_other(first, second)
    kinds = (first.activity, second.activity)
    own = any(kind in hints_of(each) for each in group for kind in kinds)
    return takes_in(first, second, own_words=own) or takes_in(second, first, own_words=own)


def hints_of(piece: Piece) -> tuple[str, ...]:
    """The activities that a piece points at: those of its word, or of the unit of a count."""
    return _UNITS.get(piece.quantity.unit, ()) if piece.quantity else piece.hint


def _fits_other(first: Piece, second: Piece) -> bool:
    weak, strong = (first, second) if first.entry and first.entry.yields else (second, first)
    return bool(weak.entry and strong.activity in weak.entry.by)


def _contradict(first: Piece, second: Piece) -> bool:
    assert first.entry
    assert second.entry
    mine, theirs = first.entry.means(first.activity), second.entry.means(second.activity)
    return any(name in mine and mine[name] != value for name, value in theirs.items())


def _counted_twice(group: list[Piece], piece: Piece) -> bool:
    """一篇普刊论文一篇核心论文: a count stands before each."""
    counted = [each for each in group if each.counts]
    return len(counted) > 1 and group[-1] is counted[-1] and counted[-1].end == piece.start


def _carried(group: list[Piece], piece: Piece) -> list[Piece]:
    """The pieces at the end of a group that belong to what `piece` begins (一本 of 一本专著, 过了 of 过了三门)."""
    if not piece.activity:
        return (_kind_before(group, piece) or _deeds(group)) if piece.quantity else []
    activity = next((each.activity for each in group if each.activity), None)
    carried: list[Piece] = []
    while len(group) > 1 and not group[-1].activity and _leans_on(group, activity, piece):
        carried.insert(0, group.pop())
    return carried


def _kind_before(group: list[Piece], piece: Piece) -> list[Piece]:
    """核心两篇普刊一篇, 核心发了两篇普刊发了一篇: where the first count stands behind its kind, so does the second."""
    unit = piece.quantity.unit if piece.quantity else ""
    counted = next((at for at, each in enumerate(group) if each.quantity and _alike(each, piece, unit)), 0)
    first, last = _kind_last(group, 0, counted), _kind_last(group, counted + 1, len(group))
    if first is None or last is None or not _told_alike(group[first], group[last]):
        return []
    carried = group[last:]
    del group[last:]
    return carried


def _kind_last(group: list[Piece], start: int, end: int) -> int | None:
    """Where the last word stands in a stretch that is not only of how it came about."""
    return next((at for at in range(end - 1, start - 1, -1) if not group[at].cues & {"done", "result"}), None)


def _told_alike(one: Piece, other: Piece) -> bool:
    """Whether two words tell the same of a work: two levels, two kinds of journals."""
    if one.entry is None or other.entry is None:
        return False
    mine, theirs = one.entry.means, other.entry.means
    return any(mine(kind).keys() & theirs(kind).keys() for kind in WORKS)


def _deeds(group: list[Piece]) -> list[Piece]:
    """The words at the end of a group that tell how what is counted next came about: 还发了 of 还发了一篇."""
    carried: list[Piece] = []
    while len(group) > 1 and group[-1].cues & {"result", "done", "another"}:
        carried.insert(0, group.pop())
    return carried


def _leans_on(group: list[Piece], activity: str | None, piece: Piece) -> bool:
    """Whether the last piece of a group says something of the next activity rather than of its own."""
    last = group[-1]
    if last.cues & {"another", "turn"}:
        return True
    if last.quantity:
        said = any(each.quantity and each.quantity.attribute == last.quantity.attribute for each in group[:-1])
        return fits(last, piece.activity) and (not fits(last, activity) or said)
    if last.when:
        return any(each.when for each in group[:-1])
    if last.entry and not last.cues - {"unit"}:
        mine, theirs = (allowed(last.entry.means(each), each) for each in (activity, piece.activity))
        return bool(theirs) and not mine
    return False


def fits(piece: Piece, activity: str | None) -> bool:
    """Whether an amount can be of that activity: 篇 of papers, 天 of trainings."""
    assert piece.quantity
    if piece.counts:
        return counts(activity, piece.quantity.unit)
    return bool(allowed({piece.quantity.attribute: piece.quantity.amount}, activity))
