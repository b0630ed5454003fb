"""The rows of a sheet into the ledger, by the same path as what is typed; what lacks a word is listed, not asked."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from handlers.cards import posted_of
from handlers.drafts import draft_of, fact_of, need_of
from handlers.exports.sheets import sheet_bytes
from handlers.imports.reading import Row
from handlers.imports.rows import Told, told_in
from handlers.record import blocked, may_count, refusals
from handlers.say import Say
from handlers.scene import Scene
from handlers.state import Draft
from handlers.wording import imports as say
from handlers.wording import records
from handlers.wording.facts import describe
from handlers.wording.records import standing_line
from nlu.reading import Intent
from policies.facts import Fact

MOST_LINES = 12


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a row: taken, twin, open or refused, and why; `fact` where it was recorded."""

    told: Told
    kind: str
    why: str = ""
    fact: Fact | None = None
    draft: Draft | None = None


def imported(scene: Scene, rows: tuple[Row, ...]) -> Say:
    """Record what is complete and new; account for every row."""
    if scene.place is None:
        return Say(say.REGION_FIRST, intent=Intent.RECORD, asks=("region",))
    outcomes = [taken(scene, told) for told in told_in(scene, rows)]
    if not outcomes:
        return Say(say.EMPTY, intent=Intent.RECORD)
    posted = [posted_of(scene, each.fact, each.draft) for each in outcomes if each.fact and each.draft]
    if posted:
        numbers = tuple(item.fact.id for item in posted)
        last = posted[-1].fact
        scene.remember(last_posted=numbers, listing=numbers, last_amended=None, last_activity=last.activity)
    return Say(
        account(scene, outcomes),
        intent=Intent.RECORD,
        posted=tuple(entry for item in posted for entry in item.entries),
        files=(scene.proofs.make(say.RESULT_NAME, result(scene, outcomes)),),
    )


def taken(scene: Scene, told: Told) -> Outcome:
    """Record one row, or say why not."""
    if told.report is None:
        return Outcome(told, "refused", told.problem)
    refused = refusals(scene, (told.report,)).text
    if refused or not may_count(told.report):
        return Outcome(told, "refused", refused)
    draft = draft_of(scene, told.report)
    if draft.activity and (reason := blocked(scene, draft)):
        return Outcome(told, "refused", records.NOT_ATTAINED[reason])
    need = need_of(scene, draft)
    if need is None:
        fact = scene.record(fact_of(scene, draft), draft.said)
        return Outcome(told, "taken", fact=fact, draft=draft)
    if need.about == "twin":
        return Outcome(told, "twin", say.TWIN.format(entry=describe(fact_of(scene, draft), scene.vocabulary)))
    return Outcome(told, "open", say.ASKS.format(question=need.text))


def account(scene: Scene, outcomes: list[Outcome]) -> str:
    """Figures first, then the rows that were not taken, then what to do."""
    counts = {kind: sum(each.kind == kind for each in outcomes) for kind in say.RESULTS}
    head = [say.DONE.format(rows=len(outcomes), taken=counts["taken"])]
    told = {"twin": say.TWINS, "open": say.OPEN, "refused": say.REFUSED}
    head += [words.format(count=counts[kind]) for kind, words in told.items() if counts[kind]]
    left = [each for each in outcomes if each.kind in {"open", "refused"}]
    lines = ["，".join(head) + "。"]
    years = sorted({each.fact.year for each in outcomes if each.fact})
    lines += [standing_line(scene.statement(year).balance) for year in years]
    lines += [line(each) for each in left[:MOST_LINES]]
    lines += [say.MORE] if len(left) > MOST_LINES else []
    return "\n".join(line for line in [*lines, say.UNDO_ALL] if line)


def line(outcome: Outcome) -> str:
    return say.LINE.format(row=outcome.told.row, words=outcome.told.words[:60], why=outcome.why)


def result(scene: Scene, outcomes: list[Outcome]) -> bytes:
    """The account of every row as a sheet."""
    rows = []
    for each in outcomes:
        hours, where = worth(scene, each.fact)
        rows.append((each.told.row, each.told.words, say.RESULTS[each.kind], each.why, hours, where))
    return sheet_bytes(((say.RESULT_SHEET, say.RESULT_HEADS, rows),))


def worth(scene: Scene, fact: Fact | None) -> tuple[Decimal | None, str]:
    """The hours of a fact that was recorded, and where that is written."""
    if fact is None:
        return None, ""
    appraisal = scene.appraise(fact)
    cite = appraisal.citation
    return appraisal.hours, f"{cite.document} {cite.article}" if cite else ""
