"""Unfinished reports: what each still lacks, and how answers complete them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from handlers.periods import months_of, narrowed
from handlers.scene import Scene, settled
from handlers.state import Draft, Option
from handlers.wording import questions as ask
from handlers.wording.facts import describe
from nlu.reading import Reply, Report
from policies.facts import Attributes, Fact, Period
from policies.statement import Outcome

UNATTAINED = ("passed", "concluded", "attained")


@dataclass(frozen=True, slots=True)
class Need:
    """What keeps a draft from being posted: the question, its slot, the answers offered."""

    about: str
    slot: str
    text: str
    options: tuple[Option, ...] = ()
    also: tuple[str, ...] = ()


def draft_of(scene: Scene, report: Report) -> Draft:
    """A report as a draft; an elliptic one takes the activity spoken of last."""
    activity = report.activity or elliptic(scene, report.attributes)
    if report.alike:
        report = replace(report, attributes=settled(like(scene, activity), report.attributes))
    doubt = report.doubts[0] if report.doubts else None
    return Draft(
        activity=activity,
        attributes=allowed(scene, activity, report.attributes),
        when=report.when,
        when_unsure=report.when_unsure,
        count_unsure=report.count_unsure,
        said=report.said or (scene.message.text or ""),
        made_up_for=report.made_up_for,
        doubt=f"{doubt.heard}\n{doubt.taken_as}" if doubt else None,
        twin_agreed=report.another,
    )


def like(scene: Scene, activity: str | None) -> Attributes:
    """What was said of the one told before, that another is like: what was refused, else what was recorded last."""
    last = scene.fact(max(scene.state.last_posted, default=0))
    before = scene.state.refused or last
    told = before.attributes if before is not None and before.activity == activity else {}
    return {name: value for name, value in told.items() if name not in (*UNATTAINED, "title") or value is True}


def elliptic(scene: Scene, attributes: Attributes) -> str | None:
    """The activity meant by "还有一个市级的": the open draft's or the last one's, if these attributes fit it."""
    open_one = scene.state.drafts[0].activity if scene.state.drafts else None
    for activity in (open_one, scene.state.last_activity):
        if activity and set(attributes) <= set(scene.vocabulary.activities[activity].attributes):
            return activity
    return None


def allowed(scene: Scene, activity: str | None, attributes: Attributes) -> Attributes:
    """Those attributes that the activity has."""
    if activity is None:
        return dict(attributes)
    known = scene.vocabulary.activities[activity].attributes
    return {name: value for name, value in attributes.items() if name in known}


def fact_of(scene: Scene, draft: Draft) -> Fact:
    """The draft as a fact that is not recorded yet."""
    assert draft.activity is not None
    return scene.fact_of(draft.activity, draft.attributes, draft.when, draft.made_up_for)


def need_of(scene: Scene, draft: Draft) -> Need | None:
    """The next question about a draft, or None when it can be posted (or refused)."""
    yes_no = (Option(ask.YES, value="yes"), Option(ask.NO, value="no"))
    if draft.doubt:
        heard, _, taken_as = draft.doubt.partition("\n")
        return Need("doubt", "confirm", ask.DOUBT.format(heard=heard, taken_as=taken_as), yes_no)
    if draft.activity is None:
        return Need("activity", "activity", ask.ACTIVITY)
    if draft.when_unsure:
        return Need("when", "when", ask.WHEN, tuple(Option(f"{y}年", value=str(y)) for y in recent(scene.today.year)))
    return question_of(scene, draft) or count_of(scene, draft) or twin_of(scene, draft)


def recent(year: int) -> Iterable[int]:
    return range(year, year - 3, -1)


def question_of(scene: Scene, draft: Draft) -> Need | None:
    """What the governing rule lacks, if anything."""
    assert draft.activity is not None
    appraisal = scene.appraise(fact_of(scene, draft))
    if appraisal.outcome is not Outcome.INCOMPLETE:
        return None
    first = appraisal.questions[0]
    options = tuple(Option(choice.label, choice.sets) for choice in first.choices)
    text = ask.question(draft.activity, first.attribute, scene.vocabulary)
    return Need(first.attribute, first.slot, text, options, first.alternatives)


def count_of(scene: Scene, draft: Draft) -> Need | None:
    """The question how many there were, where several were told of and each counts."""
    assert draft.activity is not None
    if not draft.count_unsure:
        return None
    if scene.appraise(fact_of(scene, draft)).outcome not in {Outcome.CREDITED, Outcome.DEEMED, Outcome.WAITING}:
        return None
    return Need("count", "count", ask.question(draft.activity, "count", scene.vocabulary))


def twin_of(scene: Scene, draft: Draft) -> Need | None:
    """The question whether to record again what is in the ledger already."""
    if draft.twin_agreed or draft.replaces is not None:
        return None
    fact = fact_of(scene, draft)
    twin = next((other for other in scene.facts() if same(fact, other)), None)
    if twin is None:
        return None
    text = ask.TWIN.format(entry=describe(twin, scene.vocabulary))
    return Need("twin", "confirm", text, (Option(ask.AGAIN, value="yes"), Option(ask.NOT_AGAIN, value="no")))


def same(one: Fact, other: Fact) -> bool:
    """Plainly the same activity: the same title, or the same figures at the same time."""
    if one.activity != other.activity:
        return False
    titles = one.attributes.get("title"), other.attributes.get("title")
    if all(titles):
        return titles[0] == titles[1]
    return key(one) == key(other)


def key(fact: Fact) -> tuple[object, ...]:
    """What tells one activity from another when nobody names it. A year without a day is just that year."""
    when = fact.when
    whole_year = not when.exact and (when.start.month, when.start.day) == (1, 1)
    time = when.year if whole_year else (when.start, when.end)
    figures = {name: value for name, value in fact.attributes.items() if name != "title"}
    return time, fact.made_up_for, tuple(sorted((name, str(value)) for name, value in figures.items()))


def unattained(draft: Draft) -> str | None:
    """The attribute that says that nothing has been attained (not passed, not concluded), if one does."""
    return next((name for name in UNATTAINED if draft.attributes.get(name) is False), None)


def filled(
    scene: Scene, draft: Draft, attributes: Attributes, when: Period | None = None, *, unsure: bool = False
) -> Draft:
    """The draft with an answer put in."""
    known = allowed(scene, draft.activity, attributes)
    return replace(
        draft,
        attributes=settled(draft.attributes, known),
        when=narrowed(draft.when, when),
        when_unsure=draft.when_unsure and (when is None or unsure),
        count_unsure=draft.count_unsure and "count" not in known,
    )


def answers(draft: Draft, about: str, also: tuple[str, ...], reply: Reply) -> Attributes:
    """What a bare answer settles of a draft: the attributes said, and yes or no to a question that takes it."""
    sets = dict(reply.attributes)
    if (
        reply.yes is not None
        and about not in sets
        and about in (*UNATTAINED, "presented", "organised", "approved", "filed", "abroad")
    ):
        sets[about] = reply.yes
    if about == "months" and "months" not in sets and reply.when is not None and months_of(reply.when):
        sets["months"] = Decimal(months_of(reply.when))
    if about in {"rank", "sole"} and "count" in sets and "count" in draft.attributes and not also:
        sets.pop("count")
    return sets
