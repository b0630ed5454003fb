"""审核: what waits for the employer's decision, in pages, with evidence and buttons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
MOST_FILTERED = 20
LONGEST_SAID = 60


@dataclass(frozen=True, slots=True)
class Shown:
    """One page of what waits: its entries, the number before the first, how many wait in all."""

    entries: Sequence[Pending]
    before: int
    count: int


def queue(scene: Scene, order: Order, employer: Employer) -> Say:
    """The entries that wait: of all, of one person, of one kind."""
    of = whose(scene, order, employer)
    if not (of or order.activity or order.years):
        return paged(scene, employer, 1)
    found = waiting(scene, order, employer)
    return page_of(scene, employer, Shown(found[:MOST_FILTERED], 0, len(found)), of)


def paged(scene: Scene, employer: Employer, page: int) -> Say:
    """One page of all that waits."""
    reviews = scene.turn.employers.reviews
    count = reviews.count_pending(employer.id)
    before = (min(max(page, 1), max(-(-count // PAGE), 1)) - 1) * PAGE
    return page_of(scene, employer, Shown(reviews.page(employer.id, before, PAGE), before, count))


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


def page_of(scene: Scene, employer: Employer, shown: Shown, of: str = "") -> Say:
    """Entries that wait; which were shown is remembered, so that "第2条" can be said."""
    scene.remember(queue=tuple(each.fact.id for each in shown.entries))
    if not shown.entries:
        return Say(say.QUEUE_EMPTY.format(whose=of), intent=Intent.GROUP)
    looked(scene, employer, shown.entries)
    span = {"first": shown.before + 1, "last": shown.before + len(shown.entries)}
    head = say.QUEUE_HEAD.format(count=shown.count, whose=of, **span)
    lines = [line for number, each in enumerate(shown.entries, 1) for line in item(scene, employer, number, each)]
    first = shown.entries[0]
    kind = scene.vocabulary.activities[first.fact.activity].name
    foot = say.QUEUE_FOOT.format(name=first.name, activity=kind)
    return Say("\n".join([head, *lines, foot]), rows(employer, shown, of), intent=Intent.GROUP)


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


def rows(employer: Employer, shown: Shown, of: str) -> Rows:
    """For each entry its decisions; below them the other pages of the whole list."""
    verbs = ((say.APPROVE, "ok"), (say.REJECT, "no"), (say.RETURN, "back"), (say.PROOF, "proof"))
    made = [
        tuple(Button(f"{label}{number}", f"e:{verb}:{each.fact.id}:{employer.id}") for label, verb in verbs)
        for number, each in enumerate(shown.entries, 1)
    ]
    page, more = shown.before // PAGE + 1, shown.before + len(shown.entries) < shown.count
    turns = [(say.BEFORE, page - 1)] * (page > 1) + [(say.NEXT, page + 1)] * more
    if turns and not of:
        made.append(tuple(Button(label, f"e:queue:{employer.id}:{to}") for label, to in turns))
    return tuple(made)


def looked(scene: Scene, employer: Employer, shown: Sequence[Pending]) -> None:
    """Put down whose entries were looked at."""
    audit, me = scene.turn.employers.audit, scene.turn.account(scene.message.user)
    for account in dict.fromkeys(each.account for each in shown):
        audit.append(employer.id, me, "queue", account)
