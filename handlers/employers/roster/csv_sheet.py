"""A roster as text: comma, semicolon or tab; UTF-8, UTF-16 or GB18030, with a mark at its beginning or without."""

from __future__ import annotations

import codecs
import csv
import io

from handlers.employers.roster.cells import COLUMNS, ROWS, RosterProblem, Row, Sheet, shortened

_SEPARATORS = "\t,;，；|"
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read_csv(data: bytes) -> Sheet:
    """The rows of a text file. Raises RosterProblem for what is no text."""
    text = text_of(data)
    if text.lstrip()[:14].lower().startswith(("<html", "<!doctype html", "<table", "<meta")):
        raise RosterProblem("web_page")
    rows: list[Row] = []
    try:
        for number, cells in enumerate(csv.reader(lines(text), delimiter=separator(text)), 1):
            if number > ROWS:
                raise RosterProblem("too_many_rows", str(ROWS))
            if any(cell.strip() for cell in cells):
                rows.append(Row(number, tuple(plain(cell) for cell in cells[:COLUMNS])))
    except csv.Error as error:
        raise RosterProblem("damaged", str(error)) from error
    return Sheet("", tuple(rows))


def text_of(data: bytes) -> str:
    """The text, by the mark at its beginning, else as UTF-8, else as GB18030 (what Excel writes in China)."""
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    for encoding in (marked,) if marked else ("utf-8", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text.count("\0") * 10 <= len(text):  # a program or a picture that happens to decode
            return text
    raise RosterProblem("not_a_table")


def separator(text: str) -> str:
    """What stands between the cells: the separator that the first lines have most of."""
    head = "\n".join(text.splitlines()[:10])
    counts = {each: head.count(each) for each in _SEPARATORS}
    best = max(_SEPARATORS, key=lambda each: counts[each])
    return best if counts[best] else ","


def lines(text: str) -> io.StringIO:
    """The lines as csv wants them; NUL characters would stop it."""
    return io.StringIO(text.replace("\0", ""), newline="")


def plain(cell: str) -> str:
    """A cell's text without what Excel puts around a number to keep its zeros: ="00123", '00123, a tab."""
    text = shortened(cell)
    if text.startswith('="') and text.endswith('"'):
        return text[2:-1]
    return text.removeprefix("'")
