"""What nobody waits for, sent through the outbox under flood control: how fast, and whether the server minded.

python -m tests.telegram.outbound     two thousand messages at the published limits; takes over a minute
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from bot.channels.telegram.carrier_ptb import PtbCarrier
from bot.channels.telegram.clerk import Clerk
from bot.channels.telegram.configured import TelegramSettings
from bot.channels.telegram.desk import Desk
from bot.channels.telegram.drainer import Drainer
from bot.channels.telegram.pace import Limits, Pace
from handlers.message import Reply
from storage import Database, open_database
from storage.outbox import Label
from tests.telegram import fake as served
from tests.telegram.fake import Fake, Fault, Meter


@dataclass(frozen=True, slots=True)
class Mailing:
    """How many messages: one each to `people`, several each to a few chats and groups; `overall` a second in all;
    `floods` of the whole bot and `puddles` of single chats, a second each, that the server makes up."""

    people: int
    chats: int = 0
    to_each_chat: int = 0
    groups: int = 0
    to_each_group: int = 0
    overall: int = 30
    floods: int = 0
    puddles: int = 0


@dataclass(slots=True)
class Measured:
    """What came of a mailing. `share` is that of the permitted rate while the server was open, one second's worth more
    being permitted than it was open; `closed` the seconds that it was not."""

    messages: int
    seconds: float
    closed: float
    share: float
    peak: int
    chat_peak: int
    group_peak: int
    refused: int
    arrived: Counter[str] = field(default_factory=Counter)


def mailed(mailing: Mailing, folder: Path) -> Measured:
    """Lay the mail down, send it, and measure."""
    limits = served.Limits(overall=mailing.overall, burst=1)
    with Fake() as fake:
        fake.server.meter = Meter(limits)
        database = open_database(folder / "outbound.db")
        wanted = laid_down(mailing, fake, database)
        for number in range(mailing.floods):
            fault = Fault("flood", "sendMessage", seconds=1, overall=True, chance=0.004 * (number + 1))
            fake.server.faults.pending.append(fault)
        fake.server.faults.pending.append(Fault("flood", "sendMessage", times=mailing.puddles, chance=0.01))
        asyncio.run(drained(fake, database, mailing, len(wanted)))
        database.close()
        return measured(fake, mailing)


def laid_down(mailing: Mailing, fake: Fake, database: Database) -> Sequence[str]:
    """Parcels in the outbox; the texts that are to arrive, each only once."""
    several = [(fake.person().id, mailing.to_each_chat) for _ in range(mailing.chats)]
    several += [(fake.group("科").chat.id, mailing.to_each_group) for _ in range(mailing.groups)]
    chats = [chat for chat, count in several for _ in range(count)]
    chats += [fake.person().id for _ in range(mailing.people)]
    now = datetime.now(UTC)
    texts = [f"第{number}条：本年度还差学时，请看“还差多少”。" for number in range(len(chats))]
    with database.turn(now) as turn:
        for chat, text in zip(chats, texts, strict=True):
            user, group = (str(chat), None) if chat > 0 else (None, str(chat))
            reply = Reply(text, to_user=user, to_group=group, kind="broadcast")
            turn.outbox.put(Label(user, group, "broadcast"), reply.as_json(), now)
    return texts


async def drained(fake: Fake, database: Database, mailing: Mailing, count: int) -> None:
    """Let the outbox be emptied."""

    def clock() -> datetime:
        return datetime.now(UTC)

    pace = Pace(Limits(overall=mailing.overall))
    carrier = PtbCarrier(TelegramSettings(fake.token, fake.base), pace)
    desk = Desk(database)
    clerk = Clerk(database, clock, desk)
    drainer = Drainer(clerk, carrier, pace, clock)
    running = asyncio.create_task(drainer.run())
    until = time.monotonic() + 30 + 2 * count / mailing.overall
    while len(fake.server.meter.sent) < count and time.monotonic() < until:
        await asyncio.sleep(0.05)
    await asyncio.sleep(0.3)  # what is sent twice is sent soon
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running
    await drainer.finish()
    await clerk.close()
    await desk.close()
    await carrier.close()


def measured(fake: Fake, mailing: Mailing) -> Measured:
    """What the server saw."""
    meter, server = fake.server.meter, fake.server
    seconds = meter.sent[-1] - meter.sent[0]
    closed = sum(fault.seconds for _, fault in server.faults.happened if fault.overall)
    permitted = mailing.overall * (seconds - closed + 1)
    peaks: Mapping[bool, list[int]] = {
        group: [meter.peak(60 if group else 1, chat) for chat in meter.by_chat if (chat < 0) is group]
        for group in (False, True)
    }
    return Measured(
        messages=len(meter.sent),
        seconds=seconds,
        closed=closed,
        share=len(meter.sent) / permitted,
        peak=meter.peak(1),
        chat_peak=max(peaks[False]),
        group_peak=max(peaks[True], default=0),
        refused=meter.refused,
        arrived=Counter(str(event.message["text"]) for event in server.events if event.kind == "sent"),
    )


FULL = Mailing(1_916, chats=2, to_each_chat=20, groups=2, to_each_group=22, floods=3, puddles=20)


def main() -> int:
    """Tell what came of the full mailing; 1 where it was not as it should be."""
    with tempfile.TemporaryDirectory() as folder:
        came = mailed(FULL, Path(folder))
    doubled = came.messages - len(came.arrived)
    print(
        f"{came.messages} messages in {came.seconds:.1f} s, {came.closed:.0f} of them closed: {came.share:.1%} of the"
    )
    print(f"permitted rate; at most {came.peak} in a second, {came.chat_peak} in a second in a chat, {came.group_peak}")
    print(f"in a minute in a group; {came.refused} over the limits, {doubled} doubled")
    return int(came.refused > 0 or doubled > 0 or came.share < 0.95)


if __name__ == "__main__":
    raise SystemExit(main())
