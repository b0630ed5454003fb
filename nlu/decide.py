"""The main intent of a message: words that point at intents, weighed against what was reported or answered."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlu.intents import Cues
from nlu.reading import Context, Intent, Mood, ProfileChange, Reply, Report
from nlu.sentences import recorded

FIRM = (Intent.GROUP, Intent.REMIND, Intent.EXPORT, Intent.UNDO)
TALKS = frozenset({Intent.BALANCE, Intent.POLICY, Intent.TITLE_CHECK, Intent.WHAT_IF})
_FOLLOWS = re.compile(r"呢[？?。！]*$|^(那|换成?|再看看?|要是|如果|假如|晚一年|后年)|又是多少|的话[？?]?$")
_BACK = re.compile(
    r"刚才|刚刚|上一?(条|篇|个|次|面)|之前(记|报|录)|第.{1,3}条|那(条|篇|次|场|本|个|门|项)|挪|移到"
    r"|(培训|论文|专利|课题|会议|网课|考试|书|积分).{0,6}(改|错|更新|排名)|改(成|为|到|回|过来)"
)
_FIRST = re.compile(
    r"^(嗯|哦|噢|啊|哎呀?|呃|那个|抱歉|不好意思|sorry|，|我)*(不对|不，|不是|打错|说错|写错|记错|弄错|搞错|更正|纠正|手滑|口误|改|应该|应为|其实|看错|错了|年份"
    r"|级别|学时|字数|科目|类型|等次|主办|角色|类别|刚查|补|忘|挪|这是去年|这是前年|是.{1,8}不是|看了通知|没主持|那是|对，主办)"
)
_DEFINES = re.compile(r"什么意思|(什么|啥)叫|^啥是|怎么看|在哪(里|儿)?看|为什么要?问|问这个|有啥区别|干嘛")
_INQUIRES = re.compile("(没有?|吗|啥|什么|哪些|哪)[？?]?$|哪些|哪几|啥了")
_DOMAIN = re.compile(
    "学时|学分|课|继续教育|继教|公需|专业|职称|材料|文件|登记|证|论文|培训|考试|项目|专利|政策|规定|算|抵|补|报|年"
)
_WHETHER = re.compile("够|行不|行吗|齐|符合|满足|看看|问题|差|缺|条件|哪几年|过得了|能不能")
_YEAR_ONLY = re.compile(r"^(那|再看看?)?[^，。]{1,8}(呢|的|的呢)?[？?]?$")


@dataclass(frozen=True, slots=True)
class View:
    """All that the decision looks at."""

    text: str
    cues: Cues
    reports: tuple[Report, ...]
    reply: Reply
    profile: ProfileChange | None
    context: Context
    bare: bool  # nothing but details: no activity was named, no further fact told
    detail: bool  # something was said that could be an attribute
    turns: bool  # a time or a subject was named, as a follow-up does

    @property
    def done(self) -> bool:
        return any(report.mood is Mood.DONE and report.activity for report in self.reports)

    def has(self, *intents: Intent) -> bool:
        return any(intent in self.cues for intent in intents)

    def strong(self, intent: Intent) -> bool:
        return intent in self.cues and not self.cues[intent].weak


def decide(view: View) -> Intent:
    """The intent that weighs most."""
    if view.context.asked == "entry":
        return view.context.last_intent if view.context.last_intent in (Intent.UNDO, Intent.AMEND) else Intent.AMEND
    if view.has(Intent.SMALLTALK) and not view.context.asked and not view.reports:
        return Intent.SMALLTALK
    for intent in FIRM:
        if view.has(intent) and not (intent is Intent.UNDO and _slipped(view)):
            return intent
    return _answer(view) or _asking(view) or _changing(view) or _telling(view)


def _slipped(view: View) -> bool:
    """手滑 before what was meant corrects; alone it withdraws."""
    return view.cues[Intent.UNDO].words in ("手滑", "发错了", "点错", "按错") and view.detail


def _answer(view: View) -> Intent | None:
    return Intent.RECORD if view.context.asked and answers(view) else None


def answers(view: View) -> bool:
    """Whether a message answers the pending question."""
    reply, asked = view.reply, view.context.asked
    if asked == "region":
        return view.profile is not None and view.profile.place is not None
    if _DEFINES.search(view.text):
        return reply.skip
    asks = (
        view.has(Intent.WHAT_IF, Intent.TITLE_CHECK, Intent.PLAN)
        or view.strong(Intent.BALANCE)
        or view.strong(Intent.POLICY)
    )
    if asks and not (reply.skip or reply.cancel or asked in reply.attributes):
        return False
    return bool(
        reply.attributes or reply.when or reply.yes is not None or reply.skip or reply.cancel or reply.when_unsure
    )


def _asking(view: View) -> Intent | None:
    """A question that nothing reported outweighs."""
    last = view.context.last_intent
    if view.has(Intent.TITLE_CHECK) and (view.has(Intent.BALANCE, Intent.POLICY) or _WHETHER.search(view.text)):
        return Intent.TITLE_CHECK
    if last in TALKS and not view.done and _follows(view):
        return last
    if view.has(Intent.WHAT_IF):
        return Intent.WHAT_IF
    return Intent.PLAN if view.has(Intent.PLAN) else None


def _told_otherwise(view: View) -> bool:
    """Whether something was told that failed or is still to come."""
    return any(report.mood in (Mood.FAILED, Mood.PLANNED) for report in view.reports)


def _follows(view: View) -> bool:
    """Whether a message only varies the question before it."""
    if view.strong(Intent.BALANCE):
        return False
    if (
        view.has(Intent.POLICY)
        and view.context.last_intent is not Intent.POLICY
        and not re.search("呢[？?]?$", view.text)
    ):
        return False
    short = view.context.last_intent is Intent.BALANCE and view.turns and bool(_YEAR_ONLY.match(view.text))
    return short or (bool(_FOLLOWS.search(view.text)) and not view.has(Intent.PLAN))


def _changing(view: View) -> Intent | None:
    if view.has(Intent.LEDGER) and _INQUIRES.search(view.text):
        return Intent.LEDGER
    wrong = view.has(Intent.AMEND) or (view.has(Intent.UNDO) and _slipped(view))
    if wrong and not view.strong(Intent.BALANCE) and _amends(view):
        return Intent.AMEND
    return None


def _amends(view: View) -> bool:
    """Whether a correction is of an entry, not of the words just before it."""
    context = view.context
    pointed = bool(_FIRST.search(view.text) or _BACK.search(view.text))
    if view.done and not view.bare and not context.last_activity and not _BACK.search(view.text):
        return bool(re.match("(刚才|不对|改)", view.text))
    if not view.done or view.bare:
        return bool(context.last_activity or context.last_intent or pointed)
    return pointed or (context.last_intent is Intent.RECORD and bool(re.search("不是|错了|其实|改", view.text)))


def _telling(view: View) -> Intent:
    """What was reported, else what the rest of the words point at."""
    if view.has(Intent.LEDGER) and (_INQUIRES.search(view.text) or not (view.done and recorded(view.text))):
        return Intent.LEDGER
    if view.done:
        return Intent.RECORD
    if view.strong(Intent.BALANCE):
        return Intent.BALANCE
    return _quiet(view)


def _quiet(view: View) -> Intent:
    """The intent of a message that reports nothing done."""
    for intent in (Intent.SET_PROFILE, Intent.HELP, Intent.POLICY, Intent.BALANCE):
        if view.has(intent) and not (intent is Intent.SET_PROFILE and view.profile is None):
            if intent is Intent.POLICY and not view.strong(intent) and not _DOMAIN.search(view.text):
                continue
            if intent is Intent.POLICY and view.has(Intent.BALANCE) and not view.reports:
                return Intent.BALANCE
            if intent is Intent.POLICY and not view.strong(intent) and _told_otherwise(view):
                return Intent.RECORD
            return intent
    if view.profile:
        return Intent.SET_PROFILE
    if (
        view.context.last_intent in (Intent.RECORD, Intent.AMEND)
        and view.bare
        and view.detail
        and not view.context.asked
    ):
        return Intent.AMEND
    told = [report for report in view.reports if report.mood is not Mood.UNSERIOUS]
    return Intent.RECORD if told else Intent.UNKNOWN
