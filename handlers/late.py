"""Changes to a year that an employer has closed: they need a reason, which is put down where the employer sees it.

A turn that would change such a year is given up before anything is written, and taken again to ask for the reason;
with the reason the same message is handled as if it had just come.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.say import Say
from handlers.state import Late
from handlers.wording import reviews as say
from nlu import parse
from nlu.ordering import replies
from nlu.reading import Intent

if TYPE_CHECKING:
    from handlers.scene import Scene

REASONS = frozenset({Intent.UNKNOWN, Intent.AMEND, Intent.RECORD, Intent.SMALLTALK, Intent.UNDO})


class YearLocked(Exception):  # noqa: N818 - no error: the person is asked for a reason
    """Raised where a closed year would be changed without one."""

    def __init__(self, employer: int, year: int) -> None:
        super().__init__()
        self.employer = employer
        self.year = year


def guard(scene: Scene, year: int) -> None:
    """Let a change of that year pass: where an employer closed it, only with a reason, which goes into its log."""
    own, me = scene.turn.employers, scene.turn.account(scene.message.user)
    for employer in scene.profile.effects.employers:
        if not own.closing.closed(employer, year):
            continue
        if scene.reason is None:
            raise YearLocked(employer, year)
        own.audit.append(employer, me, "late", me, year=year, reason=scene.reason)


def ask_reason(scene: Scene, locked: YearLocked) -> Say:
    """Ask why a closed year shall be changed; the message waits for the answer."""
    message = scene.message
    scene.remember(late=Late(message.text, message.press))
    employer = scene.turn.employers.registry.employer(locked.employer)
    text = say.LOCKED.format(employer=employer.name if employer else "", year=locked.year)
    return Say(text, intent=Intent.RECORD, asks=("confirm",))


def reason_given(scene: Scene) -> Late | Say | None:
    """What waited for a reason, now that it was given; a word where it was taken back; None where nothing waited."""
    late, text = scene.state.late, scene.message.text
    if late is None:
        return None
    scene.remember(late=None)
    if text is None or not text.strip():
        return None
    if replies.no(text.strip()):
        return Say(say.CANCELLED, intent=Intent.RECORD)
    said = parse(text, scene.today)
    if said.reports or said.intent not in REASONS:
        return None
    scene.reason = text.strip()
    return late
