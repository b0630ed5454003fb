"""Ledger entries and balances in the contract's form, taken from a statement."""

from __future__ import annotations

from decimal import Decimal

from handlers.message import EntryView, Json, number
from handlers.scene import Scene
from policies.facts import Fact
from policies.statement import Appraisal, Balance, Credit, Statement, Tally

NOTHING = Decimal(0)


def credits_of(scene: Scene, fact: Fact, appraisal: Appraisal) -> tuple[Credit, ...]:
    """A fact's place in the statements of the years that it bears on."""
    years = sorted({share.year for share in appraisal.shares} or {fact.year})
    return tuple(
        credit for year in years for credit in scene.statement(year).credits if credit.appraisal.fact.id == fact.id
    )


def entries_of(fact: Fact, appraisal: Appraisal, credits: tuple[Credit, ...]) -> tuple[EntryView, ...]:
    """The fact's entries, one for each year; one of 0 hours where nothing is credited."""
    if not credits:
        return (_entry(fact, appraisal, None, str(fact.id)),)
    ids = [str(fact.id)] + [f"{fact.id}-{credit.year}" for credit in credits[1:]]
    return tuple(_entry(fact, appraisal, credit, name) for credit, name in zip(credits, ids, strict=True))


def _entry(fact: Fact, appraisal: Appraisal, credit: Credit | None, name: str) -> EntryView:
    cite = appraisal.citation
    return EntryView(
        id=name,
        activity=fact.activity,
        year=credit.year if credit else fact.year,
        date=fact.when.end.isoformat() if fact.when.exact else None,
        subject=credit.subject if credit else "professional",
        hours=credit.hours if credit else NOTHING,
        credited=credit.credited if credit else NOTHING,
        document=cite.document if cite else "",
        article=cite.article if cite else "",
        status=fact.status,
        deemed=bool(credit and credit.deemed),
        made_up=fact.made_up_for is not None,
    )


def tally_json(tally: Tally) -> Json:
    return {
        "total": number(tally.total),
        "public": number(tally.public),
        "professional": number(tally.professional),
    }


def balance_json(balance: Balance) -> Json:
    """The contract's balance."""
    return {
        "year": balance.year,
        "region": balance.region,
        "required": tally_json(balance.required),
        "credited": tally_json(balance.credited),
        "short": tally_json(balance.short),
    }


def statement_json(statement: Statement) -> Json:
    """The contract's statement: the balance and the year's entries."""
    entries = [
        _entry(credit.appraisal.fact, credit.appraisal, credit, str(credit.appraisal.fact.id)).as_json()
        for credit in statement.credits
    ]
    return {**balance_json(statement.balance), "entries": entries}
