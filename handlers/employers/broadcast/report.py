"""What became of a broadcast: how many it was sent to, who could not be reached; while it goes out, how far it is.

Counted from the outbox, where there is one; on a channel that delivers with its answer everything is sent at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from handlers.message import Reply
from handlers.say import Say
from handlers.scene import Scene
from handlers.wording import broadcasts as say
from handlers.wording.figures import moment
from nlu.reading import Intent
from storage.database import Turn
from storage.employers import Employer
from storage.employers.broadcasts import REPORT_KEY, Broadcast, Missed

OFFICE = "Asia/Shanghai"  # the clock of all the documents; a report is made where nobody is there to ask for theirs


@dataclass(frozen=True, slots=True)
class Delivery:
    """How far a broadcast is: messages that arrived, that are still on their way, people whom it did not reach."""

    sent: int
    open: int
    missed: tuple[Missed, ...]

    @property
    def done(self) -> bool:
        return not self.open


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a broadcast of so many messages is, in words, for the user who ordered it."""

    order: int
    user: str
    messages: int
    text: str


def delivery(turn: Turn, order: Broadcast) -> Delivery:
    """How far a broadcast is now."""
    kept = turn.employers.broadcasts
    states = turn.outbox.tally(order.id)
    waiting = states.get("waiting", 0) + states.get("claimed", 0)
    missed = (*kept.missed(order.id), *kept.undelivered(order.id))
    sent = states.get("sent", 0) if states else kept.written(order.id)
    return Delivery(sent, waiting, missed)


def report(scene: Scene, employer: Employer) -> Say:
    """群发结果: of the last broadcast."""
    order = scene.turn.employers.broadcasts.last(employer.id)
    if order is None:
        return Say(say.NO_BROADCAST, intent=Intent.GROUP)
    return Say(text_of(order, delivery(scene.turn, order)), intent=Intent.GROUP)


def text_of(order: Broadcast, found: Delivery) -> str:
    """The report in words."""
    at = moment(order.at.astimezone(ZoneInfo(OFFICE)))
    if not found.done:
        return say.STILL.format(at=at, sent=found.sent, open=found.open)
    people = [(each.name, each.why) for each in found.missed]
    missed = say.MISSED.format(count=len(people), names=say.named(people)) if people else ""
    return say.REPORT.format(at=at, sent=found.sent, missed=missed)


def reports_due(turn: Turn) -> Iterator[Reply]:
    """A report to whoever ordered it, for each broadcast that has ended; its key lets it go out once."""
    for order, user in turn.employers.broadcasts.ended():
        yield Reply(text_of(order, delivery(turn, order)), to_user=user, kind="notice", key=f"{REPORT_KEY}{order.id}")


def under_way(turn: Turn) -> list[Progress]:
    """How far each broadcast is that is on its way."""
    running = turn.employers.broadcasts.under_way()
    return [progress_of(order, user, delivery(turn, order)) for order, user in running]


def progress_of(order: Broadcast, user: str, found: Delivery) -> Progress:
    """How far it is, on one line that is edited in place."""
    messages = found.sent + found.open
    return Progress(order.id, user, messages, say.PROGRESS.format(done=found.sent, all=messages))
