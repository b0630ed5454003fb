"""Employers against a plain model: who belongs where, who may see whom, what was decided on whose entries, and what all
of it comes to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from handlers.employers.broadcast.sending import MOST_A_DAY
from handlers.message import Answer, Message, Reply
from tests.fuzz.ledgers import BOSSES, YEAR, Entry, Ledgers, everybody, places
from tests.fuzz.world import PEOPLE, people

NAMES = ("江南轨道集团", "太湖地质勘察院")
MARK = re.compile(r"苔藓\d+号")
CODE = re.compile(r"(?<![A-Z0-9])[A-Z2-9]{8}(?![A-Z0-9])")
DECISIONS = {"ok": "approved", "no": "rejected", "back": "returned"}

offices = st.sampled_from(NAMES)
HARDEST = ("rejected", "returned", "approved")  # where employers differ, the first of these holds

verbs = st.sampled_from(tuple(DECISIONS))
anybody = st.one_of(st.none(), everybody)  # None: somebody who may


@dataclass
class Office:
    """What must be true of an employer."""

    code: str
    administrators: set[str]
    members: set[str] = field(default_factory=set)
    closed: bool = False  # the year
    sent: list[datetime] = field(default_factory=list)  # broadcasts


class Offices(Ledgers):
    """Two employers, each founded by somebody who is no member."""

    def __init__(self) -> None:
        super().__init__()
        self.offices: dict[str, Office] = {}
        self.readable: dict[str, set[str]] = {}  # by reader: whose entries they might read of before this turn

    def before(self, message: Message) -> None:
        super().before(message)
        self.readable = {}
        for office in self.offices.values():
            for each in office.administrators:
                self.readable.setdefault(each, set()).update(office.members)

    def read(self, reply: Reply) -> None:
        """Nobody reads of another's papers but who administers them."""
        owners = {self.marks[mark] for mark in MARK.findall(reply.text) if mark in self.marks}
        reader = str(reply.to_user)
        assert owners <= self.readable.get(reader, set()) | {reader}, f"{reader} reads of {owners}"

    def locked(self, person: str) -> bool:
        return any(office.closed and person in office.members for office in self.offices.values())

    def status(self, entry: Entry) -> str:
        """Present employers come before former ones, and of several decisions the hardest holds."""
        present = {name: said for name, said in entry.decided.items() if entry.owner in self.offices[name].members}
        said = set((present or entry.decided).values())
        return next((each for each in HARDEST if each in said), "reported")

    def ordered(self, by: str, name: str, text: str, person: str) -> tuple[str | None, Answer]:
        """An order that names no employer, and whose it is: the one that `by` administers; of two the one that the
        person belongs to; else `name`, once asked which."""
        administered = [each for each, office in self.offices.items() if by in office.administrators]
        answer = self.turn(by, text)
        if len(administered) < 2:
            return next(iter(administered), None), answer
        if answer.asks == ("org",):
            return name, self.turn(by, name)
        (only,) = [each for each in administered if person in self.offices[each].members]
        return only, answer

    @initialize()
    def two_offices_are_founded(self) -> None:
        """And joined by some, who have something to show."""
        for person in (*PEOPLE, *BOSSES):
            self.turn(person, "我在苏州工作")
        for name, boss in zip(NAMES, BOSSES, strict=True):
            code = CODE.search(self.turn(boss, f"创建单位 {name}").replies[0].text)
            assert code is not None
            self.offices[name] = Office(code[0], {boss})
        for person, names in zip(PEOPLE, (NAMES[:1], NAMES, NAMES[1:], ()), strict=True):
            for name in names:
                self.belongs(person, name)
            self.publishes(person)

    def may(self, by: str | None, name: str) -> str:
        """Who does it: `by`, or else an administrator, if there is one left."""
        return by or next(iter(sorted(self.offices[name].administrators)), BOSSES[0])

    @rule(person=people, name=offices)
    def joins(self, person: str, name: str) -> None:
        self.belongs(person, name)

    def belongs(self, person: str, name: str) -> None:
        """With consent, and once."""
        office = self.offices[name]
        asked = self.turn(person, f"加入单位 {office.code}").asks == ("confirm",)
        assert asked == (person not in office.members)
        if asked:
            self.turn(person, "同意")
            office.members.add(person)

    @rule(person=people, name=offices)
    def would_rather_not_join(self, person: str, name: str) -> None:
        if self.turn(person, f"加入单位 {self.offices[name].code}").asks:
            self.turn(person, "不同意")

    @rule(person=people, name=offices)
    def leaves(self, person: str, name: str) -> None:
        self.goes(person, name)

    def goes(self, person: str, name: str) -> None:
        """Whoever is the only administrator stays."""
        office = self.offices[name]
        if person in office.members:
            self.turn(person, f"退出单位 {name}")
            if office.administrators != {person}:
                office.members.discard(person)
                office.administrators.discard(person)

    @rule(person=people, name=offices)
    def departs(self, person: str, name: str) -> None:
        """离职, by an administrator who is somebody else."""
        by = next(iter(sorted(self.offices[name].administrators - {person})), None)
        if by is None:
            return
        whose, answer = self.ordered(by, name, f"{person}离职", person)
        assert whose is not None
        office = self.offices[whose]
        assert (answer.asks == ("confirm",)) == (person in office.members)
        if answer.asks:
            self.turn(by, "确认")
            if office.administrators != {person}:
                office.members.discard(person)
                office.administrators.discard(person)

    @rule(person=people, name=offices, up=st.booleans(), by=anybody)
    def is_appointed_or_dismissed(self, person: str, name: str, up: bool, by: str | None) -> None:
        by = self.may(by, name)
        whose, _ = self.ordered(by, name, f"设{person}为管理员" if up else f"取消{person}的管理员", person)
        office = self.offices.get(whose or "")
        if office and up and person in office.members:
            office.administrators.add(person)
        elif office and not up and office.administrators != {person}:
            office.administrators.discard(person)

    @rule(person=people)
    def is_erased(self, person: str) -> None:
        for gone in self.mine(person):
            del self.entries[gone]
        for office in self.offices.values():
            office.members.discard(person)
            office.administrators.discard(person)
        self.erased(person)

    @rule(by=anybody, place=places, name=offices, verb=verbs)
    def decides(self, by: str | None, place: int, name: str, verb: str) -> None:
        by = self.may(by, name)
        office = self.offices[name]
        theirs = [each for each, entry in self.entries.items() if entry.owner in office.members]
        found = theirs[place % len(theirs)] if theirs and by in office.administrators else self.picked(place)
        if found is not None:
            self.decided(by, found, name, verb)

    @rule(place=places, one=verbs, other=verbs, goes=st.booleans())
    def two_employers_decide(self, place: int, one: str, other: str, goes: bool) -> None:
        """On the same entry of somebody who belongs to both, and may leave one of them thereafter."""
        both = set.intersection(*(office.members for office in self.offices.values()))
        theirs = [each for each, entry in self.entries.items() if entry.owner in both]
        for name, verb in zip(NAMES, (one, other), strict=True):
            if theirs:
                self.decided(self.may(None, name), theirs[place % len(theirs)], name, verb)
        if theirs and goes:
            self.goes(self.entries[theirs[place % len(theirs)]].owner, NAMES[0])

    def decided(self, by: str, found: str, name: str, verb: str) -> None:
        """A decision by button, by whoever: it holds only where an administrator decides on a member's entry."""
        office, entry, number = self.offices[name], self.entries[found], NAMES.index(name) + 1
        answer = self.turn(by, press=f"e:{verb}:{found}:{number}")
        if by not in office.administrators or entry.owner not in office.members:
            assert (answer.asks, {reply.to_user for reply in answer.replies}) == ((), {by})
            return
        decision = DECISIONS[verb]
        if entry.decided.get(name) == decision != "returned":
            return
        if verb == "no" or office.closed:
            assert answer.asks == ("confirm",)
            answer = self.turn(by, "签到表对不上")
        told = {reply.to_user for reply in answer.replies} - {by}
        assert told == (set() if verb == "ok" else {entry.owner} - {by})
        entry.decided[name] = decision

    @rule(by=anybody, name=offices)
    def approves_all(self, by: str | None, name: str) -> None:
        by = self.may(by, name)
        office = self.offices[name]
        self.turn(by, f"{name}全部核准")
        if by in office.administrators and not office.closed:
            for entry in self.entries.values():
                if entry.owner in office.members and name not in entry.decided:
                    entry.decided[name] = "approved"

    @rule(by=anybody, name=offices)
    def closes_or_opens_the_year(self, by: str | None, name: str) -> None:
        by = self.may(by, name)
        office = self.offices[name]
        answer = self.turn(by, f"{name}{'重新打开' if office.closed else '关闭'}{YEAR}年度")
        if by in office.administrators:
            if answer.asks:
                self.turn(by, "确认")
            office.closed = not office.closed

    @rule(by=anybody, name=offices)
    def tells_everybody(self, by: str | None, name: str) -> None:
        """Each member is told once; nobody else is; not more often in a day than was promised."""
        by = self.may(by, name)
        office = self.offices[name]
        answer = self.turn(by, f"{name}群发：第{self.said}号通知")
        told = sorted(str(reply.to_user) for reply in answer.replies if reply.kind == "broadcast")
        late = [at for at in office.sent if self.now - at < timedelta(days=1)]
        may = by in office.administrators and len(late) < MOST_A_DAY
        assert told == (sorted(office.members) if may else [])
        if told:
            office.sent.append(self.now)

    @rule(by=anybody, name=offices)
    def asks_who_is_short(self, by: str | None, name: str) -> None:
        by = self.may(by, name)
        answer = self.turn(by, f"{name}{YEAR}年谁还没完成")
        if by in self.offices[name].administrators:
            self.counted(name, answer)
        else:
            assert answer.org is None or "people" not in answer.org

    @rule(by=anybody, person=people, name=offices)
    def looks_at_somebody(self, by: str | None, person: str, name: str) -> None:
        """What may not be read is not: `turn` sees to it."""
        by = self.may(by, name)
        self.ordered(by, name, f"{person}的情况", person)

    @rule(hours=st.integers(1, 30))
    def time_goes_by(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @rule()
    def all_is_counted(self) -> None:
        """Everybody's year stands, and every employer's figures are the sum over its members."""
        for person in PEOPLE:
            self.stands(person)
        for name, office in self.offices.items():
            for by in sorted(office.administrators)[:1]:
                self.counted(name, self.turn(by, f"{name}{YEAR}年谁还没完成"))

    def counted(self, name: str, answer: Answer) -> None:
        """An employer's figures are those of its members."""
        members = self.offices[name].members
        if not members:
            return
        assert answer.org is not None
        short: dict[str, Any] = {person: self.statement(person)["short"] for person in members}
        lacking = {person for person, missing in short.items() if missing["total"]}
        assert answer.org["members"] == len(members)
        assert (answer.org["short"], answer.org["complete"]) == (len(lacking), len(members - lacking))
        shown = {each["name"]: each["short"] for each in answer.org.get("people", ())}  # type: ignore[attr-defined]
        assert shown == {person: short[person] for person in lacking}
