"""A second opinion: where the grammar is not sure, somebody else's reading may be shown for a yes or no.

The turn that wants one is given up first, with nothing said and nothing written, so that no transaction is open while
the other end thinks; it is then taken once more with what came. A proposal is never posted by itself: it waits in the
dialogue's memory for the person's yes, and goes the usual way from there.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import date
from typing import Protocol

from handlers.asking import put_question
from handlers.drafts import Need, allowed, draft_of, elliptic, fact_of
from handlers.long_work import TakesLong
from handlers.record import advance, problem_of
from handlers.say import Say
from handlers.scene import Scene
from handlers.state import Draft, Option
from handlers.wording import opinions as say
from handlers.wording import people
from handlers.wording import questions as ask
from nlu.reading import Intent, Mood, Parse, Report
from nlu.telling import is_telling

ABOUT = "opinion"
YES, NO = "yes", "no"

logger = logging.getLogger(__name__)


class Opinion(Protocol):
    """Whoever can be asked. None, or an exception, where there is no answer that may be shown."""

    def propose(self, text: str, today: date) -> tuple[Report, ...] | None:
        """What a sentence that was typed on `today` may report."""


class OpinionWanted(TakesLong):
    """Somebody else should be asked about `text`, outside the transaction that this ends."""

    def __init__(self, text: str, today: date) -> None:
        super().__init__()
        self.text = text
        self.today = today


def proposal_of(opinion: Opinion, wanted: OpinionWanted) -> tuple[Report, ...]:
    """What is proposed; nothing where anything at all goes wrong."""
    try:
        return opinion.propose(wanted.text, wanted.today) or ()
    except Exception as failure:  # noqa: BLE001 - an optional part must not cost the person their answer
        logger.warning("no second opinion: %s", type(failure).__name__)
        return ()


def second_reading(scene: Scene, parsed: Parse, text: str) -> Say | None:
    """The question whether a proposed reading is right; None where the grammar's own is to be followed.

    Raises OpinionWanted where a proposal should be asked for first.
    """
    if scene.proposal == () or not unsure(scene, parsed, text):
        return None
    if scene.proposal is None:
        raise OpinionWanted(without_names(text, scene.profile.name, scene.message.name), scene.today)
    if already_read(scene.proposal, parsed) or not all(is_acceptable(scene, report) for report in scene.proposal):
        return None
    return offered(scene, tuple(replace(draft_of(scene, report), said=text) for report in scene.proposal))


def unsure(scene: Scene, parsed: Parse, text: str) -> bool:
    """Whether the grammar gave a sentence up, or is certain of nothing that it read.

    Never in a group, nor while a question of ours is open (save one like this), nor where anything else was
    understood: an order, a question, a change, something about the person.
    """
    asked = scene.state.asked
    if scene.message.group is not None or (asked is not None and asked.about != ABOUT):
        return False
    if parsed.query or parsed.change or parsed.profile or not is_telling(text):
        return False
    if not parsed.reports:
        return parsed.intent is Intent.UNKNOWN or (asked is not None and is_loose(parsed))
    return parsed.intent is Intent.RECORD and all(is_doubtful(scene, report) for report in parsed.reports)


def is_loose(parsed: Parse) -> bool:
    """Whether a message was only taken for an answer since a proposal is open, and says neither yes nor no to it."""
    reply = parsed.reply
    return parsed.intent is Intent.RECORD and reply.yes is None and not (reply.cancel or reply.skip)


def is_doubtful(scene: Scene, report: Report) -> bool:
    """Whether a report rests on a near miss, or nothing says what it is of."""
    if report.mood is not Mood.DONE or report.problems:
        return False
    return bool(report.doubts) or (report.activity is None and elliptic(scene, report.attributes) is None)


def is_acceptable(scene: Scene, report: Report) -> bool:
    """Whether a proposed report is one that could be recorded; whoever proposed it, it is looked at once more."""
    if report.activity not in scene.vocabulary.activities or report.mood is not Mood.DONE:
        return False
    known = allowed(scene, report.activity, report.attributes)
    return len(known) == len(report.attributes) and not report.doubts and problem_of(scene, report) is None


def already_read(proposal: tuple[Report, ...], parsed: Parse) -> bool:
    """Whether the proposal is what the grammar itself is about to ask about."""
    return [(one.activity, one.attributes, one.when) for one in proposal] == [
        (one.activity, one.attributes, one.when) for one in parsed.reports
    ]


def without_names(text: str, *names: str | None) -> str:
    """The text without the names that the person goes by here."""
    for name in names:
        if name and len(name) > 1:
            text = text.replace(name, say.SOMEBODY)
    return text


def offered(scene: Scene, drafts: tuple[Draft, ...]) -> Say:
    """Show the proposal and ask whether it is right; it is kept with the question, and gone with it."""
    entries = [say.understood(fact_of(scene, draft), scene.vocabulary) for draft in drafts]
    need = Need(ABOUT, "confirm", say.proposal(entries), (Option(ask.YES, value=YES), Option(ask.NO, value=NO)))
    said = put_question(scene, need, need.text, Intent.RECORD)
    assert scene.state.asked is not None
    scene.remember(asked=replace(scene.state.asked, proposed=drafts))
    return said


def confirmed(scene: Scene, parsed: Parse) -> Say | None:
    """A typed yes or no to the proposal; None where the message is neither."""
    asked, reply = scene.state.asked, parsed.reply
    if asked is None or asked.about != ABOUT:
        return None
    if parsed.reports or parsed.query or parsed.change or parsed.profile:
        return None
    if reply.cancel or reply.skip:
        return settle(scene, yes=False)
    return None if reply.yes is None else settle(scene, yes=reply.yes)


def settle(scene: Scene, *, yes: bool) -> Say:
    """After a yes the proposal is a report like any other; after a no it is dropped, with the usual help."""
    asked = scene.state.asked
    assert asked is not None
    if yes:
        scene.remember(drafts=asked.proposed + scene.state.drafts, asked=None)
        return advance(scene)
    scene.remember(asked=None)
    one = people.EXAMPLES[scene.today.toordinal() % 2]
    return Say(say.DROPPED.format(one=one, two=people.EXAMPLES[2]), intent=Intent.RECORD)
