"""The ledger as an xlsx workbook: entries, years, sources, proofs. Dates and numbers are real; texts stay texts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from handlers.exports.sheets import Cell, Sheet, sheet_bytes
from handlers.exports.years import Item, YearOf, named_days
from handlers.proofs.showing import item_of
from handlers.wording import exports as say
from handlers.wording import proofs as told
from handlers.wording.facts import details, name_of
from handlers.wording.figures import subject, time_of
from handlers.wording.records import cut_line
from policies.facts import Fact
from policies.statement import Balance, Citation, Tally
from policies.vocabulary import Vocabulary


def workbook(years: tuple[YearOf, ...], vocabulary: Vocabulary, today: date) -> bytes:
    """The workbook's bytes."""
    balances = [balance_row(year.statement.balance) for year in years]
    sheets: tuple[Sheet, ...] = (
        (say.SHEETS["entries"], say.ENTRY_HEADS, entry_rows(years, vocabulary)),
        (say.SHEETS["years"], say.YEAR_HEADS, balances),
        (say.SHEETS["sources"], say.SOURCE_HEADS, source_rows(years)),
        (say.SHEETS["proofs"], say.PROOF_HEADS, proof_rows(years, vocabulary)),
    )
    return sheet_bytes(sheets, {"title": say.TITLE, "comments": say.NOTE.format(day=today.isoformat())})


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
    document, article = (cite.document, cite.article) if cite else (None, None)
    return (*hours, document, article, decided(credit.appraisal.fact))


def decided(fact: Fact) -> str:
    """What the employer has decided about it."""
    return say.STATUS[fact.review or fact.status]


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
