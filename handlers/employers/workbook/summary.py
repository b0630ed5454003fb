"""The workbook's first sheet: the year at a glance, department by department, with what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from handlers.employers.workbook.totals import Group, Totals
from handlers.wording import workbooks as say
from handlers.wording.figures import plain

_FONT = {"font_name": "微软雅黑", "font_size": 10, "valign": "vcenter"}
_LINE = {"border": 1, "border_color": "#D5DEDB"}
_CHARTED = 20  # departments; more would be unreadable


@dataclass(frozen=True, slots=True)
class Heading:
    """Whose workbook it is: the employer, the year, who made it when (as people write it), and the last digest of the
    audit log."""

    employer: str
    year: int
    by: str
    at: str
    digest: str = ""


def write_summary(book: Any, sheet: Any, heading: Heading, totals: Totals, absent: int | None) -> None:  # noqa: ANN401 - xlsxwriter has no types
    """Fill the sheet from the top down. `absent`: how many on the roster have not joined, None without a roster."""
    text, bold = book.add_format(_FONT), book.add_format({**_FONT, "bold": True})
    sheet.hide_gridlines(2)
    for column, width in enumerate((26, 12, 12, 12, 12, 16)):
        sheet.set_column(column, column, width, text)
    sheet.set_row(0, 30)
    title = book.add_format({**_FONT, "bold": True, "font_size": 16, "font_color": "#1F6F5C"})
    sheet.write_string(0, 0, say.TITLE.format(employer=heading.employer, year=heading.year), title)
    sheet.write_string(
        1, 0, say.MADE.format(at=heading.at, by=heading.by), book.add_format({**_FONT, "font_color": "#777777"})
    )
    row = 3
    for label, words in say.FACTS:
        sheet.write_string(row, 0, label, bold)
        sheet.write_string(row, 1, words.format(**facts(totals, absent)), text)
        row += 1
    row = write_departments(book, sheet, totals, row + 1)
    for words in footnotes(heading, totals):
        sheet.write_string(row, 0, words, book.add_format({**_FONT, "font_color": "#777777", "font_size": 9}))
        row += 1
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def facts(totals: Totals, absent: int | None) -> dict[str, object]:
    """The figures that the first lines name."""
    everybody = totals.all
    average = everybody.missing / everybody.short if everybody.short else everybody.missing
    statuses = {name: totals.statuses[name] for name in say.STATUS}
    return {
        "members": everybody.members,
        "complete": everybody.complete,
        "rate": f"{everybody.rate:.1%}",
        "short": everybody.short,
        "average": plain(round(average, 1)),
        "entries": sum(statuses.values()),
        "absent": say.NO_ROSTER if absent is None else say.ABSENT_COUNT.format(count=absent) if absent else say.NONE,
        **statuses,
    }


def write_departments(book: Any, sheet: Any, totals: Totals, row: int) -> int:  # noqa: ANN401 - xlsxwriter has no types
    """The table of departments and its chart; the next free row."""
    head = book.add_format(
        {**_FONT, **_LINE, "bold": True, "bg_color": "#1F6F5C", "font_color": "#FFFFFF", "align": "center"}
    )
    plain_cell, share = book.add_format({**_FONT, **_LINE}), book.add_format({**_FONT, **_LINE, "num_format": "0.0%"})
    for column, title in enumerate(say.DEPARTMENT_HEADS):
        sheet.write_string(row, column, title, head)
    first = row + 1
    for number, (name, group) in enumerate(ranked(totals), first):
        sheet.write_string(number, 0, name or say.NO_DEPARTMENT, plain_cell)
        for column, value in enumerate((group.members, group.complete, group.short), 1):
            sheet.write_number(number, column, value, plain_cell)
        sheet.write_number(number, 4, group.rate, share)
        sheet.write_number(number, 5, group.missing, plain_cell)
    last = row + len(totals.departments)
    if len(totals.departments) >= 2:
        sheet.insert_chart(row, 7, chart_of(book, first, min(last, first + _CHARTED - 1)))
    return last + 2


def ranked(totals: Totals) -> list[tuple[str, Group]]:
    """The departments, the one that lacks most first."""
    return sorted(totals.departments.items(), key=lambda each: (-each[1].missing, each[0]))


def chart_of(book: Any, first: int, last: int) -> Any:  # noqa: ANN401 - xlsxwriter has no types
    """Bars: how many of each department are complete, how many are not."""
    chart = book.add_chart({"type": "bar", "subtype": "stacked"})
    for column, colour in ((2, "#2E9E7E"), (3, "#E58A7B")):
        chart.add_series(
            {
                "name": say.DEPARTMENT_HEADS[column],
                "categories": [say.SUMMARY, first, 0, last, 0],
                "values": [say.SUMMARY, first, column, last, column],
                "fill": {"color": colour},
                "gap": 60,
            }
        )
    chart.set_title({"name": say.CHART, "name_font": {"size": 12}})
    chart.set_legend({"position": "bottom"})
    chart.set_y_axis({"reverse": True})
    chart.set_x_axis({"major_gridlines": {"visible": False}, "num_format": "0"})
    chart.set_size({"width": 520, "height": max(220, 90 + 28 * (last - first + 1))})
    return chart


def footnotes(heading: Heading, totals: Totals) -> list[str]:
    """What the figures rest on, and what they are not."""
    documents = "、".join(name for name, _ in totals.documents.most_common())
    lines = [say.DOCUMENTS.format(documents=documents)] if documents else []
    lines += [say.ANCHOR.format(digest=heading.digest[:16])] if heading.digest else []
    return [*lines, say.UNOFFICIAL]
