"""Past entries from a sheet: what is taken, what not and why; and files that no one should open."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook

from handlers.imports.reading import ROWS, SheetProblem, rows_of
from handlers.message import Answer
from tests.exports.talk import Talk, made, text_of

HEADS = ("时间", "类型", "具体情况", "名称", "天数", "学时")
Row = tuple[str | int | date | None, ...]


def sheet(*rows: Row, heads: Row = HEADS) -> bytes:
    book = Workbook()
    for row in (heads, *rows):
        book.worksheets[0].append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def send(talk: Talk, *rows: Row, heads: Row = HEADS, name: str = "往年.xlsx") -> Answer:
    return talk.say(file=str(talk.file(name, sheet(*rows, heads=heads))))


def results(answer: Answer) -> list[tuple[object, object]]:
    """Each row's number with what became of it, from the account that is sent back."""
    rows = list(load_workbook(made(answer)).worksheets[0].iter_rows(min_row=2, values_only=True))
    return [(row[0], row[2]) for row in rows]


def test_the_template_has_choices_and_examples_that_are_skipped(talk: Talk) -> None:
    template = made(talk.say("导入模板"))
    first = load_workbook(template).worksheets[0]
    assert tuple(cell.value for cell in first[1]) == HEADS
    kinds = [each for each in first.data_validations.dataValidation if each.type == "list"]
    assert [str(each.sqref) for each in kinds] == ["B2:B501"]
    assert "没有可导入的行" in text_of(talk.say(file=str(template)))


def test_each_row_is_accounted_for(talk: Talk) -> None:
    answer = send(
        talk,
        (date(2025, 6, 3), "培训", "单位组织的安全培训", None, 3, None),
        (2024, "论文", "CN期刊，第二作者", "盾构姿态控制", None, None),
        ("2023年", "论文", "发表论文一篇", None, None, None),
        (2025, "课题项目", "主持市级课题，还没结题", None, None, None),
        (2024, "论文", "CN期刊，第二作者", "盾构姿态控制", None, None),
        ("去年", None, "公需课考过一门", None, None, None),
        (2025, "培训", "学会办的", None, "三", None),
        (2025, None, "忙了一年", None, None, None),
        (2025, "论文", "去西藏支援一年", None, None, None),
    )
    taken, twin, lacking, refused = "已记下", "早就有了", "还缺一句", "没有记"
    assert results(answer) == list(
        zip(range(2, 11), [taken, taken, lacking, refused, twin, taken, refused, refused, refused], strict=True)
    )
    assert [(entry.activity, entry.year, int(entry.hours)) for entry in answer.posted] == [
        ("training", 2025, 24),
        ("paper", 2024, 10),
        ("public_course", 2025, 30),
    ]
    assert "记下3行" in text_of(answer)
    assert "刊物" in text_of(answer)
    assert answer.asks == ()


def test_a_day_is_kept_as_that_day(talk: Talk) -> None:
    (entry,) = send(talk, (date(2025, 6, 3), "培训", "单位组织", None, 1, None)).posted
    assert entry.date == "2025-06-03"


def test_the_same_sheet_again_takes_nothing_twice(talk: Talk) -> None:
    rows: tuple[Row, ...] = (
        (2024, "论文", "CN，第二作者", "甲", None, None),
        (2025, "培训", "单位组织", None, 2, None),
    )
    send(talk, *rows)
    again = send(talk, *rows, name="again.xlsx")
    assert again.posted == ()
    assert "2行早就有了" in text_of(again)


def test_a_whole_import_is_taken_back_at_once(talk: Talk) -> None:
    send(talk, (2024, "论文", "CN，第二作者", "甲", None, None), (2025, "培训", "单位组织", None, 2, None))
    assert len(talk.say("撤销").removed) == 2


def test_other_heads_and_csv_are_read_too(talk: Talk) -> None:
    heads = ("序号", "完成时间", "活动内容")
    assert len(send(talk, (1, 2025, "单位组织培训两天"), heads=heads).posted) == 1
    text = "年度,内容\n2024,发表CN论文一篇，第二作者\n".encode("gb18030")
    assert len(talk.say(file=str(talk.file("往年.csv", text))).posted) == 1


def test_without_a_region_nothing_is_taken(talk: Talk) -> None:
    stranger = Talk(talk.assistant, talk.folder, "u2")
    answer = send(stranger, (2025, "培训", "单位组织", None, 2, None))
    assert answer.asks == ("region",)
    assert answer.posted == ()


def test_a_sheet_of_something_else_is_told(talk: Talk) -> None:
    assert "没认出来" in text_of(send(talk, ("苹果", 3), heads=("商品", "数量")))


def test_too_many_rows_are_refused_as_a_whole(talk: Talk) -> None:
    rows = [(2025, "培训", f"单位组织，第{n}期", None, 1, None) for n in range(ROWS)]
    answer = send(talk, *rows)
    assert "500行" in text_of(answer)
    assert answer.posted == ()


def bomb() -> bytes:
    """A workbook whose sheet unpacks to two hundred times its size."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sheet())) as good, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in good.namelist():
            content = good.read(name)
            packed.writestr(name, content + b" " * 30_000_000 if "sheet1" in name else content)
    return out.getvalue()


def entities() -> bytes:
    """A workbook whose sheet declares entities that grow."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sheet())) as good, zipfile.ZipFile(out, "w") as packed:
        for name in good.namelist():
            content = good.read(name)
            evil = (
                b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
            )
            packed.writestr(name, evil if "sheet1" in name else content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (bomb(), "bomb"),
        (entities(), "damaged"),
        (b"PK\x03\x04" + b"\0" * 99, "damaged"),
        (sheet()[:-200], "damaged"),
        (b"x" * (5 * 2**20 + 1), "too_big"),
        (sheet(tuple(range(200))), "too_many_columns"),
        (b"a,\xff\xff\xff\xff", "damaged"),
    ],
)
def test_what_no_one_should_open_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(SheetProblem) as told:
        rows_of(content)
    assert told.value.code == code


def test_a_bomb_gets_a_sentence(talk: Talk) -> None:
    assert "没有打开" in text_of(talk.say(file=str(talk.file("x.xlsx", bomb()))))


def test_a_row_far_below_does_not_make_a_million_rows() -> None:
    book = Workbook()
    book.worksheets[0]["A1048576"] = "底"
    out = io.BytesIO()
    book.save(out)
    assert rows_of(out.getvalue()) == ()
