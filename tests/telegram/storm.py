"""A storm: updates that come twice and out of order, while the serving process is killed again and again.

python -m tests.telegram.storm [--updates 1000] [--kills 40] [--seed 1] [--webhook]     tells what came of it
"""

from __future__ import annotations

import argparse
import re
import tempfile
import time
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from storage import open_database
from tests.nursery import Nursery
from tests.telegram.fake import Fake, Meter, Person
from tests.telegram.fake.updates import Disorder
from tests.telegram.serving import Serving, webhook_settings
from tests.telegram.ways import told

HOURS = range(3, 12)  # each report of one person has its own number
_RECORDED = re.compile(r"^✅ 已记下.*培训（(\d+)学时")
_UNDONE = re.compile(r"^↩️ 已撤销.*培训（(\d+)学时")
Answers = dict[tuple[int, str, int], Counter[str]]  # person, what was done, hours: the texts that came, how often


@dataclass(slots=True)
class Outcome:
    """What a storm leaves. `wrong` must be empty; `doubled` counts replies that came once more, word for word, and
    `worst` how many of them followed one kill."""

    updates: int = 0
    kills: int = 0
    doubled: int = 0
    worst: int = 0
    seconds: float = 0
    wrong: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Storm:
    """Everybody reports a training of 3 hours, one of 4 and so on, and takes every third back by its button."""

    fake: Fake
    serving: Serving
    updates: int
    kills: int
    random: Random
    people: list[Person] = field(default_factory=list)
    undone: set[tuple[int, int]] = field(default_factory=set)
    born: list[float] = field(default_factory=list)

    def rage(self) -> Outcome:
        """From the first message until all is answered."""
        began = time.monotonic()
        each = 1 + len(HOURS)  # and the presses besides
        self.people = [self.fake.person(str(number)) for number in range(-(-self.updates // each))]
        self.serving.start()
        for person in self.people:
            person.says("我在常州工作")
        for person in self.people:
            person.hear(60)
        sent = self._weather()
        self.fake.wait(self._all_answered, 120, lambda: f"{self._missing()[:5]} {self.serving.said()[-1500:]}")
        time.sleep(0.5)  # what is said too much is said soon
        self.serving.stop()
        return self._outcome(sent, time.monotonic() - began)

    def _weather(self) -> int:
        """A part of the updates in each life, each life cut short; the number of updates."""
        reports = [(person, hours) for hours in HOURS for person in self.people]
        share = -(-len(reports) // (self.kills + 1))
        sent = 0
        for life in range(self.kills + 1):
            for person, hours in reports[life * share : (life + 1) * share]:
                person.says(f"去年参加单位培训{hours}学时")
                sent += 1
            if life < self.kills:
                time.sleep(self.random.random() * 0.3)
                sent += self._press()
                time.sleep(self.random.random() * 0.2)
                self.serving.kill()
                self.born.append(time.monotonic())
                self.serving.start()
        return sent + self._press()

    def _press(self) -> int:
        """Take back what can be: every third report, once its answer is there."""
        pressed = 0
        for chat, kind, hours in answers(self.fake):
            if kind == "recorded" and hours % 3 == 0 and (chat, hours) not in self.undone:
                person = next(person for person in self.people if person.id == chat)
                shown = next(heard for heard in person.happened() if hours == recorded(heard.text))
                person.presses("撤销", on=shown)
                self.undone.add((chat, hours))
                pressed += 1
        return pressed

    def _all_answered(self) -> bool:
        return not self._missing()

    def _missing(self) -> list[tuple[int, str, int]]:
        came = answers(self.fake)
        wanted = [(person.id, "recorded", hours) for person in self.people for hours in HOURS]
        wanted += [(chat, "undone", hours) for chat, hours in self.undone]
        return [key for key in wanted if key not in came]

    def _outcome(self, sent: int, seconds: float) -> Outcome:
        came = answers(self.fake)
        doubled = Counter(bisect(self.born, at) for at in self._said_again())
        wrong = [*self._wrong_replies(came), *self._wrong_entries(), *self.fake.server.violations]
        most = max(doubled.values(), default=0)
        return Outcome(sent + len(self.people), self.kills, doubled.total(), most, seconds, wrong)

    def _said_again(self) -> Iterator[float]:
        """When something was said that had been said word for word."""
        before = set[tuple[int, str]]()
        for event in self.fake.server.events:
            text = str(event.message.get("text") or "")
            if _RECORDED.match(text) or _UNDONE.match(text):
                if (event.chat, text) in before:
                    yield event.at
                before.add((event.chat, text))

    def _wrong_replies(self, came: Answers) -> Iterator[str]:
        for key, texts in came.items():
            if len(texts) > 1:
                yield f"{key} was answered in {len(texts)} ways: {list(texts)}"

    def _wrong_entries(self) -> Iterator[str]:
        database = open_database(f"sqlite:///{self.serving.database}")
        for person in self.people:
            stands = sorted(int(str(attributes["hours"])) for _, _, attributes in told(database, str(person.id)))
            wanted = [hours for hours in HOURS if (person.id, hours) not in self.undone]
            if stands != wanted:
                yield f"{person.id} has {stands} instead of {wanted}"
        database.close()


def answers(fake: Fake) -> Answers:
    """What came, by what it answers."""
    came: Answers = defaultdict(Counter)
    for event in fake.server.events:
        text = str(event.message.get("text") or "")
        for kind, pattern in (("recorded", _RECORDED), ("undone", _UNDONE)):
            if found := pattern.match(text):
                came[event.chat, kind, int(found[1])][text] += 1
    return came


def recorded(text: str) -> int:
    """The hours that a reply says are recorded."""
    found = _RECORDED.match(text)
    return int(found[1]) if found else 0


def storm(folder: Path, nursery: Nursery, *, updates: int, kills: int, seed: int, webhook: bool = False) -> Outcome:
    """One storm on an empty database."""
    with Fake() as fake:
        fake.server.meter = Meter(None)
        dice = Random(seed)
        fake.server.updates.disorder = Disorder(0.03, 0.1, dice)
        serving = Serving(nursery, fake, folder, **(webhook_settings(fake) if webhook else {}))
        return Storm(fake, serving, updates, kills, dice).rage()


def main(arguments: Sequence[str] | None = None) -> int:
    """Tell what came of a storm; 1 where something is wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.telegram.storm", description="kills, repeats, disorder")
    parser.add_argument("--updates", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--webhook", action="store_true")
    chosen = vars(parser.parse_args(arguments))
    with tempfile.TemporaryDirectory() as folder, Nursery() as nursery:
        outcome = storm(Path(folder), nursery, **chosen)
    print(f"{outcome.updates} updates, {outcome.kills} kills, {outcome.seconds:.0f} s: ", end="")
    print(f"{outcome.doubled} replies came once more, {outcome.worst} after one kill; {len(outcome.wrong)} wrong")
    print("\n".join(outcome.wrong))
    return 1 if outcome.wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
