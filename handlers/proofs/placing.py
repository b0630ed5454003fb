"""With which entry a proof belongs, and what it shows there."""

from __future__ import annotations

from datetime import timedelta

from handlers.amend import candidates
from handlers.proofs.asking import ask_entry, kept
from handlers.proofs.papers import paper_named
from handlers.proofs.standing import Evidence
from handlers.say import Say
from handlers.scene import Scene
from handlers.wording import proofs as say
from nlu.reading import Intent, Reference
from policies.facts import Fact
from storage.proofs import Proof

JUST_NOW = timedelta(minutes=30)


def placed(scene: Scene, proof: Proof, target: Reference, words: str, before: int | None) -> Say:
    """Put a proof with the entry that is meant, or ask. `before` is the proof that came just before it."""
    scene.remember(proof=proof.id)
    if scene.state.drafts and not (target.number or target.activity or target.year):
        return Say(say.KEPT_WAITING, intent=Intent.RECORD)  # of what is being asked about
    found = entries_meant(scene, target, words, before)
    if len(found) == 1:
        return assigned(scene, proof, found[0], words)
    return ask_entry(scene, proof, found or newest(scene))


def assigned(scene: Scene, proof: Proof, fact: Fact, words: str) -> Say:
    """The entry is known; the paper too where the words name it or only one is wanted."""
    wanted = Evidence(scene).of(fact).wanted
    item = paper_named(unnamed(scene, words, fact), wanted) or (wanted[0] if len(wanted) == 1 else proof.item)
    scene.proofs.assign(proof.id, fact.id, item)
    scene.remember(proof=proof.id)
    return kept(scene, proof, fact)


def unnamed(scene: Scene, words: str, fact: Fact) -> str:
    """The words without the activity's name: 培训 in a report of a training names no 培训通知."""
    return words.replace(scene.vocabulary.activities[fact.activity].name, "，")


def entries_meant(scene: Scene, target: Reference, words: str, before: int | None) -> list[Fact]:
    """The entries that may be meant; one alone where that is plain. What the words name outranks what came before."""
    if target.number or target.activity or target.year:
        return candidates(scene, target, {})
    earlier = scene.proofs.one(before) if before else None
    album = scene.fact(earlier.entry) if earlier and earlier.entry and fresh_proof(scene, earlier) else None
    just_now = [fact for number in scene.state.last_posted if (fact := scene.fact(number)) and fresh(scene, number)]
    likely = [album] if album else just_now or (newest(scene)[:1] if target.last else [])
    fitting = fitting_of(scene, words)
    both = [fact for fact in fitting if fact in likely]
    facts = list(scene.facts())
    return both or (fitting if len(fitting) == 1 else likely or (facts if len(facts) == 1 else []))


def fitting_of(scene: Scene, words: str) -> list[Fact]:
    """The entries that still lack a paper that the words name."""
    evidence = Evidence(scene)
    return [fact for fact in newest(scene) if words and paper_named(words, evidence.of(fact).missing)]


def meant(scene: Scene, target: Reference, fact: Fact) -> bool:
    """Whether the words name another entry than this one."""
    named = target.number or target.activity or target.year
    return bool(named) and fact not in candidates(scene, target, {})


def newest(scene: Scene) -> list[Fact]:
    return sorted(scene.facts(), key=lambda fact: -fact.id)


def fresh(scene: Scene, number: int) -> bool:
    """Whether an entry was recorded so lately that a photo without a word belongs to it."""
    entry = scene.ledger.entry(number)
    return entry is not None and scene.message.now - entry.recorded_at <= JUST_NOW


def fresh_proof(scene: Scene, proof: Proof) -> bool:
    return scene.message.now - proof.recorded_at <= JUST_NOW
