"""How an employer's people stand: counts, bands, names; one person's situation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from handlers.wording.figures import plain
from storage.employers import Shortfall, Tally

FEWEST = 5  # members below which bands and averages would say too much of one person
NOBODY_YET = "“{employer}”还没有成员，先把加入码发给同事。"
HEAD = "“{employer}”{what}{year}年：{members}人，已完成{complete}人，还差{short}人，完成率{share}。"
ALL_DONE = "🎉 “{employer}”{what}{year}年{members}人全部完成。"
BANDS = ("差10学时以内", "差10到30", "差30到60", "差60以上")
BAND = "{name}的{count}人"
UNKNOWN_BAND = "算不出{count}人（没说在哪里工作，或者没有当地文件）"
AVERAGE = "平均每人还差{hours}学时。"
TOO_FEW = "人数少于5人，不分档也不报平均数。"
DEPARTMENT_FEW = "“{department}”少于5人，不单独报它的人数。下面是整个单位的。"
NAMES = "还没完成：{names}。"
LINE = "{number}. {name}{department} {figures}"
SHORT = "差{total}（{parts}）"
SHORT_PLAIN = "差{total}"
NO_FIGURES = "还没说在哪里工作，算不出"
PAGE = "第{page}/{pages}页"
NEXT, BEFORE = "下一页", "上一页"
PARTS = {"public": "公需{}", "professional": "专业{}"}
FOOT = "问“某某的情况”看一个人；说“提醒没完成的人”给他们各发一条。"


def tally_text(employer: str, year: int, tally: Tally, department: str | None, *, average: bool) -> str:
    """The counts, with bands and average where these say nothing of one person."""
    if not tally.members:
        return NOBODY_YET.format(employer=employer)
    template = HEAD if tally.short else ALL_DONE
    what = department or ""
    told = {"members": tally.members, "complete": tally.complete, "short": tally.short, "share": share(tally)}
    lines = [template.format(employer=employer, what=what, year=year, **told)]
    if tally.members >= FEWEST:
        lines += [bands(tally)] if tally.short else []
        lines += [mean(tally)] if average else []
    elif average:
        lines.append(TOO_FEW)
    return "\n".join(line for line in lines if line)


def share(tally: Tally) -> str:
    """25%, or 33.3%."""
    exact = Decimal(100 * tally.complete) / tally.members
    return f"{exact.quantize(Decimal('0.1')).normalize():f}%"


def bands(tally: Tally) -> str:
    """How much is missing, in bands."""
    parts = [BAND.format(name=name, count=count) for name, count in zip(BANDS, tally.bands, strict=True) if count]
    unknown = tally.members - tally.assessed
    return "；".join(parts + ([UNKNOWN_BAND.format(count=unknown)] if unknown else []))


def mean(tally: Tally) -> str:
    """What is missing on average, over those whose figures are known."""
    if not tally.assessed:
        return ""
    hours = Decimal(tally.missing) / tally.assessed / 1000
    return AVERAGE.format(hours=f"{hours.quantize(Decimal('0.1')).normalize():f}")


def names_text(people: Sequence[Shortfall], most: int) -> str:
    """The names alone, as a group may read them."""
    shown = "、".join(each.name for each in people[:most])
    return NAMES.format(names=f"{shown}等{len(people)}人" if len(people) > most else shown)


def lines_of(people: Iterable[Shortfall], first: int) -> list[str]:
    """One numbered line a person, with figures."""
    return [line(number, each) for number, each in enumerate(people, first)]


def line(number: int, person: Shortfall) -> str:
    department = f"（{person.department}）" if person.department else ""
    return LINE.format(number=number, name=person.name, department=department, figures=figures_of(person))


def figures_of(person: Shortfall) -> str:
    """差60（公需30，专业30）."""
    if person.gap is None:
        return NO_FIGURES
    subjects = (("public", person.public), ("professional", person.professional))
    parts = [PARTS[name].format(plain(Decimal(missing) / 1000)) for name, missing in subjects if missing]
    total = plain(Decimal(person.gap) / 1000)
    return SHORT.format(total=total, parts="，".join(parts)) if parts else SHORT_PLAIN.format(total=total)


PICTURE_NAME = "单位进度.png"
PICTURE_TITLE = "{year}年继续教育完成情况"
PICTURE_NOTE = "{members}人"
PICTURE_HEADLINE = "{complete}/{members}人完成"
PICTURE_FACTS = ("成员", "已完成", "还差")
PICTURE_PEOPLE = "{count}人"
PICTURE_BANDS = "还差多少"
PICTURE_DEPARTMENTS = "各部门"
PICTURE_SHARE = "{complete}/{members}人"
PICTURE_SOURCE = "各人按各自适用的文件认定"
