"""What became of an attempt to send, whichever library made it, and what follows from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from storage.database import Turn
from storage.outbox import Parcel

LAST_ATTEMPT = 80
LONGEST_PAUSE = 3600  # seconds; eighty attempts take three days
GONE = ("chat not found", "user is deactivated", "bot was kicked", "not enough rights", "group chat was deactivated")


class Fate(Enum):
    """What became of it."""

    SENT = "sent"
    SLOW_DOWN = "slow_down"  # 429: not taken, and not our fault either
    FAILED = "failed"  # nobody knows, or nobody was there to take it: tried again
    UNREACHABLE = "unreachable"
    DROPPED = "dropped"  # it can never be sent as it is
    MOVED = "moved"  # the group has another id now


@dataclass(frozen=True, slots=True)
class Outcome:
    """A fate with its reason; `seconds` of a 429, `chat` of a group that moved."""

    fate: Fate
    why: str = ""
    seconds: float = 0
    chat: str = ""


SENT = Outcome(Fate.SENT)
LATER = Outcome(Fate.SLOW_DOWN)  # not tried: something else goes first
OVER = {Fate.SENT, Fate.DROPPED, Fate.UNREACHABLE}  # nothing more comes of it


def refused(description: str) -> Outcome:
    """What a 400 means."""
    words = description.lower()
    if "message is not modified" in words:
        return SENT
    if any(gone in words for gone in GONE):
        return Outcome(Fate.UNREACHABLE, description)
    return Outcome(Fate.DROPPED, description)


def written(parcel: Parcel, outcome: Outcome, now: datetime) -> Callable[[Turn], None]:
    """The outcome as it goes into the books."""

    def write(turn: Turn) -> None:
        box = turn.outbox
        match outcome.fate:
            case Fate.SENT:
                box.sent([parcel.id])
            case Fate.SLOW_DOWN:
                box.put_off(parcel.id, now + timedelta(seconds=outcome.seconds))
            case Fate.MOVED:
                turn.group_moved(parcel.chat, outcome.chat)
                box.put_off(parcel.id, now)
            case Fate.FAILED if parcel.attempts + 1 < LAST_ATTEMPT:
                box.try_again(parcel.id, now + pause(parcel.attempts), outcome.why)
            case Fate.DROPPED:
                box.end(parcel.id, "dropped", outcome.why)
            case _:
                box.end(parcel.id, "unreachable", outcome.why)
        if outcome.fate is Fate.UNREACHABLE and parcel.to_user:
            turn.reach.closed(parcel.to_user)

    return write


def pause(attempts: int) -> timedelta:
    """How long to wait after so many attempts failed before this one: growing, up to an hour."""
    return timedelta(seconds=min(2**attempts, LONGEST_PAUSE))
