"""The main intent of a message: words that point at intents, weighed against what was reported or answered."""

from __future__ import annotations

from collections.abc import Mapping

from nlu.reading import Context, Intent, Mood, ProfileChange, Reply, Report

FIRM = (Intent.GROUP, Intent.REMIND, Intent.EXPORT, Intent.UNDO)


def decide(
    text: str,
    words: Mapping[Intent, str],
    reports: tuple[Report, ...],
    reply: Reply,
    profile: ProfileChange | None,
    context: Context,
) -> Intent:
    """The intent that weighs most."""
    done = any(report.mood is Mood.DONE and report.activity for report in reports)
    for intent in FIRM:
        if intent in words:
            return intent
    if Intent.TITLE_CHECK in words and (Intent.BALANCE in words or Intent.POLICY in words):
        return Intent.TITLE_CHECK
    if Intent.WHAT_IF in words or Intent.PLAN in words:
        return Intent.WHAT_IF if Intent.WHAT_IF in words else Intent.PLAN
    if context.asked and _answers(reply, profile, context):
        return Intent.RECORD
    if Intent.AMEND in words and not (done and not context.last_activity):
        return Intent.AMEND
    if done:
        return Intent.RECORD
    for intent in (Intent.BALANCE, Intent.SET_PROFILE, Intent.LEDGER, Intent.HELP, Intent.POLICY):
        if intent in words:
            return intent
    if profile:
        return Intent.SET_PROFILE
    if reports:
        return Intent.RECORD
    return Intent.SMALLTALK if Intent.SMALLTALK in words else Intent.UNKNOWN


def _answers(reply: Reply, profile: ProfileChange | None, context: Context) -> bool:
    if context.asked == "region":
        return profile is not None and profile.place is not None
    return bool(
        reply.attributes or reply.when or reply.yes is not None or reply.skip or reply.cancel or reply.when_unsure
    )
