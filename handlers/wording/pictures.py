"""The words in pictures, and those that go with them."""

from __future__ import annotations

from decimal import Decimal

from handlers.wording.figures import hours, plain
from policies.statement import Balance

TITLE = "{year}年学时进度"
WHO = "{name}·{region}"
DAYS_LEFT = "还有{days}天"
LAST_DAY = "今天截止"
YEAR_OVER = "已过年底"
DEADLINE_OVER = "已过截止日"
YEAR_AHEAD = "还没开始"
SHORT = "还差{short}"
COMPLETE = "已达标"
NO_DOCUMENT = "这一年没有文件可依"
LABELS = {"total": "合计", "public": "公需科目", "professional": "专业科目"}
NO_MINIMUM = "　不单列要求"
DEEMED = "　视为完成"
MISSING = "差{short}"
HEADING = "计入的学时"
MORE = "还有{count}项，说“列一下”看全部"
NOTHING = "还没有记录。做过什么，说一句就行。"
SOURCE = "依据：{document} {article}"
NO_SOURCE = "做过的事都先记着"
FOOT = "按自报计算，以单位审核登记为准"
BRAND = "学时管家·{year}年{month}月{day}日"
PLUS = "+{hours}"
WHERE = "{article}·{proof}"

YEARS_TITLE = "近{count}年学时"
TITLE_CHECK = "评{level}·学时核对"
APPLYING = "{year}年申报"
ALL_GOOD = "{count}年都已达标"
SOME_SHORT = "{count}年里还缺{short}年"
NONE_KNOWN = "这几年没有文件可依"
SUBJECTS = {"public": "公需", "professional": "专业", "other": "选修等"}
RUNNING = "差{short}"
UNKNOWN = "无文件"
CARD_NAME, YEARS_NAME = "{year}年学时进度.png", "学时历年图.png"


def of(have: Decimal | None, need: Decimal | None) -> str:
    """30/90; where nothing is required, 30."""
    return f"{plain(have or Decimal(0))}/{plain(need)}" if need is not None else plain(have or Decimal(0))


def headline(balance: Balance) -> str:
    """What matters most, in large letters."""
    if balance.citation is None:
        return NO_DOCUMENT
    return SHORT.format(short=hours(balance.short.total)) if balance.short.total else COMPLETE


def days_left(year: int, this_year: int, days: int) -> str:
    """How long there is until the year ends."""
    if year > this_year:
        return YEAR_AHEAD
    if days < 0:
        return DEADLINE_OVER if year == this_year else YEAR_OVER
    return DAYS_LEFT.format(days=days) if days else LAST_DAY
