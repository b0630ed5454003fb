"""A sheet's rows as reports: each is said as a person would type it, and what has a column of its own wins."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from handlers.imports.reading import LETTERS, Cell, Row
from handlers.scene import Scene
from handlers.wording import imports as say
from nlu import parse
from nlu.reading import Mood, Report
from policies.facts import Period, Value
from policies.vocabulary import Vocabulary

HEAD_WITHIN = 10
_BRACKETS = re.compile(r"[（(].*?[)）]|[\s*：:]")
_YEARS = range(1990, 2101)


@dataclass(frozen=True, slots=True)
class Told:
    """What a row says: a report, or why there is none (`problem`); `words` are the row's own."""

    row: int
    words: str
    report: Report | None = None
    problem: str = ""


@cache
def heads() -> dict[str, list[str]]:
    """The words for each column."""
    return tomllib.loads(Path(__file__).with_name("columns.toml").read_text(encoding="utf-8"))


def columns_of(rows: tuple[Row, ...]) -> tuple[int, dict[str, int]] | None:
    """The row that heads the columns, and where each is; None where the sheet is none of entries."""
    for at, row in enumerate(rows[:HEAD_WITHIN]):
        names = [_BRACKETS.sub("", cell) if isinstance(cell, str) else "" for cell in row.cells]
        found = {
            column: names.index(word) for column, words in heads().items() for word in words[::-1] if word in names
        }
        if "when" in found and ({"kind", "what", "title"} & found.keys()):
            return at, found
    return None


def told_in(scene: Scene, rows: tuple[Row, ...]) -> Iterator[Told]:
    """What the rows below the heads say, examples left out."""
    found = columns_of(rows)
    if found is None:
        return
    at, columns = found
    for row in rows[at + 1 :]:
        cells = {name: row.cells[place] if place < len(row.cells) else None for name, place in columns.items()}
        if not any(isinstance(cell, str) and cell.startswith(say.EXAMPLE) for cell in cells.values()):
            yield told(scene, row.number, cells)


def told(scene: Scene, number: int, cells: dict[str, Cell]) -> Told:
    """What one row says."""
    words = words_of(cells)
    if any(isinstance(cell, str) and len(cell) > LETTERS for cell in cells.values()):
        return Told(number, words[:LETTERS], problem=say.TOO_LONG.format(most=LETTERS))
    chosen = activity_of(cells.get("kind"), scene.vocabulary)
    reports = reports_in(scene, words_of({**cells, "kind": None})) or reports_in(scene, words)
    if len(reports) > 1:
        return Told(number, words, problem=say.SEVERAL.format(count=len(reports)))
    report = reports[0] if reports else Report(chosen, said=words)
    if report.activity and chosen and report.activity != chosen:
        names = [scene.vocabulary.activities[each].name for each in (chosen, report.activity)]
        return Told(number, words, problem=say.OTHER_KIND.format(chosen=names[0], read=names[1]))
    if chosen is None and report.activity is None:
        return Told(number, words, problem=say.NO_KIND)
    return completed(scene, number, words, replace(report, activity=report.activity or chosen), cells)


def reports_in(scene: Scene, words: str) -> list[Report]:
    """What the words report of an activity that they name."""
    return [each for each in parse(words, scene.today).reports if each.activity and each.mood is not Mood.ASKED]


def completed(scene: Scene, number: int, words: str, report: Report, cells: dict[str, Cell]) -> Told:
    """The report with what stands in columns of its own."""
    allowed = scene.vocabulary.activities[report.activity or ""].attributes
    own: dict[str, Value] = {}
    for name in ("days", "hours"):
        cell = cells.get(name)
        amount = number_of(cell)
        if cell not in (None, "") and amount is None:
            return Told(number, words, problem=say.NO_NUMBER.format(column=heads()[name][0], cell=cell))
        if amount is not None and name in allowed:
            own[name] = amount
    title = cells.get("title")
    if isinstance(title, str) and title and "title" in allowed:
        own["title"] = title.strip("《》")
    attributes = {**report.attributes, **own}
    return Told(
        number,
        words,
        replace(report, attributes=attributes, when=period_of(cells.get("when")) or report.when, said=words),
    )


def words_of(cells: dict[str, Cell]) -> str:
    """The row as a sentence: when, what kind, what about it."""
    parts = [time_words(cells.get("when"))]
    kind, what = (str(cells.get(name) or "") for name in ("kind", "what"))
    parts += [kind if kind not in what else "", what]
    title = cells.get("title")
    parts += [f"《{str(title).strip('《》')}》"] if title and str(title).strip("《》") not in what else []
    parts += [f"{cells['days']}天"] if isinstance(cells.get("days"), Decimal) else []
    parts += [f"{cells['hours']}学时"] if isinstance(cells.get("hours"), Decimal) else []
    return "，".join(part for part in parts if part)


def time_words(cell: Cell) -> str:
    if isinstance(cell, date):
        return f"{cell.year}年{cell.month}月{cell.day}日"
    if isinstance(cell, Decimal):
        return f"{cell:f}年"
    return f"{cell}年" if cell and cell.isdecimal() and len(cell) == len("2026") else cell or ""


def period_of(cell: Cell) -> Period | None:
    """A day, or a year that is a bare number; other words are read with the sentence."""
    if isinstance(cell, date):
        return Period(cell, cell, exact=True)
    year = number_of(cell)
    if year is not None and year == int(year) and int(year) in _YEARS:
        return Period(date(int(year), 1, 1), date(int(year), 12, 31))
    return None


def number_of(cell: Cell) -> Decimal | None:
    if isinstance(cell, Decimal):
        return cell
    text = str(cell or "").strip().removesuffix("天").removesuffix("学时").removesuffix("课时")
    return Decimal(text) if text.replace(".", "", 1).isdecimal() else None


def activity_of(cell: Cell, vocabulary: Vocabulary) -> str | None:
    """The activity that a cell names by its own name."""
    return next((name for name, kind in vocabulary.activities.items() if kind.name == cell), None)
