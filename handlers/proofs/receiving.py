"""A photo or PDF that came in: kept, put with its entry, and asked about where that is not plain."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from handlers.proofs.asking import ask_entry, kept
from handlers.proofs.papers import paper_named
from handlers.proofs.placing import assigned, fitting_of, fresh_proof, meant, placed, unnamed
from handlers.proofs.standing import Evidence
from handlers.say import NOTHING, Say
from handlers.scene import Scene
from handlers.wording import proofs as say
from handlers.wording.facts import ORDINALS
from nlu import parse
from nlu.exporting import begins_with_it, shown_in
from nlu.reading import ExportWish, Intent, Mood, Reference
from storage.proofs import Proof

SAYS_WHAT_IT_IS = frozenset(
    {Intent.RECORD, Intent.UNKNOWN, Intent.POLICY, Intent.LEDGER, Intent.AMEND, Intent.SMALLTALK, Intent.HELP}
)
Respond = Callable[[Scene, str], Say]


@dataclass(frozen=True, slots=True)
class Handed:
    """A file that came in, read and checked: its type by its content, and the name it had."""

    content: bytes
    kind: str
    name: str


def handed_in(scene: Scene, file: Handed, words: str, respond: Respond) -> Say:
    """Keep a file; `words` came with it, and may be a report, name the entry or the paper, or be something else."""
    again = same_file(scene, file)
    if again is not None:
        return repeated(scene, again, words)
    before = scene.state.proof
    proof = scene.proofs.keep(file.content, file.kind, words or file.name)
    shown = shown_in(words, scene.today) if words else None
    if words and (shown is None or reports(scene, words)):
        said = respond(scene, words)
        scene.remember(proof=proof.id)
        if said.posted or not said.asks:
            return said if said.posted else said.then(placed(scene, proof, Reference(), words, before))
        return said.then(Say(say.KEPT_WAITING))
    return placed(scene, proof, shown.target if shown else Reference(), words, before)


def reports(scene: Scene, words: str) -> bool:
    """Whether the words report something done, rather than say what the photo shows."""
    if begins_with_it(words):
        return False
    parsed = parse(words, scene.today)
    return parsed.intent is Intent.RECORD and any(report.mood is Mood.DONE for report in parsed.reports)


def same_file(scene: Scene, file: Handed) -> Proof | None:
    """The proof that is this very file."""
    from hashlib import sha256  # noqa: PLC0415

    digest = sha256(file.content).hexdigest()
    return next((proof for proof in scene.proofs.all() if proof.digest == digest), None)


def repeated(scene: Scene, proof: Proof, words: str) -> Say:
    """The same file once more: it is kept once. Said to be of another entry, it goes there."""
    fact = scene.fact(proof.entry) if proof.entry else None
    shown = shown_in(words, scene.today) if words else None
    if fact is None or (shown and meant(scene, shown.target, fact)):
        return placed(scene, proof, shown.target if shown else Reference(), words, None)
    scene.remember(proof=proof.id)
    return kept(scene, proof, fact, again=True)


def follow(scene: Scene, said: Say) -> Say:
    """Put what waited for its entry with the one that was just recorded."""
    if not said.posted or scene.state.proof is None:
        return NOTHING
    facts = [fact for number in scene.state.last_posted if (fact := scene.fact(number))]
    waiting = [proof for proof in scene.proofs.all() if proof.entry is None and fresh_proof(scene, proof)]
    if not waiting:
        return NOTHING
    if len(facts) != 1:
        return ask_entry(scene, waiting[-1], facts)
    if len(waiting) == 1:
        return assigned(scene, waiting[0], facts[0], waiting[0].name)
    for proof in waiting:
        scene.proofs.assign(proof.id, facts[0].id)
    return Say(say.FOLLOWED.format(count=len(waiting)))


def told(scene: Scene, words: str) -> Say | None:
    """Words that came after a file and say what it is: 这是第二条的证明, 封面. None where they say something else."""
    asked = scene.state.proof_asks
    proof = scene.proofs.one(scene.state.proof) if scene.state.proof else None
    scene.remember(proof_asks="")
    if proof is None or not fresh_proof(scene, proof) or not tells(scene, words):
        return None
    shown = (bare_number(words) if asked == "entry" else None) or shown_in(words, scene.today)
    if shown is None:
        return None
    fact = scene.fact(proof.entry) if proof.entry else None
    if fact is not None and not meant(scene, shown.target, fact):
        fits = paper_named(unnamed(scene, words, fact), Evidence(scene).of(fact).wanted)
        others = [] if fits else fitting_of(scene, words)
        return assigned(scene, proof, others[0] if len(others) == 1 else fact, words) if fits or others else None
    return placed(scene, proof, shown.target, words, None)


def tells(scene: Scene, words: str) -> bool:
    """Whether words after a file may be about it: no report, no order, no answer to a question about a report."""
    if scene.state.asked is not None and not begins_with_it(words):
        return False
    return not reports(scene, words) and parse(words, scene.today).intent in SAYS_WHAT_IT_IS


def bare_number(words: str) -> ExportWish | None:
    """A number alone, "2" or "第二条", of the entries that were offered."""
    plain = words.strip(" 。！").strip("第条个的")
    number = int(plain) if plain.isdecimal() and len(plain) < 3 else ORDINALS.find(plain or ORDINALS[0])
    return ExportWish("shown", target=Reference(number=number), words=words) if number > 0 else None
