"""A roster uploaded: who has joined, who has not, who cannot be told apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from handlers.assistant import Assistant
from handlers.employers.roster import taking_in
from handlers.employers.roster.matching import match
from handlers.message import Message
from handlers.say import Say
from storage.employers import Member
from storage.employers.rosters import Colleague
from storage.tables import ROSTER_PERSON
from tests.employers.desk import NOW, Desk
from tests.employers.sheets import csv, xlsx

HEAD = ("姓名", "工号", "部门")


def upload(office: Desk, *rows: tuple[str, str, str]) -> Say:
    with office.scene() as scene:
        return taking_in.upload(scene, office.employer, csv([HEAD, *rows]), "名单.csv")


def departments(office: Desk) -> dict[str, tuple[str | None, str | None]]:
    with office.scene() as scene:
        members = scene.turn.employers.members.of(office.employer.id)
    return {each.user: (each.department, each.staff_number) for each in members}


def test_who_has_not_joined_and_what_the_roster_says_of_members(office: Desk) -> None:
    office.joins("he", "何静")
    said = upload(office, ("林一鸣", "0071", "信号部"), ("何静", "0072", "车辆部"))
    assert "收下了：2人，2个部门" in said.text
    assert "已加入1人，还没加入1人：林一鸣" in said.text
    assert departments(office) == {"he": ("车辆部", "0072")}


def test_rows_that_are_not_taken_are_told_with_their_reason(office: Desk) -> None:
    said = upload(office, ("林一鸣", "0071", "信号部"), ("何静", "0071", "车辆部"), ("", "0073", ""))
    assert "第3行“何静”：工号和第2行重复" in said.text
    assert "第4行“0073”：没有姓名" in said.text


def test_a_new_roster_takes_the_place_of_the_old_one(office: Desk) -> None:
    upload(office, ("林一鸣", "0071", "信号部"))
    assert "换掉了2026年11月20日上传的那份" in upload(office, ("何静", "0072", "车辆部")).text
    with office.scene() as scene:
        said = taking_in.not_joined(scene, office.employer)
    assert "何静" in said.text
    assert "林一鸣" not in said.text


def test_namesakes_are_asked_about(office: Desk) -> None:
    office.joins("one", "林一鸣")
    said = upload(office, ("林一鸣", "0071", "信号部"), ("林一鸣", "0099", "车辆部"), ("何静", "0072", ""))
    assert said.asks == ("entry",)
    assert "名单上有2位林一鸣" in said.text
    with office.scene() as scene:
        assert scene.state.asked is not None
        labels = [option.label for option in scene.state.asked.options]
        assert labels == ["0071 信号部", "0099 车辆部", "都不是"]
        said = taking_in.settled(scene, scene.state.asked.options[1].value)
    assert "林一鸣对上了：0099 车辆部" in said.text
    assert departments(office) == {"one": ("车辆部", "0099")}


def test_a_namesake_who_is_none_of_them_is_left_open(office: Desk) -> None:
    office.joins("one", "林一鸣")
    upload(office, ("林一鸣", "0071", "信号部"), ("林一鸣", "0099", "车辆部"))
    with office.scene() as scene:
        assert scene.state.asked is not None
        said = taking_in.settled(scene, scene.state.asked.options[-1].value)
    assert said.text == "好的，林一鸣先不对。"
    assert departments(office) == {"one": (None, None)}


def test_long_accounts_come_as_a_file(office: Desk) -> None:
    said = upload(office, *((f"甲{chr(0x4E00 + n)}", f"{n}", "部") for n in range(60)))
    assert len(said.files) == 1
    assert len(said.text) < 600


def test_a_file_that_is_none_changes_nothing(office: Desk) -> None:
    upload(office, ("林一鸣", "0071", "信号部"))
    with office.scene() as scene:
        said = taking_in.upload(scene, office.employer, xlsx([("工号", "部门"), ("1", "二")]), "x.xlsx")
        assert "没找到“姓名”这一列" in said.text
        assert len(scene.turn.employers.rosters.people(office.employer.id)) == 1


def member(number: int, name: str, staff_number: str | None) -> Member:
    return Member(number, 1, number, str(number), name, None, staff_number, NOW, None)


NAMES, NUMBERS = st.sampled_from(["林一鸣", "何静", "周彬"]), st.sampled_from([None, "1", "02", "2", "3"])


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.tuples(NAMES, NUMBERS), max_size=6, unique_by=lambda each: (each[0], (each[1] or "").lstrip("0"))),
    st.lists(st.tuples(NAMES, NUMBERS), max_size=6),
)
def test_nobody_is_matched_twice_and_nobody_is_lost(
    lines: list[tuple[str, str | None]], people: list[tuple[str, str | None]]
) -> None:
    colleagues = [Colleague(name, number, None, row) for row, (name, number) in enumerate(lines)]
    members = [member(number, *each) for number, each in enumerate(people, 1)]
    found = match(colleagues, members)
    matched = [line.line for _, line in found.pairs]
    assert len(matched) == len(set(matched))
    assert all(one.name == line.name for one, line in found.pairs)
    placed = [each.id for each, _ in found.pairs] + [each.id for each, _ in found.unsure]
    assert sorted(placed + [each.id for each in found.strangers]) == [each.id for each in members]
    doubtful = {line.line for _, each in found.unsure for line in each}
    assert {*matched, *doubtful, *(line.line for line in found.absent)} == set(range(len(lines)))


@pytest.mark.parametrize("number", ["0071", "71", " 0071"])
def test_a_number_counts_without_its_zeros(number: str) -> None:
    found = match([Colleague("林一鸣", "0071", None), Colleague("林一鸣", "0099", None)], [member(1, "林一鸣", number)])
    assert [line.staff_number for _, line in found.pairs] == ["0071"]


def test_a_roster_comes_by_message_in_the_encodings_of_excel(office: Desk, tmp_path: Path) -> None:
    assistant = Assistant(office.database, office.library)
    for name, encoding in (("名单.csv", "gb18030"), ("名单.txt", "utf-16"), ("花名册.csv", "utf-8-sig")):
        file = tmp_path / name
        file.write_bytes(csv([HEAD, ("林一鸣", "0071", "信号部")], "\t", encoding))
        answer = assistant.answer(Message("boss", office.now, file=str(file)))
        assert "收下了：1人" in answer.replies[0].text, name


@pytest.mark.parametrize("user", ["stranger", "he"])
def test_a_roster_of_somebody_else_is_no_roster(office: Desk, tmp_path: Path, user: str) -> None:
    office.joins("he", "何静")
    file = tmp_path / "名单.csv"
    file.write_bytes(csv([HEAD, ("林一鸣", "0071", "信号部")]))
    answer = Assistant(office.database, office.library).answer(Message(user, office.now, file=str(file)))
    assert "收下" not in answer.replies[0].text
    with office.scene() as scene:
        assert scene.turn.employers.rosters.last(office.employer.id) is None


def test_an_older_rosters_names_are_forgotten(office: Desk) -> None:
    upload(office, ("林一鸣", "0071", "信号部"))
    upload(office, ("何静", "0072", "车辆部"))
    with office.scene() as scene:
        rows = scene.turn._connection.execute(select(ROSTER_PERSON.c.name)).scalars()
        assert list(rows) == ["何静"]
