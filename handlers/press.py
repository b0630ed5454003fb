"""Buttons: `c:SERIAL:N` the N-th answer to a question, `u:ID` undo, `m:ID` amend, `y:ID:YEAR` move to a year;
`e:…` those of employers (`handlers.employers.answering`); those of proofs are told in `handlers.proofs.asking`.

A button of a question that is no longer open, or of an entry that is gone, says so and changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from handlers.amend import amended, what
from handlers.answers import choose
from handlers.employers import answering
from handlers.exports.erasing import ABOUT as ERASE
from handlers.exports.erasing import YES as ERASE_YES
from handlers.exports.erasing import erase_chosen
from handlers.exports.wishes import ABOUT as FORMAT
from handlers.exports.wishes import format_chosen
from handlers.held import entry_chosen, undo_all_chosen
from handlers.opinion import ABOUT, YES, settle
from handlers.profile import Resume, region_chosen, since_chosen
from handlers.proofs.pressing import KINDS as PROOFS
from handlers.proofs.pressing import pressed
from handlers.reminding import choosing
from handlers.reminding.pressing import pressed as reminder_pressed
from handlers.say import Say
from handlers.scene import Scene
from handlers.state import Asked, Option
from handlers.title import level_chosen
from handlers.undo import remove
from handlers.wording import records as say
from nlu.reading import Intent
from policies.facts import Fact, Period

STALE = Say(say.STALE, intent=Intent.UNKNOWN)


def press(scene: Scene, data: str, resume: Resume) -> Say:
    """Do what the button says."""
    kind, _, rest = data.partition(":")
    if kind in {"c", "e"}:
        return choice(scene, rest, resume) if kind == "c" else answering.pressed(scene, rest)
    if kind in PROOFS or kind == "r":
        return reminder_pressed(scene, data) if kind == "r" else pressed(scene, data) or STALE
    number, _, extra = rest.partition(":")
    fact = scene.fact(int(number)) if number.isdecimal() else None
    if fact is None:
        return STALE
    if kind == "u":
        return remove(scene, [fact])
    if kind == "m":
        return what(scene, fact)
    if kind == "y" and extra.isdecimal():
        return to_year(scene, fact, int(extra))
    return STALE


def to_year(scene: Scene, fact: Fact, year: int) -> Say:
    """Move an entry to another year."""
    if not 1990 <= year <= scene.today.year:
        return STALE
    return amended(scene, fact, {}, Period(date(year, 1, 1), date(year, 12, 31)))


def choice(scene: Scene, rest: str, resume: Resume) -> Say:
    """One of the answers offered to the open question."""
    serial, _, index = rest.partition(":")
    asked = scene.state.asked
    fresh = asked is not None and serial == str(asked.serial) and index.isdecimal() and int(index) < len(asked.options)
    if asked is None or not fresh:
        return STALE
    return settled_by(scene, asked, asked.options[int(index)], resume)


def settled_by(scene: Scene, asked: Asked, option: Option, resume: Resume) -> Say:
    """Settle the open question with one of the answers offered, pressed or typed."""
    if asked.about in answering.ABOUTS:
        return answering.chosen(scene, asked, option)
    settler = SETTLERS.get(asked.about)
    if settler is not None:
        return settler(scene, option.value, resume)
    return choose(scene, option) if scene.state.drafts else STALE


SETTLERS: dict[str, Callable[[Scene, str, Resume], Say]] = {
    "region": region_chosen,
    "entry": lambda scene, value, _: entry_chosen(scene, value),
    "undo_all": lambda scene, value, _: undo_all_chosen(scene, yes=value == "all"),
    "title": lambda scene, value, _: level_chosen(scene, value),
    "since": since_chosen,
    FORMAT: lambda scene, value, _: format_chosen(scene, value),
    ERASE: lambda scene, value, _: erase_chosen(scene, yes=value == ERASE_YES),
    choosing.WHICH: lambda scene, value, _: choosing.which_chosen(scene, value),
    ABOUT: lambda scene, value, _: settle(scene, yes=value == YES),
}


def typed(scene: Scene, text: str, resume: Resume) -> Say | None:
    """The offered answer that was typed instead of pressed, for questions that no report in hand waits for."""
    asked, word = scene.state.asked, text.strip(" 。！!，,.的")
    if asked is None or asked.about not in {"title", "since", FORMAT, choosing.WHICH}:
        return None
    found = next((option for option in asked.options if word and option.label == word), None)
    return settled_by(scene, asked, found, resume) if found else None
