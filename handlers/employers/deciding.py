"""核准, 不予认定, 退回补材料: an employer's decisions, by words or by buttons; the owner is told in the same answer."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from handlers.asking import option_rows
from handlers.employers.figures import department_of
from handlers.employers.people import name_in, person
from handlers.employers.reviewing import waiting, whose
from handlers.message import Reply
from handlers.say import Say
from handlers.scene import Scene
from handlers.state import Option
from handlers.wording import reviews as say
from handlers.wording.facts import describe
from nlu.ordering import Order, Wanted
from nlu.reading import Intent
from policies.facts import Fact
from storage.employers import Employer, Member, Pending

WHICH, REASON = "decided_entry", "reason"
DECISIONS = {Wanted.APPROVE: "approved", Wanted.REJECT: "rejected", Wanted.RETURN: "returned"}
MOST_OPTIONS = 8
EXAMPLE = "孙健的培训核准"


def decide(scene: Scene, order: Order, employer: Employer, chosen: Member | None = None) -> Say:
    """Decide on the entry that is meant; where several could be, it is asked which."""
    found = meant(scene, order, employer, chosen)
    if isinstance(found, Say):
        return found
    decision = DECISIONS[order.wanted]
    if len(found) > 1:
        return which(scene, employer, found, decision, order.words)
    return settle(scene, employer, found[0].fact.id, decision, order.words)


def meant(scene: Scene, order: Order, employer: Employer, chosen: Member | None) -> Sequence[Pending] | Say:
    """The entries that the words fit: by the number in the list, by the person and the kind."""
    reviews = scene.turn.employers.reviews
    if order.number is not None and scene.state.queue:
        shown = scene.state.queue[order.number - 1 : order.number]
        found = [each for number in shown for each in reviews.standing(employer.id, entry=number)]
        return found or told(say.NO_WAITING)
    if order.person is None and chosen is None and name_in(scene, order, employer) is None:
        shown_last = [each for number in scene.state.queue for each in reviews.pending(employer.id, entry=number)]
        found = shown_last or list(reviews.pending(employer.id))
        fitting = [each for each in found if order.activity in {None, each.fact.activity}]
        return fitting or told(say.NO_WAITING)
    member = chosen or person(scene, order, employer, EXAMPLE)
    if isinstance(member, Say):
        return member
    found = [each for each in reviews.standing(employer.id, account=member.account) if fits(each.fact, order)]
    open_ones = [each for each in found if each.open]
    return open_ones or found or told(say.NO_ENTRY.format(name=member.name))


def fits(fact: Fact, order: Order) -> bool:
    return order.activity in {None, fact.activity} and (not order.years or fact.year in order.years)


def which(scene: Scene, employer: Employer, found: Sequence[Pending], decision: str, reason: str) -> Say:
    """Ask which entry is meant."""
    options = tuple(
        Option(
            say.OPTION.format(name=each.name, entry=describe(each.fact, scene.vocabulary)),
            value=held(employer.id, each.fact.id, decision, reason),
        )
        for each in found[:MOST_OPTIONS]
    )
    scene.state = scene.state.asking(WHICH, "entry", options)
    lines = [f"{number}. {option.label}" for number, option in enumerate(options, 1)]
    rows = option_rows(scene.state.serial, options)
    return Say("\n".join([say.WHICH, *lines]), rows, intent=Intent.GROUP, asks=("entry",))


def settle(scene: Scene, employer: Employer, entry: int, decision: str, reason: str = "") -> Say:
    """The decision on one entry of a member. A rejection needs its reason, and so does any change to a closed year."""
    own = scene.turn.employers
    found = next(iter(own.reviews.standing(employer.id, entry=entry)), None)
    if found is None:
        return told(say.NO_WAITING)
    if own.reviews.last(employer.id, entry) == decision and decision != "returned":
        return told(say.DECIDED_ALREADY.format(status=say.STATUS[decision]))
    closed = own.closing.closed(employer.id, found.fact.year)
    if not reason and (decision == "rejected" or closed):
        return ask_reason(scene, employer, found, decision, closed=closed)
    own.reviews.decide(employer.id, entry, decision, scene.turn.account(scene.message.user), reason or None)
    put_down(scene, employer, found, decision, reason if closed else "")
    return decided(scene, employer, found, decision, reason)


def put_down(scene: Scene, employer: Employer, found: Pending, decision: str, late: str) -> None:
    """The decision goes into the audit log; a change to a closed year with its reason."""
    by = scene.turn.account(scene.message.user)
    more = {"late": late} if late else {}
    scene.turn.employers.audit.append(employer.id, by, decision, found.account, entry=found.fact.id, **more)


def ask_reason(scene: Scene, employer: Employer, found: Pending, decision: str, *, closed: bool) -> Say:
    """Ask why, with the usual reasons to choose from."""
    usual = say.REASONS if decision == "rejected" else ()
    options = tuple(Option(each, value=held(employer.id, found.fact.id, decision, each)) for each in usual)
    # what is typed instead takes the place of the last option's reason
    options += (Option(say.CANCEL, value=held(employer.id, found.fact.id, decision, "")),)
    scene.state = scene.state.asking(REASON, "confirm", options)
    entry = describe(found.fact, scene.vocabulary)
    template = say.ASK_CLOSED_REASON if closed else say.ASK_REASON
    text = template.format(name=found.name, entry=entry, year=found.fact.year)
    rows = option_rows(scene.state.serial, options)
    return Say(text, rows, intent=Intent.GROUP, asks=("confirm",), below=True)  # the queue stays in sight


def decided(scene: Scene, employer: Employer, found: Pending, decision: str, reason: str) -> Say:
    """What the administrator reads, and what the owner does."""
    entry = describe(found.fact, scene.vocabulary)
    scene.remember(asked=None)
    why = reason if decision == "rejected" else (say.BECAUSE.format(reason=reason) if reason else "")
    lines = [say.DONE[decision].format(name=found.name, entry=entry, reason=why), rest_line(scene, employer)]
    others: tuple[Reply, ...] = ()
    if decision in say.TO_OWNER:
        user = scene.turn.employers.members.member(found.membership)
        more = reason if decision == "rejected" else (say.WHAT_TO_ADD.format(reason=reason) if reason else "")
        text = say.TO_OWNER[decision].format(employer=employer.name, entry=entry, reason=more)
        others = (Reply(text, to_user=user.user if user else None, kind="notice"),)
    return Say("\n".join(lines), intent=Intent.GROUP, others=others)


def rest_line(scene: Scene, employer: Employer) -> str:
    rest = scene.turn.employers.reviews.count_pending(employer.id)
    return say.REST.format(count=rest) if rest else say.ALL_REVIEWED


def approve_all(scene: Scene, order: Order, employer: Employer, chosen: Member | None = None) -> Say:
    """Approve all that waits: of everybody, of a person, of a kind. What was sent back for proof goes on waiting."""
    member = chosen or of_whom(scene, order, employer)
    if isinstance(member, Say):
        return member
    found = [each for each in waiting(scene, order, employer) if not each.returned]
    own, me = scene.turn.employers, scene.turn.account(scene.message.user)
    free = [
        each
        for each in found
        if (member is None or each.membership == member.id) and not own.closing.closed(employer.id, each.fact.year)
    ]
    if not free:
        return told(say.NO_WAITING)
    for each in free:
        own.reviews.decide(employer.id, each.fact.id, "approved", me)
        put_down(scene, employer, each, "approved", "")
    text = say.APPROVED_ALL.format(count=len(free), whose=whose(scene, order, employer))
    return told(f"{text}\n{rest_line(scene, employer)}")


def of_whom(scene: Scene, order: Order, employer: Employer) -> Member | Say | None:
    """The member whose entries are meant; None where nobody is named. Who is named and not found is not everybody."""
    if order.person is None and name_in(scene, order, employer) is None:
        return None
    return None if department_of(scene, order, employer) else person(scene, order, employer, EXAMPLE)


def held(employer: int, entry: int, decision: str, reason: str) -> str:
    """What an answer settles, as text for the open question to keep."""
    value = {"employer": employer, "entry": entry, "decision": decision, "reason": reason}
    return json.dumps(value, ensure_ascii=False)


def with_reason(option: Option, reason: str) -> Option:
    """The option with the words that were typed as its reason."""
    return replace(option, value=json.dumps({**json.loads(option.value), "reason": reason}, ensure_ascii=False))


def told(text: str) -> Say:
    return Say(text, intent=Intent.GROUP)
