"""怎么补最快: the plans in words."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal

from handlers.wording.figures import hours, plain, subject
from policies.plan import Plan, PlannedStep, Plans
from policies.ways import Way

WAYS: dict[str, str] = {
    "public-course": "学完并考过公需课{amount}门",
    "public-hours": "学公需课{amount}学时",
    "online-course": "继续教育基地的专业网课{amount}学时",
    "authority-training": "主管部门办的培训{amount}天",
    "unit-training": "本单位组织的培训{amount}天",
    "self-study": "单位统一组织并考核的自学{amount}学时",
    "teaching": "应邀讲继续教育的课{amount}学时",
    "conference": "省级学术会议{amount}次",
    "study-app": "学习强国{amount}分",
    "exam": "资格考试通过{amount}科",
    "digital-exam": "数字技术应用能力考试{amount}个模块",
    "paper": "CN论文{amount}篇（第一作者）",
}
NAMES: dict[str, str] = {"exam": "资格考试", "paper": "论文", "digital-exam": "数字技术考试", "study-app": "学习强国"}
HEAD = "{year}年还差{short}，到{deadline}还有{days}天。最省力的办法："
STEP = "{number}. {what}，+{hours}（{subject}，{article}）"
EFFORT = "大约要{days}个工作日。"
TIGHT = "只剩{days}天，这样安排不一定来得及，能做多少先做多少。"
OTHER = "换一种：{steps}。"
TOO_LATE = "来不及的：{names}，这类可以留到明年。"
NOTHING_SHORT = "{year}年已经达标，不用再补。"
NO_WAY = "剩下{days}天里，按{document}没有能补齐的办法。先把能做的做了，没完成的可以问单位能否补学。"
PAST = "{year}年已经过了，要补得先问单位认不认补学；认的话，差额是{short}。"
DEADLINE = "12月31日"
WORKING = 5
WEEK = 7


def what(step: PlannedStep) -> str:
    amount = step.fact.attributes[step.way.amount]
    return WAYS[step.way.id].format(amount=plain(amount))  # type: ignore[arg-type]


def plan_text(plans: Plans) -> str:
    """The best plan step by step, then others on one line each, then what is too late."""
    first, *others = plans.plans
    short = hours(plans.now.short.total or Decimal(0), plans.now.unit)
    lines = [HEAD.format(year=plans.now.year, short=short, deadline=DEADLINE, days=plans.days_left)]
    lines += [step_line(number, step) for number, step in enumerate(first.steps, 1)]
    lines.append(EFFORT.format(days=plain(half_days(first))))
    lines += [TIGHT.format(days=plans.days_left)] if tight(first, plans.days_left) else []
    lines += [OTHER.format(steps="，".join(what(step) for step in other.steps)) for other in others]
    return "\n".join(lines + late_lines(plans.too_late))


def half_days(best: Plan) -> Decimal:
    """Effort in halves of a day: nobody plans closer than that."""
    return (best.effort * 2).to_integral_value(ROUND_CEILING) / 2


def tight(best: Plan, days_left: int) -> bool:
    return best.effort * WEEK > days_left * WORKING


def step_line(number: int, step: PlannedStep) -> str:
    article = step.citation.article if step.citation else ""
    return STEP.format(
        number=number, what=what(step), hours=hours(step.hours), subject=subject(step.subject), article=article
    )


def late_lines(ways: tuple[Way, ...]) -> list[str]:
    names = "、".join(NAMES.get(way.id, "") for way in ways if way.id in NAMES)
    return [TOO_LATE.format(names=names)] if names else []


def quickest(plans: Plans) -> str:
    """The best plan on one line, for a card that has no room for more."""
    return "，".join(what(step) for step in plans.plans[0].steps) if plans.plans else ""
