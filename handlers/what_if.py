"""如果…: what an activity would change, computed exactly, posted never."""

from __future__ import annotations

from decimal import Decimal

from handlers.asking import ask_region
from handlers.cases import each_case
from handlers.drafts import draft_of, fact_of
from handlers.say import Say
from handlers.scene import Scene
from handlers.wording import policies as say
from handlers.wording import questions as ask
from handlers.wording.balances import balance_text
from handlers.wording.facts import describe
from handlers.wording.figures import hours
from nlu.reading import Intent, Report
from policies.facts import Fact
from policies.statement import Appraisal, Outcome


def what_if(scene: Scene, reports: tuple[Report, ...]) -> Say:
    """The year with these as well. Where a figure depends on something unsaid, each case is shown."""
    if scene.place is None:
        return ask_region(scene, Intent.WHAT_IF, resume=True)
    drafts = [draft_of(scene, report) for report in reports]
    facts = [fact_of(scene, draft) for draft in drafts if draft.activity]
    if not facts:
        return Say(say.ASK_WHAT, intent=Intent.WHAT_IF)
    appraisals = [scene.appraise(fact) for fact in facts]
    open_one = next((one for one in appraisals if one.outcome is Outcome.INCOMPLETE), None)
    return cases(scene, open_one) if open_one else effect(scene, tuple(facts))


def effect(scene: Scene, facts: tuple[Fact, ...]) -> Say:
    """Exactly how the year changes."""
    year = facts[0].year
    numbered = tuple(Fact(-1 - n, f.activity, f.when, f.attributes, f.made_up_for) for n, f in enumerate(facts))
    before, after = scene.statement(year).balance, scene.statement_with(year, numbered).balance
    gain = (after.credited.total or Decimal(0)) - (before.credited.total or Decimal(0))
    head = say.WHAT_IF.format(gain=hours(gain, after.unit)) if gain else say.WHAT_IF_NOTHING
    lines = ["、".join(describe(fact, scene.vocabulary) for fact in facts), head, balance_text(after)]
    cites = dict.fromkeys(say.cite_line(scene.appraise(fact).citation) for fact in facts)
    return Say("\n".join([*lines, *cites]), intent=Intent.WHAT_IF)


def cases(scene: Scene, appraisal: Appraisal) -> Say:
    """What each answer to the first open question would give."""
    fact, first = appraisal.fact, appraisal.questions[0]
    question = ask.question(fact.activity, first.attribute, scene.vocabulary)
    lines = [describe(fact, scene.vocabulary), say.WHAT_IF_MISSING.format(question=question)]
    lines += each_case(scene, scene.person, appraisal)
    lines += [appraisal.citation.says if appraisal.citation else "", say.cite_line(appraisal.citation)]
    return Say("\n".join(line for line in lines if line), intent=Intent.WHAT_IF)
