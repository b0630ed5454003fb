"""The main intent of a message: words that point at intents, weighed against what was reported or answered."""

from __future__ import annotations

import re
from collections.abc import Mapping

from nlu.reading import Context, Intent, Mood, ProfileChange, Reply, Report
from nlu.sentences import recorded

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
    done = any(report.mood is Mood.DONE and report.activity and not report.another for report in reports)
    if Intent.SMALLTALK in words and not context.asked and not reports:
        return Intent.SMALLTALK
    for intent in FIRM:
        if intent in words:
            return intent
    if Intent.TITLE_CHECK in words and {Intent.BALANCE, Intent.POLICY} & set(words):
        return Intent.TITLE_CHECK
    if Intent.WHAT_IF in words or Intent.PLAN in words:
        return Intent.WHAT_IF if Intent.WHAT_IF in words else Intent.PLAN
    if context.asked and _answers(reply, profile, context):
        return Intent.RECORD
    if Intent.AMEND in words and _amends(text, done=done, context=context):
        return Intent.AMEND
    if Intent.LEDGER in words and not (done and recorded(text)):
        return Intent.LEDGER
    if done:
        return Intent.RECORD
    return _quiet(words, reports, profile)


def _quiet(words: Mapping[Intent, str], reports: tuple[Report, ...], profile: ProfileChange | None) -> Intent:
    """The intent of a message that reports nothing done."""
    for intent in (Intent.BALANCE, Intent.SET_PROFILE, Intent.HELP, Intent.POLICY):
        if intent in words and not (intent is Intent.SET_PROFILE and profile is None):
            return intent
    if profile:
        return Intent.SET_PROFILE
    return Intent.RECORD if reports else Intent.UNKNOWN


_BACK = re.compile(r"刚才|刚刚|上一?(条|篇|个|次|面)|之前(记|报|录)|第.{1,3}条|那(条|篇|次|场|本|个|门|项)|(培训|论文|专利|课题|会议|网课|考试|书|积分).{0,6}(改|错|更新|排名)|改(成|为|到|回|过来)")
_FIRST = re.compile(r"^(嗯|哦|噢|啊|哎呀?|呃|那个|抱歉|不好意思|sorry|，)*(不对|不是|打错|说错|写错|记错|弄错|搞错|更正|纠正|手滑|口误|改|应该|应为|其实|看错|错了|年份|级别|学时|字数|科目|类型|等次|主办|角色|类别|刚查|补|忘|是.{1,8}不是)")


def _amends(text: str, *, done: bool, context: Context) -> bool:
    """Whether a correction is of an entry, not of the words just before it."""
    if not done:
        return bool(context.last_activity or context.last_intent or _BACK.search(text) or _FIRST.search(text))
    return bool(_FIRST.search(text) or _BACK.search(text)) or (context.last_intent is Intent.RECORD and "不是" in text)


def _answers(reply: Reply, profile: ProfileChange | None, context: Context) -> bool:
    if context.asked == "region":
        return profile is not None and profile.place is not None
    return bool(
        reply.attributes or reply.when or reply.yes is not None or reply.skip or reply.cancel or reply.when_unsure
    )
