"""A department that is named but that nobody is in: said so, rather than taken for everybody."""

from __future__ import annotations

from handlers.employers.figures import department_of
from handlers.say import Say
from handlers.scene import Scene
from handlers.wording import rosters as say
from nlu.ordering import Order
from nlu.reading import Intent
from storage.employers import Employer

SHOWN = 12


def unknown_department(scene: Scene, order: Order, employer: Employer) -> Say | None:
    """The sentence that there is no such department; None where none is named, or one that there is."""
    named = (order.scope or "").removeprefix(employer.name).strip("的 ")
    whole = not named or named in employer.name or named.startswith(say.EVERYBODY)
    if whole or not named.endswith(say.ENDINGS) or department_of(scene, order, employer):
        return None
    known = sorted(scene.turn.employers.members.departments(employer.id))
    listed = "、".join(known[:SHOWN]) + (say.MORE if len(known) > SHOWN else "")
    text = say.NO_SUCH_DEPARTMENT.format(named=named, known=listed) if known else say.NO_DEPARTMENTS.format(named=named)
    return Say(text, intent=Intent.GROUP, open_to_all=scene.message.group is not None)
