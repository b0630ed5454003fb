"""What every export is made of: the person's years, each entry with its credit, its document and its proofs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from handlers.proofs.standing import Evidence, Standing
from handlers.scene import Scene
from nlu.reading import ExportWish
from policies.statement import Credit, Statement
from storage.ledger import Entry


@dataclass(frozen=True, slots=True)
class Item:
    """One entry's place in one year."""

    credit: Credit
    entry: Entry | None
    standing: Standing


@dataclass(frozen=True, slots=True)
class YearOf:
    """A year with its entries, the earliest first."""

    statement: Statement
    items: tuple[Item, ...]

    @property
    def year(self) -> int:
        return self.statement.balance.year


def named_years(scene: Scene, wish: ExportWish) -> tuple[int, ...]:
    """The years that are named, or so many up to this one; none where neither was said."""
    if wish.recent and len(wish.years) < 2:
        return tuple(range(scene.today.year - wish.recent + 1, scene.today.year + 1))
    return tuple(sorted(wish.years))


def years_wanted(scene: Scene, wish: ExportWish) -> tuple[int, ...]:
    """The years that are named; where none is, every year with an entry, and this one."""
    every = {scene.today.year, *(fact.year for fact in scene.facts())}
    return named_years(scene, wish) or tuple(sorted(every))


def years_of(scene: Scene, years: tuple[int, ...]) -> tuple[YearOf, ...]:
    """These years as they stand."""
    evidence = Evidence(scene)
    entries = {entry.fact.id: entry for entry in scene.ledger.entries()}
    return tuple(_year(scene.statement(year), evidence, entries) for year in years)


def _year(statement: Statement, evidence: Evidence, entries: dict[int, Entry]) -> YearOf:
    items = [
        Item(
            credit,
            entries.get(credit.appraisal.fact.id),
            evidence.of(credit.appraisal.fact, credit.appraisal),
        )
        for credit in statement.credits
    ]
    items.sort(key=lambda item: (item.credit.appraisal.fact.when.end, item.credit.appraisal.fact.id))
    return YearOf(statement, tuple(items))


def named_days(credit: Credit) -> tuple[date | None, date | None]:
    """The first and last day, where the person named them."""
    when = credit.appraisal.fact.when
    return (when.start, when.end) if when.exact else (None, None)
