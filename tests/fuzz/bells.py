"""Reminders of several people under clocks that leap and go back, against a plain model: told once, in time, to nobody
else; and nothing that was taken back, stopped or erased."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from handlers.message import Message, Reply
from tests.fuzz.world import PEOPLE, World, people
from tests.reminding.simulation import spoken

ZONE = ZoneInfo("Asia/Shanghai")
WEEKDAYS = "一二三四五六日"
MARK = re.compile(r"看看第(\d+)号文件夹")

hours = st.sampled_from((8, 9, 15, 21))


@dataclass
class Wish:
    """A reminder: once at `due`, or every week from then on. `over`: taken back, or told once; `missed`: its time came
    while its owner wanted no reminders."""

    owner: str
    due: datetime
    weekly: bool = False
    over: bool = False
    paused: bool = False

    def times(self, until: datetime) -> int:
        """How often its time had come by then."""
        if until < self.due:
            return 0
        return (until - self.due) // timedelta(weeks=1) + 1 if self.weekly else 1

    def passes(self, now: datetime) -> None:
        """What came by now comes no more, told or not."""
        if self.weekly:
            self.due += timedelta(weeks=self.times(now))
        elif self.due <= now:
            self.over = True


class Bells(World):
    """People who order, stop and take back; machines whose clocks disagree."""

    def __init__(self) -> None:
        super().__init__(datetime(2026, 3, 2, 10, 0, tzinfo=ZONE))
        self.wishes: dict[int, Wish] = {}
        self.fresh: dict[str, int] = {}  # the wish that somebody has just made, which 撤销 takes back
        self.shown: list[tuple[str, str]] = []  # buttons, and to whom

    def before(self, message: Message) -> None:
        self.fresh.pop(message.user, None)

    def read(self, reply: Reply) -> None:
        """Who reads of a reminder is its owner."""
        assert {self.wishes[number].owner for number in numbers(reply) if number in self.wishes} <= {reply.to_user}
        data = [button.data for row in reply.buttons for button in row]
        self.shown += [(str(reply.to_user), each) for each in data if each.startswith("r:") and each.endswith(":stop")]

    def of(self, person: str) -> list[Wish]:
        return [wish for wish in self.wishes.values() if wish.owner == person]

    @initialize()
    def all_work_somewhere(self) -> None:
        for person in PEOPLE:
            self.turn(person, "我在苏州工作")
            self.once(person, 3, 9)
            self.weekly(person, 4, 15)

    def wished(self, person: str, text: str, due: datetime, *, weekly: bool = False) -> None:
        number = len(self.wishes)
        self.wishes[number] = Wish(person, due, weekly=weekly)
        answer = self.turn(person, f"{text}提醒我看看第{number}号文件夹")
        assert f"看看第{number}号文件夹" in answer.replies[0].text
        self.fresh[person] = number

    @rule(person=people, days=st.integers(1, 60), hour=hours)
    def wants_it_once(self, person: str, days: int, hour: int) -> None:
        self.once(person, days, hour)

    def once(self, person: str, days: int, hour: int) -> None:
        """On a day that is named."""
        due = (self.now + timedelta(days=days)).replace(hour=hour, minute=0)
        self.wished(person, f"{due.year}年{due.month}月{due.day}号{spoken(hour)}", due)

    @rule(person=people, weekday=st.integers(0, 6), hour=hours)
    def wants_it_every_week(self, person: str, weekday: int, hour: int) -> None:
        self.weekly(person, weekday, hour)

    def weekly(self, person: str, weekday: int, hour: int) -> None:
        """On a day of every week."""
        soon = self.now + timedelta(minutes=1)  # when the order is heard
        due = (soon + timedelta(days=(weekday - soon.weekday()) % 7)).replace(hour=hour, minute=0)
        due += timedelta(weeks=due <= soon)
        self.wished(person, f"每周{WEEKDAYS[weekday]}{spoken(hour)}", due, weekly=True)

    @rule(person=people)
    def thinks_better_of_it(self, person: str) -> None:
        number = self.fresh.get(person)
        if number is not None:
            self.turn(person, "撤销")
            self.wishes[number].over = True

    @rule(person=people)
    def wants_no_more(self, person: str) -> None:
        self.turn(person, "别再提醒了")
        for wish in self.of(person):
            wish.paused = True

    @rule(person=people)
    def wants_them_again(self, person: str) -> None:
        """Nothing is made up for."""
        self.turn(person, "恢复提醒")
        for wish in self.of(person):
            wish.passes(self.now)
            wish.paused = False

    @precondition(lambda self: bool(self.shown))
    @rule(person=people, index=st.integers(0, 100))
    def presses_no_more_of_this(self, person: str, index: int) -> None:
        """The button under a reminder; it ends what is one's own."""
        owner, data = self.shown[index % len(self.shown)]
        answer = self.turn(person, press=data)
        number = next((int(each) for each in MARK.findall(answer.replies[0].text)), None)
        if data.startswith("r:0:"):
            for wish in self.of(person):
                wish.paused = True
        elif number is not None:
            assert person == owner
            self.wishes[number].over = True

    @rule(person=people)
    def is_erased(self, person: str) -> None:
        for wish in self.of(person):
            wish.over = True
        self.erased(person)
        self.shown = [each for each in self.shown if each[0] != person]

    @rule(passed=st.one_of(st.integers(0, 48), st.integers(100, 24 * 70)))
    def the_clock_goes_on(self, passed: int) -> None:
        """All that is due is told; what was missed, once."""
        self.now += timedelta(hours=passed)
        told = self.tick(self.now)
        due = {
            number for number, wish in self.wishes.items() if not (wish.over or wish.paused) and wish.times(self.now)
        }
        # what was missed waits for the morning
        assert told <= due
        assert told == due or not 8 <= self.now.hour < 22
        for number in told:
            self.wishes[number].passes(self.now)

    @rule(hours_back=st.integers(1, 500))
    def a_clock_is_slow(self, hours_back: int) -> None:
        """Somebody's machine lives in the past: nothing that was told is told there again, nor before its time."""
        then = self.now - timedelta(hours=hours_back)
        for number in self.tick(then):
            wish = self.wishes[number]
            assert not wish.over
            assert not wish.paused
            assert wish.times(then)
            wish.passes(then)

    def tick(self, now: datetime) -> set[int]:
        """What is told at an instant; each person gets one message, and none twice."""
        answer = self.assistant.answer(Message("", now, tick=True))
        assert answer.error is None
        readers = [reply.to_user for reply in answer.replies]
        assert len(readers) == len(set(readers))
        for reply in answer.replies:
            self.read(reply)
        told = [number for reply in answer.replies for number in numbers(reply)]
        assert len(told) == len(set(told))
        assert self.assistant.answer(Message("", now, tick=True)).replies == ()
        return set(told)


def numbers(reply: Reply) -> list[int]:
    """The reminders that a reply speaks of."""
    return [int(number) for number in MARK.findall(reply.text)]
