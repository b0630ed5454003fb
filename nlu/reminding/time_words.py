"""Words of time, read or not: by them is noticed what a sentence still says of its time beside what was understood."""

from __future__ import annotations

import re
from functools import cache

from nlu.phrases import table
from nlu.reminding.day_forms import any_of
from nlu.reminding.feasts import moving_names
from nlu.reminding.numerals import NUMBER, WEEK

READ = "\x00"
"""Stands for a character of the text that was understood."""


@cache
def time_words() -> re.Pattern[str]:
    """Days, hours and lengths of time by themselves: 周三, 12月1号, 三天, 国庆, 年底, 下午."""
    return re.compile(f"{_plain()}(?:的?{_plain()})*", re.IGNORECASE)


@cache
def attributes() -> re.Pattern[str]:
    """A time that tells of what it stands before: 下周的会, 2025年的证书, 12月1号到期的证; not 明天的早上."""
    times = f"(?:(?:{_plain()})的?)*(?:{_plain()})"
    return re.compile(
        rf"{times}(?:{_words('told')})?的(?!时候|时|那|{_plain()}|[每第头最倒]|[{READ}，。]|$)", re.IGNORECASE
    )


@cache
def moved_to() -> re.Pattern[str]:
    """A time to which a thing is put: 会改到周四."""
    return re.compile(rf"[改推延调挪换移](?:迟|后|期)?[到至成](?:{_plain()})(?:的?{_plain()})*", re.IGNORECASE)


@cache
def framing() -> re.Pattern[str]:
    """Words that frame a time and remind of nothing, where they stand before the asking: 每, 从, 或者, 直到, 除了."""
    return re.compile(_words("framing"))


@cache
def beside() -> re.Pattern[str]:
    """What narrows a time down that it follows: 后三天, 之前, 以内."""
    return re.compile(_words("beside"))


@cache
def limits() -> re.Pattern[str]:
    """A limit of what comes again, in the words after the asking as well: 直到年底, 到月底为止, 除了周末, 周三除外."""
    times, left_out = f"(?:{_plain()})", _words("left_out")
    several = rf"{times}(?:[、和跟与及的]*{times})*(?:那一?个?[天周月]?|当天)?"
    put_off = "顺延(?:到[^，。]{1,4})?|后延|推迟|提前|往[前后].?|第二天|一天"
    return re.compile(
        rf"(?:每(?:次|个|到|逢)?)?一?直到[^，。]+|[到至][^，。]{{1,12}}(?:为止|那一?天$)|(?:[到至]|截[止至]到?){several}[^，。]{{0,2}}$"
        rf"|(?:除[了去掉]?|遇[到上]?|碰[到上]|赶上|如果是?|要是){several}(?:{left_out}|都|就|，|{put_off})*"
        rf"|{several}(?:都|的|，)*{left_out}+"
        rf"|连续(?:提醒)?{NUMBER}[天日周次]|从{several}(?:开始|起)|(?:一共|总共|共|就)(?:提醒|催|叫)?我?{NUMBER}[次遍回]",
        re.IGNORECASE,
    )


def _words(name: str) -> str:
    words: str = table("reminders")["unread"][name]
    return f"(?:{words})"


@cache
def _plain() -> str:
    names = f"{any_of('near')}|{any_of('feasts')}|{moving_names()}"
    count = (
        rf"{NUMBER} ?(?:天|日|号|个?{WEEK}|个?月份?|年|个?季度?|个?小时|个?钟头?|个?工作日"
        "|分钟?|点半?|刻钟?|h(?![a-z]))"
    )
    weekday = rf"(?:[再大]?[上下]{{1,3}}一?个?|这一?个?|本)?{WEEK}[一二三四五六日天末]"
    figures = r"\d{1,2}[:：]\d\d|\d{1,2}[./-]\d{1,2}"
    return rf"(?:{count}|{weekday}|{figures}|{names}|{_words('words')})"
