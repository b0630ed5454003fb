"""撤销: take back an entry, the last amendment, or what is being asked about; 恢复: bring it back."""

from __future__ import annotations

from decimal import Decimal

from handlers.amend import amended, candidates, which
from handlers.answers import drop
from handlers.asking import option_rows
from handlers.cards import standing_of
from handlers.in_order import several
from handlers.record import advance
from handlers.say import NOTHING, Say
from handlers.scene import Scene
from handlers.state import Draft, Held, Option
from handlers.wording import questions as ask
from handlers.wording import records as say
from handlers.wording.facts import describe
from nlu.reading import Change, Intent, Reference
from policies.facts import Fact


def undo(scene: Scene, change: Change) -> Say:
    """Withdraw what is meant; with nothing named, what was done last."""
    target = change.target
    unnamed = (target.number, target.place, target.activity, target.year) == (None,) * 4 and not target.attributes
    if change.back:
        return restore(scene)
    if target.all:
        return ask_all(scene)
    if unnamed and scene.state.drafts and not scene.state.last_posted:
        return drop(scene)
    if unnamed and scene.state.last_amended and scene.fact(scene.state.last_amended[1]):
        return back_to_old(scene, *scene.state.last_amended)
    found = candidates(scene, target, {})
    if unnamed and len(found) > 1:
        return remove(scene, found)
    if not found:
        return Say(say.NOTHING_TO_UNDO if unnamed else say.NO_SUCH_ENTRY, intent=Intent.UNDO)
    return which(scene, found, Held(withdraw=True)) if len(found) > 1 else taken_back(scene, found[0], target)


def taken_back(scene: Scene, fact: Fact, target: Reference) -> Say:
    """Withdraw an entry; of one that counts several only the one that is meant (第二篇删掉)."""
    if target.place is not None and (count := several(fact)):
        return amended(scene, fact, {"count": Decimal(count - 1)}, None)
    return remove(scene, [fact])


def remove(scene: Scene, facts: list[Fact]) -> Say:
    """Withdraw these entries."""
    for fact in facts:
        scene.withdraw(fact.id)
    ids = tuple(fact.id for fact in facts)
    scene.remember(last_removed=ids, last_posted=(), last_amended=None, target=None, held=None, asked=None)
    lines = [say.REMOVED.format(entry=describe(fact, scene.vocabulary)) for fact in facts]
    lines += [standing_of(scene, year) for year in dict.fromkeys(fact.year for fact in facts)]
    text = "\n".join(line for line in lines if line)
    return Say(text, intent=Intent.UNDO, removed=tuple(str(number) for number in ids))


def back_to_old(scene: Scene, old: int, new: int) -> Say:
    """Take an amendment back: the old version is recorded again in place of the new one, and of what was split off."""
    entry = scene.ledger.entry(old)
    if entry is None:
        return Say(say.NO_SUCH_ENTRY, intent=Intent.UNDO)
    beside = [number for number in scene.state.last_posted if number != new and scene.fact(number)]
    for number in beside:
        scene.withdraw(number)
    taken = Say(removed=tuple(map(str, beside)))
    return taken.then(again(scene, entry.fact, entry.said, replaces=new))


def restore(scene: Scene) -> Say:
    """Bring back what was withdrawn last."""
    entries = [scene.ledger.entry(number) for number in scene.state.last_removed]
    drafts = [entry for entry in entries if entry is not None]
    if not drafts:
        return Say(say.NOTHING_TO_UNDO, intent=Intent.UNDO)
    said = NOTHING
    for entry in drafts:
        said = said.then(again(scene, entry.fact, entry.said, replaces=None))
    scene.remember(last_removed=())
    return said


def again(scene: Scene, fact: Fact, said: str, *, replaces: int | None) -> Say:
    """Record an earlier version once more."""
    draft = Draft(
        fact.activity,
        fact.attributes,
        fact.when,
        said=said,
        made_up_for=fact.made_up_for,
        replaces=replaces,
        twin_agreed=True,
    )
    scene.remember(drafts=(draft, *scene.state.drafts), asked=None)
    answer = advance(scene)
    if answer.posted:
        scene.proofs.hand_over(fact.id, scene.state.last_posted[-1])
    return answer


def ask_all(scene: Scene) -> Say:
    """Withdrawing everything wants a second word."""
    count = len(scene.facts())
    if not count:
        return Say(say.NOTHING_TO_UNDO, intent=Intent.UNDO)
    options = (Option(ask.YES, value="all"), Option(ask.NO, value="none"))
    scene.remember(held=Held(withdraw=True))
    scene.state = scene.state.asking("undo_all", "confirm", options)
    rows = option_rows(scene.state.serial, options)
    return Say(ask.UNDO_ALL.format(count=count), rows, intent=Intent.UNDO, asks=("confirm",))
