"""What two documents make of one ledger, side by side in words."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from handlers.wording.facts import describe
from handlers.wording.figures import hours, plain
from policies.effect import Effect, FactEffect, Worth, YearEffect
from policies.statement import Balance, Outcome, Tally
from policies.vocabulary import Vocabulary

HEAD = "台账里的{count}条，假如各年都按{a} → 都按{b}："
FACT = "{number}. {fact}：{a} → {b}"
COUNTED = "{hours}（计入{credited}）"
DEEMED, WAITING, REFUSED, NOTHING = "视为完成{years}年", "还没攒够", "不符合条件，0学时", "0学时"
UNCLEAR = "要先问（{names}）"
YEAR = "{year}年：{a} → {b}"
NAMES = {"total": "合计", "public": "公需", "professional": "专业"}
PART, OF = "{name}{credited}", "/{required}"
SHORT, ENOUGH, NO_REQUIREMENT = "还差{short}", "已达标", "没有要求"


def effect_lines(found: Effect, names: tuple[str, str], vocabulary: Vocabulary) -> Iterator[str]:
    """Each fact under both documents, then each year."""
    yield HEAD.format(count=len(found.facts), a=names[0], b=names[1])
    for number, each in enumerate(found.facts, 1):
        yield fact_line(number, each, vocabulary)
    yield ""
    yield from map(year_line, found.years)


def fact_line(number: int, each: FactEffect, vocabulary: Vocabulary) -> str:
    fact = describe(each.fact, vocabulary)
    return FACT.format(number=number, fact=fact, a=worth(each.a, vocabulary), b=worth(each.b, vocabulary))


def worth(found: Worth, vocabulary: Vocabulary) -> str:
    """What a fact comes to: its hours, and what of them counts where that is less."""
    match found.appraisal.outcome:
        case Outcome.INCOMPLETE:
            names = (vocabulary.attributes[question.attribute].name for question in found.appraisal.questions)
            return UNCLEAR.format(names="、".join(names))
        case Outcome.DEEMED:
            return DEEMED.format(years="、".join(str(each.year) for each in found.appraisal.deems))
        case Outcome.WAITING:
            return WAITING
        case Outcome.REFUSED:
            return REFUSED
        case Outcome.CREDITED:
            own = hours(found.appraisal.hours)
            less = found.credited != found.appraisal.hours
            return COUNTED.format(hours=own, credited=plain(found.credited)) if less else own
        case _:
            return NOTHING


def year_line(each: YearEffect) -> str:
    return YEAR.format(year=each.year, a=standing(each.a), b=standing(each.b))


def standing(balance: Balance) -> str:
    """A year in one stretch: 合计40/90，公需30/30，专业10/60，还差50学时."""
    parts = [part(name, balance) for name in NAMES if tally(balance.credited, name) or tally(balance.required, name)]
    if balance.citation is None:
        return "，".join([*parts, NO_REQUIREMENT])
    short = balance.short.total or Decimal(0)
    return "，".join([*parts, SHORT.format(short=hours(short)) if short else ENOUGH])


def part(name: str, balance: Balance) -> str:
    credited, required = tally(balance.credited, name) or Decimal(0), tally(balance.required, name)
    text = PART.format(name=NAMES[name], credited=plain(credited))
    return text if required is None else text + OF.format(required=plain(required))


def tally(found: Tally, name: str) -> Decimal | None:
    return {"total": found.total, "public": found.public, "professional": found.professional}[name]
