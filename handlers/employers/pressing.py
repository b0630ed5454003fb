"""Buttons of employers' lists: `e:VERB:…`. Whoever presses one is judged anew, so that a forged one, or one that was
shown to somebody else, is refused like any other order."""

from __future__ import annotations

from collections.abc import Callable

from handlers.employers import deciding, figures, reviewing
from handlers.employers.authority import refused
from handlers.employers.orders import no
from handlers.employers.settling import STALE
from handlers.say import Say
from handlers.scene import Scene
from handlers.wording import reviews as say
from handlers.wording.facts import describe
from nlu.ordering import Wanted
from nlu.reading import Intent
from storage.employers import Employer

MOST_FILES = 10
DECISIONS = {
    "ok": (Wanted.APPROVE, "approved"),
    "no": (Wanted.REJECT, "rejected"),
    "back": (Wanted.RETURN, "returned"),
}


def pressed(scene: Scene, rest: str) -> Say:
    """Do what a button says."""
    verb, *parts = rest.split(":")
    if verb in DECISIONS and len(parts) == 2:
        wanted, decision = DECISIONS[verb]
        return judged(scene, parts[1], wanted, lambda employer: entry(scene, employer, parts[0], decision))
    if verb == "proof" and len(parts) == 2:
        return judged(scene, parts[1], Wanted.QUEUE, lambda employer: proofs(scene, employer, parts[0]))
    if verb == "queue" and len(parts) == 2:
        return judged(scene, parts[0], Wanted.QUEUE, lambda employer: queue(scene, employer, parts[1]))
    if verb == "list" and len(parts) == 4:
        return judged(
            scene, parts[0], Wanted.SHORT, lambda employer: figures.turned(scene, employer, *parts[1:]) or STALE
        )
    return STALE


def judged(scene: Scene, number: str, wanted: Wanted, then: Callable[[Employer], Say]) -> Say:
    """What follows, if whoever pressed may do it with that employer."""
    employer = scene.turn.employers.registry.employer(int(number)) if small(number) else None
    if employer is None:
        return STALE
    why = refused(scene, wanted, employer)
    return no(scene, why) if why else then(employer)


def small(number: str) -> bool:
    """Whether it is the number of a row."""
    return number.isascii() and number.isdecimal() and len(number) < 10


def entry(scene: Scene, employer: Employer, number: str, decision: str) -> Say:
    return deciding.settle(scene, employer, int(number), decision) if small(number) else STALE


def queue(scene: Scene, employer: Employer, page: str) -> Say:
    return reviewing.paged(scene, employer, int(page)) if small(page) else STALE


def proofs(scene: Scene, employer: Employer, number: str) -> Say:
    """The files that the owner handed in for an entry."""
    own = scene.turn.employers
    found = next(iter(own.reviews.standing(employer.id, entry=int(number))), None) if small(number) else None
    member = own.members.member(found.membership) if found else None
    if found is None or member is None:
        return STALE
    own.audit.append(employer.id, scene.turn.account(scene.message.user), "proof", member.account, entry=found.fact.id)
    theirs = scene.turn.proofs(member.user)
    entry_text = describe(found.fact, scene.vocabulary)
    files = tuple(
        scene.proofs.make(f"{member.name}-{proof.id}.{proof.kind}", content)
        for proof in theirs.of(found.fact.id)[:MOST_FILES]
        if (content := theirs.content(proof)) is not None
    )
    text = (say.PROOFS_OF if files else say.PROOFS_NONE).format(name=member.name, entry=entry_text)
    return Say(text, intent=Intent.GROUP, files=files)
