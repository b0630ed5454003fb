"""A sheet that somebody sent: an employer's roster, where an administrator sends what is headed like one."""

from __future__ import annotations

from handlers.employers.authority import refused
from handlers.employers.meant import named
from handlers.employers.roster import taking_in
from handlers.employers.roster.cells import RosterProblem
from handlers.employers.roster.columns import columns_of
from handlers.employers.roster.columns import words as heads
from handlers.employers.roster.reading import sheets_of
from handlers.say import Say
from handlers.scene import Scene
from handlers.wording import rosters as say
from nlu.ordering import Order, Wanted
from nlu.reading import Intent
from storage.employers import Employer


def roster_sent(scene: Scene, content: bytes, words: str, file: str) -> Say | None:
    """Take the sheet as a roster; None where it is none, or nobody's who may upload one."""
    own = scene.turn.employers.registry.administered_by(scene.turn.account(scene.message.user))
    said = f"{words} {file}".lower()
    called = any(word in said for word in heads()["called"])
    if not own or not (called or headed_like_one(content)):
        return None
    fitting = [*named(own, Order(Wanted.ROSTER, words))] or list(own)
    if len(fitting) > 1:
        return Say(say.WHOSE.format(names=names_of(fitting)), intent=Intent.GROUP, asks=("org",))
    why = refused(scene, Wanted.ROSTER, fitting[0])
    return Say(why, intent=Intent.GROUP) if why else taking_in.upload(scene, fitting[0], content, file)


def headed_like_one(content: bytes) -> bool:
    """Whether a sheet has a column of names and one of numbers or departments."""
    try:
        heads = [columns_of(sheet) for sheet in sheets_of(content)]
    except RosterProblem:
        return False
    return any(each and (each.number is not None or each.department is not None) for each in heads)


def names_of(employers: list[Employer]) -> str:
    return "、".join(f"“{each.name}”" for each in employers)
