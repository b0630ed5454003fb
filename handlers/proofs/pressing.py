"""The buttons of a proof (see `handlers.proofs.asking`)."""

from __future__ import annotations

from handlers.proofs.asking import ask_entry, kept
from handlers.proofs.placing import assigned, newest
from handlers.proofs.showing import item_of
from handlers.proofs.standing import Evidence
from handlers.say import Say
from handlers.scene import Scene
from handlers.wording import proofs as say
from nlu.reading import Intent
from storage.proofs import WHOLE, Proof

KINDS = frozenset("fix")


def pressed(scene: Scene, data: str) -> Say | None:
    """Do what a proof's button says; None where the proof is gone or the button makes no sense."""
    kind, _, rest = data.partition(":")
    number, _, choice = rest.partition(":")
    proof = scene.proofs.one(int(number)) if number.isdecimal() else None
    if proof is None:
        return None
    scene.remember(proof=proof.id, proof_asks="")
    if kind == "x":
        return removed(scene, proof)
    return entry_pressed(scene, proof, choice) if kind == "f" else item_pressed(scene, proof, choice)


def entry_pressed(scene: Scene, proof: Proof, choice: str) -> Say | None:
    if choice == "-":
        scene.proofs.assign(proof.id, None)
        return Say(say.LEFT_LOOSE, intent=Intent.RECORD)
    if not choice:
        scene.proofs.assign(proof.id, None)
        return ask_entry(scene, proof, [fact for fact in newest(scene) if fact.id != proof.entry])
    fact = scene.fact(int(choice)) if choice.isdecimal() else None
    return assigned(scene, proof, fact, proof.name) if fact else None


def item_pressed(scene: Scene, proof: Proof, choice: str) -> Say | None:
    fact = scene.fact(proof.entry) if proof.entry else None
    if fact is None:
        return None
    wanted = Evidence(scene).of(fact).wanted
    if choice.isdecimal() and int(choice) < len(wanted):
        item = wanted[int(choice)]
    elif choice in {WHOLE, "-"}:
        item = WHOLE if choice == WHOLE else say.OTHER
    else:
        return None
    scene.proofs.assign(proof.id, fact.id, item)
    return kept(scene, proof, fact)


def removed(scene: Scene, proof: Proof) -> Say:
    """Remove a proof and its file."""
    scene.proofs.remove(proof)
    scene.remember(proof=None)
    return Say(say.REMOVED.format(item=item_of(proof)), intent=Intent.UNDO)
