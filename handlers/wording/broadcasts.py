"""What is said of broadcasts: to those who get one, and to who ordered it."""

from __future__ import annotations

from decimal import Decimal

from handlers.message import Json
from handlers.wording.figures import hours

YOURS = "📣 {employer}提醒您：{year}年继续教育还差{short}{parts}。"
PARTS = "（{parts}）"
PUBLIC, PROFESSIONAL = "公需{}", "专业{}"
UNTIL = "请在{month}月{day}日前补齐。"
NEXT = "说“怎么补最快”我来安排；已经学过没记的，直接告诉我，比如：单位组织培训两天。"
WHERE = "📣 {employer}提醒您：{year}年的学时还算不出来。回一句您在哪里工作就行，比如：我在常州工作。"
FROM_EMPLOYER = "📣 {employer}通知：\n{text}"
NUDGED = "📣 已提醒{count}人：{year}年{who}还没完成的，每人私聊收到自己的差额。"
SENT = "📣 已群发给{count}人：{text}"
UNREACHED = "联系不上{count}人：{names}。"
WHY = {"never_started": "还没私聊过我", "blocked": "屏蔽了我", "deactivated": "账号已注销", "not found": "还没私聊过我"}
OTHER_WHY = "平台没有送达"
NAMES_MORE = "等{count}人"
NOBODY_SHORT = "🎉 {year}年{who}都完成了，没有要提醒的人。"
NOBODY_HERE = "“{employer}”还没有成员，发不出去。把加入码发给大家就行。"
NOBODY_REACHED = "一个人都联系不上：他们都还没私聊过我，或者屏蔽了我。请大家先私聊我说句话。"
AGAIN = "{ago}已经发过同样的了（{count}人）。再发一次，大家会收到第二遍。确定要再发吗？"
PREVIEW = "要发给“{employer}”全体{count}人{unreached}。每人会看到：\n\n{text}\n\n发出去就收不回来了。发吗？"
PREVIEW_UNREACHED = "（另有{count}人联系不上）"
WHAT_TEXT = "要群发什么？连内容一起说，比如：群发：周五前交材料。"
TOO_LONG = "这段太长了（{length}字），群发一次最多{most}字。"
SEND, DO_NOT = "发送", "不发"
TOO_OFTEN = "24小时里已经群发{count}次了，没有再发。发得太勤，大家会把我屏蔽的；请明天再发。"
NOT_SENT = "好的，没有发。"
ALL = "全员"
AGO_MINUTES, AGO_HOURS = "{count}分钟前", "{count}小时前"
NO_BROADCAST = "最近没有群发过。可以说“提醒没完成的人”，或者“群发：周五前交材料”。"
PROGRESS = "📤 正在发送：{done}/{all}"
REPORT = "📬 {at}的群发发完了：送到{sent}人{missed}。"
MISSED = "，没送到{count}人：{names}"
STILL = "📤 {at}的群发还在路上：已送到{sent}人，还有{open}人。"


def own_figures(employer: str, balance: Json, deadline: tuple[int, int] | None) -> str:
    """What somebody who is short is told: what is missing, until when, what to do."""
    short, year = balance["short"], balance["year"]
    assert isinstance(short, dict)
    if short["total"] is None:
        return WHERE.format(employer=employer, year=year)
    named = [word.format(of(short[name])) for name, word in _SUBJECTS if short[name]]
    parts = PARTS.format(parts="，".join(named)) if named else ""
    head = YOURS.format(employer=employer, year=year, short=of(short["total"]), parts=parts)
    until = UNTIL.format(month=deadline[0], day=deadline[1]) if deadline else ""
    return f"{head}{until}\n{NEXT}"


_SUBJECTS = (("public", PUBLIC), ("professional", PROFESSIONAL))


def of(value: object) -> str:
    """A figure of a balance's JSON, with its unit."""
    return hours(Decimal(str(value)))


def ago(seconds: float) -> str:
    """How long ago, in whole minutes or hours."""
    minutes = max(int(seconds // 60), 1)
    return AGO_MINUTES.format(count=minutes) if minutes < 60 else AGO_HOURS.format(count=minutes // 60)


def unreached(people: list[tuple[str, str]]) -> str:
    """Who could not be written to."""
    return UNREACHED.format(count=len(people), names=named(people)) if people else ""


def named(people: list[tuple[str, str]], most: int = 20) -> str:
    """People, each with the reason why nothing reached them; a long list is cut."""
    names = "、".join(f"{name}（{reason(why)}）" for name, why in people[:most])
    return names + (NAMES_MORE.format(count=len(people)) if len(people) > most else "")


def reason(why: str) -> str:
    """Why nothing reached somebody, by our word for it or by the platform's sentence."""
    return next((words for key, words in WHY.items() if key in why.lower()), OTHER_WHY)
