"""登记: record what a person reports; ask for what changes the figure, one question at a time."""

from __future__ import annotations

from dataclasses import replace

from handlers.asking import ask_need, ask_region, put_question
from handlers.bounds import out_of_bounds
from handlers.cards import Posted, button_rows, card, posted_of
from handlers.drafts import Need, draft_of, fact_of, need_of, unattained
from handlers.say import NOTHING, Say
from handlers.scene import Scene, settled
from handlers.state import Draft, Held
from handlers.wording import questions as ask
from handlers.wording import records as say
from nlu.reading import Intent, Mood, Problem, Report
from policies.facts import Fact


def record(scene: Scene, reports: tuple[Report, ...]) -> Say:
    """Post what is complete, ask for the rest, and say why the others are not recorded."""
    fine = [report for report in reports if may_count(report) and not problem_of(scene, report)]
    drafts = tuple(draft_or_more(scene, report) for report in fine)
    answer = NOTHING
    if drafts:
        scene.remember(drafts=drafts + scene.state.drafts, asked=None)
        answer = advance(scene)
    refused = [draft_of(scene, report) for report in reports if report not in fine and may_happen(report)]
    scene.remember(refused=refused[-1] if refused and not drafts else None)
    return answer.then(refusals(scene, reports))


def draft_or_more(scene: Scene, report: Report) -> Draft:
    """A report as a draft; where it is more of what was just recorded (国家级那个我还宣读了论文), as the new version of
    that."""
    draft = draft_of(scene, report)
    told = [fact for number in scene.state.last_posted if (fact := scene.fact(number)) and adds_to(draft, fact)]
    if not report.named or report.another or len(told) != 1:
        return draft
    sets = settled(told[0].attributes, draft.attributes)
    return replace(draft, attributes=sets, when=draft.when or told[0].when, replaces=told[0].id)


def adds_to(draft: Draft, fact: Fact) -> bool:
    """Whether a draft says more of a fact, and nothing otherwise than it is."""
    shared = draft.attributes.keys() & fact.attributes.keys()
    same = all(draft.attributes[name] == fact.attributes[name] for name in shared)
    at_once = draft.when is None or (draft.when.start <= fact.when.end and fact.when.start <= draft.when.end)
    return draft.activity == fact.activity and same and at_once and shared != draft.attributes.keys()


def may_count(report: Report) -> bool:
    """Whether it is up to the document: what was done, and a project under way, which some count year by year."""
    return report.mood is Mood.DONE or (report.mood is Mood.FAILED and report.attributes.get("concluded") is False)


def may_happen(report: Report) -> bool:
    """Whether what is not recorded may be told as done in the next breath: a plan, a failure, a question."""
    return report.activity is not None and report.mood not in {Mood.HEARSAY, Mood.UNSERIOUS} and not report.alike


def problem_of(scene: Scene, report: Report) -> Problem | None:
    """What cannot be: an impossible figure, or a time still to come."""
    if report.problems:
        return report.problems[0]
    if out_of_bounds(scene, report.attributes):
        return Problem("impossible", "", report.said)
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
        elif not may_count(report):
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
    removed: list[int] = []
    for draft in standing(scene):
        if reason := blocked(scene, draft):
            refused.append(say.NOT_ATTAINED[reason])
            removed += [draft.replaces] if draft.replaces is not None else []
        elif need := need_of(scene, draft):
            waiting.append((draft, need))
        else:
            recorded.append((scene.record(fact_of(scene, draft), draft.said, draft.replaces), draft))
    scene.remember(drafts=tuple(draft for draft, _ in waiting), asked=None)
    answer = posted_say(scene, recorded).then(refused_say(scene, refused, removed))
    return answer.then(ask_need(scene, *waiting[0], name=bool(recorded or refused))) if waiting else answer


def standing(scene: Scene) -> list[Draft]:
    """The drafts, but for those that would amend an entry that is gone."""
    return [draft for draft in scene.state.drafts if draft.replaces is None or scene.fact(draft.replaces)]


def refused_say(scene: Scene, reasons: list[str], removed: list[int]) -> Say:
    """Why drafts were not recorded; an entry that turned out not to be attained is taken back."""
    for number in removed:
        scene.withdraw(number)
    scene.remember(last_removed=tuple(removed) or scene.state.last_removed)
    intent = Intent.AMEND if removed else Intent.RECORD
    ids = tuple(str(number) for number in removed)
    return Say("\n".join(dict.fromkeys(reasons)), intent=intent if reasons else None, removed=ids)


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
        return NOTHING
    posted = [posted_of(scene, fact, draft) for fact, draft in recorded]
    last = posted[-1].fact
    replaced = tuple((draft.replaces, fact.id) for fact, draft in recorded if draft.replaces is not None)
    scene.remember(
        last_posted=tuple(item.fact.id for item in posted),
        last_activity=last.activity,
        last_year=last.year,
        last_amended=replaced[0] if replaced else None,
        target=None,
        listing=listing_after(scene.state.listing, posted, dict(replaced)),
    )
    said = Say(
        card(scene, posted),
        button_rows(scene, posted),
        intent=Intent.AMEND if replaced else Intent.RECORD,
        posted=tuple(entry for item in posted for entry in item.entries),
        removed=tuple(str(old) for old, _ in replaced),
    )
    return said.then(ask_term(scene, posted[-1]))


def listing_after(listing: tuple[int, ...], posted: list[Posted], replaced: dict[int, int]) -> tuple[int, ...]:
    """What 第二条 counts from now on: several that were told together, else what was listed, new versions in place."""
    if len(posted) > 1:
        return tuple(item.fact.id for item in posted)
    return tuple(replaced.get(number, number) for number in listing)


def ask_term(scene: Scene, item: Posted) -> Say:
    """The year is complete already; with the term's years all of the term is."""
    if not item.deemed or not item.appraisal.questions:
        return NOTHING
    first = item.appraisal.questions[0]
    if first.attribute in item.fact.attributes:
        return NOTHING
    text = ask.question(item.fact.activity, first.attribute, scene.vocabulary)
    scene.remember(target=item.fact.id, held=Held())
    return put_question(scene, Need(first.attribute, first.slot, text), text, Intent.RECORD)
