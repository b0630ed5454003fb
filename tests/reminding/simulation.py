"""A simulated year: people who report, move, travel, stop, snooze and join employers; every hour a tick; every tick
compared with the oracle.

python -m tests.reminding.simulation                 1,000 people, 400 days
python -m tests.reminding.simulation 50 120 7        so many people and days, from that seed
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from random import Random
from time import perf_counter
from zoneinfo import ZoneInfo

from handlers.assistant import Assistant
from handlers.message import Message, Reply
from policies.facts import Fact
from policies.library import Library, load_library
from policies.person import Person
from storage import Database, Turn, open_database
from tests.reminding.oracle import HOUR, Oracle, Somebody, Wish

START = datetime(2026, 8, 31, 16, 0, tzinfo=UTC)
ZONES = ("Asia/Shanghai", "Asia/Shanghai", "America/New_York", "Europe/London", "Pacific/Auckland", "Asia/Kolkata")
PLACES = ("常州", "苏州", "南通", "江西南昌", "常德")
DEEDS = (
    "{month}月{day}号参加了单位组织的培训{n}天",
    "公需课学了{n}学时",
    "公需课考过一门",
    "今年独立出了一本专著",
    "{month}月{day}号住建局办的培训去了{n}天",
)
EMPLOYERS = (("甲设计院", "11月20日", (11, 20)), ("乙检测中心", "12月15日", (12, 15)))
OTHER_DEADLINES = (("12月5日", (12, 5)), ("11月30日", (11, 30)))
EVENTS = 14  # a person and year


@dataclass
class Year:
    """One run. `wrong` says what was told that should not have been, or the other way round."""

    people: int
    days: int
    seed: int
    library: Library
    wrong: list[str] = field(default_factory=list)
    told: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.random = Random(self.seed)
        self.database: Database = open_database()
        self.assistant = Assistant(self.database, self.library)
        self.oracle = Oracle(self.library)
        self.everybody: dict[str, Somebody] = {}
        self.just_wished: dict[str, Wish] = {}
        self.codes: list[str] = []
        self.members: dict[int, list[Somebody]] = {0: [], 1: []}
        self.deadlines = [deadline for _, _, deadline in EMPLOYERS]

    def run(self) -> None:
        """All hours, one after the other."""
        self.found_employers()
        events = sorted(self.random.randrange(self.days * 24) for _ in range(self.people * EVENTS * self.days // 365))
        changes = sorted(self.random.randrange(self.days * 24) for _ in range(2))
        for hour in range(self.days * 24):
            now = START + hour * HOUR
            if hour % 24 == 0 and len(self.everybody) < self.people:
                self.welcome(now, max(1, self.people * 3 // (self.days)))
            while events and events[0] == hour:
                events.pop(0)
                self.something_happens(now - 2 * HOUR / 3)
            while changes and changes[0] == hour:
                self.deadline_changes(now - HOUR / 2, changes.pop(0) % 2)
            self.tick(now)
        self.database.close()

    def say(self, user: str, text: str, now: datetime) -> str:
        """One message; what was answered."""
        self.just_wished.pop(user, None)
        answer = self.assistant.answer(Message(user, now, text=text, name=user))
        assert answer.error is None, (text, answer.error)
        return "\n".join(reply.text for reply in answer.replies)

    def found_employers(self) -> None:
        for number, (name, deadline, _) in enumerate(EMPLOYERS):
            said = self.say(f"boss{number}", f"创建单位 {name}", START - HOUR)
            self.codes.append(re.findall(r"(?<![A-Z0-9])[A-Z2-9]{8}(?![A-Z0-9])", said)[0])
            self.say(f"boss{number}", f"审核截止 {deadline}", START - HOUR)

    def welcome(self, now: datetime, count: int) -> None:
        """Some more people, each with a region, some with a zone of their own."""
        for _ in range(min(count, self.people - len(self.everybody))):
            name, at = f"p{len(self.everybody)}", now - HOUR / 3
            one = self.everybody[name] = Somebody(name, at)
            if self.random.random() > 0.05:
                self.say(name, f"我在{self.random.choice(PLACES)}工作", at)
            self.travels(one, at)

    def something_happens(self, now: datetime) -> None:
        if self.everybody:
            one = self.random.choice(list(self.everybody.values()))
            weights = [40, 6, 4, 4, 6, 5, 6, 10, 8, 4, 2]
            happens: list[Callable[[Somebody, datetime], None]] = [
                self.reports, self.withdraws, self.moves, self.stops, self.resumes,
                self.travels, self.snoozes, self.wishes, self.wishes_once, self.joins, self.aims,
            ]  # fmt: skip
            self.random.choices(happens, weights)[0](one, now)

    def reports(self, one: Somebody, now: datetime) -> None:
        here = now.astimezone(ZoneInfo(one.zone))
        words = {"month": here.month, "day": max(here.day - 5, 1), "n": self.random.randint(2, 9)}
        self.say(one.name, self.random.choice(DEEDS).format(**words), now)

    def withdraws(self, one: Somebody, now: datetime) -> None:
        """撤销 right after a wish ends that wish."""
        wish = self.just_wished.pop(one.name, None)
        self.say(one.name, "撤销", now)
        if wish is not None:
            wish.ended = True

    def moves(self, one: Somebody, now: datetime) -> None:
        self.say(one.name, f"我调到{self.random.choice(PLACES)}工作了", now)

    def stops(self, one: Somebody, now: datetime) -> None:
        self.say(one.name, "别再提醒了", now)
        one.stopped = True
        for wish in one.wishes:
            wish.paused = True

    def resumes(self, one: Somebody, now: datetime) -> None:
        self.say(one.name, "恢复提醒", now)
        one.stopped, one.snoozed, one.held = False, None, set()
        for wish in one.wishes:
            wish.paused = False

    def travels(self, one: Somebody, now: datetime) -> None:
        one.travel(self.random.choice(ZONES), now)
        self.say(one.name, f"时区设为 {one.zone}", now)

    def snoozes(self, one: Somebody, now: datetime) -> None:
        days = self.random.randint(1, 9)
        day = now.astimezone(ZoneInfo(one.zone)).date() + timedelta(days=days)
        self.say(one.name, f"{days}天后再提醒", now)
        one.snoozed = datetime(day.year, day.month, day.day, 9, tzinfo=ZoneInfo(one.zone)).astimezone(UTC)
        one.stopped = False

    def wishes(self, one: Somebody, now: datetime) -> None:
        weekday, hour = self.random.randrange(7), self.random.choice((6, 7, 9, 12, 20, 23))
        text = f"看看第{len(one.wishes)}号文件夹"
        self.say(one.name, f"每周{'一二三四五六日'[weekday]}{spoken(hour)}提醒我{text}", now)
        self.wished(one, Wish(text, hour, weekday=weekday, since=now))

    def wishes_once(self, one: Somebody, now: datetime) -> None:
        day = now.astimezone(ZoneInfo(one.zone)).date() + timedelta(days=self.random.randint(1, 60))
        hour, text = self.random.choice((7, 9, 15, 22)), f"交第{len(one.wishes)}号表"
        self.say(one.name, f"{day.year}年{day.month}月{day.day}号{spoken(hour)}提醒我{text}", now)
        self.wished(one, Wish(text, hour, day=day, since=now))

    def wished(self, one: Somebody, wish: Wish) -> None:
        one.wishes.append(wish)
        self.just_wished[one.name] = wish

    def joins(self, one: Somebody, now: datetime) -> None:
        employer = self.random.randrange(2)
        if one not in self.members[employer]:
            self.say(one.name, f"加入单位 {self.codes[employer]}", now)
            if "已加入" in self.say(one.name, "同意", now):
                self.members[employer].append(one)
                self.settle_deadline(one)

    def aims(self, one: Somebody, now: datetime) -> None:
        self.say(one.name, "我的目标是评高级职称", now)
        with self.database.turn(now) as turn:
            one.senior = one.senior or turn.people(one.name).title_level == "senior"

    def deadline_changes(self, now: datetime, employer: int) -> None:
        words, deadline = self.random.choice(OTHER_DEADLINES)
        self.say(f"boss{employer}", f"审核截止 {words}", now)
        self.deadlines[employer] = deadline
        for one in self.members[employer]:
            self.settle_deadline(one)

    def settle_deadline(self, one: Somebody) -> None:
        one.deadline = min(self.deadlines[number] for number, people in self.members.items() if one in people)

    def tick(self, now: datetime) -> None:
        """One tick, against the oracle."""
        answer = self.assistant.answer(Message("", now, tick=True))
        assert answer.error is None
        got: dict[str, list[Reply]] = {}
        for reply in answer.replies:
            got.setdefault(str(reply.to_user), []).append(reply)
        with self.database.turn(now) as turn:
            for name, one in self.everybody.items():
                wanted = self.oracle.due(one, partial(person_of, turn, name), partial(facts_of, turn, name), now)
                self.compare(name, now, wanted, got.pop(name, []))
        if got:
            self.wrong.append(f"{now}: told to strangers {sorted(got)}")

    def compare(self, name: str, now: datetime, wanted: set[str], replies: list[Reply]) -> None:
        self.told.update(kind if kind in KINDS else "wish" for kind in wanted)
        if len(replies) != bool(wanted):
            self.wrong.append(f"{now} {name}: {len(replies)} messages, wanted {wanted}")
            return
        text = replies[0].text if replies else ""
        kinds = {kind for kind, mark in KINDS.items() if re.search(mark, text)}
        said = kinds | set(re.findall(r"看看第\d+号文件夹|交第\d+号表", text))
        if said != wanted:
            self.wrong.append(f"{now} {name}: told {said}, wanted {wanted}")


def person_of(turn: Turn, name: str) -> Person:
    return turn.people(name).person()


def facts_of(turn: Turn, name: str) -> tuple[Fact, ...]:
    return turn.ledger(name).facts()


KINDS = {
    "plan": "⏰ 离|⏰ .{4,8}的(?:年底审核|审核截止日)已经过了|⏰ 今天",
    "enrolment": "可以报名",
    "recognition": "您问过高级职称",
    "summary": "📒",
}


def spoken(hour: int) -> str:
    return (
        f"早上{hour}点"
        if hour < 12
        else "中午12点"
        if hour == 12
        else f"下午{hour - 12}点"
        if hour < 18
        else f"晚上{hour - 12}点"
    )


def main(arguments: list[str]) -> int:
    """Run it and say what was wrong."""
    people, days, seed = (int(each) for each in (*arguments, *("1000", "400", "1")[len(arguments) :]))
    year = Year(people, days, seed, load_library())
    before = perf_counter()
    year.run()
    print(f"{people} people, {days} days: {dict(year.told)}; wrong: {len(year.wrong)}; {perf_counter() - before:.0f} s")
    print("\n".join(year.wrong[:20]))
    return bool(year.wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
