"""Broadcasts: to whom, what they read, what is asked first, and that nobody gets one twice."""

from __future__ import annotations

import json

import pytest

from handlers.employers.broadcast import sending
from handlers.employers.broadcast.sending import Order
from handlers.say import Say
from storage.employers import Standing
from tests.employers.desk import Desk


def nudge(office: Desk, *, agreed: bool = False, group: str | None = None) -> Say:
    with office.scene(group=group) as scene:
        members = scene.turn.employers.members.of(office.employer.id)
        short = [standing(member.account, member.user, member.name) for member in members]
        return sending.nudge(scene, office.employer, Order(office.employer.id, "short", 2026), short, agreed=agreed)


def standing(account: int, user: str, name: str, total: int | None = 74) -> Standing:
    short = {"total": total, "public": 30, "professional": 44}
    text = json.dumps({"year": 2026, "region": "常州", "short": short})
    return Standing(account, account, user, name, None, complete=False, gap=74_000, balance_text=text)


def announce(office: Desk, text: str, *, agreed: bool = False) -> Say:
    with office.scene() as scene:
        members = scene.turn.employers.members.of(office.employer.id)
        order = Order(office.employer.id, "text", 2026, text=text)
        return sending.announce(scene, office.employer, order, members, agreed=agreed)


def test_each_gets_their_own_figures_in_private(office: Desk) -> None:
    office.joins("he", "何静")
    said = nudge(office)
    assert [reply.to_user for reply in said.others] == ["he"]
    assert "江南轨道集团提醒您：2026年继续教育还差74学时（公需30学时，专业44学时）" in said.others[0].text
    assert said.others[0].kind == "broadcast"
    assert "已提醒1人" in said.text


def test_the_employers_own_deadline_is_named(office: Desk) -> None:
    office.joins("he", "何静")
    with office.scene() as scene:
        boss = scene.turn.account("boss")
        scene.turn.employers.settings.set(office.employer.id, "deadline", "12-15", boss)
    assert "请在12月15日前补齐" in nudge(office).others[0].text


def test_who_has_never_written_is_told_to_who_ordered_it(office: Desk) -> None:
    office.joins("he", "何静")
    office.joins("zhou", "周彬", private=False)
    said = nudge(office)
    assert [reply.to_user for reply in said.others] == ["he"]
    assert "联系不上1人：周彬（还没私聊过我）" in said.text


def test_a_group_reads_no_names(office: Desk) -> None:
    office.joins("zhou", "周彬", private=False)
    office.joins("he", "何静")
    said = nudge(office, group="g")
    assert said.open_to_all
    assert "周彬" not in said.text
    assert "何静" not in said.text


def test_the_same_order_within_a_day_is_asked_about(office: Desk) -> None:
    office.joins("he", "何静")
    first = nudge(office)
    office.later(hours=2)
    again = nudge(office)
    assert (again.others, again.asks) == ((), ("confirm",))
    assert "2小时前已经发过同样的了（1人）" in again.text
    agreed = nudge(office, agreed=True)
    assert {reply.key for reply in first.others}.isdisjoint(reply.key for reply in agreed.others)
    office.later(hours=25)
    assert nudge(office).others


def test_one_order_has_one_key_for_each_person(office: Desk) -> None:
    office.joins("he", "何静")
    with office.scene() as scene:
        account = scene.turn.account("he")
        twice = [standing(account, "he", "何静")] * 2
        said = sending.nudge(scene, office.employer, Order(office.employer.id, "short", 2026), twice)
    assert len({reply.key for reply in said.others}) == len(said.others) == 1


def test_a_text_goes_to_all_marked_as_the_employers(office: Desk) -> None:
    for number in range(3):
        office.joins(f"m{number}", f"甲{number}")
    said = announce(office, "周五前把材料交到人事处")
    assert [reply.text for reply in said.others] == ["📣 江南轨道集团通知：\n周五前把材料交到人事处"] * 3
    assert "已群发给3人" in said.text


def test_a_text_to_many_is_shown_first(office: Desk) -> None:
    for number in range(12):
        office.joins(f"m{number}", f"甲{number}", private=number > 0)
    said = announce(office, "周五前交材料")
    assert (said.others, said.asks) == ((), ("confirm",))
    assert "全体11人（另有1人联系不上）" in said.text
    assert "📣 江南轨道集团通知：\n周五前交材料" in said.text
    with office.scene() as scene:
        assert scene.state.asked is not None
        order = Order.loaded(scene.state.asked.options[0].value)
    assert order == Order(office.employer.id, "text", 2026, text="周五前交材料")
    assert len(announce(office, "周五前交材料", agreed=True).others) == 11


@pytest.mark.parametrize("text", ["", "  ", "长" * 801])
def test_what_cannot_be_sent_is_said(office: Desk, text: str) -> None:
    office.joins("he", "何静")
    assert announce(office, text).others == ()


def test_the_spacing_of_a_text_makes_no_other_order() -> None:
    assert Order(1, "text", 2026, text="周五 交").fingerprint == Order(1, "text", 2026, text="周五交 ").fingerprint
    assert Order(1, "text", 2026, text="周五交").fingerprint != Order(1, "text", 2026, text="周六交").fingerprint


def test_an_order_is_in_the_audit_log(office: Desk) -> None:
    office.joins("he", "何静")
    nudge(office)
    with office.scene() as scene:
        records = list(scene.turn.employers.audit.of(office.employer.id))
    assert [record.action for record in records] == ["short"]


def test_an_employer_floods_nobody(office: Desk) -> None:
    office.joins("he", "何静")
    for number in range(sending.MOST_A_DAY):
        assert announce(office, f"通知{number}").others
    said = announce(office, "再来一条")
    assert said.others == ()
    assert "请明天再发" in said.text
    office.later(hours=25)
    assert announce(office, "再来一条").others
