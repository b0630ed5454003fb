"""What follows from an answer to an employer's question. Whoever was asked may have lost their office since: each is
judged anew."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from handlers.employers import closing_years, deciding, departing, joining, meant, people
from handlers.employers.authority import refused
from handlers.employers.broadcast import ordered as broadcast_ordered
from handlers.employers.broadcast import sending
from handlers.employers.implied import implied
from handlers.employers.orders import no, obey
from handlers.employers.roster import taking_in
from handlers.say import Say
from handlers.scene import Scene
from handlers.wording import employers as say
from handlers.wording import reviews
from nlu import parse
from nlu.ordering import Wanted
from nlu.reading import Intent
from storage.employers import Employer

STALE = Say(say.STALE, intent=Intent.GROUP)
CANCELLED = Say(reviews.CANCELLED, intent=Intent.GROUP)
WANTED = {decision: wanted for wanted, decision in deciding.DECISIONS.items()}
Then = Callable[[Scene, Employer, dict[str, Any]], Say]


def resumed(scene: Scene, value: str) -> Say:
    """Take up the order that waited for an employer or a person."""
    scene.remember(asked=None)
    held = json.loads(value)
    parsed = parse(held["text"], scene.today)
    order = parsed.order or implied(scene, parsed)
    own = scene.turn.employers
    employer = own.registry.employer(held["employer"])
    member = own.members.member(held["member"]) if "member" in held else None
    if order is None or employer is None or (member and not (member.stands and member.employer == employer.id)):
        return STALE
    return obey(scene, order, employer, member)


def roster_settled(scene: Scene, value: str) -> Say:
    """Which line of the roster a member is."""
    member = scene.turn.employers.members.member(int(value.partition(":")[0]))
    employer = scene.turn.employers.registry.employer(member.employer) if member else None
    why = refused(scene, Wanted.ROSTER, employer)
    return no(scene, why) if why else taking_in.settled(scene, value)


def judged(wanted: Wanted, then: Then) -> Callable[[Scene, str], Say]:
    """Settles what an answer holds, if whoever answers may still do it; an empty answer takes it all back."""

    def settle(scene: Scene, value: str) -> Say:
        scene.remember(asked=None)
        if not value:
            return CANCELLED
        held = json.loads(value)
        employer = scene.turn.employers.registry.employer(held["employer"])
        why = refused(scene, wanted, employer)
        return no(scene, why or say.STALE) if why or employer is None else then(scene, employer, held)

    return settle


def departed(scene: Scene, employer: Employer, held: dict[str, Any]) -> Say:
    member = scene.turn.employers.members.member(held["member"])
    if member is None or not member.stands or member.employer != employer.id:
        return STALE
    return departing.departed(scene, employer, member)


def reasoned(scene: Scene, employer: Employer, held: dict[str, Any]) -> Say:
    """A decision with the reason that was chosen or typed; without one it is taken back."""
    return entry_decided(scene, employer, held) if held["reason"] else CANCELLED


def entry_decided(scene: Scene, employer: Employer, held: dict[str, Any]) -> Say:
    return deciding.settle(scene, employer, held["entry"], held["decision"], held["reason"])


def year_closed(scene: Scene, employer: Employer, held: dict[str, Any]) -> Say:
    return closing_years.closed(scene, employer, held["year"])


SETTLES: dict[str, Callable[[Scene, str], Say]] = {
    joining.ASKED: joining.consented,
    meant.ASKED: resumed,
    people.ASKED: resumed,
    sending.ASKED: broadcast_ordered.agreed,
    taking_in.ASKED: roster_settled,
    departing.ASKED: judged(Wanted.DEPART, departed),
    closing_years.ASKED: judged(Wanted.CLOSE_YEAR, year_closed),
    deciding.WHICH: judged(Wanted.APPROVE, entry_decided),
    deciding.REASON: judged(Wanted.REJECT, reasoned),
}
