"""提醒没完成的人, 群发：…: what an administrator orders, and the yes to what was asked about it."""

from __future__ import annotations

from handlers.employers.authority import refused
from handlers.employers.broadcast import sending
from handlers.employers.counting import bring_up
from handlers.employers.departments import unknown_department
from handlers.employers.figures import department_of
from handlers.say import Say
from handlers.scene import Scene
from handlers.wording import broadcasts as say
from nlu.ordering import Order, Wanted
from nlu.reading import Intent
from storage.employers import Employer

WANTED = {"short": Wanted.NUDGE, "text": Wanted.BROADCAST}


def ordered(scene: Scene, order: Order, employer: Employer) -> Say:
    """Send what was ordered, or ask about it first."""
    if order.wanted is Wanted.BROADCAST:
        return carried_out(scene, employer, sending.Order(employer.id, "text", scene.today.year, text=order.words))
    if unknown := unknown_department(scene, order, employer):
        return unknown
    year = order.years[0] if order.years else scene.today.year
    return carried_out(
        scene, employer, sending.Order(employer.id, "short", year, department_of(scene, order, employer))
    )


def carried_out(scene: Scene, employer: Employer, order: sending.Order, *, agreed: bool = False) -> Say:
    """Carry out an order that may be given."""
    members = scene.turn.employers.members.of(employer.id)
    if order.kind == "text" or not members:
        return sending.announce(scene, employer, order, members, agreed=agreed)
    bring_up(scene.turn, scene.library, employer.id, order.year)
    kept = scene.turn.employers.standings
    short = kept.all(employer.id, order.year, scene.library.stamp, department=order.department)
    return sending.nudge(scene, employer, order, short, agreed=agreed)


def agreed(scene: Scene, value: str) -> Say:
    """The answer to "发吗？": the order that was kept, or nothing where it was declined. Who was an administrator when
    they were asked may not be one any more."""
    scene.remember(asked=None)
    if not value:
        return Say(say.NOT_SENT, intent=Intent.GROUP, open_to_all=scene.message.group is not None)
    order = sending.Order.loaded(value)
    employer = scene.turn.employers.registry.employer(order.employer)
    why = refused(scene, WANTED[order.kind], employer)
    if why or employer is None:
        return Say(why or "", intent=Intent.GROUP, open_to_all=scene.message.group is not None)
    return carried_out(scene, employer, order, agreed=True)
