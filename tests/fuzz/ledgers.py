"""Everybody's own ledger against a plain model: what stands there, what it is worth, what of it was decided on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from handlers.message import Answer, Json, Message
from tests.employers.sheets import csv
from tests.fuzz.world import PEOPLE, World, people

YEAR = 2025
A_DAY, A_PAPER = 8, 30  # hours: 江苏2023 四（一）, 四（九）
WHY = "补登漏掉的一次"
BOSSES = ("王敏", "孙健")

everybody = st.sampled_from((*PEOPLE, *BOSSES))
weeks = st.integers(0, 40).map(lambda week: date(YEAR, 1, 6) + timedelta(weeks=week))
places = st.integers(0, 30)


@dataclass
class Entry:
    """What the ledger must hold of one report; `decided` is each employer's last word on it."""

    owner: str
    hours: int
    start: date | None = None  # None: a paper
    end: date | None = None
    decided: dict[str, str] = field(default_factory=dict)


class Ledgers(World):
    """People who report, correct and take back. `marks` tells whose a paper's title is."""

    def __init__(self) -> None:
        super().__init__(datetime(2026, 3, 1, 2, 0, tzinfo=UTC))
        self.entries: dict[str, Entry] = {}
        self.marks: dict[str, str] = {}
        self.touched: set[str] = set()

    def before(self, message: Message) -> None:
        self.touched.add(message.user)

    def locked(self, _person: str) -> bool:
        """Whether their year is closed."""
        return False

    def status(self, _entry: Entry) -> str:
        """What the decisions on an entry come to."""
        return "reported"

    def mine(self, person: str) -> dict[str, Entry]:
        return {name: entry for name, entry in self.entries.items() if entry.owner == person}

    def picked(self, place: int, person: str | None = None) -> str | None:
        """One of the entries, of one person or of all."""
        found = sorted(self.mine(person) if person else self.entries, key=int)
        return found[place % len(found)] if found else None

    def changing(self, person: str, text: str | None = None, press: str | None = None) -> Answer:
        """A change of one's own ledger; of a closed year only with a reason."""
        answer = self.turn(person, text, press)
        if self.locked(person):
            assert (answer.posted, answer.removed, answer.asks) == ((), (), ("confirm",))
            answer = self.turn(person, WHY)
        return answer

    def posted(self, answer: Answer, entry: Entry) -> None:
        (posted,) = answer.posted
        assert posted.hours == entry.hours
        self.entries[posted.id] = entry

    def statement(self, person: str) -> Json:
        found = self.assistant.answer(Message(person, self.now, statement_year=YEAR)).statement
        assert found is not None
        return found

    @rule(person=everybody, start=weeks, length=st.integers(1, 4))
    def reports_a_training(self, person: str, start: date, length: int) -> None:
        end = start + timedelta(days=length - 1)
        if any((each.start, each.end) == (start, end) for each in self.mine(person).values()):
            return
        when = f"{start:%-m月%-d}号" + (f"到{end:%-m月%-d}号" if length > 1 else "一天")
        answer = self.changing(person, f"{YEAR}年{when}参加了单位组织的培训")
        self.posted(answer, Entry(person, length * A_DAY, start, end))

    @rule(person=people)
    def reports_a_paper(self, person: str) -> None:
        self.publishes(person)

    def publishes(self, person: str) -> None:
        """A paper whose title tells whose it is."""
        mark = f"苔藓{len(self.marks)}号"
        self.marks[mark] = person
        answer = self.changing(person, f"{YEAR}年发表了一篇CN论文，独立作者，题目《{mark}》")
        self.posted(answer, Entry(person, A_PAPER))

    @rule(person=people, start=weeks)
    def thinks_better_of_it(self, person: str, start: date) -> None:
        """撤销 right after a report leaves the year exactly as it was."""
        if any(each.start and each.end and each.start <= start <= each.end for each in self.mine(person).values()):
            return
        before = self.statement(person)
        answer = self.changing(person, f"{YEAR}年{start:%-m月%-d}号参加了单位组织的培训一天")
        (posted,) = answer.posted
        assert self.changing(person, "撤销").removed == (posted.id,)
        assert self.statement(person) == before

    @rule(person=everybody, place=places)
    def takes_back(self, person: str, place: int) -> None:
        gone = self.picked(place, person)
        if gone:
            assert self.changing(person, press=f"u:{gone}").removed == (gone,)
            del self.entries[gone]

    @rule(person=everybody, place=places, kind=st.sampled_from("um"))
    def presses_what_is_anothers(self, person: str, place: int, kind: str) -> None:
        found = self.picked(place)
        if found and self.entries[found].owner != person:
            answer = self.turn(person, press=f"{kind}:{found}")
            assert (answer.removed, answer.posted) == ((), ())

    @rule(person=people, count=st.integers(1, 3))
    def sends_a_sheet(self, person: str, count: int) -> None:
        """Each row is an entry; the same sheet again is none."""
        if self.locked(person):
            return
        marks = [f"苔藓{len(self.marks) + number}号" for number in range(count)]
        self.marks |= dict.fromkeys(marks, person)
        rows = [("时间", "类型", "具体情况", "名称"), *((YEAR, "论文", "CN期刊，独著", mark) for mark in marks)]
        place = self.folder / f"{marks[0]}.csv"
        place.write_bytes(csv(rows))
        answer = self.turn(person, file=str(place))
        assert len(answer.posted) == count
        for each in answer.posted:
            self.entries[each.id] = Entry(person, A_PAPER)
        assert self.turn(person, file=str(place)).posted == ()

    @invariant()
    def those_who_spoke_have_what_they_told(self) -> None:
        for person in sorted(self.touched):
            self.stands(person)
        self.touched.clear()

    def stands(self, person: str) -> None:
        """The statement is the model's, and what is rejected counts nothing."""
        statement: dict[str, Any] = self.statement(person)
        rows = statement["entries"]
        found = {each["id"]: (each["hours"], each["status"]) for each in rows}
        own = self.mine(person)
        shown = {name: self.status(entry) for name, entry in own.items()}
        # what was sent back for proof stays reported
        wanted = {name: (entry.hours, shown[name].replace("returned", "reported")) for name, entry in own.items()}
        assert found == wanted
        counted = sum(entry.hours for name, entry in own.items() if shown[name] != "rejected")
        assert statement["credited"]["total"] == sum(each["credited"] for each in rows) == counted
        assert [each for each in rows if each["status"] == "rejected" and each["credited"]] == []
