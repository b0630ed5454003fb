"""我的证明材料, 还缺什么材料, 把封面发给我, 删掉那张照片."""

from __future__ import annotations

from handlers.amend import candidates
from handlers.message import Button
from handlers.proofs.papers import paper_named
from handlers.proofs.standing import Evidence
from handlers.say import Say
from handlers.scene import Scene
from handlers.wording import proofs as say
from handlers.wording.facts import describe
from handlers.wording.figures import day
from nlu.reading import ExportWish, Intent
from policies.facts import Fact
from storage.proofs import WHOLE, Proof

MOST_LISTED = 20
MOST_SENT = 10


def item_of(proof: Proof) -> str:
    """What a proof shows, for people."""
    if proof.item is None:
        return say.UNNAMED
    return say.ALL_OF_IT if proof.item == WHOLE else say.short(proof.item)


def listed(scene: Scene, wish: ExportWish) -> Say:
    """The proofs by entry, and what each entry still lacks."""
    evidence = Evidence(scene)
    if not evidence.proofs:
        return Say(say.LIST_NONE, intent=Intent.LEDGER)
    facts = [fact for fact in ordered(scene, wish) if evidence.of(fact).held]
    scene.remember(listing=tuple(fact.id for fact in facts))
    lines = [say.LIST_HEAD.format(count=len(evidence.proofs))]
    for number, fact in enumerate(facts[:MOST_LISTED], 1):
        standing = evidence.of(fact)
        lines.append(say.LIST_ENTRY.format(number=number, entry=describe(fact, scene.vocabulary)))
        lines += [line(proof) for proof in standing.held]
        lines += [missing_words(standing.missing)] if standing.missing else []
    if evidence.loose and not wish.years:
        lines += [say.LIST_LOOSE, *(line(proof) for proof in evidence.loose)]
    return Say("\n".join([*lines, say.LIST_FOOT]), intent=Intent.LEDGER)


def line(proof: Proof) -> str:
    kind = say.KINDS.get(proof.kind, proof.kind)
    return say.LIST_ITEM.format(item=item_of(proof), kind=kind, day=day(proof.recorded_at.date()))


def missing_words(items: tuple[str, ...]) -> str:
    return "　" + say.MISSING.format(items=say.EACH.join(map(say.short, items)))


def ordered(scene: Scene, wish: ExportWish) -> list[Fact]:
    """The entries in question, newest year first."""
    facts = [fact for fact in scene.facts() if not wish.years or fact.year in wish.years]
    facts = [fact for fact in facts if wish.target.activity in {None, fact.activity}]
    return sorted(facts, key=lambda fact: (-fact.year, fact.when.end, fact.id))


def lacking(scene: Scene, wish: ExportWish) -> Say:
    """What the entries of a year still lack, this year where none is named."""
    years = wish.years or (scene.today.year,)
    every = [fact for fact in scene.facts() if fact.year in years and wish.target.activity in {None, fact.activity}]
    if not every and not wish.years:
        every = [fact for fact in scene.facts() if wish.target.activity in {None, fact.activity}]
        years = tuple(sorted({fact.year for fact in every})) or years
    evidence = Evidence(scene)
    open_ones = [fact for fact in every if evidence.of(fact).missing]
    span = "、".join(map(str, years))
    if not every:
        return Say(say.MISSING_EMPTY.format(year=span), intent=Intent.LEDGER)
    if not open_ones:
        return Say(say.MISSING_NONE.format(year=span, count=len(every)), intent=Intent.LEDGER)
    scene.remember(listing=tuple(fact.id for fact in open_ones))
    lines = [say.MISSING_HEAD.format(year=span)]
    for number, fact in enumerate(open_ones[:MOST_LISTED], 1):
        items = say.EACH.join(map(say.short, evidence.of(fact).missing))
        lines.append(say.MISSING_LINE.format(number=number, entry=describe(fact, scene.vocabulary), items=items))
    return Say("\n".join([*lines, say.MISSING_FOOT]), intent=Intent.LEDGER)


def proofs_meant(scene: Scene, wish: ExportWish) -> list[Proof]:
    """The proofs that the words point at: of an entry, and of a paper where one is named."""
    evidence, target = Evidence(scene), wish.target
    found = list(evidence.proofs)
    if target.number or target.activity or target.year:
        facts = {fact.id for fact in candidates(scene, target, {})}
        found = [proof for proof in found if proof.entry in facts]
    elif target.last and found:
        return found[-1:]
    items = tuple({proof.item for proof in found if proof.item and proof.item != WHOLE})
    named = paper_named(wish.words, items)
    return [proof for proof in found if proof.item == named] if named else found


def sent(scene: Scene, wish: ExportWish) -> Say:
    """Send the originals back."""
    found = proofs_meant(scene, wish)
    if not found:
        return Say(say.NOTHING_TO_SEND, intent=Intent.EXPORT)
    files = [scene_file for proof in found[:MOST_SENT] if (scene_file := original(scene, proof))]
    entries = {proof.entry for proof in found}
    fact = scene.fact(next(iter(entries)) or 0) if len(entries) == 1 else None
    text = (
        say.SENT.format(entry=describe(fact, scene.vocabulary), count=len(files))
        if fact
        else say.SENT_MANY.format(count=len(files))
    )
    lost = min(len(found), MOST_SENT) - len(files)
    more = [say.SENT_PART.format(most=MOST_SENT)] if len(found) > MOST_SENT else []
    more += [say.LOST.format(count=lost)] if lost else []
    return Say("\n".join([text, *more]), intent=Intent.EXPORT, files=tuple(files))


def original(scene: Scene, proof: Proof) -> str | None:
    """The path of a copy of a proof's file, named for what it shows; None where the file is lost."""
    content = scene.proofs.content(proof)
    if content is None:
        return None
    fact = scene.fact(proof.entry) if proof.entry else None
    activity = scene.vocabulary.activities[fact.activity].name if fact else ""
    name = f"{fact.year if fact else ''}{activity}{item_of(proof)}-{proof.id}.{proof.kind}"
    return scene.proofs.make(name, content, proof.digest)


def taken_out(scene: Scene, wish: ExportWish) -> Say:
    """Remove what is meant; where several are, a button for each."""
    found = proofs_meant(scene, wish)
    last = [proof for proof in found if proof.id == scene.state.proof]
    pointed = wish.target.number or wish.target.activity or wish.target.year
    if len(found) > 1 and last and not pointed:
        found = last
    if not found:
        return Say(say.NOTHING_TO_REMOVE, intent=Intent.UNDO)
    if len(found) == 1:
        scene.proofs.remove(found[0])
        scene.remember(proof=None)
        return Say(say.REMOVED.format(item=item_of(found[0])), intent=Intent.UNDO)
    rows = tuple((Button(label(scene, proof), f"x:{proof.id}"),) for proof in found[-MOST_SENT:])
    return Say(say.WHICH_REMOVED, rows, intent=Intent.UNDO, asks=("entry",))


def label(scene: Scene, proof: Proof) -> str:
    fact = scene.fact(proof.entry) if proof.entry else None
    where = describe(fact, scene.vocabulary) if fact else ""
    return f"{item_of(proof)} {where}".strip()
