"""Cutting a clause where it turns to something else: before 还有 or 但, at a second activity, count or time."""

from __future__ import annotations

import re
from dataclasses import replace

from nlu.carrying import carried_over
from nlu.counted import WORKS, alike, fits, hinted_by_count, hints_of
from nlu.pieces import Piece
from nlu.repeating import named_again
from nlu.unit import Unit, takes_in, unit_of

PARTS = ("其中", "其余", "剩下")
_SPLITTING = re.compile(r"还有|另外|外加|加上|再加|以及|此外|另有|再就是|又|但|不过|然后|后来|接着|可是|结果|跟$|和$")


def split(text: str, clause: Unit) -> list[Unit]:
    """The units of a clause."""
    groups: list[list[Piece]] = [[]]
    for at, (piece, following) in enumerate(zip(clause.pieces, (*clause.pieces[1:], None), strict=True)):
        again = named_again(groups[-1], piece, following)
        if again is not None:
            groups.append(groups[-1][again:])
            del groups[-2][again:]
        elif groups[-1] and (
            _begins_new(groups[-1], piece, following) or _counted_apart(groups[-1], clause.pieces[at : at + 4])
        ):
            own = piece.counts and following is not None and "failed" in following.cues  # 一门过了一门没过
            groups.append([] if own else carried_over(groups[-1], piece))
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
    turns = piece.cues & {"another", "turn"} and _SPLITTING.match(piece.text) and _told(group, piece)
    if turns or _begins_part(group, piece):
        return True
    if "strong_another" in piece.cues and any("strong_another" in each.cues for each in group):
        return True  # 第一篇一作第二篇二作
    anchors = [each for each in group if each.activity]
    if piece.cues == {"all"} and (anchors or _hints(group)) and group[-1].quantity:
        return True  # 上半年培训2天下半年3天都是人社局办的
    again = _second_amount(group, piece) or _second_time(group, piece) or _second_kind(group, piece, following)
    if again or _of_others(group, piece, following):
        return True
    if piece.counts and hints_of(piece) and any(each.activity in WORKS for each in anchors):
        return not any(fits(piece, each.activity) for each in anchors)  # 课题里发了一篇核心
    if not (anchors and piece.activity):
        return False
    both_counted = bool(following and piece.activity in hints_of(following)) and any(each.counts for each in group)
    return both_counted or not any(_together(each, piece, group) for each in anchors)


def _begins_part(group: list[Piece], piece: Piece) -> bool:
    """三篇其中一作一篇其余都是二作: what tells a whole apart begins there."""
    return piece.text.startswith(PARTS) and any(each.counts for each in group)


def _told(group: list[Piece], piece: Piece) -> bool:
    """Whether something was told before 还有; 又 may stand between an activity and what came of it."""
    return any((each.activity and piece.text != "又") or each.quantity or "failed" in each.cues for each in group)


def _second_amount(group: list[Piece], piece: Piece) -> bool:
    """一篇一作一篇二作: a second count of the same kind after the first has been told of."""
    if not piece.counts:
        return _second_length(group, piece)
    unit = piece.quantity.unit if piece.quantity else ""
    same = [at for at, each in enumerate(group) if each.quantity and alike(each, piece, unit)]
    if same and same[-1] == len(group) - 1 and group[-1].end == piece.start:
        return True  # 过了两门一门是法规
    return bool(same) and any(each.entry or each.rank is not None or each.quantity for each in group[same[-1] + 1 :])


def _second_length(group: list[Piece], piece: Piece) -> bool:
    """单位培训两天和住建局办的三天: a second length after who else it was that held one."""
    name = piece.quantity.attribute if piece.quantity and not piece.quantity.per else ""
    lengths = [at for at, each in enumerate(group) if each.quantity and each.quantity.attribute == name]
    if name not in ("days", "hours") or not lengths:
        return False
    holds = [each.entry is not None and "organizer" in each.entry.sets for each in group]
    return any(holds[: lengths[0]]) and any(holds[lengths[-1] + 1 :])


def _second_kind(group: list[Piece], piece: Piece, following: Piece | None) -> bool:
    """国家级学术会议和省级学术会议: a second kind of the same activity, which is named again."""
    activity = following.activity if following else None
    if piece.entry is None or activity is None or not any(each.activity == activity for each in group):
        return False
    mine = piece.entry.means(activity)
    told = [each.entry.means(activity) for each in group if each.entry]
    return any(name in one and one[name] != value for name, value in mine.items() for one in told)


def _hints(group: list[Piece]) -> bool:
    return any(each.hint for each in group)


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


def _counted_apart(group: list[Piece], rest: tuple[Piece, ...]) -> bool:
    """CN二作2篇和教材二作1本: whether something else begins that has a count of its own behind it."""
    activity = rest[0].activity
    if activity is None or not group[-1].counts or any(each.activity for each in group):
        return False
    kind = hinted_by_count(group)
    if kind is None or kind == activity:
        return False
    return any(each.counts and fits(each, activity) and not fits(each, kind) for each in rest[1:])


def _of_others(group: list[Piece], piece: Piece, following: Piece | None) -> bool:
    """一篇CN一本专著, 一作一篇专利一项: whether something else is told of, with an amount, than was counted before."""
    if len(group) < 2 or any(each.activity for each in group):
        return False
    kind = hinted_by_count(group)
    if kind is None:
        return False
    if piece.activity and piece.activity != kind:
        return any(each and each.quantity and fits(each, piece.activity) for each in (group[-1], following))
    named = (following.activity, *following.hint) if following and piece.counts else ()
    return any(named) and kind not in named and not fits(piece, kind)  # 一篇CN两门监理
