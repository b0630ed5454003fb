"""评职称够不够: year by year."""

from __future__ import annotations

from handlers.wording.figures import hours
from policies.statement import Balance

LEVELS = {"senior": "高级", "intermediate": "中级", "junior": "初级"}
WHICH_LEVEL = "想评哪一级？各级要看的年份不一样。"
HEAD = "{applying}年评{level}，要看{years}，每年都要完成（{document} {article}）："
HEAD_SILENT = "{region}的文件没有写评职称看哪几年，先给您看最近五年（{years}），以当年评审通知为准："
COMPLETE = "✓ {year}年 已完成"
SHORT = "✗ {year}年 还差{short}，要{required}"
RUNNING = "… {year}年 还差{short}，要{required}，年底前还能补"
AHEAD = "… {year}年 还没开始，要{required}"
NO_DOCUMENT = "？ {year}年 我这里没有文件"
ALL_COMPLETE = "都齐了，学时够。"
MISSING = "还缺{count}年。"
REPAIR_NOW = "今年的可以马上补：说“怎么补最快”。"
REPAIR_PAST = "往年的要先问单位认不认补学；认的话，说“这是补2024年的学时”我来登记。"


def span(years: tuple[int, ...]) -> str:
    return f"{years[0]}–{years[-1]}年" if len(years) > 1 else f"{years[0]}年"


def year_line(balance: Balance, this_year: int) -> str:
    """One year: complete, or by how much short."""
    if balance.citation is None or balance.required.total is None:
        return NO_DOCUMENT.format(year=balance.year)
    if balance.complete:
        return COMPLETE.format(year=balance.year)
    required = hours(balance.required.total, balance.unit)
    if balance.year > this_year:
        return AHEAD.format(year=balance.year, required=required)
    template = RUNNING if balance.year == this_year else SHORT
    short = hours(balance.short.total or balance.required.total, balance.unit)
    return template.format(year=balance.year, short=short, required=required)


def verdict(balances: list[Balance], this_year: int) -> str:
    """What is missing altogether, and what can still be repaired."""
    missing = [one for one in balances if one.citation is not None and not one.complete]
    if not missing:
        return ALL_COMPLETE
    lines = [MISSING.format(count=len(missing))]
    lines += [REPAIR_NOW] if any(one.year == this_year for one in missing) else []
    lines += [REPAIR_PAST] if any(one.year < this_year for one in missing) else []
    return "\n".join(lines)
