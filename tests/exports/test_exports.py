"""Tables, statements to print, calendars, and all of one's data: opened again and looked into."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from datetime import date, datetime
from decimal import Decimal

import pytest
from icalendar import Calendar
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from handlers.exports.table import decided
from policies.facts import Fact, Period
from tests.exports.talk import Talk, made, text_of


def book(talk: Talk, words: str = "导出明细") -> Workbook:
    return load_workbook(made(talk.say(words)))


def column(opened: Workbook, sheet: str, head: str) -> list[object]:
    rows = list(opened[sheet].iter_rows(values_only=True))
    at = rows[0].index(head)
    return [row[at] for row in rows[1:]]


def test_a_table_has_entries_years_sources_and_proofs(author: Talk) -> None:
    author.photo("封面")
    opened = book(author)
    assert opened.sheetnames == ["明细", "年度汇总", "依据", "证明材料"]
    assert column(opened, "明细", "计入学时") == [10, 16]
    assert column(opened, "明细", "条款") == ["四（九）", "四（一）"]
    assert column(opened, "明细", "材料") == ["材料缺2样", "材料还没交"]
    assert column(opened, "年度汇总", "还差合计") == [80, 74]
    assert column(opened, "年度汇总", "结论") == ["未达标", "未达标"]
    assert "四（九）" in column(opened, "依据", "条款")
    assert column(opened, "证明材料", "状态")[:3] == ["已收", "还缺", "还缺"]


@pytest.mark.parametrize(
    ("decision", "status"),
    [(None, "自报"), ("approved", "单位已核准"), ("rejected", "不予认定"), ("returned", "退回补材料")],
)
def test_the_table_says_what_the_employer_decided(decision: str | None, status: str) -> None:
    when = Period(date(2026, 1, 1), date(2026, 12, 31))
    assert decided(Fact(1, "paper", when, rejected=decision == "rejected", review=decision)) == status


def test_days_are_dates_numbers_are_numbers_and_the_head_stays(talk: Talk) -> None:
    talk.say("2026年3月2日到3日单位组织培训两天")
    opened = book(talk)
    assert column(opened, "明细", "开始") == [datetime(2026, 3, 2)]  # noqa: DTZ001 - a sheet knows no time zones
    assert column(opened, "明细", "结束") == [datetime(2026, 3, 3)]  # noqa: DTZ001
    assert all(isinstance(hours, int | float | Decimal) for hours in column(opened, "明细", "规定学时"))
    assert opened["明细"].freeze_panes == "A2"
    assert opened["明细"].column_dimensions["G"].width >= 30


@pytest.mark.parametrize("title", ["=1+1", "+cmd", "-2", "@SUM(A1)", "=HYPERLINK(x)"])
def test_no_text_becomes_a_formula(talk: Talk, title: str) -> None:
    talk.say(f"今年发表了一篇CN论文《{title}》，第二作者")
    opened = book(talk)
    cells = [cell for sheet in opened for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    with zipfile.ZipFile(made(talk.say("导出明细"))) as packed:
        assert all(b"<f>" not in packed.read(name) for name in packed.namelist())


def test_a_table_of_one_year_has_that_year_alone(author: Talk) -> None:
    assert column(book(author, "把2025年的学时做成excel表发我"), "明细", "年度") == [2025]
    assert "没有记录" in text_of(author.say("导出2019年的明细"))


def test_the_format_is_asked_where_it_is_unclear_and_the_year_is_kept(author: Talk) -> None:
    answer = author.say("导出2025年的")
    assert answer.asks == ("kind",)
    assert made(author.press("表格")).name == "学时台账-2025年.xlsx"
    author.say("导出")
    assert made(author.say("打印用（PDF）")).suffix == ".pdf"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("打印今年的学时证明", "学时清单-2026年.pdf"),
        ("给我一份去年的学时证明", "学时清单-2025年.pdf"),
        ("打印近三年的学时证明", "学时清单-2024–2026年.pdf"),
        ("来份pdf", "学时清单-2026年.pdf"),
        ("导成表格给我", "学时台账-历年.xlsx"),
        ("日历文件", "学时提醒.ics"),
        ("导出我的全部数据", "我的全部数据.json"),
        ("把我的数据备份发我", "我的全部数据.json"),
    ],
)
def test_what_is_wished_is_made(author: Talk, words: str, name: str) -> None:
    answer = author.say(words)
    assert answer.intent == "export"
    assert made(answer).name == name


def test_a_statement_is_a_pdf_with_its_font_in_it(author: Talk) -> None:
    content = made(author.say("打印近三年的学时证明")).read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.count(b"/Type /Page\n") == 3
    assert b"/FontFile2" in content
    assert len(content) < 200_000  # a subset, not the whole font


def test_a_statement_says_what_is_proven_and_what_is_only_reported(author: Talk) -> None:
    from handlers.exports.printed import proof_words  # noqa: PLC0415
    from handlers.exports.years import Item  # noqa: PLC0415
    from handlers.proofs.standing import Standing  # noqa: PLC0415

    def words(wanted: tuple[str, ...], held: int, missing: tuple[str, ...]) -> str:
        return proof_words(Item(None, None, Standing(wanted, (None,) * held, missing)))  # type: ignore[arg-type]

    assert words(("封面", "目录"), 0, ("封面", "目录")) == "未交"
    assert words(("封面", "目录"), 1, ("目录",)) == "缺1样"
    assert words(("封面",), 1, ()) == "齐全"
    assert words((), 0, ()) == "—"


def test_the_calendar_has_the_deadline_with_warnings(author: Talk) -> None:
    calendar = Calendar.from_ical(made(author.say("日历文件")).read_bytes())
    (event,) = calendar.walk("VEVENT")
    assert event.decoded("dtstart") == date(2026, 12, 31)
    assert "还差74学时" in str(event["description"])
    assert len(event.walk("VALARM")) == 2


def test_a_documents_own_days_are_in_the_calendar(talk: Talk) -> None:
    talk.say("我在常德工作")
    calendar = Calendar.from_ical(made(talk.say("日历文件")).read_bytes())
    days = [event.decoded("dtstart") for event in calendar.walk("VEVENT")]
    assert date(2026, 12, 1) in days
    assert all(day >= date(2026, 11, 1) for day in days)


def test_all_data_holds_every_row_of_the_person_and_nobody_elses(author: Talk) -> None:
    other = Talk(author.assistant, author.folder, "u2")
    other.say("我在常州工作")
    other.say("去年发表了一篇CN论文《别人的》，第二作者")
    author.say("撤销")
    author.photo("这是培训的证明")
    data = json.loads(made(author.say("导出我的全部数据")).read_text(encoding="utf-8"))
    rows = data["rows"]
    assert [row["said"] for row in rows["entry"]] == [
        "今年单位组织培训两天",
        "2025年发表了一篇CN论文《深基坑监测》，第二作者",
    ]
    assert len(rows["withdrawal"]) == 1
    assert len(rows["proof"]) == 1
    assert {"account", "profile", "dialogue"} <= rows.keys()
    assert [each["year"] for each in data["statements"]] == [2026]
    assert "别人的" not in json.dumps(data, ensure_ascii=False)


@pytest.mark.parametrize("words", ["隐私", "/privacy", "我的数据存在哪里"])
def test_privacy_is_answered_in_short(talk: Talk, words: str) -> None:
    answer = talk.say(words)
    assert answer.intent == "help"
    assert "清除我的数据" in text_of(answer)


def test_in_a_group_the_files_go_to_the_person_alone(author: Talk) -> None:
    from handlers.message import Message  # noqa: PLC0415

    asked = Message("u1", author.now, text="导出明细", group="g1", addressed=True)
    private, public = author.assistant.answer(asked).replies
    assert (private.to_user, public.to_group) == ("u1", "g1")
    assert private.files
    assert not public.files


def test_the_first_answer_loads_none_of_the_heavy_libraries() -> None:
    heavy = ["PIL", "fpdf", "xlsxwriter", "openpyxl", "icalendar"]
    code = f"import sys, handlers.assistant; sys.exit(any(name in sys.modules for name in {heavy}))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
