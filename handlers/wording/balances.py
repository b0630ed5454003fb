"""How the year stands: what counts, what is missing, what to do next; and the ledger's listing."""

from __future__ import annotations

from decimal import Decimal

from handlers.wording.figures import hours, plain
from policies.statement import Balance, Tally

REGION_FIRST = "先告诉我您在哪个城市工作，我好按当地文件来算。比如：我在常州工作。"
NO_DOCUMENT = "我这里没有{region}{year}年的文件，算不了{year}年还差多少。记下的内容都留着。"
COMPLETE = "🎉 {year}年已经达标。"
SHORT = "{year}年还差{total}。"
HEAD = "{region}，按{document} {article}"
DEEMED = "视为完成的：{covers}。"
NEXT_PUBLIC = "下一步：先把公需科目学完考过，还差{short}。"
NEXT_PROFESSIONAL = "下一步：补专业科目{short}。做了什么随时告诉我，比如：单位组织培训两天。"
NEXT_TOTAL = "下一步：科目都够了，总数再补{short}就行。"
EMPTY_LEDGER = "还没有记录。做过什么直接告诉我，比如：去年发表了一篇CN论文，第二作者。"
LISTING_HEAD = "一共{count}条："
LISTING_YEAR = "{year}年"
LISTING_LINE = "{number}. {entry} {hours}{status}"
LISTING_STATUS = {"approved": "（单位已核准）", "rejected": "（单位不予认定）", "returned": "（单位退回补材料）"}
LISTING_PROOF = " 📎{standing}"
LISTING_MORE = "……还有{count}条，说“列一下{year}年的”可以看某一年。"
LISTING_FOOT = "要改要删，说“第2条改成3天”“第2条删了”。"
NAMES = {"total": "合计", "public": "公需", "professional": "专业"}


def balance_text(balance: Balance) -> str:
    """The whole card of a year."""
    if balance.citation is None:
        return NO_DOCUMENT.format(region=balance.region, year=balance.year)
    short = balance.short.total or Decimal(0)
    head = (
        SHORT.format(year=balance.year, total=hours(short, balance.unit))
        if short
        else COMPLETE.format(year=balance.year)
    )
    source = HEAD.format(region=balance.region, document=balance.citation.document, article=balance.citation.article)
    lines = [head, *rows(balance), f"（{source}）"]
    if balance.deemed:
        lines.append(DEEMED.format(covers="、".join(NAMES[name] for name in balance.deemed if name in NAMES)))
    return "\n".join([*lines, next_step(balance)] if short else lines)


def rows(balance: Balance) -> list[str]:
    """One line for the total and for each subject that has a minimum or hours."""
    return [
        row(NAMES[name], *figures)
        for name in ("total", "public", "professional")
        if (figures := figures_of(balance, name))[0] or figures[1]
    ]


def figures_of(balance: Balance, name: str) -> tuple[Decimal, Decimal | None, Decimal]:
    return (
        part(balance.credited, name) or Decimal(0),
        part(balance.required, name),
        part(balance.short, name) or Decimal(0),
    )


def part(tally: Tally, name: str) -> Decimal | None:
    """One figure of a tally by its name."""
    return {"total": tally.total, "public": tally.public, "professional": tally.professional}[name]


def row(name: str, credited: Decimal, required: Decimal | None, short: Decimal) -> str:
    of = f"/{plain(required)}" if required is not None else ""
    missing = f"，差{plain(short)}" if short else ""
    return f"{name} {plain(credited)}{of}{missing}"


def next_step(balance: Balance) -> str:
    """The one thing to do next."""
    if balance.short.public:
        return NEXT_PUBLIC.format(short=hours(balance.short.public, balance.unit))
    if balance.short.professional:
        return NEXT_PROFESSIONAL.format(short=hours(balance.short.professional, balance.unit))
    return NEXT_TOTAL.format(short=hours(balance.short.total or Decimal(0), balance.unit))


def short_line(balance: Balance) -> str:
    """A year on one line, for several years in a row."""
    if balance.citation is None:
        return f"{balance.year}年：没有文件"
    short = balance.short.total or Decimal(0)
    return f"{balance.year}年：还差{hours(short, balance.unit)}" if short else f"{balance.year}年：已达标"
