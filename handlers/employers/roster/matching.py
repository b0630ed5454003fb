"""Who of the roster is a member, who has not joined, and who cannot be told apart. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from storage.employers import Member
from storage.employers.rosters import Colleague


@dataclass(frozen=True, slots=True)
class Matches:
    """`pairs` are members with their line, `absent` lines without a member, `unsure` members of whom several lines (or
    lines of several members) could be, `strangers` members whom the roster does not know."""

    pairs: tuple[tuple[Member, Colleague], ...] = ()
    absent: tuple[Colleague, ...] = ()
    unsure: tuple[tuple[Member, tuple[Colleague, ...]], ...] = ()
    strangers: tuple[Member, ...] = ()


def match(colleagues: Sequence[Colleague], members: Iterable[Member]) -> Matches:
    """Match by number where the member's is known, else by a name that only one of each bears.

    A line that one of several namesakes must be, nobody knowing which, is not absent.
    """
    left = {id(each): each for each in colleagues}
    pairs, open_members = by_number(left, members)
    found, unsure, strangers = by_name(left, open_members)
    doubtful = {id(line) for _, lines in unsure for line in lines}
    absent = tuple(each for key, each in left.items() if key not in doubtful)
    return Matches((*pairs, *found), absent, tuple(unsure), tuple(strangers))


def by_number(
    left: dict[int, Colleague], members: Iterable[Member]
) -> tuple[list[tuple[Member, Colleague]], list[Member]]:
    """The pairs that share number and name, taken out of `left`; and the other members."""
    lines = {(key_of(each.staff_number), each.name): each for each in left.values() if each.staff_number}
    pairs, others = [], []
    for member in members:
        line = lines.pop((key_of(member.staff_number), member.name), None) if member.staff_number else None
        if line is None:
            others.append(member)
        else:
            pairs.append((member, line))
            del left[id(line)]
    return pairs, others


def by_name(
    left: dict[int, Colleague], members: Iterable[Member]
) -> tuple[list[tuple[Member, Colleague]], list[tuple[Member, tuple[Colleague, ...]]], list[Member]]:
    """The pairs whose name only one of each bears, taken out of `left`; the doubtful; and those without a line."""
    lines, bearers = defaultdict(list), defaultdict(list)
    for line in left.values():
        lines[line.name].append(line)
    for member in members:
        bearers[member.name].append(member)
    pairs, unsure, strangers = [], [], []
    for name, people in bearers.items():
        if not lines[name]:
            strangers += people
        elif len(people) == len(lines[name]) == 1:
            pairs.append((people[0], lines[name][0]))
            del left[id(lines[name][0])]
        else:
            unsure += [(each, tuple(lines[name])) for each in people]
    return pairs, unsure, strangers


def key_of(number: str | None) -> str:
    """A number as it is compared: letters of either case, zeros in front or lost on the way."""
    bare = (number or "").strip().casefold()
    return bare.lstrip("0") or bare
