"""更正: an entry is withdrawn and a new one takes its place."""

from __future__ import annotations

from dataclasses import replace

from handlers.bounds import out_of_bounds
from handlers.drafts import allowed, filled
from handlers.figures_meant import by_figure, shifted, with_figures
from handlers.in_order import at_place, several
from handlers.message import Button
from handlers.parts import split_off
from handlers.record import advance
from handlers.say import Say
from handlers.scene import Scene, settled
from handlers.state import Draft, Held, Option
from handlers.wording import questions as ask
from handlers.wording import records as say
from handlers.wording.facts import describe
from handlers.wording.figures import period
from nlu.reading import Change, Intent, Reference
from policies.facts import Attributes, Fact, Period


def amend(scene: Scene, change: Change) -> Say:
    """Change what was recorded, or what is still being asked about."""
    if out_of_bounds(scene, change.attributes):
        return Say(say.IMPOSSIBLE.format(said=scene.message.text), intent=Intent.AMEND)
    if change.when is not None and change.when.start > scene.today:
        return Say(say.FUTURE.format(said=period(change.when)), intent=Intent.AMEND)
    if scene.state.drafts and about_draft(scene, change):
        draft = filled(scene, scene.state.drafts[0], change.attributes, change.when)
        scene.remember(drafts=(draft, *scene.state.drafts[1:]), asked=None)
        return advance(scene)
    sets = {} if change.activity else {**change.attributes, **change.shift}
    found = with_figures(candidates(scene, change.target, sets), change.shift)
    if not found:
        return Say(say.NOTHING_TO_AMEND, intent=Intent.AMEND)
    if change.number is not None and not change.attributes:
        found, change = by_figure(found, change)
    if not (change.attributes or change.shift) and change.when is None and change.activity is None:
        return what(scene, found[0])
    if len(found) > 1:
        return which(scene, found, Held(change.attributes, change.when, part=change.part, shift=change.shift))
    if change.target.place is not None and several(found[0]):
        change = replace(change, part=True)
    return replaced(scene, found[0], change)


def what(scene: Scene, fact: Fact) -> Say:
    """Which entry is meant is known, what shall hold instead is not: the next words say it."""
    scene.remember(target=fact.id)
    return Say(say.WHAT_TO_AMEND.format(entry=describe(fact, scene.vocabulary)), intent=Intent.AMEND, below=True)


def about_draft(scene: Scene, change: Change) -> bool:
    """Whether the correction is about the report in hand rather than about the ledger."""
    draft, target = scene.state.drafts[0], change.target
    if (target.number, target.year, target.place) != (None,) * 3 or target.activity not in {None, draft.activity}:
        return False
    if any(draft.attributes.get(name, value) != value for name, value in target.attributes.items()):
        return False
    known = allowed(scene, draft.activity, change.attributes)
    return len(known) == len(change.attributes) and not scene.state.last_posted


def candidates(scene: Scene, target: Reference, attributes: Attributes) -> list[Fact]:
    """The entries that may be meant, the latest recorded first; one alone where it is plain."""
    facts = sorted(scene.facts(), key=lambda fact: fact.id, reverse=True)
    if target.number is not None:
        if not scene.state.listing:
            return facts if 0 < target.number <= len(facts) else []  # a list that was not shown: ask which
        wanted = scene.state.listing[target.number - 1 : target.number] if target.number > 0 else ()
        return [fact for fact in facts if fact.id in wanted]
    if scene.state.target is not None and target.activity is None and target.year is None:
        return [fact for fact in facts if fact.id == scene.state.target]
    fitting = at_that_time([fact for fact in facts if fits(scene, fact, target, attributes)], target.when)
    if target.place is not None and (placed := at_place(scene, of_that_kind(scene, fitting, target), target.place)):
        return placed
    if target.activity is None and target.year is None and not target.attributes:
        recent = [fact for fact in fitting if fact.id in scene.state.last_posted]
        return recent or fitting[:1]
    return fitting[:1] if target.last else fitting


def of_that_kind(scene: Scene, facts: list[Fact], target: Reference) -> list[Fact]:
    """The entries of the kind that was named, else of the kind talked of."""
    activity = target.activity or scene.state.last_activity
    return [fact for fact in facts if fact.activity == activity]


def at_that_time(facts: list[Fact], when: Period | None) -> list[Fact]:
    """The entries that lie within the days that were named, if any does: 6月那个."""
    if when is None:
        return facts
    return [fact for fact in facts if fact.when and when.start <= fact.when.start <= fact.when.end <= when.end] or facts


def fits(scene: Scene, fact: Fact, target: Reference, attributes: Attributes) -> bool:
    """Whether the entry is what the words point at, and could hold what is to be changed."""
    if target.activity is not None and fact.activity != target.activity:
        return False
    if target.year is not None and fact.year != target.year:
        return False
    if any(fact.attributes.get(name) != value for name, value in target.attributes.items()):
        return False
    return set(attributes) <= set(scene.vocabulary.activities[fact.activity].attributes)


def which(scene: Scene, found: list[Fact], held: Held) -> Say:
    """Ask which entry is meant."""
    options = tuple(Option(describe(fact, scene.vocabulary), value=str(fact.id)) for fact in found[:6])
    scene.remember(held=held)
    scene.state = scene.state.asking("entry", "entry", options)
    rows = tuple((Button(option.label, f"c:{scene.state.serial}:{index}"),) for index, option in enumerate(options))
    lines = [f"{index}. {option.label}" for index, option in enumerate(options, 1)]
    intent = Intent.UNDO if held.withdraw else Intent.AMEND
    return Say("\n".join([ask.WHICH_ENTRY, *lines]), rows, intent=intent, asks=("entry",))


def replaced(scene: Scene, fact: Fact, change: Change) -> Say:
    """The entry meant is known, and what shall hold instead."""
    if change.activity:
        return of_another_kind(scene, fact, change)
    sets = shifted(fact, change.attributes, change.shift)
    return what(scene, fact) if sets is None else amended(scene, fact, sets, change.when, part=change.part)


def of_another_kind(scene: Scene, fact: Fact, change: Change) -> Say:
    """不是会议，是培训: the entry was told as the wrong kind; what the right kind can have of it stays."""
    known = allowed(scene, change.activity, fact.attributes)
    draft = Draft(
        change.activity,
        {**known, **allowed(scene, change.activity, change.attributes)},
        change.when or fact.when,
        said=scene.message.text or "",
        made_up_for=fact.made_up_for,
        replaces=fact.id,
    )
    scene.remember(drafts=(draft, *scene.state.drafts), asked=None, target=None, held=None)
    return advance(scene)


def amended(scene: Scene, fact: Fact, attributes: Attributes, when: Period | None, *, part: bool = False) -> Say:
    """Replace an entry; a question comes first where the new version lacks something under its document. `part`: only
    some of what the entry counts are meant."""
    stands = Draft(
        fact.activity,
        fact.attributes,
        when or fact.when,
        said=scene.message.text or "",
        made_up_for=fact.made_up_for,
        replaces=fact.id,
    )
    sets = allowed(scene, fact.activity, attributes)
    drafts = split_off(scene, stands, sets, fact.when) if part else []
    whole = replace(stands, attributes=settled(fact.attributes, sets))
    scene.remember(drafts=(*(drafts or [whole]), *scene.state.drafts), asked=None, target=None, held=None)
    return advance(scene)
