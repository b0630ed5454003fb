"""Rosters in every form that people send, and files that are none."""

from __future__ import annotations

import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handlers.employers.roster.cells import RosterProblem
from handlers.employers.roster.reading import REFUSALS, Listed, read_roster
from tests.employers.sheets import csv, saved, tampered, xlsx

HEADS = [
    ("姓名", "工号", "部门"),
    ("员工姓名", "员工编号", "所在部门"),
    ("姓 名（必填）", "职工号*", "科室"),
    ("名字", "编号", "所属部门："),
    ("Name", "ID", "Department"),
    ("人员姓名\n(真实)", "教工号", "院系/部门"),
]
PEOPLE = [("林一鸣", "0071", "信号部"), ("何 静", "0072", "车辆部"), ("阿卜杜拉•买买提", "0073", "信号部")]
READ = [("林一鸣", "0071", "信号部"), ("何静", "0072", "车辆部"), ("阿卜杜拉·买买提", "0073", "信号部")]


def people(data: bytes) -> list[tuple[str, str, str]]:
    return [(each.name, each.number, each.department) for each in read_roster(data).people]


@pytest.mark.parametrize("heads", HEADS)
def test_heads_as_people_write_them(heads: tuple[str, str, str]) -> None:
    assert people(xlsx([heads, *PEOPLE])) == READ
    quoted = [f'"{head}"' for head in heads]
    assert people(csv([quoted, *PEOPLE])) == READ


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
@pytest.mark.parametrize("separator", [",", "\t", ";", "，"])
def test_text_files_of_every_kind(encoding: str, separator: str) -> None:
    people_of_gbk = [("林一鸣", "0071", "信号部"), ("何静", "0072", "车辆部")]
    assert people(csv([HEADS[0], *people_of_gbk], separator, encoding)) == READ[:2]


def test_columns_in_any_order_among_others() -> None:
    rows = [("序号", "所在科室", "身份证号", "姓名", "曾用名", "工号"), (1, "信号部", "", "林一鸣", "林鸣", "0071")]
    assert people(xlsx(rows)) == READ[:1]


def test_titles_above_and_signatures_below_are_nobody() -> None:
    rows = [
        ("轨道集团花名册",),
        ("2026年11月",),
        HEADS[0],
        *PEOPLE,
        (),
        ("合计", "3人"),
        ("制表人：周彬",),
        ("填表日期：11月",),
    ]
    roster = read_roster(xlsx(rows, merged=["A1:C1"]))
    assert [each.row for each in roster.people] == [4, 5, 6]
    assert (roster.refused, roster.nobody) == ((), 3)


def test_a_department_merged_over_several_people_is_each_ones() -> None:
    rows = [("部门", "姓名"), ("信号部", "林一鸣"), (None, "何静"), ("车辆部", "周彬")]
    assert people(xlsx(rows, merged=["A2:A3"])) == [
        ("林一鸣", "", "信号部"),
        ("何静", "", "信号部"),
        ("周彬", "", "车辆部"),
    ]


def test_numbers_are_read_as_the_sheet_shows_them() -> None:
    rows = [HEADS[0], ("林一鸣", 71, "信号部"), ("何静", 72.0, ""), ("周彬", 13800000000, ""), ("丁一", '="0074"', "")]
    assert [each.number for each in read_roster(xlsx(rows[:4], formats={"B2": "0000"})).people] == [
        "0071",
        "72",
        "13800000000",
    ]
    assert people(csv([HEADS[0], ("丁一", '"=""0074"""', "信号部")])) == [("丁一", "0074", "信号部")]


def test_a_sheet_for_each_department() -> None:
    from openpyxl import Workbook  # noqa: PLC0415

    book = Workbook()
    for name, person in (("信号部", "林一鸣"), ("车辆部", "何静"), ("旧名单", "周彬")):
        sheet = book.create_sheet(name)
        sheet.append(["姓名", "工号"])
        sheet.append([person, "1" + person])
    book["旧名单"].sheet_state = "hidden"
    assert [(each.name, each.department) for each in read_roster(saved(book)).people] == [
        ("林一鸣", "信号部"),
        ("何静", "车辆部"),
    ]


def test_every_row_is_accounted_for() -> None:
    rows = [
        HEADS[0],
        ("林一鸣", "0071", "信号部"),
        ("林一鸣", "0071", "信号部"),  # the same person again
        ("何静", "0071", "车辆部"),  # somebody else's number
        ("林一鸣", "0075", "信号部"),  # a namesake with a number of their own
        ("林一鸣", "", "信号部"),  # cannot be told from the namesakes
        ("林一鸣", "", "财务部"),  # another department tells them apart
        ("", "0076", "信号部"),
        ("13800000000", "", "信号部"),
        ("#N/A", "0077", "信号部"),
    ]
    roster = read_roster(csv(rows))
    assert [each.row for each in roster.people] == [2, 5, 7]
    assert [(each.row, each.why, each.like) for each in roster.refused] == [
        (3, "repeated", 2),
        (4, "number_taken", 2),
        (6, "namesake", 2),
        (8, "no_name", 0),
        (9, "not_a_name", 0),
        (10, "error_value", 0),
    ]


def test_a_formula_is_text_or_told_never_calculated() -> None:
    book = xlsx([HEADS[0], ('=CONCATENATE("林","一鸣")', "0071", "信号部"), ("何静", "0072", "信号部")])
    roster = read_roster(book)
    assert [(each.row, each.why) for each in roster.refused] == [(2, "uncalculated")]
    assert read_roster(csv([HEADS[0], ("=1+1", "0071", "部")])).refused[0].why == "not_a_name"


SHEET = "xl/worksheets/sheet1.xml"
HEAD = b'<row r="1"><c r="A1" t="inlineStr"><is><t>\xe5\xa7\x93\xe5\x90\x8d</t></is></c></row>'
OPEN, SHUT = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>',
    b"</sheetData>",
)
MANY = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(2, 20_010))
HARMFUL = {
    "unpacks to more than a roster": OPEN + b"<row/>" * 3_000_000 + SHUT + b"</worksheet>",
    "one endless row": OPEN + b"<row>" + b"<c/>" * 60_000 + b"</row>" + SHUT + b"</worksheet>",
    "more rows than people": OPEN + HEAD + MANY + SHUT + b"</worksheet>",
    "entities within entities": b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>',
    "a file of this machine": b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><worksheet>&a;</worksheet>',
    "not closed": OPEN + HEAD,
    "nothing": b"",
}


@pytest.mark.parametrize("content", HARMFUL.values(), ids=HARMFUL.keys())
def test_a_workbook_made_to_harm_is_refused(content: bytes) -> None:
    with pytest.raises(RosterProblem) as problem:
        read_roster(tampered(xlsx([HEADS[0]]), SHEET, content))
    assert problem.value.code in {"too_big", "too_many_rows", "damaged"}


def test_a_range_merged_over_the_whole_sheet_fills_only_rows_that_are_there() -> None:
    row = b'<row r="2"><c r="A2" t="inlineStr"><is><t>\xe6\x9e\x97\xe4\xb8\x80\xe9\xb8\xa3</t></is></c></row>'
    merged = b'<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="B2:ZZZ9999999"/></mergeCells></worksheet>'
    roster = read_roster(tampered(xlsx([HEADS[0]]), SHEET, OPEN + HEAD + row + SHUT + merged))
    assert [each.name for each in roster.people] == ["林一鸣"]


NONE_AT_ALL = {
    "empty": (b"", "empty"),
    "blank": (b"\r\n \r\n", "empty"),
    "only heads": (csv([HEADS[0]]), "empty"),
    "no names": (csv([("工号", "部门"), ("1", "二")]), "no_names"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "not_a_table"),
    "old xls": (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old_format"),
    "a page": (b"<html><table><tr><td>x</td></tr></table></html>", "web_page"),
    "half a zip": (xlsx([HEADS[0], *PEOPLE])[:900], "damaged"),
    "too big": (b"x" * (10 * 2**20 + 1), "too_big"),
}


@pytest.mark.parametrize(("data", "code"), NONE_AT_ALL.values(), ids=NONE_AT_ALL.keys())
def test_what_is_no_roster_says_why(data: bytes, code: str) -> None:
    with pytest.raises(RosterProblem) as problem:
        read_roster(data)
    assert problem.value.code == code


def test_another_zip_is_no_roster(tmp_path_factory: pytest.TempPathFactory) -> None:
    place = tmp_path_factory.mktemp("zip") / "a.zip"
    with zipfile.ZipFile(place, "w") as archive:
        archive.writestr("a.txt", "姓名")
    with pytest.raises(RosterProblem, match="damaged"):
        read_roster(place.read_bytes())


def test_ten_thousand_people() -> None:
    rows = [HEADS[0], *((f"甲{chr(0x4E00 + n)}", f"{n:05}", f"{n % 40}部") for n in range(10_000))]
    assert len(read_roster(xlsx(rows)).people) == 10_000


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.one_of(
        st.binary(max_size=400), st.text(max_size=200).map(str.encode), st.binary(max_size=200).map(b"PK".__add__)
    )
)
def test_whatever_is_sent_is_read_or_refused_in_words(data: bytes) -> None:
    try:
        roster = read_roster(data)
    except RosterProblem:
        return
    assert all(each.why in REFUSALS for each in roster.refused)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_broken_workbook_is_read_or_refused_in_words(data: st.DataObject) -> None:
    whole = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        read_roster(bytes(whole))
    except RosterProblem:
        return


WHOLE = xlsx([HEADS[0], *PEOPLE])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.builds(
            Listed,
            st.sampled_from(["林一鸣", "何静", "周彬"]),
            st.sampled_from(["", "1", "2"]),
            st.sampled_from(["", "部"]),
        ),
        max_size=8,
    )
)
def test_no_row_is_lost_and_nobody_is_there_twice(rows: list[Listed]) -> None:
    data = csv([HEADS[0], *((each.name, each.number, each.department) for each in rows)])
    if not rows:
        return
    roster = read_roster(data)
    assert len(roster.people) + len(roster.refused) == len(rows)
    numbers = [each.number for each in roster.people if each.number]
    assert len(numbers) == len(set(numbers))
