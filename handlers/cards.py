"""The card of what was just recorded: what it is, hours and why, the standing, the proof to keep, the buttons."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.message import Button, EntryView
from handlers.say import Rows
from handlers.scene import Scene
from handlers.state import Draft
from handlers.trades import trade_line
from handlers.views import credits_of, entries_of
from handlers.wording import records as say
from handlers.wording.facts import describe
from policies.facts import Fact
from policies.statement import Appraisal, Credit


@dataclass(frozen=True, slots=True)
class Posted:
    """One fact that this turn recorded, and what its document made of it."""

    fact: Fact
    draft: Draft
    appraisal: Appraisal
    credits: tuple[Credit, ...]

    @property
    def entries(self) -> tuple[EntryView, ...]:
        return entries_of(self.fact, self.appraisal, self.credits)

    @property
    def deemed(self) -> bool:
        return any(credit.deemed for credit in self.credits)

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(credit.year for credit in self.credits) or (self.fact.year,)


def posted_of(scene: Scene, fact: Fact, draft: Draft) -> Posted:
    appraisal = scene.appraise(fact)
    return Posted(fact, draft, appraisal, credits_of(scene, fact, appraisal))


def card(scene: Scene, posted: list[Posted]) -> str:
    """The whole card, for one fact or for several."""
    return one_text(scene, posted[0]) if len(posted) == 1 else many_text(scene, posted)


def one_text(scene: Scene, item: Posted) -> str:
    head = say.AMENDED if item.draft.replaces is not None else say.RECORDED
    lines = [
        head.format(entry=describe(item.fact, scene.vocabulary)),
        outcome(scene, item),
        *item.appraisal.notes,
        presumed_line(scene, item),
        *(standing_of(scene, year) for year in dict.fromkeys(item.years)),
        say.proof_line(item.appraisal),
        trade_line(scene, item.fact.year),
    ]
    return "\n".join(line for line in lines if line)


def many_text(scene: Scene, posted: list[Posted]) -> str:
    lines = [say.RECORDED_MANY.format(count=len(posted))]
    for number, item in enumerate(posted, 1):
        lines += [f"{number}. {describe(item.fact, scene.vocabulary)}", outcome(scene, item)]
    lines += [presumed_line(scene, item) for item in posted]
    lines += [note for item in posted for note in item.appraisal.notes]
    lines += [standing_of(scene, year) for year in dict.fromkeys(year for item in posted for year in item.years)]
    head, *rest = lines
    return "\n".join([head, *dict.fromkeys(line for line in rest if line)])


def outcome(scene: Scene, item: Posted) -> str:
    place = scene.person.place_on(item.fact.when.end) or ""
    unit = scene.statement(item.fact.year).balance.unit
    return say.outcome_line(item.appraisal, item.credits, place, deemed=item.deemed, unit=unit)


def standing_of(scene: Scene, year: int) -> str:
    return say.standing_line(scene.statement(year).balance)


def presumed_line(scene: Scene, item: Posted) -> str:
    """What was taken to hold: this year where none was said; a make-up that the employer must accept."""
    if item.fact.made_up_for is not None:
        return say.MADE_UP.format(year=item.fact.made_up_for)
    return say.PRESUMED_YEAR.format(year=scene.today.year) if item.draft.when is None else ""


def button_rows(scene: Scene, posted: list[Posted]) -> Rows:
    """撤销 and 修改, and the year before where no time was said."""
    if len(posted) > 1:
        return (tuple(Button(f"{say.UNDO}{n}", f"u:{item.fact.id}") for n, item in enumerate(posted, 1)),)
    fact = posted[0].fact
    row = [Button(say.UNDO, f"u:{fact.id}"), Button(say.AMEND, f"m:{fact.id}")]
    if posted[0].draft.when is None:
        before = scene.today.year - 1
        row.append(Button(say.MOVE.format(year=before), f"y:{fact.id}:{before}"))
    return (tuple(row),)
