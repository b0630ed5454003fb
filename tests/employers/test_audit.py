"""The audit log: whole or broken, and shown to whom it is about."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sqlalchemy import Delete, Update, delete, update

from handlers.employers import audit_shown
from handlers.wording import audits as words
from storage.tables import AUDIT
from tests.employers.desk import NOW, Desk, desk

ROOT = Path(__file__).parents[2]


def note(office: Desk, action: str, user: str | None = None, by: str = "boss") -> None:
    with office.scene() as scene:
        turn = scene.turn
        subject = turn.account(user) if user else None
        turn.employers.audit.append(office.employer.id, turn.account(by), action, subject)


def looks(office: Desk, user: str) -> str:
    with office.scene(user) as scene:
        return audit_shown.looks(scene).text


def log(office: Desk) -> str:
    with office.scene() as scene:
        return audit_shown.audit_log(scene, office.employer).text


def test_who_looked_at_my_records(office: Desk) -> None:
    office.joins("he", "何静")
    note(office, "person", "he")
    assert "11月20日 10:00 江南轨道集团的王敏：看了您的情况" in looks(office, "he")


def test_nobody_looked(office: Desk) -> None:
    assert looks(office, "he").startswith("没有人看过")


def test_a_look_at_everybody_is_a_look_at_each_who_belonged_then(office: Desk) -> None:
    note(office, "list")
    office.later(hours=1)
    office.joins("he", "何静")
    assert looks(office, "he").startswith("没有人看过")
    office.later(hours=1)
    note(office, "workbook")
    assert "导出了单位台账（含您的明细）" in looks(office, "he")
    assert looks(office, "stranger").startswith("没有人看过")


def test_what_concerns_others_and_what_one_did_oneself_is_not_shown(office: Desk) -> None:
    office.joins("he", "何静")
    office.joins("lin", "林一鸣")
    note(office, "person", "lin")
    note(office, "person", "he", by="he")
    assert looks(office, "he").startswith("没有人看过")


def test_the_whole_log_names_who_did_what(office: Desk) -> None:
    office.joins("he", "何静")
    note(office, "approved", "he")
    text = log(office)
    assert "王敏 核准了一条记录：何静" in text
    assert "日志完好" in text


def test_whoever_had_everything_erased_has_no_name_in_it(office: Desk) -> None:
    office.joins("he", "何静")
    note(office, "approved", "he")
    with office.scene() as scene:
        scene.turn.erase("he", None)
    text = log(office)
    assert "何静" not in text
    assert "一位已注销的成员" in text
    assert "日志完好" in text


def test_a_log_that_was_tampered_with_says_where(office: Desk) -> None:
    for _ in range(3):
        note(office, "list")
    with office.scene() as scene:
        scene.turn._connection.execute(update(AUDIT).where(AUDIT.c.id == 2).values(action="person"))
    assert "从第2条起对不上" in log(office)


TAMPERING: dict[str, Update | Delete] = {
    "changed": update(AUDIT).values(detail="{}"),
    "redated": update(AUDIT).values(recorded_at=NOW.replace(year=2020)),
    "removed": delete(AUDIT),
}


@pytest.mark.parametrize("how", TAMPERING)
@pytest.mark.parametrize("victim", range(1, 6))  # the last one, 6, can be cut off: that is what its digest is kept for
def test_whatever_is_changed_shows(office: Desk, victim: int, how: str) -> None:
    for number in range(6):
        note(office, ("list", "workbook", "person")[number % 3])
    with office.scene() as scene:
        audit = scene.turn.employers.audit
        assert audit.broken_at(office.employer.id) is None
        scene.turn._connection.execute(TAMPERING[how].where(AUDIT.c.id == victim))
        assert audit.broken_at(office.employer.id) in {victim, victim + 1}


def test_a_log_cut_at_its_end_has_another_last_digest(office: Desk) -> None:
    note(office, "list")
    note(office, "workbook")
    with office.scene() as scene:
        audit = scene.turn.employers.audit
        before = audit.last_digest(office.employer.id)
        scene.turn._connection.execute(delete(AUDIT).where(AUDIT.c.action == "workbook"))
        assert audit.broken_at(office.employer.id) is None
        assert audit.last_digest(office.employer.id) != before


@pytest.mark.parametrize("other", ["别的单位", "江南轨道集团"])
def test_the_logs_of_two_employers_are_two_chains(office: Desk, other: str) -> None:
    second = desk(office.database, office.library, other)
    note(office, "list")
    note(second, "list")
    note(office, "list")
    with office.scene() as scene:
        audit = scene.turn.employers.audit
        assert [audit.broken_at(each.employer.id) for each in (office, second)] == [None, None]
        assert len(list(audit.of(office.employer.id))) == 2


def test_every_action_that_is_put_down_has_its_words() -> None:
    source = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "handlers" / "employers").glob("*.py"))
    calls = re.findall(r"audit\.append\((.*?)\)\n", source, re.DOTALL)
    actions = {name for call in calls for name in re.findall(r'"(\w+)"', call.partition("=")[0])}
    assert len(actions) > 12
    assert actions <= set(words.DONE)
    assert set(words.WHAT) <= set(words.DONE)
