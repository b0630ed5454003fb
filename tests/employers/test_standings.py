"""Members' years that are kept: always what computing them anew gives, whatever happened in between."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.assistant import Assistant
from handlers.employers.counting import bring_up, computed, freshen
from handlers.message import Message
from policies.library import Library
from storage import Database, Turn, open_database

NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
YEARS = (2026, 2025)
PEOPLE = ("甲", "乙")
THINGS = (
    "今年单位内训三天",
    "去年发表了一篇CN论文，第二作者",
    "今年公需课考过一门",
    "改成5天",
    "撤销",
    "我在南通工作",
    "我调到常德了",
    "我在常州工作",
    "退出单位",
)
ORDERS = (
    "单位地区设为江西",
    "单位按江苏2023认定",
    "单位恢复默认",
    "全部核准",
    "甲的培训不予认定，没有盖章",
    "甲的培训核准",
    "乙的论文退回补材料",
)


class Office:
    """An employer with two members, through the assistant."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.database: Database = open_database()
        self.assistant = Assistant(self.database, library)
        self.say("人事", "创建单位 常州某某设计院")
        with self.database.turn(NOW) as turn:
            code = turn.employers.codes.current(1)
        assert code is not None
        self.code = code.code
        for person in PEOPLE:
            self.join(person)

    def say(self, user: str, text: str) -> None:
        answer = self.assistant.answer(Message(user, NOW, text=text, name=user))
        assert answer.error is None

    def join(self, person: str) -> None:
        self.say(person, f"加入单位 {self.code}")
        self.say(person, "同意")

    def kept(self, turn: Turn, year: int) -> list[tuple[str, bool, int | None, str]]:
        rows = turn.employers.standings.all(1, year, self.library.stamp, short_only=False)
        return sorted((row.user, row.complete, row.gap, row.balance_text) for row in rows)

    def check(self, year: int) -> None:
        """What is kept, once the missing is computed, is what computing all of it gives."""
        with self.database.turn(NOW) as turn:
            bring_up(turn, self.library, 1, year)
            kept = self.kept(turn, year)
            members = turn.employers.members.of(1)
            turn.employers.standings.put(
                year, self.library.stamp, computed(turn, self.library, [each.account for each in members], year)
            )
            assert kept == self.kept(turn, year)
            assert turn.employers.standings.tally(1, year, self.library.stamp).members == len(members)


MEMBERS_DO = st.tuples(st.sampled_from(PEOPLE), st.sampled_from(THINGS))
BOSS_DOES = st.tuples(st.just("人事"), st.sampled_from(ORDERS))
REJOINING = st.tuples(st.sampled_from(PEOPLE), st.just("join"))


@settings(max_examples=25)
@given(st.lists(st.one_of(MEMBERS_DO, BOSS_DOES, REJOINING), max_size=8), st.sampled_from(YEARS))
def test_kept_years_are_what_computing_gives(library: Library, steps: list[tuple[str, str]], year: int) -> None:
    office = Office(library)
    for user, text in steps:
        if text == "join":
            office.join(user)
        else:
            office.say(user, text)
        office.check(year)
    office.database.close()


@pytest.fixture
def office(library: Library) -> Office:
    return Office(library)


def test_a_year_is_computed_once(office: Office) -> None:
    with office.database.turn(NOW) as turn:
        stamp = office.library.stamp
        bring_up(turn, office.library, 1, 2026)
        assert turn.employers.standings.missing(1, 2026, stamp) == []
        assert len(turn.employers.standings.missing(1, 2027, stamp)) == len(PEOPLE)


def test_other_documents_make_kept_years_void(office: Office) -> None:
    with office.database.turn(NOW) as turn:
        bring_up(turn, office.library, 1, 2026)
        assert len(turn.employers.standings.missing(1, 2026, "other documents")) == len(PEOPLE)


def test_years_are_computed_ahead_of_questions(office: Office) -> None:
    with office.database.turn(NOW) as turn:
        assert freshen(turn, office.library, 2026, 1) == 1
        assert freshen(turn, office.library, 2026, 10) == len(PEOPLE) - 1
        assert freshen(turn, office.library, 2026, 10) == 0
