"""A broadcast on a bad day: floods, people who shut us out, and the process killed in the middle.

python -m tests.telegram.broadcasting [--members 500] [--kills 3]     tells what came of it
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.channels.telegram.pace import IN_FLIGHT
from storage import open_database
from tests.nursery import Nursery
from tests.telegram.fake import Fake, Fault, Meter, Person
from tests.telegram.serving import Serving

EMPLOYER = "江南轨道集团"
MARK = f"📣 {EMPLOYER}提醒您"


@dataclass(slots=True)
class Came:
    """What came of it: `lost` and `wrong` must be empty, and `doubled` no more than the kills."""

    members: int
    kills: int
    blocked: int
    lost: list[str] = field(default_factory=list)
    doubled: int = 0
    edits: int = 0
    reports: list[str] = field(default_factory=list)
    seconds: float = 0


def staffed(fake: Fake, serving: Serving, members: int) -> tuple[Person, list[Person]]:
    """An employer in the database, with members who have all written in private; the administrator and the members."""
    boss, people = fake.person("王敏"), [fake.person(f"甲{number}") for number in range(members)]
    database = open_database(f"sqlite:///{serving.database}")
    with database.turn(serving.clock()) as turn:
        chief = turn.account(str(boss.id))
        turn.opened_by(str(boss.id))
        employer = turn.employers.registry.create(EMPLOYER, EMPLOYER, chief, "王敏")
        for number, person in enumerate(people):
            user = str(person.id)
            turn.opened_by(user)
            turn.people(user).add_stay("常州")
            turn.employers.members.join(employer.id, turn.account(user), f"甲{number}", "1")
    database.close()
    return boss, people


def broadcast(folder: Path, nursery: Nursery, *, members: int, kills: int) -> Came:
    """One broadcast on an empty database; every tenth member has blocked the bot, half of them unknown to it."""
    with Fake() as fake:
        fake.server.meter = Meter(None)
        serving = Serving(nursery, fake, folder)
        boss, people = staffed(fake, serving, members)
        gone = people[::10]
        for number, person in enumerate(gone):
            if number % 2:
                person.blocks()
            else:
                person.chat.blocked = True  # and no update tells of it
        fake.server.faults.pending += [
            Fault("flood", "sendMessage", times=max(2, members // 50), chance=0.05),
            Fault("flood", "sendMessage", overall=True, chance=0.02),
            Fault("deaf", "sendMessage", chance=0.01),
        ]
        began = time.monotonic()
        serving.start()
        boss.says("提醒没完成的人")
        for life in range(kills):
            share = members * (life + 1) // (kills + 2)
            fake.wait(lambda share=share: len(got(fake)) >= share, 120, serving.said)  # type: ignore[misc]
            serving.kill()
            serving.start()
        fake.wait(lambda: bool(reports(fake, boss)), 60 + members, lambda: serving.said()[-1500:])
        time.sleep(3.5)  # what is said too much is said soon
        serving.stop()
        return outcome(fake, boss, people, gone, kills, time.monotonic() - began)


def got(fake: Fake) -> Counter[int]:
    """Who got the broadcast, how often."""
    events = [event for event in fake.server.events if event.kind == "sent"]
    return Counter(event.chat for event in events if str(event.message.get("text", "")).startswith(MARK))


def reports(fake: Fake, boss: Person) -> list[str]:
    """The reports that the administrator got; one that came again word for word, since the network took the answer, is
    the same."""
    came = (heard.text for heard in boss.happened() if heard.kind == "sent" and heard.text.startswith("📬"))
    return list(dict.fromkeys(came))


def outcome(fake: Fake, boss: Person, people: list[Person], gone: list[Person], kills: int, seconds: float) -> Came:
    """What everybody saw."""
    count = got(fake)
    reachable = [person for person in people if person not in gone]
    lost = [person.chat.title for person in reachable if not count[person.id]]
    doubled = sum(count[person.id] - 1 for person in reachable if count[person.id])
    edits = sum(heard.kind == "edited" and heard.text.startswith("📤") for heard in boss.happened())
    return Came(len(people), kills, len(gone), lost, doubled, edits, reports(fake, boss), seconds)


def main(arguments: Sequence[str] | None = None) -> int:
    """Tell what came of a broadcast; 1 where somebody did not get it, or too many got it twice."""
    parser = argparse.ArgumentParser(prog="python -m tests.telegram.broadcasting", description="floods, blocks, kills")
    parser.add_argument("--members", type=int, default=500)
    parser.add_argument("--kills", type=int, default=3)
    chosen = vars(parser.parse_args(arguments))
    with tempfile.TemporaryDirectory() as folder, Nursery() as nursery:
        came = broadcast(Path(folder), nursery, **chosen)
    print(f"{came.members} members, {came.blocked} of whom blocked the bot, {came.kills} kills, {came.seconds:.0f} s:")
    print(f"{len(came.lost)} lost, {came.doubled} doubled, progress edited {came.edits} times")
    print("\n".join(came.reports))
    return 1 if came.lost or came.doubled > came.kills * IN_FLIGHT + 1 or len(came.reports) != 1 else 0


if __name__ == "__main__":
    raise SystemExit(main())
