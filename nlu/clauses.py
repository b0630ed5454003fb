"""Cutting a message into units: stretches between borders that speak of one activity at most."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from nlu.absorbing import absorbs
from nlu.known import allowed, counts
from nlu.pieces import Piece

_BORDER = re.compile(
    r"(?P<sentence>[。！？\n；…]+)|(?P<comma>[，：]+)|(?P<list>[、/+（）()【】\[\]|&~～]+)|(?P<space> +)"
)
_STRENGTH = {"sentence": 4, "comma": 3, "list": 2, "space": 1}
_SPLITTING = re.compile(r"还有|另外|外加|加上|再加|以及|此外|另有|再就是|又|但|不过|然后|后来|接着|可是|结果|跟$|和$")


@dataclass(frozen=True, slots=True)
class Unit:
    """`border` is the strength of what stands before it: 4 a full stop, 3 a comma, 2 a list mark, 1 a space, 0 none."""

    start: int
    end: int
    pieces: tuple[Piece, ...]
    border: int
    sentence: int

    @property
    def anchor(self) -> Piece | None:
        """The piece that names the activity; of several that fit together the one that takes the others in."""
        anchors = [piece for piece in self.pieces if piece.activity]
        strong = [piece for piece in anchors if piece.entry and not piece.entry.yields]
        free = [piece for piece in strong if not any(takes_in(other, piece) for other in strong)]
        return (free or strong or anchors or [None])[0]

    @property
    def activity(self) -> str | None:
        return self.anchor.activity if self.anchor else None

    def has(self, cue: str) -> bool:
        return any(cue in piece.cues for piece in self.pieces)


def units_of(text: str, pieces: list[Piece]) -> list[Unit]:
    """The units of a message, from left to right; those without a piece are left out."""
    found: list[Unit] = []
    for clause in _clauses(text, pieces):
        found += _split(clause, text)
    return found


def _clauses(text: str, pieces: list[Piece]) -> Iterator[Unit]:
    """The stretches between two borders, empty ones too where they end a sentence."""
    start, border, sentence, at = 0, 4, 0, 0
    for end, after, strength in [*_borders(text, pieces), (len(text), len(text), 4)]:
        inside = []
        while at < len(pieces) and pieces[at].start < end:
            inside.append(pieces[at])
            at += 1
        if inside:
            yield Unit(start, end, tuple(inside), border, sentence)
            border = strength
        else:
            border = max(border, strength)
        sentence += strength == _STRENGTH["sentence"]
        start = after


def _borders(text: str, pieces: list[Piece]) -> Iterator[tuple[int, int, int]]:
    """Where clauses end, where the next begins, and how strong the border is."""
    covered = {at for piece in pieces for at in range(piece.start, piece.end)}
    for match in _BORDER.finditer(text):
        if match.start() in covered or (match["space"] and _within_words(text, match)):
            continue
        yield match.start(), match.end(), _STRENGTH[match.lastgroup or "space"]


def _within_words(text: str, match: re.Match[str]) -> bool:
    """Whether a space stands between two Latin words."""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return bool(before.isascii() and before.isalpha() and after.isascii() and after.isalpha())


def _split(clause: Unit, text: str) -> list[Unit]:
    """A clause cut before 还有, 但, …, and where a second activity begins."""
    groups: list[list[Piece]] = [[]]
    for piece in clause.pieces:
        if _begins_new(groups[-1], piece, text):
            groups.append(_carried(groups[-1], piece, text))
        groups[-1].append(piece)
    units, start = [], clause.start
    for number, group in enumerate(groups):
        end = groups[number + 1][0].start if number + 1 < len(groups) else clause.end
        units.append(
            replace(clause, start=start, end=end, pieces=tuple(group), border=clause.border if not number else 0)
        )
        start = end
    return units


def _begins_new(group: list[Piece], piece: Piece, text: str) -> bool:
    substance = any((each.activity and piece.text != "又") or each.quantity or "failed" in each.cues for each in group)
    if substance and piece.cues & {"another", "turn"} and _SPLITTING.match(piece.text):
        return True
    if _second_amount(group, piece) or _second_time(group, piece):
        return True
    anchors = [each for each in group if each.activity]
    return bool(anchors and piece.activity and not any(_together(each, piece, group) for each in anchors))


def _second_amount(group: list[Piece], piece: Piece) -> bool:
    """一篇一作一篇二作: a second count of the same kind after the first has been told of."""
    if not piece.quantity or piece.quantity.attribute != "count":
        return False
    same = [at for at, each in enumerate(group) if each.quantity and each.quantity.unit == piece.quantity.unit]
    return bool(same) and any(each.entry or each.rank is not None for each in group[same[-1] + 1 :])


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
    own = any(first.activity in each.hint or second.activity in each.hint for each in group)
    return takes_in(first, second, own_words=own) or takes_in(second, first, own_words=own)


def takes_in(keeper: Piece, taken: Piece, *, own_words: bool = False) -> bool:
    """Whether one word's activity is only a part of the other's in their clause."""
    if keeper.entry and taken.activity in keeper.entry.takes:
        return True
    return absorbs(keeper.activity, taken.activity, near=True, own_words=own_words)


def _fits_other(first: Piece, second: Piece) -> bool:
    weak, strong = (first, second) if first.entry and first.entry.yields else (second, first)
    return bool(weak.entry and strong.activity in weak.entry.by)


def _contradict(first: Piece, second: Piece) -> bool:
    assert first.entry
    assert second.entry
    return any(
        name in first.entry.sets and first.entry.sets[name] != value for name, value in second.entry.sets.items()
    )


def _counted_twice(group: list[Piece], piece: Piece) -> bool:
    """一篇普刊论文一篇核心论文: a count stands before each."""
    counted = [each for each in group if each.quantity and each.quantity.attribute == "count"]
    return len(counted) > 1 and group[-1] is counted[-1] and counted[-1].end == piece.start


def _carried(group: list[Piece], piece: Piece, text: str) -> list[Piece]:
    """The pieces at the end of a group that belong to the activity which `piece` begins (一本 of 一本专著)."""
    if not piece.activity:
        return [group.pop()] if piece.quantity and len(group) > 1 and group[-1].cues & {"result", "done"} else []
    activity, carried = next(each.activity for each in group if each.activity), []
    while len(group) > 1 and not group[-1].activity and _leans_on(group, activity, piece, text):
        carried.insert(0, group.pop())
    return carried


def _leans_on(group: list[Piece], activity: str | None, piece: Piece, text: str) -> bool:
    """Whether the last piece of a group says something of the next activity rather than of its own."""
    last = group[-1]
    if "another" in last.cues or "turn" in last.cues:
        return True
    if last.quantity:
        mine = _fits_quantity(last, activity)
        theirs = _fits_quantity(last, piece.activity)
        said = any(each.quantity and each.quantity.attribute == last.quantity.attribute for each in group[:-1])
        return theirs and (not mine or said)
    if last.when:
        return any(each.when for each in group[:-1])
    if last.entry and not last.cues - {"unit"}:
        return not allowed(last.entry.means(activity), activity) and bool(
            allowed(last.entry.means(piece.activity), piece.activity)
        )
    return False


def _fits_quantity(piece: Piece, activity: str | None) -> bool:
    assert piece.quantity
    name = piece.quantity.attribute
    if name == "count":
        return counts(activity, piece.quantity.unit)
    return bool(allowed({name: piece.quantity.amount}, activity))
