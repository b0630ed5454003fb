"""Tables that people send: whatever the bytes, rows within the limits come out or a problem with a name."""

from __future__ import annotations

import io
import unicodedata
import zipfile
import zlib
from random import Random
from time import process_time

from handlers.employers.roster.cells import ROWS as MOST_PEOPLE
from handlers.employers.roster.cells import RosterProblem
from handlers.employers.roster.reading import read_roster
from handlers.imports.reading import COLUMNS, LETTERS, ROWS, SheetProblem, rows_of
from handlers.imports.template import template
from handlers.wording.imports import PROBLEMS
from policies.vocabulary import read_vocabulary
from tests.employers.sheets import csv, undated, xlsx
from tests.fuzz.mangling import ODD_NUMBERS, spoilt
from tests.fuzz.target import WrongError

LIMIT = 3.0  # seconds of the processor, of code that is watched
ENTRIES = (
    ("时间", "类型", "具体情况", "名称", "天数", "学时"),
    (2025, "论文", "CN期刊，第二作者", "盾构", None, None),
    ("2023年", "培训", "单位组织", None, 3, 24.5),
)
ROSTER = (("姓名", "工号", "部门"), ("林一鸣", "0071", "信号部"), ("何 静", "0072", "车辆部"), ("合计", 2, ""))
_PIECES = (
    b'r="A1"',
    b'r="XFD1048576"',
    b't="s"',
    b't="d"',
    b't="e"',
    b"<v>99999</v>",
    b"<f>A1</f>",
    b'ref="A1:XFD1048576"',
    b"&#xD800;",
    b"<is><t>x</t></is>",
    b'<!DOCTYPE x [<!ENTITY a "b">]>',
    b'r="A0"',
    b"<c/>",
)


class Sheets:
    """The bytes of an xlsx, csv or whatever file."""

    packages = ("handlers",)

    def seeds(self) -> list[bytes]:
        rosters = xlsx(ROSTER, merged=["C2:C3"], formats={"B3": "0000"})
        tables = [xlsx(ENTRIES), rosters, undated(template(read_vocabulary()))]
        texts = [
            csv(rows, separator, encoding)
            for rows in (ENTRIES, ROSTER)
            for separator in ",\t"
            for encoding in ("utf-8", "gb18030", "utf-16")
        ]
        return [*tables, *texts]

    def changed(self, data: bytes, random: Random) -> bytes:
        if random.random() < 0.2:
            return spoilt(data, random, _PIECES)
        try:
            return _repacked(data, random)
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            ValueError,
            RuntimeError,
            NotImplementedError,
            EOFError,
            IndexError,
        ):
            return spoilt(data, random, (*_PIECES, *map(str.encode, ODD_NUMBERS)))

    def check(self, data: bytes) -> None:
        before = process_time()
        _entries(data)
        _roster(data)
        taken = process_time() - before
        if taken > LIMIT:
            raise WrongError(f"slow: {taken:.1f} s")


def _entries(data: bytes) -> None:
    try:
        rows = rows_of(data)
    except SheetProblem as problem:
        if problem.code not in PROBLEMS:
            raise WrongError(f"no word for {problem.code}") from problem
        return
    for row in rows:
        if len(row.cells) > COLUMNS or any(isinstance(cell, str) and len(cell) > LETTERS + 1 for cell in row.cells):
            raise WrongError("more than was to be read")
    if len(rows) > ROWS:
        raise WrongError("too many rows")


def _roster(data: bytes) -> None:
    try:
        roster = read_roster(data)
    except RosterProblem:
        return
    if len(roster.people) + len(roster.refused) > 60 * MOST_PEOPLE:
        raise WrongError("too many people")
    for person in roster.people:
        if not person.name.strip() or any(unicodedata.category(sign) in {"Cc", "Cf"} for sign in person.name):
            raise WrongError(f"a name that is none: {person.name!r}")


def _repacked(data: bytes, random: Random) -> bytes:
    """The workbook with one of its parts spoilt."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        chosen = random.choice(names)
        for name in names:
            content = old.read(name) if old.getinfo(name).file_size < 10**6 else b""
            if name == chosen:
                content = spoilt(content, random, (*_PIECES, *map(str.encode, ODD_NUMBERS)))
                if random.random() < 0.1:
                    continue
            new.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
