"""From words to a handler: an answer to the open question first, else what the sentence wants."""

from __future__ import annotations

from collections.abc import Callable

from handlers.amend import amend
from handlers.answers import answer
from handlers.balance import balance
from handlers.employers import answering
from handlers.employers.implied import implied
from handlers.employers.orders import obey
from handlers.exports.erasing import ABOUT as ERASE
from handlers.exports.erasing import erase_answer
from handlers.exports.wishes import exported
from handlers.held import held_answer
from handlers.listing import listing
from handlers.menu import command
from handlers.opinion import ABOUT, confirmed, second_reading
from handlers.plan import planned
from handlers.policy import policy
from handlers.press import typed
from handlers.profile import set_profile
from handlers.proofs.receiving import told
from handlers.record import advance, record, refusals
from handlers.reminding.choosing import which_told
from handlers.reminding.going_on import gone_on
from handlers.reminding.ordering import ordered, time_given
from handlers.reminding.replying import replied
from handlers.say import NOTHING, Say
from handlers.scene import Scene
from handlers.small import help_text, smalltalk, unknown
from handlers.title import title_check
from handlers.undo import undo
from handlers.what_if import what_if
from handlers.wording import people as words
from nlu import parse
from nlu.reading import Change, Context, Intent, Mood, Parse, ProfileChange, Query, Reference

YES_OR_NO = {
    "doubt": "confirm",
    "twin": "confirm",
    "undo_all": "confirm",
    ABOUT: "confirm",
}  # questions that take yes or no
LONGEST = 1500  # characters of one message that are read


def respond_to_text(scene: Scene, text: str) -> Say:
    """Words: empty ones and endless ones get a sentence, the rest is understood."""
    if not text.strip():
        return Say(words.EMPTY, intent=Intent.UNKNOWN)
    if len(text) > LONGEST:
        return Say(words.TOO_LONG.format(length=len(text), most=LONGEST), intent=Intent.UNKNOWN)
    if text.lstrip().startswith("/") and (said := command(scene, text, respond_to_text)):
        return said
    if said := told(scene, text) or answering.typed(scene, text):
        return said
    parsed = parse(text, scene.today, context_of(scene))
    return second_reading(scene, parsed, text) or handle(scene, parsed)


def context_of(scene: Scene) -> Context:
    """What the dialogue knows, for understanding bare answers and follow-ups."""
    state = scene.state
    draft = state.drafts[0] if state.drafts else None
    asked = state.asked if state.asked and state.asked.about not in answering.ABOUTS else None
    return Context(
        asked=YES_OR_NO.get(asked.about, asked.about) if asked else None,
        asked_activity=draft.activity if draft and asked else None,
        last_activity=(draft.activity if draft else None) or state.last_activity,
        last_year=(draft.when.year if draft and draft.when else None) or state.last_year,
        last_intent=Intent(state.last_intent) if state.last_intent else None,
        refused=state.refused.activity if state.refused else None,
        pending=draft.attributes if draft and asked else {},
    )


def handle(scene: Scene, parsed: Parse) -> Say:
    """An employer's order or one about reminders, else an answer to the open question, else what the sentence wants."""
    answering.lapse(scene, parsed)
    if parsed.order is not None:
        return obey(scene, parsed.order)
    if parsed.intent is Intent.REMIND:
        return ordered(scene, parsed)
    if said := answered(scene, parsed):
        return said
    if order := implied(scene, parsed):
        return obey(scene, order)
    told = parsed.profile is not None and (
        parsed.profile.place
        or parsed.profile.former
        or (parsed.profile.trade and parsed.reports)
        or (parsed.profile.timezone and parsed.intent in {Intent.UNKNOWN, Intent.AMEND} and not parsed.reports)
    )
    if parsed.profile is not None and (parsed.intent is Intent.SET_PROFILE or told):
        return introduced(scene, parsed, parsed.profile)
    return HANDLERS.get(parsed.intent, not_understood)(scene, parsed)


def introduced(scene: Scene, parsed: Parse, told: ProfileChange) -> Say:
    """What a person said of themselves, and what else they said or asked in the same breath."""
    set_up = set_profile(scene, told, go_on)
    if parsed.intent in QUESTIONS and not set_up.asks:
        return Say(set_up.text).then(HANDLERS[parsed.intent](scene, parsed))
    if not parsed.reports:
        return set_up
    return Say(set_up.text, intent=Intent.RECORD).then(record(scene, parsed.reports))


def answered(scene: Scene, parsed: Parse) -> Say | None:
    """What follows if the message answers the open question."""
    if scene.state.asked is not None and scene.state.asked.about == ABOUT:
        return confirmed(scene, parsed)
    if scene.state.asked is not None and scene.state.asked.about == ERASE:
        return erase_answer(scene, parsed.text)
    said = typed(scene, parsed.text, go_on) or which_told(scene, parsed) or held_answer(scene, parsed)
    said = said or answer(scene, parsed)
    return said or time_given(scene, parsed) or gone_on(scene, parsed) or replied(scene, parsed)


def go_on(scene: Scene) -> Say:
    """Go on with what waited for the region: reports in hand, and a question asked before."""
    said = advance(scene) if scene.state.drafts else NOTHING
    resume = scene.state.resume
    scene.remember(resume=None)
    return said.then(handle(scene, parse(resume, scene.today, context_of(scene)))) if resume else said


def recorded(scene: Scene, parsed: Parse) -> Say:
    """Reports, and a question in the same breath."""
    said = record(scene, parsed.reports)
    if parsed.query is not None and said.posted:
        return said.then(balance(scene, parsed.query))
    return said if said.text else unknown(scene)


def amended(scene: Scene, parsed: Parse) -> Say:
    return amend(scene, parsed.change) if parsed.change else unknown(scene)


def undone(scene: Scene, parsed: Parse) -> Say:
    withdrawn = undo(scene, parsed.change or Change(Reference(last=True)))
    return withdrawn.then(record(scene, parsed.reports)) if parsed.reports and withdrawn.removed else withdrawn


def supposed(scene: Scene, parsed: Parse) -> Say:
    reports = tuple(
        report for report in parsed.reports if report.mood in {Mood.SUPPOSED, Mood.PLANNED, Mood.ASKED, Mood.DONE}
    )
    return what_if(scene, reports)


def not_understood(scene: Scene, parsed: Parse) -> Say:
    """Nothing to do; where something was reported that cannot be recorded, the reason why."""
    said = refusals(scene, parsed.reports)
    return said if said.text else unknown(scene)


QUESTIONS = frozenset({Intent.BALANCE, Intent.POLICY, Intent.TITLE_CHECK, Intent.PLAN})

HANDLERS: dict[Intent, Callable[[Scene, Parse], Say]] = {
    Intent.RECORD: recorded,
    Intent.AMEND: amended,
    Intent.UNDO: undone,
    Intent.BALANCE: lambda scene, parsed: (
        exported(scene, parsed.export) if parsed.export else balance(scene, parsed.query or Query())
    ),
    Intent.EXPORT: lambda scene, parsed: exported(scene, parsed.export),
    Intent.LEDGER: lambda scene, parsed: listing(scene, parsed.query or Query()),
    Intent.POLICY: lambda scene, parsed: policy(scene, parsed.query or Query()),
    Intent.WHAT_IF: supposed,
    Intent.PLAN: lambda scene, parsed: planned(scene, parsed.query or Query()),
    Intent.TITLE_CHECK: lambda scene, parsed: title_check(scene, parsed.query or Query()),
    Intent.HELP: lambda scene, _parsed: help_text(scene),
    Intent.SMALLTALK: smalltalk,
    Intent.UNKNOWN: not_understood,
}
