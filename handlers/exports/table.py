"""The ledger as an xlsx workbook: entries, years, sources, proofs. Dates and numbers are real; texts stay texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

from handlers.exports.years import Item, YearOf, named_days
from handlers.proofs.showing import item_of
from handlers.wording import exports as say
from handlers.wording import proofs as told
from handlers.wording.facts import details, name_of
from handlers.wording.figures import subject, time_of
from handlers.wording.records import cut_line
from policies.statement import Balance, Citation, Tally
from policies.vocabulary import Vocabulary

Cell = str | int | Decimal | date | None
Heads = Sequence[tuple[str, int]]
_HEAD = {"bold": True, "bg_color": "#0E9384", "font_color": "#FFFFFF", "border": 1, "border_color": "#FFFFFF"}
_WRAPPED_FROM = 20


def workbook(years: tuple[YearOf, ...], vocabulary: Vocabulary, today: date) -> bytes:
    """The workbook's bytes."""
    import xlsxwriter  # noqa: PLC0415 - only who exports needs it

    out = BytesIO()
    plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, plain)
    book.set_properties({"title": say.TITLE, "comments": say.NOTE.format(day=today.isoformat())})
    _sheet(book, say.SHEETS["entries"], say.ENTRY_HEADS, entry_rows(years, vocabulary))
    _sheet(book, say.SHEETS["years"], say.YEAR_HEADS, (balance_row(year.statement.balance) for year in years))
    _sheet(book, say.SHEETS["sources"], say.SOURCE_HEADS, source_rows(years))
    _sheet(book, say.SHEETS["proofs"], say.PROOF_HEADS, proof_rows(years, vocabulary))
    book.close()
    return out.getvalue()


def _sheet(book: Any, name: str, heads: Heads, rows: Iterable[Sequence[Cell]]) -> None:  # noqa: ANN401 - untyped there
    sheet, head = book.add_worksheet(name), book.add_format({**_HEAD, "text_wrap": True, "valign": "vcenter"})
    formats = _formats(book)
    for column, (title, width) in enumerate(heads):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title, head)
    last = 0
    for last, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            _write(sheet, last, column, cell, formats, wrapped=heads[column][1] >= _WRAPPED_FROM)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(last, 1), len(heads) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _formats(book: Any) -> dict[str, Any]:  # noqa: ANN401
    looks: dict[str, dict[str, object]] = {
        "text": {},
        "wrapped": {"text_wrap": True},
        "number": {"num_format": "0.##"},
        "whole": {"num_format": "0"},
        "date": {"num_format": "yyyy-mm-dd"},
    }
    return {name: book.add_format({"valign": "top", **look}) for name, look in looks.items()}


def _write(sheet: Any, row: int, column: int, cell: Cell, formats: dict[str, Any], *, wrapped: bool) -> None:  # noqa: ANN401
    """One cell by its type: text is always written as text, whatever it begins with."""
    if cell is None:
        return
    if isinstance(cell, str):
        sheet.write_string(row, column, cell, formats["wrapped" if wrapped else "text"])
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, cell, formats["date"])
    else:
        whole = cell == int(cell)
        sheet.write_number(row, column, float(cell), formats["whole" if whole else "number"])


def entry_rows(years: tuple[YearOf, ...], vocabulary: Vocabulary) -> Iterator[tuple[Cell, ...]]:
    """One row for each entry's place in each year."""
    every = [(each.year, item) for each in years for item in each.items]
    for number, (year, item) in enumerate(every, 1):
        yield (number, year, *_what(item, vocabulary), *_worth(item), *_proof(item), *_said(item))


def _what(item: Item, vocabulary: Vocabulary) -> tuple[Cell, ...]:
    fact = item.credit.appraisal.fact
    more = "，".join(details(fact.activity, fact.attributes, vocabulary))
    return time_of(fact), *named_days(item.credit), name_of(fact.activity, fact.attributes, vocabulary), more


def _worth(item: Item) -> tuple[Cell, ...]:
    credit, cite = item.credit, item.credit.appraisal.citation
    hours: tuple[Cell, ...] = (
        (say.DEEMED, None, None) if credit.deemed else (subject(credit.subject), credit.hours, credit.credited)
    )
    return (*hours, cite.document if cite else None, cite.article if cite else None, status_of(item))


def status_of(item: Item) -> str:
    """The entry's status, as the employer left it."""
    fact = item.credit.appraisal.fact
    return say.STATUS["rejected" if fact.rejected else "reported"]


def _proof(item: Item) -> tuple[Cell, ...]:
    return item.standing.words, told.EACH.join(map(told.short, item.standing.missing))


def _said(item: Item) -> tuple[Cell, ...]:
    notes = (*item.credit.appraisal.notes, cut_line(item.credit).strip())
    day = item.entry.recorded_at.date() if item.entry else None
    return "；".join(note for note in notes if note), item.entry.said if item.entry else None, day


def balance_row(balance: Balance) -> tuple[Cell, ...]:
    """A year's figures."""
    cite = balance.citation
    verdict = say.UNKNOWN if cite is None else say.COMPLETE if balance.complete else say.INCOMPLETE
    figures = (*_tally(balance.required), *_tally(balance.credited), *_tally(balance.short))
    return (
        balance.year, balance.region, *figures, verdict, cite.document if cite else None, cite.article if cite else None
    )  # fmt: skip


def _tally(tally: Tally) -> tuple[Cell, Cell, Cell]:
    return tally.total, tally.public, tally.professional


def source_rows(years: tuple[YearOf, ...]) -> Iterator[tuple[Cell, ...]]:
    """Each article that a figure comes from, and for how many entries."""
    counts: dict[Citation, int] = {}
    for year in years:
        required = year.statement.balance.citation
        if required:
            counts.setdefault(required, 0)
        for item in year.items:
            cite = item.credit.appraisal.citation
            if cite:
                counts[cite] = counts.get(cite, 0) + 1
    for cite, count in counts.items():
        yield cite.document, cite.article, cite.says, count


def proof_rows(years: tuple[YearOf, ...], vocabulary: Vocabulary) -> Iterator[tuple[Cell, ...]]:
    """Each file that was handed in, and each paper that is still missing."""
    for year in years:
        for item in year.items:
            fact = item.credit.appraisal.fact
            what = f"{time_of(fact)} {name_of(fact.activity, fact.attributes, vocabulary)}"
            for proof in item.standing.held:
                kind, size = told.KINDS.get(proof.kind, proof.kind), Decimal(proof.size) / 1024
                day = proof.recorded_at.date()
                yield year.year, what, item_of(proof), say.HELD, kind, round(size, 1), day, proof.digest
            for paper in item.standing.missing:
                yield year.year, what, paper, say.LACKING, None, None, None, None
