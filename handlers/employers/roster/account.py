"""The account of a roster: what was taken in, what not and why, who has not joined; in a few lines, and as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from io import BytesIO

from handlers.employers.roster.matching import Matches
from handlers.employers.roster.reading import Refused, Roster
from handlers.scene import Scene
from handlers.wording import rosters as say
from storage.employers.rosters import Colleague

ROWS_SHOWN = 8
NAMES_SHOWN = 20


def account_text(roster: Roster, found: Matches, before: str | None, code: str) -> str:
    """The account in a few lines. `before`: the day of the roster that this one takes the place of."""
    departments = len({each.department for each in roster.people if each.department})
    many = say.DEPARTMENTS.format(count=departments) if departments else ""
    lines = [say.TAKEN.format(count=len(roster.people), departments=many)]
    if before:
        lines[0] += say.REPLACED.format(day=before)
    lines.append(joined_line(found, len(roster.people)))
    if found.strangers:
        names = names_of(each.name for each in found.strangers)
        lines.append(say.STRANGERS.format(count=len(found.strangers), names=names))
    if roster.refused:
        lines.append(say.REFUSED.format(count=len(roster.refused)))
        lines += map(row_line, roster.refused[:ROWS_SHOWN])
    if len(roster.refused) > ROWS_SHOWN:
        lines.append(say.MORE_ROWS.format(count=len(roster.refused) - ROWS_SHOWN))
    return "\n".join([*lines, code] if found.absent else lines)


def joined_line(found: Matches, all_of_them: int) -> str:
    """How many of the roster have joined, and the names of those who have not."""
    if not found.absent:
        return say.ALL_JOINED
    borne = Counter(each.name for each in found.absent)
    names = (each.name if borne[each.name] == 1 else f"{each.name}（{line_of(each)}）" for each in found.absent)
    missing = say.NAMES.format(names=names_of(names))
    return say.JOINED.format(joined=all_of_them - len(found.absent), absent=len(found.absent), names=missing)


def row_line(row: Refused) -> str:
    """One row that was not taken."""
    said = say.SAID.format(said=row.said) if row.said else ""
    sheet = say.OF_SHEET.format(sheet=row.sheet) if row.sheet else ""
    return say.ROW.format(row=row.row, sheet=sheet, said=said, why=say.WHY[row.why].format(like=row.like))


def names_of(names: Iterable[str]) -> str:
    """Names one after the other; a long list is cut."""
    each = list(names)
    return "、".join(each[:NAMES_SHOWN]) + (say.MORE if len(each) > NAMES_SHOWN else "")


def line_of(line: Colleague) -> str:
    """What tells a line from its namesakes'."""
    department = line.department or ""
    return say.LINE.format(number=f"{line.staff_number} " if line.staff_number else "", department=department).strip()


def whole_account(scene: Scene, roster: Roster, found: Matches) -> tuple[str, ...]:
    """The path of a workbook with everything, where a message cannot hold it."""
    if len(roster.refused) <= ROWS_SHOWN and len(found.absent) <= NAMES_SHOWN:
        return ()
    refused = [
        (each.sheet, str(each.row), each.said, say.WHY[each.why].format(like=each.like)) for each in roster.refused
    ]
    absent = [(each.name, each.staff_number or "", each.department or "", str(each.line)) for each in found.absent]
    unsure = [(member.name, "；".join(map(line_of, lines))) for member, lines in found.unsure]
    return (scene.proofs.make(say.FILE, workbook_of((refused, absent, unsure))),)


def workbook_of(sheets: Sequence[Sequence[Sequence[str]]]) -> bytes:
    """A workbook of text, a sheet for each part that has rows."""
    import xlsxwriter  # noqa: PLC0415 - only who uploads a roster needs it

    content = BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    bold = book.add_format({"bold": True})
    for name, heads, rows in zip(say.SHEETS, say.HEADS, sheets, strict=True):
        if rows:
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            sheet.set_column(0, len(heads) - 1, 18)
            for number, row in enumerate((heads, *rows)):
                for column, cell in enumerate(row):
                    sheet.write_string(number, column, cell, bold if number == 0 else None)
    book.close()
    return content.getvalue()
