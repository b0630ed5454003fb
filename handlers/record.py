"""登记: record what a person reports; ask for what changes the figure, one question at a time."""

from __future__ import annotations

from dataclasses import replace

from handlers.asking import ask_need, ask_region
from handlers.cards import button_rows, card, posted_of
from handlers.drafts import Need, draft_of, fact_of, need_of, unattained
from handlers.say import Say
from handlers.scene import Scene
from handlers.state import Draft
from handlers.wording import records as say
from nlu.reading import Intent, Mood, Problem, Report
from policies.facts import Fact


def record(scene: Scene, reports: tuple[Report, ...]) -> Say:
    """Post what is complete, ask for the rest, and say why the others are not recorded."""
    fine = [report for report in reports if report.mood is Mood.DONE and not problem_of(scene, report)]
    drafts = tuple(draft_of(scene, report) for report in fine)
    answer = Say()
    if drafts:
        scene.remember(drafts=drafts + scene.state.drafts, asked=None)
        answer = advance(scene)
    return answer.then(refusals(scene, reports))


def problem_of(scene: Scene, report: Report) -> Problem | None:
    """What cannot be: an impossible figure, or a time still to come."""
    if report.problems:
        return report.problems[0]
    if report.when and report.when.start > scene.today:
        return Problem("future", "when", report.said)
    return None


def refusals(scene: Scene, reports: tuple[Report, ...]) -> Say:
    """Why some of what was said is not recorded, each reason once."""
    words: list[str] = []
    for report in reports:
        problem = problem_of(scene, report) if report.mood is Mood.DONE else None
        if problem:
            template = say.FUTURE if problem.kind == "future" else say.IMPOSSIBLE
            words.append(template.format(said=problem.said or report.said))
        elif report.mood is not Mood.DONE:
            words.append(say.MOODS[report.mood.value])
    text = "\n".join(dict.fromkeys(word for word in words if word))
    return Say(text, intent=Intent.RECORD if text else None)


def advance(scene: Scene) -> Say:
    """Go through the drafts: post the complete ones, keep the others, ask the first one's question."""
    if scene.place is None:
        return ask_region(scene, Intent.RECORD)
    waiting: list[tuple[Draft, Need]] = []
    recorded: list[tuple[Fact, Draft]] = []
    refused: list[str] = []
    for draft in scene.state.drafts:
        if reason := blocked(scene, draft):
            refused.append(say.NOT_ATTAINED[reason])
        elif need := need_of(scene, draft):
            waiting.append((draft, need))
        else:
            recorded.append((scene.record(fact_of(scene, draft), draft.said, draft.replaces), draft))
    scene.remember(drafts=tuple(draft for draft, _ in waiting), asked=None)
    answer = posted_say(scene, recorded).then(Say("\n".join(dict.fromkeys(refused)), intent=Intent.RECORD))
    return answer.then(ask_need(scene, *waiting[0], name=bool(recorded or refused))) if waiting else answer


def blocked(scene: Scene, draft: Draft) -> str | None:
    """The attribute for whose sake nothing is recorded: it is known not to hold, and the document wants it."""
    reason = unattained(draft) if draft.activity else None
    if reason is None or reason == "attained":
        return reason
    without = replace(draft, attributes={**draft.attributes, reason: True})
    now, then = (scene.appraise(fact_of(scene, one)) for one in (draft, without))
    return None if (now.outcome, now.shares) == (then.outcome, then.shares) else reason


def posted_say(scene: Scene, recorded: list[tuple[Fact, Draft]]) -> Say:
    """What to say of the facts that were just recorded."""
    if not recorded:
        return Say()
    posted = [posted_of(scene, fact, draft) for fact, draft in recorded]
    last = posted[-1].fact
    replaced = tuple((draft.replaces, fact.id) for fact, draft in recorded if draft.replaces is not None)
    scene.remember(
        last_posted=tuple(item.fact.id for item in posted),
        last_activity=last.activity,
        last_year=last.year,
        last_amended=replaced[0] if replaced else None,
        target=None,
    )
    return Say(
        card(scene, posted),
        button_rows(scene, posted),
        intent=Intent.AMEND if replaced else Intent.RECORD,
        posted=tuple(entry for item in posted for entry in item.entries),
        removed=tuple(str(old) for old, _ in replaced),
    )
