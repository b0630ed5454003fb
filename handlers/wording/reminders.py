"""What a reminder says, and the answers to orders about reminders."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from handlers.wording.balances import NAMES, part
from handlers.wording.figures import hours, month_day, plain
from handlers.wording.plans import what
from policies.calendar import Occasion
from policies.plan import PlannedStep
from policies.statement import Balance

SNOOZE_DAY, SNOOZE_DAYS, DONE, STOP = "明天再提醒", "三天后再提醒", "知道了", "不再提醒"
CANCEL, CANCEL_ONE, CANCEL_ALL = "取消这个提醒", "取消{when}", "全部取消"
BUTTONS = 8  # of several reminders, one each

LEFT = "⏰ 离{deadline}的{what}还有{days}天，{year}年还差{short}。"
TODAY = "⏰ 今天（{deadline}）就是{what}，{year}年还差{short}。"
OVER = "⏰ {deadline}的{what}已经过了，{year}年还差{short}，请尽快问单位能不能补。"
AGAIN = "⏰ {year}年还差{short}。"
OWN_DEADLINE, YEAR_END = "审核截止日", "年底审核"
QUICKEST = "最快的办法：{steps}，补上就够了。"
NO_STEPS = "剩下的时间里没有现成的办法能一次补齐：能做的先做，差的早点问单位能不能补。"
THEN = "做完告诉我，我来记。"
OWN = "⏰ 到点了：{text}"
OWN_LINE = "\n· {text}"
PUBLIC_OPEN = "📅 公需科目今天起可以报名：{says}您今年公需还差{short}。"
SENIOR_OPEN = "📅 {says}您问过高级职称，记得在这段时间办。"
OCCASION = "📅 {says}"
CITED = "（{document} {article}）"
PROVISIONAL = "我手头还没有{year}年的放假安排，这个日子是按法定节假日估的，以通知为准。"
SUMMARY_DONE = "📒 {year}年总结：达标了，一共认定{credited}。"
SUMMARY_SHORT = "📒 {year}年总结：认定{credited}，还差{short}。"
SUMMARY_MAKE_UP = "要补的话，先问单位认不认补学；补了就告诉我“补{year}年的”。"
SUMMARY_EMPTY = "📒 {year}年没有记录。要是做过什么还没告诉我，现在补记也行，比如：去年发表了一篇CN论文，第二作者。"
DIGEST = "📊 学习进度"


def short_of(balance: Balance) -> str:
    """What is missing: the total, and its subjects where more than one figure says something."""
    total = balance.short.total or Decimal(0)
    parts = [
        f"{NAMES[name]}{plain(figure)}" for name in ("public", "professional") if (figure := part(balance.short, name))
    ]
    return (
        f"{hours(total)}（{'，'.join(parts)}）"
        if parts and parts != [f"{NAMES['total']}{plain(total)}"]
        else hours(total)
    )


def deadline_text(balance: Balance, deadline: date, today: date, *, own: bool) -> str:
    """How much time is left, and what is missing."""
    days = (deadline - today).days
    template = LEFT if days > 0 else OVER if days else TODAY
    return template.format(
        deadline=month_day(deadline),
        what=OWN_DEADLINE if own else YEAR_END,
        days=days,
        year=balance.year,
        short=short_of(balance),
    )


def steps_text(steps: tuple[PlannedStep, ...]) -> str:
    """The quickest way, with the articles that it rests on."""
    if not steps:
        return NO_STEPS
    return QUICKEST.format(steps="，".join(f"{what(step)}（+{hours(step.hours)}{_article(step)}）" for step in steps))


def _article(step: PlannedStep) -> str:
    return f"，{step.citation.article}" if step.citation else ""


def source_text(balance: Balance) -> str:
    cite = balance.citation
    return CITED.format(document=cite.document, article=cite.article) if cite else ""


def occasion_text(occasion: Occasion, balance: Balance) -> str:
    """What a document's calendar opens."""
    cite = occasion.citation
    if occasion.concerns == "public":
        said = PUBLIC_OPEN.format(says=cite.says, short=hours(balance.short.public or Decimal(0)))
    else:
        said = (SENIOR_OPEN if occasion.concerns == "senior" else OCCASION).format(says=cite.says)
    return said + CITED.format(document=cite.document, article=cite.article)


def summary_text(balance: Balance) -> str:
    """The year that ended, and what is to be made up."""
    credited, short = balance.credited.total or Decimal(0), balance.short.total or Decimal(0)
    if not short:
        return SUMMARY_DONE.format(year=balance.year, credited=hours(credited))
    head = SUMMARY_SHORT.format(year=balance.year, credited=hours(credited), short=short_of(balance))
    if not credited:
        head = SUMMARY_EMPTY.format(year=balance.year)
    return f"{head}\n{SUMMARY_MAKE_UP.format(year=balance.year)}"


ADDED = "🔔 好的，{when}提醒您{text}。"
ADDED_SEVERAL = "🔔 好的，设了{count}个提醒：{text}。"
ADDED_DIGEST = "📊 好的，{when}把学习进度发给您。"
MOVED = "🔔 改好了，{when}提醒您{text}。"
NO_MORE = "原来的“{when}”就不再提醒了；要留着，再说一遍它就行。"
MOVED_SEVERAL = "🔔 这{count}个都改好了："
KNOWN = "已经设过了，不重复设。"
NEXT = "接下来：{times}。"
ONCE_MORE = "到时今年已经达标的话，就不打扰您了。"
MISSING_HOURS = "还差的学时"
NIGHT = "那是休息时间，您点名要这个钟点，我就准点发。"
NO_WORKDAYS = "我手头还没有{year}年的放假安排，先按法定节假日估，有了再按它调整。"
WHEN = "什么时候提醒您{text}？比如：明天下午三点、12月1号、每周一早上9点。"
WHEN_ODD = "“{odd}”我拿不准。什么时候提醒您{text}？比如：明天下午三点、12月1号、每周一早上9点。"
PAST = "{when}已经过去了。您想改成什么时候？"
PAST_ONE = "{when}已经过去了，没有设。"
NEVER_ONE = "有一个日子以后不会再有，没有设。"
NEVER = "按这个说法，以后不会再有这样的日子。您想改成什么时候？"
SNOOZED = "😴 好的，{when}之前不催您，到时再提醒还差多少。"
SNOOZED_LATE = "那时已经过了{deadline}的截止日，要补的话得抓紧。"
COMPLETE = "{year}年已经达标，本来就不会再催您。"
STOPPED = "🔕 好的，以后不主动提醒了，您设的提醒也先停着。想要回来，说“恢复提醒”。"
RESUMED = "🔔 提醒恢复了。停着的时候错过的不补发。"
QUIET = "晚上10点到早上8点我本来就不打扰；除非您点名要那个钟点。想全停，说“别再提醒了”。"
LIST_HEAD = "您设的提醒："
LIST_LINE = "{number}. {when}：{text}"
LIST_PAUSED = "（停着）"
LIST_NONE = "您还没有设提醒。比如说：12月1号提醒我交材料，每周一早上9点提醒我。"
LIST_PLAN = "没达标的话，截止日（{deadline}）前{days}天的早上9点我还会主动提醒。"
LIST_STOPPED = "主动提醒现在停着，说“恢复提醒”可以打开。"
LIST_FOOT = "要改要删，说“把第二个提醒改到晚上八点”“取消第一个提醒”。"
ENDED = "好的，不再提醒{text}。"
NO_SUCH = "没找到您说的那个提醒。"
WHICH = "您说的是哪一个？"
ALL_OF_THEM = "都是"
ALL_STAY = "好的，都没动。"
NOTED = "好的，记下了。做了什么随时告诉我，我来记学时。"
DONE_OWN = "👍 好的，{text}，办好了。"
DONE_WHAT = "👍 太好了。做的是什么？说一句我来记，比如：公需课考过一门。"
GONE = "这个提醒已经不在了。"
PROGRESS = "学习进度"


def text_of(kind: str, text: str) -> str:
    """What a reminder is about."""
    return PROGRESS if kind == "digest" else text or MISSING_HOURS


def added_text(kind: str, text: str, when: str) -> str:
    if kind == "digest":
        return ADDED_DIGEST.format(when=when)
    said = f"：{text}" if text else f"{MISSING_HOURS}"
    return ADDED.format(when=when, text=said) + ("" if text else ONCE_MORE)


def when_question(odd: str, text: str) -> str:
    """Asks when; `odd` is what was said instead of a time."""
    about = f"“{text}”" if text else ""
    return WHEN_ODD.format(odd=odd, text=about) if odd else WHEN.format(text=about)
