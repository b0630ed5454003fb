"""Writing the audit's workbook row by row: however many members, only a row of each sheet is in memory.

Whatever people said is written as text, so that no cell becomes a formula.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handlers.employers.workbook.rows import Cell, MemberYear, balance_row, entry_rows
from handlers.employers.workbook.summary import Heading, write_summary
from handlers.employers.workbook.totals import Totals
from handlers.wording import workbooks as say
from policies.vocabulary import Vocabulary

_FONT = {"font_name": "微软雅黑", "font_size": 10, "valign": "vcenter"}
_HEAD = {**_FONT, "bold": True, "font_color": "#FFFFFF", "bg_color": "#1F6F5C", "border": 1, "border_color": "#D5DEDB"}
_WRAPPED_FROM = 12  # a column as wide as this may hold sentences
_LINE_HIGH = 16  # points
_REVIEWED = [column for column, (title, _) in enumerate(say.ENTRY_HEADS) if title not in say.NOT_FOR_REVIEW]


@dataclass(slots=True)
class _Sheet:
    """A sheet that is written downwards; `row` is the next one."""

    sheet: Any
    formats: Sequence[Any]
    widths: Sequence[int]
    row: int = 1

    def add(self, cells: Sequence[Cell]) -> None:
        """One more row, as high as its longest sentence needs."""
        self.sheet.set_row(self.row, _LINE_HIGH * max(map(lines, cells, self.widths)))
        for column, cell in enumerate(cells):
            if cell == "":  # the column's format draws it
                continue
            if isinstance(cell, str):
                self.sheet.write_string(self.row, column, cell, self.formats[column])
            else:
                self.sheet.write_number(self.row, column, cell, self.formats[column])
        self.row += 1


class Workbook:
    """The workbook of an employer's year. Add every member once, then close it; not for several threads at once."""

    def __init__(self, path: Path, vocabulary: Vocabulary) -> None:
        import xlsxwriter  # noqa: PLC0415 - only who exports needs it

        self._vocabulary = vocabulary
        self._book: Any = xlsxwriter.Workbook(str(path), {"constant_memory": True, "strings_to_formulas": False})
        self._summary = self._book.add_worksheet(say.SUMMARY)
        self._balances = self._sheet(say.BALANCES, say.BALANCE_HEADS, frozen=1)
        self._entries = self._sheet(say.ENTRIES, say.ENTRY_HEADS, frozen=1)
        self._unreviewed = self._sheet(say.UNREVIEWED, [say.ENTRY_HEADS[column] for column in _REVIEWED], frozen=1)
        self.totals = Totals()

    def add(self, member: MemberYear) -> None:
        """A member's balance and entries."""
        self.totals.add(member)
        self._balances.add(balance_row(member))
        for waits, row in entry_rows(member, self._vocabulary):
            self._entries.add(row)
            if waits:
                self._unreviewed.add([row[column] for column in _REVIEWED])

    def close(self, heading: Heading, absent: Sequence[tuple[Cell, ...]] | None) -> None:
        """Write who is on the roster and has not joined (None: there is no roster), and the summary."""
        if absent:
            sheet = self._sheet(say.ABSENT, say.ABSENT_HEADS, frozen=1)
            for row in absent:
                sheet.add(row)
            _finish(sheet, len(say.ABSENT_HEADS))
        for sheet, heads in ((self._balances, say.BALANCE_HEADS), (self._entries, say.ENTRY_HEADS)):
            _finish(sheet, len(heads))
        _finish(self._unreviewed, len(_REVIEWED))
        self._mark_states()
        write_summary(self._book, self._summary, heading, self.totals, None if absent is None else len(absent))
        self._book.close()

    def _sheet(self, name: str, heads: Sequence[tuple[str, int]], frozen: int) -> _Sheet:
        sheet, head = (
            self._book.add_worksheet(name),
            self._book.add_format({**_HEAD, "align": "center", "text_wrap": True}),
        )
        formats = [self._format(width) for _, width in heads]
        for column, (_, width) in enumerate(heads):
            sheet.set_column(column, column, width, formats[column])
        sheet.set_row(0, 24)
        for column, (title, _) in enumerate(heads):
            sheet.write_string(0, column, title, head)
        sheet.freeze_panes(1, frozen)
        sheet.set_landscape()
        sheet.set_paper(8)  # A3: the entries have many columns
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.set_footer(say.FOOTER)
        return _Sheet(sheet, formats, [width for _, width in heads])

    def _format(self, width: int) -> Any:  # noqa: ANN401 - xlsxwriter has no types
        line = {"border": 1, "border_color": "#D5DEDB"}
        return self._book.add_format({**_FONT, **line, "text_wrap": width >= _WRAPPED_FROM, "num_format": "0.##"})

    def _mark_states(self) -> None:
        """Whoever is short, and whatever was not approved, shows at a glance."""
        red = self._book.add_format({"bg_color": "#FBE3E1", "font_color": "#9C2B20"})
        green = self._book.add_format({"bg_color": "#E1F3EA", "font_color": "#1F6F5C"})
        amber = self._book.add_format({"bg_color": "#FDF2D8", "font_color": "#8A5A00"})
        states = [title for title, _ in say.BALANCE_HEADS].index(say.STATE)
        decided = [title for title, _ in say.ENTRY_HEADS].index(say.DECISION)
        _mark(self._balances, states, {say.COUNTED: green, say.NOT_COUNTED: red, say.NO_DOCUMENT: amber})
        marks = {say.STATUS["approved"]: green, say.STATUS["rejected"]: red, say.STATUS["returned"]: amber}
        _mark(self._entries, decided, marks)


def lines(cell: Cell, width: int) -> int:
    """How many lines a cell takes in a column of that width; a Chinese character is as wide as two letters."""
    if not isinstance(cell, str) or width < _WRAPPED_FROM or len(cell) * 2 < width:
        return 1
    wide = sum(1 if letter.isascii() else 2 for letter in cell)
    return max(1, -(-wide // (width - 1)))


def _finish(sheet: _Sheet, columns: int) -> None:
    sheet.sheet.autofilter(0, 0, max(sheet.row - 1, 1), columns - 1)


def _mark(sheet: _Sheet, column: int, marks: dict[str, Any]) -> None:
    for word, how in marks.items():
        rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": how}
        sheet.sheet.conditional_format(1, column, max(sheet.row - 1, 1), column, rule)
