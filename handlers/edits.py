"""A message whose words the person changed afterwards: what it had recorded follows the new words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from handlers.drafts import draft_of
from handlers.message import Answer, Button, Json
from handlers.record import advance, may_count, problem_of
from handlers.say import Say
from handlers.scene import Scene
from handlers.wording import records as say
from handlers.wording.facts import describe
from nlu import parse
from nlu.reading import Intent, Report
from policies.facts import Fact

Respond = Callable[[Scene, str], Say]


def edited(scene: Scene, original: str, respond: Respond) -> Say:
    """What follows from the new words of the message `original`. Where it had recorded nothing, they are as good as
    said now."""
    text = scene.message.text or ""
    before = scene.turn.answered(scene.message.user, original)
    facts = recorded_by(scene, before) if before else ()
    if not facts:
        return respond(scene, text) if is_open(scene, before) else Say(say.EDIT_LATE, intent=Intent.AMEND)
    parsed = parse(text, scene.today)
    reports = tuple(report for report in parsed.reports if may_count(report) and not problem_of(scene, report))
    if not reports or len(reports) != len(facts):
        return unclear(scene, facts)
    return amended(scene, facts, reports)


def recorded_by(scene: Scene, before: Json) -> tuple[Fact, ...]:
    """The entries that a message made, or what has taken their place since, as far as they stand."""
    numbers = {int(entry.id.partition("-")[0]) for entry in Answer.from_json(before).posted}
    if not numbers:
        return ()
    for entry in scene.ledger.entries(withdrawn=True):
        if entry.replaces in numbers:
            numbers.add(entry.fact.id)
    return tuple(fact for fact in scene.facts() if fact.id in numbers)


def is_open(scene: Scene, before: Json | None) -> bool:
    """Whether new words may be taken as said now: the message asked for nothing, or its question is open still. A
    question that was answered has led to an entry since, which the new words must not make a second time."""
    if before is None or not before.get("asks") or parse(scene.message.text or "", scene.today).reports == ():
        return True
    if not scene.state.drafts:
        return False
    scene.remember(drafts=scene.state.drafts[1:], asked=None)
    return True


def amended(scene: Scene, facts: tuple[Fact, ...], reports: tuple[Report, ...]) -> Say:
    """Each entry becomes what the new words say."""
    drafts = tuple(
        replace(draft_of(scene, report), replaces=fact.id, twin_agreed=True)
        for fact, report in zip(facts, reports, strict=True)
    )
    changed = tuple(
        draft
        for draft, fact in zip(drafts, facts, strict=True)
        if (draft.activity, draft.attributes, draft.when and scene.period(draft.when))
        != (fact.activity, fact.attributes, draft.when and fact.when)
    )
    if not changed:
        return Say(say.EDIT_SAME, intent=Intent.AMEND)
    scene.remember(drafts=changed + scene.state.drafts, asked=None)
    return Say(intent=Intent.AMEND).then(advance(scene))


def unclear(scene: Scene, facts: tuple[Fact, ...]) -> Say:
    """What the new words change cannot be told: nothing is touched, and each entry can be taken back."""
    lines = [describe(fact, scene.vocabulary) for fact in facts]
    rows = tuple((Button(f"{say.UNDO} {number}", f"u:{fact.id}"),) for number, fact in enumerate(facts, 1))
    numbered = [f"{number}. {line}" for number, line in enumerate(lines, 1)]
    return Say("\n".join([say.EDIT_UNCLEAR, *numbered]), rows, intent=Intent.AMEND)
