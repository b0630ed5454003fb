"""Amounts with a unit: days, hours, months, counts, characters, points.

Absurd amounts (-3天, 9999天) are handed out as said; whoever asked for them refuses them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from nlu.dimensions.joining import joined
from nlu.dimensions.mask import BLANK, masked
from nlu.dimensions.numeral import NUMBER, read_number
from nlu.dimensions.rate import rate_of
from nlu.dimensions.units import Unit, units
from nlu.mention import Mention

_HALF = Decimal("0.5")
_ABOUT = r"(?P<about>大概|大约|约莫?|差不多|将近|接近|至少|起码|最多|不到|超过|不止|估计|整整|足足)? ?"
_LOW = rf"(?:(?P<low>{NUMBER}) ?(?:-|~|—|到|至) ?)?"
_NUMBER = rf"(?P<number>[-负]?{NUMBER}|[大小]?半|[俩仨])"
_BETWEEN = r" ?(?P<ge>个)?(?P<some>[多来](?=\D))?(?P<half>半(?![天日上下]))?(?P<whole>整)?"
_AFTER = r"(?P<more>半(?![脱天日])|多(?!少))?(?P<loose> ?(?:左右|上下|以上|以内|不到|出头))?"
_FESTIVALS = ("五一", "六一", "七一", "八一", "三八", "五四", "十一")  # 五一节 is no fifty-one classes
_MORE_BEFORE = re.compile(r"(?<![\d.])(?P<number>\d{1,2}(?:\.5)?)\+$")  # 2+3天
_MOST = {"年": 100, "上午": 10, "下午": 10}  # from there on it is a date: 2024年, 十一上午
_HEADS = (
    r"-负半大小俩仨几数上全整\d零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖十拾百佰千仟万亿廿卅约差将接至起最不超估足"
)
_FEW = "一二三四五六七八九十"
_EXACTLY = ("整整", "足足", None)
_NO_DATES = ("半", "两", "俩")  # 两日 are two days, 三日 is the third

_BEFORE = re.compile(r"第$|[年月]\d{1,2}[-~到至]$")
_FIGURE_BEFORE = re.compile(r"[\d.]$|\d[-/]$")
_WEEKDAY_BEFORE = re.compile(r"[周期拜初]$")
_ONLY_HALF = re.compile(r"的?[上下]午(?=[都的，。 ]|$|单位|公司|院里|参加|去|听|上|学|培训)")  # 三天下午都去了
_COUPLE_BEFORE = re.compile(r"[我你他她们咱哥姐爷夫]$")
_SPAN_BEFORE = re.compile(r"(?:(?<!前)后|[前近]|(?<!线)下|(?<![路网线实])上|过去|提前|[那这]|白忙|新的|同|又|每隔)$")
_SPAN_AFTER = re.compile(r" ?(?:以前|之前|前(?!后)|以后|之后|后(?!来)|过去|内(?!训|部)|之内|一度|到头)")


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount of one of the vocabulary's attributes.

    `attribute`: days, hours, months, count, words or points. `amount` is in the attribute's own measure (两周 → days,
    90分钟 → 2 hours); `number` and `unit` are as said (2 周). `approx`: about, or a unit without one measure (周,
    学期): ask. `per`: a rate (每天6学时 → per "天"), not an amount that was earned.
    """

    attribute: str
    amount: Decimal
    unit: str
    number: Decimal
    approx: bool = False
    per: str = ""


def find_quantities(text: str, times: Sequence[Mention[object]] = ()) -> list[Mention[Quantity]]:
    """Every amount of the normalised `text`, from left to right, save what `times` (found before) claim."""
    blank = masked(text)
    for time in times:
        blank = blank[: time.start] + BLANK * len(time.text) + blank[time.end :]
    found: list[Mention[Quantity]] = []
    for match in _pattern().finditer(blank):
        quantity, rule = _read(match)
        if quantity is not None:
            found.append(
                Mention("quantity", match.start(), match.end(), text[match.start() : match.end()], quantity, rule)
            )
    lists = {time.end for time in times if len(getattr(time.value, "day_list", ())) > 1}
    return [each for each in joined(found, text) if not (each.rule == "whole-day" and each.start in lists)]


@cache
def _pattern() -> re.Pattern[str]:
    known = units()
    labels = "|".join(sorted(known.labels, key=len, reverse=True))
    amount = rf"{_ABOUT}{_LOW}{_NUMBER}{_BETWEEN} ?(?P<unit>{known.pattern}){_AFTER}"
    colon = rf"(?:为|是|共|约|共计|合计|[：:]) ?(?P<told>[-负]?{NUMBER})"
    labelled = (
        rf"(?P<label>{labels})(?:{colon}| ?(?P<bare>-?\d{{1,5}}(?:\.\d{{1,2}})?))"
        rf"(?![\d.年月号日]| ?[{''.join({word[0]: None for word in known.by_word})}])"
    )
    couple = r"(?P<couple>[俩仨])(?!人|口子)"
    day = r"(?P<day>全天|整整一天|整天)(?!候)"
    heads = "".join({label[0]: None for label in known.labels})
    return re.compile(rf"(?=[{_HEADS}{heads}])(?:{labelled}|{amount}|{couple}|{day})")


def _read(match: re.Match[str]) -> tuple[Quantity | None, str]:
    if match["label"]:
        return _labelled(match), "labelled"
    if match["couple"]:
        alone = _COUPLE_BEFORE.search(match.string, 0, match.start())
        return (None if alone else _couple(match["couple"])), "couple"
    if match["day"]:
        return Quantity("days", Decimal(1), "天", Decimal(1)), "whole-day"
    return _amount(match)


def _couple(word: str) -> Quantity | None:
    number = read_number(word)
    return None if number is None else Quantity("count", number.value, "个", number.value)


def _labelled(match: re.Match[str]) -> Quantity | None:
    number = read_number(match["told"] or match["bare"])
    if number is None or number.ordinal:
        return None
    return Quantity(units().labels[match["label"]], number.value, match["label"], number.value, number.approx)


def _amount(match: re.Match[str]) -> tuple[Quantity | None, str]:
    unit = units().by_word[match["unit"]]
    number = _number(match)
    if number is None or not _fits(match, unit, number[0]):
        return None, "amount"
    value, approx = number
    more = _MORE_BEFORE.search(match.string, 0, match.start()) if unit.attribute in ("days", "hours") else None
    value += Decimal(more["number"]) if more else 0
    per = rate_of(match)
    amount = Decimal(int(value) // unit.minutes) if unit.minutes else value * unit.factor
    if match["unit"] == "天" and value > 1 and _ONLY_HALF.match(match.string, match.end()):
        amount *= _HALF
    rule = "minutes" if unit.minutes else "rate" if per else "range" if match["low"] else "amount"
    return Quantity(unit.attribute, amount, match["unit"], value, approx or unit.approx, per), rule


def _number(match: re.Match[str]) -> tuple[Decimal, bool] | None:
    """The number as said, halves added, and whether it is only about that much."""
    approx = bool(match["low"] or match["some"] or match["loose"]) or match["about"] not in _EXACTLY
    halves = sum(_HALF for part in (match["half"], match["more"]) if part == "半")
    if match["number"].endswith("半"):
        return _HALF + halves, approx or len(match["number"]) > 1 or match["more"] == "多"
    number = read_number(match["low"] or match["number"])
    if number is None:
        return None
    return number.value + halves, approx or number.approx or match["more"] == "多"


def _fits(match: re.Match[str], unit: Unit, value: Decimal) -> bool:
    """Whether the number counts the unit here: not 第3天, 三天前, 上半年, 三月."""
    before = match.string[max(0, match.start() - 4) : match.start()]
    number = match["number"]
    if (
        _BEFORE.search(before)
        or (number[0].isdecimal() and _FIGURE_BEFORE.search(before))
        or (number[0] in "俩仨" and _COUPLE_BEFORE.search(before))
    ):
        return False
    if unit.needs_ge and not (match["ge"] or number[0] in "半大小俩仨"):
        return False
    if value >= _MOST.get(match["unit"], value + 1) or (_WEEKDAY_BEFORE.search(before) and number[0] in _FEW):
        return False
    if (match["unit"] == "节" and number in _FESTIVALS) or (match["unit"] == "日" and number not in _NO_DATES):
        return False
    after = _SPAN_AFTER.match(match.string, match.end())
    past = _SPAN_BEFORE.search(before) or after
    learnt = before.endswith("上") or (before.endswith("又") and not after)  # 上3天课; 今年又三天
    return not (unit.span and past) or (match["unit"] == "天" and learnt)
