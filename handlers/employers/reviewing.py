"""审核: what waits for the employer's decision, in pages, with evidence and buttons."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.employers.figures import department_of
from handlers.employers.people import name_in
from handlers.message import Button
from handlers.say import Rows, Say
from handlers.scene import Scene
from handlers.wording import reviews as say
from handlers.wording.facts import describe
from handlers.wording.figures import hours
from nlu.ordering import Order
from nlu.reading import Intent
from policies.assess import appraise
from storage.employers import Employer, Pending

PAGE = 5
LONGEST_SAID = 60


def queue(scene: Scene, order: Order, employer: Employer) -> Say:
    """The entries that wait, of all, of one person, of one kind."""
    return page_of(scene, employer, waiting(scene, order, employer), 1, whose(scene, order, employer))


def waiting(scene: Scene, order: Order, employer: Employer) -> tuple[Pending, ...]:
    """The entries that wait and fit the order's words."""
    own = scene.turn.employers
    name, department = name_in(scene, order, employer), department_of(scene, order, employer)
    placed = {each.id for each in own.members.of(employer.id) if each.department == department} if department else None
    return tuple(
        each
        for each in own.reviews.pending(employer.id)
        if (name is None or each.name == name)
        and (placed is None or each.membership in placed)
        and order.activity in {None, each.fact.activity}
        and (not order.years or each.fact.year in order.years)
    )


def whose(scene: Scene, order: Order, employer: Employer) -> str:
    name = name_in(scene, order, employer) or department_of(scene, order, employer)
    return say.QUEUE_OF.format(name=name) if name else ""


def page_of(scene: Scene, employer: Employer, found: Sequence[Pending], page: int, of: str = "") -> Say:
    """One page of those that wait; which were shown is remembered, so that "第2条" can be said."""
    if not found:
        scene.remember(queue=())
        return Say(say.QUEUE_EMPTY.format(whose=of), intent=Intent.GROUP)
    pages = -(-len(found) // PAGE)
    first = (min(max(page, 1), pages) - 1) * PAGE
    shown = found[first : first + PAGE]
    scene.remember(queue=tuple(each.fact.id for each in shown))
    looked(scene, employer, shown)
    head = say.QUEUE_HEAD.format(count=len(found), whose=of, first=first + 1, last=first + len(shown))
    lines = [line for number, each in enumerate(shown, 1) for line in item(scene, employer, number, each)]
    kind = scene.vocabulary.activities[shown[0].fact.activity].name
    foot = say.QUEUE_FOOT.format(name=shown[0].name, activity=kind)
    return Say("\n".join([head, *lines, foot]), rows(employer, shown, page, pages, of), intent=Intent.GROUP)


def item(scene: Scene, employer: Employer, number: int, each: Pending) -> list[str]:
    """An entry: whose, what, how much, in which words, with how much evidence."""
    ((_, person, _),) = scene.turn.employers.crowd.people([each.account])
    entry, worth = describe(each.fact, scene.vocabulary), appraise(each.fact, person, scene.library).hours
    proofs = scene.turn.employers.audits.of(employer.id, [each.account])[each.fact.id].proofs
    said = " ".join(each.said.split())
    said = said if len(said) <= LONGEST_SAID else f"{said[:LONGEST_SAID]}……"
    marks = [say.PROOFS.format(count=proofs) if proofs else say.NO_PROOFS]
    marks += [say.SENT_BACK] if each.returned else []
    marks += [say.MADE_UP] if each.fact.made_up_for else []
    first = say.ITEM.format(number=number, name=each.name, entry=entry, hours=hours(worth) if worth else say.NO_HOURS)
    return [first, say.SAID.format(said=said), "；".join(mark.strip("　") for mark in marks).join(("　", ""))]


def rows(employer: Employer, shown: Sequence[Pending], page: int, pages: int, of: str) -> Rows:
    """For each entry its decisions; below, all of them at once where the list is whole, and the other pages."""
    made: list[tuple[Button, ...]] = []
    for number, each in enumerate(shown, 1):
        key = f"{each.fact.id}:{employer.id}"
        verbs = ((say.APPROVE, "ok"), (say.REJECT, "no"), (say.RETURN, "back"), (say.PROOF, "proof"))
        made.append(tuple(Button(f"{label}{number}", f"e:{verb}:{key}") for label, verb in verbs))
    if not of:
        turns = [(say.BEFORE, page - 1)] * (page > 1) + [(say.NEXT, page + 1)] * (page < pages)
        made += [tuple(Button(label, f"e:queue:{employer.id}:{to}") for label, to in turns)] if turns else []
    return tuple(made)


def looked(scene: Scene, employer: Employer, shown: Sequence[Pending]) -> None:
    """Put down whose entries were looked at."""
    audit, me = scene.turn.employers.audit, scene.turn.account(scene.message.user)
    for account in dict.fromkeys(each.account for each in shown):
        audit.append(employer.id, me, "queue", account)
