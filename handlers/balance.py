"""还差多少: a year's standing, several years', or one subject's."""

from __future__ import annotations

from handlers.asking import ask_region
from handlers.say import Say
from handlers.scene import Scene
from handlers.state import LastQuery
from handlers.trades import trade_line
from handlers.views import balance_json, statement_json
from handlers.wording import balances as say
from nlu.reading import Intent, Query


def balance(scene: Scene, query: Query) -> Say:
    """Answer for the years asked about; for this year where none is named."""
    if scene.place is None:
        return ask_region(scene, Intent.BALANCE, resume=True)
    years = years_of(scene, query)
    scene.remember(last_year=years[0], query=LastQuery(Intent.BALANCE.value, years=years, subject=query.subject))
    balances = [scene.statement(year).balance for year in years]
    one_year = len(balances) == 1
    text = say.balance_text(balances[0]) if one_year else "\n".join(say.short_line(one) for one in balances)
    words = "\n".join(line for line in (text, trade_line(scene, years[0])) if line)
    return Say(words, intent=Intent.BALANCE, balance=balance_json(balances[0]))


def years_of(scene: Scene, query: Query) -> tuple[int, ...]:
    """The years asked about: those named, those of the question before (a follow-up), or this one."""
    if query.years:
        return query.years
    last = scene.state.query
    if query.follow_up and last and last.intent == Intent.BALANCE and last.years:
        return last.years
    return (scene.today.year,)


def statement(scene: Scene, year: int) -> Say:
    """The structured statement that a program asked for."""
    made = scene.statement(year)
    return Say(say.balance_text(made.balance), intent=Intent.BALANCE, statement=statement_json(made))
