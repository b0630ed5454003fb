"""The audit's workbook and the sheet for an official system: opened again, and looked at cell by cell."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from handlers.employers.roster import taking_in
from handlers.employers.workbook import asked
from handlers.employers.workbook.import_sheet import OWN, read_form
from handlers.long_work import WorkWanted
from handlers.wording import workbooks as say
from storage.employers.reviews import APPROVED, REJECTED, RETURNED
from tests.employers.desk import Desk
from tests.employers.sheets import csv

Rows = list[dict[str, Any]]


def made(office: Desk, *, imports: bool = False) -> bytes:
    """The file as an administrator gets it: asked for, worked at, handed over."""
    ask = asked.import_sheet if imports else asked.workbook
    with pytest.raises(WorkWanted) as wanted, office.scene() as scene:
        ask(scene, office.employer, 2026)
    content = wanted.value.work(office.database, lambda _count, _of: None)
    with office.scene(worked=content) as scene:
        said = ask(scene, office.employer, 2026)
        return Path(said.files[0]).read_bytes() if said.files else b""


def rows(content: bytes, sheet: str | None = None) -> Rows:
    """A sheet's rows by the heads above them."""
    book = load_workbook(BytesIO(content))
    lines = list((book[sheet] if sheet else book.worksheets[0]).values)
    return [dict(zip(map(str, lines[0]), line, strict=True)) for line in lines[1:]]


def decide(office: Desk, user: str, decision: str, reason: str | None = None) -> None:
    with office.scene() as scene:
        entry = scene.turn.ledger(user).entries()[-1].fact.id
        scene.turn.employers.reviews.decide(office.employer.id, entry, decision, scene.turn.account("boss"), reason)


@pytest.fixture
def staffed(office: Desk) -> Desk:
    """Four members: approved, rejected, sent back, and one of whom no region is known."""
    for user, name in (("he", "何静"), ("lin", "林一鸣"), ("zhou", "周彬")):
        office.joins(user, name, days=5)
    office.joins("ding", "丁一", place=None)
    decide(office, "he", APPROVED)
    decide(office, "lin", REJECTED, "没有通知")
    decide(office, "zhou", RETURNED, "请补结业证")
    with office.scene() as scene:
        people = csv(
            [
                ("姓名", "工号", "部门"),
                ("何静", "0072", "车辆部"),
                ("林一鸣", "0071", "信号部"),
                ("吴越", "0080", "信号部"),
            ]
        )
        taking_in.upload(scene, office.employer, people, "名单.csv")
    return office


def test_balances_say_who_is_short_of_what(staffed: Desk) -> None:
    found = {row["姓名"]: row for row in rows(made(staffed), say.BALANCES)}
    assert (found["何静"]["计入合计"], found["何静"]["还差合计"], found["何静"]["是否达标"]) == (40, 50, "未达标")
    assert (found["何静"]["工号"], found["何静"]["部门"]) == ("0072", "车辆部")
    assert (found["林一鸣"]["计入合计"], found["林一鸣"]["还差合计"]) == (0, 90)
    assert found["丁一"]["是否达标"] == "没有文件"
    assert found["何静"]["依据文件"] == "常人社职〔2024〕1号"


def test_entries_carry_source_proof_and_decision(staffed: Desk) -> None:
    found = {row["姓名"]: row for row in rows(made(staffed), say.ENTRIES)}
    assert found["何静"]["条款"].startswith("四")
    assert found["何静"]["应备材料"]
    assert (found["何静"]["审核状态"], found["何静"]["已交材料"]) == ("已核准", "没有")
    assert (found["林一鸣"]["审核状态"], found["林一鸣"]["审核意见"]) == ("不予认定", "没有通知")
    assert (found["林一鸣"]["认定学时"], found["林一鸣"]["计入学时"], found["林一鸣"]["少计原因"]) == (
        40,
        0,
        "单位不予认定",
    )
    assert found["周彬"]["本人原话"] == "培训5天"


def test_what_waits_for_a_decision_and_who_has_not_joined(staffed: Desk) -> None:
    content = made(staffed)
    assert [row["姓名"] for row in rows(content, say.UNREVIEWED)] == ["周彬"]
    assert [row["姓名"] for row in rows(content, say.ABSENT)] == ["吴越"]


def test_the_summary_adds_up(staffed: Desk) -> None:
    sheet = load_workbook(BytesIO(made(staffed)))[say.SUMMARY]
    text = "\n".join(str(cell) for row in sheet.values for cell in row if cell is not None)
    assert "江南轨道集团 2026年继续教育学时台账" in text
    assert "3条：已核准1，自报待审0，退回补材料1，不予认定1" in text
    assert "校验码" in text


def test_what_people_said_is_never_a_formula(office: Desk) -> None:
    office.joins("evil", "=1+1", days=2)
    content = made(office)
    book = load_workbook(BytesIO(content))
    assert [row["姓名"] for row in rows(content, say.BALANCES)] == ["=1+1"]
    assert {cell.data_type for sheet in book for line in sheet.iter_rows() for cell in line} <= {"s", "n", "inlineStr"}


def test_a_unit_without_members_and_without_a_roster(office: Desk) -> None:
    content = made(office)
    assert rows(content, say.ENTRIES) == []
    assert say.ABSENT not in load_workbook(BytesIO(content)).sheetnames


def test_the_import_sheet_holds_what_was_approved_and_counts(staffed: Desk) -> None:
    found = rows(made(staffed, imports=True))
    assert [(row["姓名"], row["科目类别"], row["认定学时"], row["年度"]) for row in found] == [
        ("何静", "专业科目", 40, 2026)
    ]
    assert list(found[0]) == [column.head for column in read_form().columns]


def test_an_empty_import_sheet_is_not_sent(office: Desk) -> None:
    office.joins("he", "何静", days=2)
    assert made(office, imports=True) == b""


def test_making_a_workbook_is_in_the_audit_log(staffed: Desk) -> None:
    made(staffed)
    with staffed.scene() as scene:
        assert [each.action for each in scene.turn.employers.audit.of(staffed.employer.id)][-1] == "workbook"
        assert scene.turn.employers.audit.broken_at(staffed.employer.id) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('value = "row"', 'value = "rwo"'),
        ('statuses = ["approved"]', 'statuses = ["maybe"]'),
        ("columns = [", "columns = ["[:-1]),
    ],
)
def test_a_faulty_form_is_told_with_what_is_known(tmp_path: Path, old: str, new: str) -> None:
    faulty = tmp_path / "form.toml"
    faulty.write_text(OWN.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(ValueError, match=r"form\.toml"):
        read_form(faulty)


def test_everybodys_statement_in_one_archive(staffed: Desk) -> None:
    with pytest.raises(WorkWanted) as wanted, staffed.scene() as scene:
        asked.statements(scene, staffed.employer, 2026)
    told: list[tuple[int, int]] = []
    content = wanted.value.work(staffed.database, lambda count, of: told.append((count, of)))
    with zipfile.ZipFile(BytesIO(content)) as archive:
        names = sorted(archive.namelist())
        assert all(archive.read(name).startswith(b"%PDF") for name in names)
    assert len(names) == 4
    assert "车辆部-何静-0072-2026年.pdf" in names
    assert told[-1] == (4, 4)


def test_too_many_statements_are_asked_for_by_department(office: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asked, "MOST", 2)
    for number in range(3):
        office.joins(f"m{number}", f"甲{number}")
    with office.scene() as scene:
        said = asked.statements(scene, office.employer, 2026)
    assert "请按部门来" in said.text
    assert said.files == ()


def test_members_with_hostile_names_have_harmless_files(office: Desk) -> None:
    office.joins("evil", "../../etc/甲", days=1)
    with pytest.raises(WorkWanted) as wanted, office.scene() as scene:
        asked.statements(scene, office.employer, 2026)
    with zipfile.ZipFile(BytesIO(wanted.value.work(office.database, lambda _count, _of: None))) as archive:
        assert not any("/" in name or ".." in name for name in archive.namelist())
