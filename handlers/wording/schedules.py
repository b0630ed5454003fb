"""Schedules and due times as people say them: 每周一 09:00, 12月1日（周二）09:00."""

from __future__ import annotations

from datetime import datetime

from nlu.reminding.schedule import Schedule

DAYS = "一二三四五六日"
MOMENT = "{year}{month}月{day}日（周{weekday}）{hour}"
EVERY = {"day": "天", "week": "周", "month": "月", "year": "年"}
WORKDAY, LAST, DEADLINE_DAY, BEFORE = "工作日", "最后一个", "截止日当天", "截止日前{days}天"
FEAST_AHEAD, FEAST_BEHIND = "前{days}天", "后{days}天"
LAST_WORKDAY, WORKDAYS_BEFORE = "截止日前最后一个工作日", "截止日前{days}个工作日"
NO_HOLIDAYS = "（法定节假日除外）"
BUT = "（{days}不提醒）"
UNTIL = "（到{year}年{month}月{day}日为止）"
MONTHS = "{months}月"
FROM_END = {-1: "最后一天", -2: "倒数第二天"}


def moment(when: datetime, now: datetime) -> str:
    """A local time; the year only where it is another."""
    year = "" if when.year == now.year else f"{when.year}年"
    return MOMENT.format(year=year, month=when.month, day=when.day, weekday=DAYS[when.weekday()], hour=f"{when:%H:%M}")


def schedule_text(schedule: Schedule) -> str:
    """When something recurs, or how many days before the deadline."""
    hours = "、".join(f"{hour:%H:%M}" for hour in schedule.hours)
    last = schedule.until
    until = UNTIL.format(year=last.year, month=last.month, day=last.day) if last else ""
    return f"{_days_text(schedule)} {hours}{NO_HOLIDAYS if schedule.no_holidays else ''}{_but(schedule)}{until}"


def _days_text(schedule: Schedule) -> str:
    if schedule.before and schedule.workdays:
        return LAST_WORKDAY if schedule.workdays == -1 else WORKDAYS_BEFORE.format(days=-schedule.workdays)
    if schedule.before:
        ahead = "、".join(str(days) for days in schedule.before if days)
        same_day = [DEADLINE_DAY] if 0 in schedule.before else []
        return "、".join(([BEFORE.format(days=ahead)] if ahead else []) + same_day)
    if schedule.every == "workday":
        return f"每个{WORKDAY}"
    if schedule.feast:
        return f"每年{schedule.feast}{_beside_feast(schedule.ahead)}"
    unit = EVERY.get(schedule.every, "")
    every = f"每{unit}" if schedule.step == 1 else f"每{schedule.step}{'个' if unit == '月' else ''}{unit}"
    if schedule.every == "day":
        return every
    if schedule.every == "week":
        return every + ("的周" if schedule.step > 1 else "") + "、".join(DAYS[day - 1] for day in schedule.weekdays)
    months = MONTHS.format(months="、".join(map(str, schedule.months))) if schedule.months else ""
    return (every if schedule.every == "month" and not months else "每年" + months) + _of_month(schedule)


def _but(schedule: Schedule) -> str:
    return BUT.format(days="、".join(f"{day.month}月{day.day}日" for day in schedule.but)) if schedule.but else ""


def _beside_feast(ahead: int) -> str:
    return (FEAST_AHEAD if ahead > 0 else FEAST_BEHIND).format(days=abs(ahead)) if ahead else ""


def _of_month(schedule: Schedule) -> str:
    if schedule.ordinal is None:
        return "、".join(_day(day) for day in schedule.days)
    place = (
        LAST
        if schedule.ordinal == -1
        else f"第{schedule.ordinal}个"
        if schedule.ordinal > 0
        else f"倒数第{-schedule.ordinal}个"
    )
    return place + ("周" + "、".join(DAYS[day - 1] for day in schedule.weekdays) if schedule.weekdays else WORKDAY)


def _day(day: int) -> str:
    return f"{day}日" if day > 0 else FROM_END.get(day, f"月底前{-day - 1}天")
