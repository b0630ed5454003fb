"""What a year's requirement says besides its figures, in words: carry-over, cycles, leave, what may fill what."""

from __future__ import annotations

from decimal import Decimal

from handlers.wording.figures import plain, subject
from policies.pack import Bucket, CarryOver, Cycle, Filling, Leave

FILLING = "{source}多出的可顶{target}{most}"
CARRY = "{subject}多出的可转到后{years}年{most}"
CYCLE = "{starts}年起每{years}年一个周期，合计{total}"
BUCKET = "{name}至少{hours}"
LEAVE = "请假满{months}个月按{percent}%要求"
AT_MOST = "（最多{hours}）"
ALL = "全部科目"


def demands(value: object) -> str:
    """One part of a requirement: a list of what may fill, carry over or reduce, or a cycle."""
    parts = value if isinstance(value, tuple) else (value,)
    return "；".join(demand(part) for part in parts)


def demand(part: object) -> str:
    match part:
        case Filling():
            return FILLING.format(source=subject(part.source), target=subject(part.target), most=most(part.most))
        case CarryOver():
            return CARRY.format(subject=subject(part.subject or "") or ALL, years=part.years, most=most(part.most))
        case Cycle():
            return CYCLE.format(starts=part.starts, years=part.years, total=plain(part.total))
        case Bucket():
            return BUCKET.format(name=part.name, hours=plain(part.hours))
        case Leave():
            return LEAVE.format(months=plain(part.months), percent=plain(part.keeps * 100))
        case _:
            return str(part)


def most(hours: Decimal | None) -> str:
    return "" if hours is None else AT_MOST.format(hours=plain(hours))
