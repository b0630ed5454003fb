"""The main intent of a message: words that point at intents, weighed against what was reported or answered."""

from __future__ import annotations

import re

from nlu.phrases import said
from nlu.reading import Intent, Mood
from nlu.sentences import recorded
from nlu.shifts import shifts_in
from nlu.view import View
from nlu.wondering import of_no_entry, varies_what_was_told, wonders
from policies.facts import Attributes

FIRM = (Intent.GROUP, Intent.REMIND, Intent.EXPORT, Intent.UNDO)
ATTAINED = frozenset({"attained", "passed", "concluded"})
SHORT = 12  # characters
_COMPLETING = frozenset({"presented", "words"})
TALKS = frozenset({Intent.BALANCE, Intent.POLICY, Intent.TITLE_CHECK, Intent.WHAT_IF})


def decide(view: View) -> Intent:
    """The intent that weighs most."""
    if view.context.asked == "entry":
        return view.context.last_intent if view.context.last_intent in (Intent.UNDO, Intent.AMEND) else Intent.AMEND
    if view.has(Intent.SMALLTALK) and not view.context.asked and not view.reports:
        return Intent.SMALLTALK
    if view.context.asked and view.reply.cancel and not view.has(Intent.REMIND):
        return Intent.RECORD
    for intent in FIRM:
        if view.has(intent) and not (intent is Intent.UNDO and _slipped(view)):
            return intent
    if view.context.asked and view.has(Intent.AMEND) and said("decide", "points_elsewhere", view.text):
        return Intent.AMEND  # 第一次应该是3天, while a second one is asked about
    return _answer(view) or _asking(view) or _changing(view) or _telling(view)


def _slipped(view: View) -> bool:
    """手滑 before what was meant corrects; alone it withdraws."""
    return said("decide", "slipped", view.cues[Intent.UNDO].words) and view.detail


def _answer(view: View) -> Intent | None:
    return Intent.RECORD if view.context.asked and answers(view) else None


def answers(view: View) -> bool:
    """Whether a message answers the pending question."""
    reply, asked = view.reply, view.context.asked
    if asked == "region":
        return view.profile is not None and view.profile.place is not None
    if said("decide", "defines", view.text):
        return reply.skip
    if not (reply.skip or reply.cancel) and wonders(view, told=asked in reply.attributes):
        return False
    return bool(
        reply.attributes
        or reply.parts
        or reply.when
        or reply.yes is not None
        or reply.skip
        or reply.cancel
        or reply.when_unsure
    )


def _asking(view: View) -> Intent | None:
    """A question that nothing reported outweighs."""
    last = view.context.last_intent
    if view.has(Intent.TITLE_CHECK) and (
        view.has(Intent.BALANCE, Intent.POLICY) or said("decide", "whether", view.text)
    ):
        return Intent.TITLE_CHECK
    if varies_what_was_told(view):
        return Intent.POLICY
    supposes = last is Intent.BALANCE and view.has(Intent.WHAT_IF) and bool(view.reports)
    if last in TALKS and not view.done and not supposes and _follows(view):
        return last
    if view.has(Intent.WHAT_IF):
        return Intent.WHAT_IF
    return Intent.PLAN if view.has(Intent.PLAN) else None


def _told_otherwise(view: View) -> bool:
    """Whether something was told that failed or is still to come."""
    return any(report.mood in (Mood.FAILED, Mood.PLANNED) for report in view.reports)


def _follows(view: View) -> bool:
    """Whether a message only varies the question before it."""
    if view.strong(Intent.BALANCE) or view.has(Intent.LEDGER, Intent.HELP):
        return False
    if (
        view.has(Intent.POLICY)
        and view.context.last_intent is not Intent.POLICY
        and not re.search("呢[？?]?$", view.text)
    ):
        return False
    short = view.context.last_intent is Intent.BALANCE and view.turns and said("decide", "year_only", view.text)
    return short or (said("decide", "follows", view.text) and not view.has(Intent.PLAN))


def _changing(view: View) -> Intent | None:
    if view.has(Intent.LEDGER) and said("decide", "inquires", view.text):
        return Intent.LEDGER
    wrong = view.has(Intent.AMEND) or (view.has(Intent.UNDO) and _slipped(view))
    if (wrong or view.just_told) and of_no_entry(view):
        return None
    if wrong and not view.strong(Intent.BALANCE) and _amends(view):
        return Intent.AMEND
    return Intent.AMEND if _shifts(view) else None


def _shifts(view: View) -> bool:
    """有一天请假了 after a training was recorded: it was shorter than told."""
    further = any(report.mood is Mood.DONE and (report.attributes or report.when) for report in view.reports)
    return view.just_told and not further and next(shifts_in(view.text), None) is not None


def _amends(view: View) -> bool:
    """Whether a correction is of an entry, not of the words just before it."""
    context = view.context
    if view.done and all(report.another for report in view.reports) and said("decide", "adds", view.text):
        return False  # 补充一下，今年又过了一门
    if context.refused and view.done and said("decide", "happened", view.text):
        return False  # 不是，上个月去的: it did happen
    pointed = said("decide", "corrects", view.text) or said("decide", "points_back", view.text)
    if view.done and not view.bare and not context.last_activity:
        return said("decide", "points_surely", view.text)
    if not view.done or view.bare:
        return bool(context.last_activity or context.last_intent or pointed)
    return pointed or (context.last_intent is Intent.RECORD and said("decide", "contrasts", view.text))


def _telling(view: View) -> Intent:
    """What was reported, else what the rest of the words point at."""
    if view.has(Intent.LEDGER) and (said("decide", "inquires", view.text) or not (view.done and recorded(view.text))):
        return Intent.LEDGER
    if view.done:
        return Intent.AMEND if _only_when(view) or _of_some(view) or _completes(view) else Intent.RECORD
    if view.strong(Intent.BALANCE):
        return Intent.BALANCE
    return _quiet(view)


def _only_when(view: View) -> bool:
    """去年下的证 after a patent was recorded: when it was, and no further one."""
    return (view.just_told and view.bare) and all(
        report.when is not None
        and report.activity == view.context.last_activity
        and not set(report.attributes) - ATTAINED
        and len(view.text) <= SHORT
        for report in view.reports
    )


def _of_some(view: View) -> bool:
    """其中一篇是二作 after two papers were recorded: it is one of them."""
    same = all(report.activity in (None, view.context.last_activity) for report in view.reports)
    return view.just_told and view.bare and same and said("decide", "of_some", view.text)


def _completes(view: View) -> bool:
    """我还报告了论文 after a meeting was recorded: more of that one, and no further one."""
    return view.just_told and all(
        report.activity == view.context.last_activity and report.when is None and _completing(report.attributes)
        for report in view.reports
        if report.mood is Mood.DONE
    )


def _completing(attributes: Attributes) -> bool:
    """Whether nothing was told that a further one would be told by."""
    return bool(attributes) and _COMPLETING.issuperset(attributes)


def _quiet(view: View) -> Intent:
    """The intent of a message that reports nothing done."""
    for intent in (Intent.SET_PROFILE, Intent.HELP, Intent.POLICY, Intent.BALANCE):
        if view.has(intent) and not (intent is Intent.SET_PROFILE and view.profile is None):
            if intent is Intent.POLICY and not view.strong(intent) and not said("decide", "domain", view.text):
                continue
            if intent is Intent.POLICY and view.has(Intent.BALANCE) and not view.strong(intent) and not view.reports:
                return Intent.BALANCE
            if intent is Intent.POLICY and not view.strong(intent) and _told_otherwise(view):
                return Intent.RECORD
            return intent
    if view.profile:
        return Intent.SET_PROFILE
    if (
        view.just_told
        and view.bare
        and ((view.detail and view.alone) or (view.timed and len(view.text) <= SHORT))
        and not said("decide", "orders", view.text)
        and not said("decide", "seeks_assent", view.text)
        and not of_no_entry(view)
    ):
        return Intent.AMEND
    told = [report for report in view.reports if report.mood is not Mood.UNSERIOUS]
    return Intent.RECORD if told else Intent.UNKNOWN
