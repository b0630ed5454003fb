"""The words and buttons that go with a proof: where it was put, what it shows, what is still missing.

Buttons: `f:PROOF:ENTRY` it is of that entry, `f:PROOF:` of which one?, `f:PROOF:-` of none for now; `i:PROOF:N` it
shows the N-th of the entry's papers, `i:PROOF:*` all of them, `i:PROOF:-` something else; `x:PROOF` it is removed. They
hold as long as the proof is there, so that each photo of an album keeps its own.
"""

from __future__ import annotations

from handlers.message import Button
from handlers.proofs.standing import Evidence, Standing
from handlers.say import Rows, Say
from handlers.scene import Scene
from handlers.wording import proofs as say
from handlers.wording.facts import describe
from nlu.reading import Intent
from policies.facts import Fact
from storage.proofs import WHOLE, Proof

MOST = 6  # entries offered as buttons
IN_A_ROW = 2


def kept(scene: Scene, proof: Proof, fact: Fact, *, again: bool = False) -> Say:
    """Where the proof was put and what is missing; asks which paper it shows where that is open."""
    now = scene.proofs.one(proof.id) or proof
    standing = Evidence(scene).of(fact)
    lines = [head(scene, now, fact, again=again), missing_line(standing)]
    asking = now.item is None and len(standing.missing) > 1 and not again
    lines += [say.WHICH_ITEM] if asking else []
    rows = item_rows(now, standing) if asking else ()
    rows += ((Button(say.OTHER_ENTRY, f"f:{now.id}:"), Button(say.REMOVE, f"x:{now.id}")),)
    scene.remember(proof_asks="item" if asking else "")
    text = "\n".join(line for line in lines if line)
    return Say(text, rows, intent=Intent.RECORD, asks=("kind",) if asking else ())


def head(scene: Scene, proof: Proof, fact: Fact, *, again: bool) -> str:
    entry = describe(fact, scene.vocabulary)
    if again:
        return say.AGAIN.format(entry=entry)
    if proof.item is None:
        return say.KEPT.format(entry=entry)
    item = say.ALL_OF_IT if proof.item == WHOLE else say.short(proof.item)
    return say.KEPT_ITEM.format(entry=entry, item=item)


def missing_line(standing: Standing) -> str:
    """What is missing, or that nothing is."""
    if not standing.wanted:
        return say.NOTHING_WANTED
    if not standing.missing:
        return say.ALL_THERE
    return say.MISSING.format(items=say.EACH.join(say.short(item) for item in standing.missing))


def item_rows(proof: Proof, standing: Standing) -> Rows:
    """A button for each paper that is missing, one for all of them, one for none."""
    buttons = [
        Button(say.short(item), f"i:{proof.id}:{standing.wanted.index(item)}") for item in standing.missing[:MOST]
    ]
    buttons += [Button(say.WHOLE, f"i:{proof.id}:{WHOLE}"), Button(say.OTHER, f"i:{proof.id}:-")]
    return tuple(tuple(buttons[at : at + IN_A_ROW]) for at in range(0, len(buttons), IN_A_ROW))


def ask_entry(scene: Scene, proof: Proof, facts: list[Fact]) -> Say:
    """Ask which entry a proof is of; those without proof come first."""
    if not facts:
        return Say(f"{say.KEPT_LOOSE}\n{say.NO_ENTRIES}", intent=Intent.RECORD, asks=("entry",))
    evidence = Evidence(scene)
    offered = sorted(facts, key=lambda fact: not evidence.of(fact).missing)[:MOST]
    names = [describe(fact, scene.vocabulary) for fact in offered]
    scene.remember(proof_asks="entry", listing=tuple(fact.id for fact in offered))
    rows = [
        (Button(f"{number}. {name}", f"f:{proof.id}:{fact.id}"),)
        for number, (fact, name) in enumerate(zip(offered, names, strict=True), 1)
    ]
    rows.append((Button(say.NOT_ANY, f"f:{proof.id}:-"),))
    lines = [say.KEPT_LOOSE, say.WHICH_ENTRY, *(f"{number}. {name}" for number, name in enumerate(names, 1))]
    return Say("\n".join(lines), tuple(rows), intent=Intent.RECORD, asks=("entry",))
