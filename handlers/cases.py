"""Cases to stand for a question that leaves something open: one paper, one day, passed; or each answer offered."""

from __future__ import annotations

from decimal import Decimal

from handlers.drafts import UNATTAINED
from handlers.scene import Scene
from handlers.wording import policies as say
from handlers.wording.figures import hours
from policies.assess import appraise
from policies.facts import Attributes, Fact
from policies.person import Person
from policies.statement import Appraisal, Outcome, Question

AMOUNTS = frozenset({"count", "days", "hours", "months"})


def with_least(scene: Scene, person: Person, appraisal: Appraisal) -> Appraisal:
    """The appraisal for one paper, one day, one course, passed and concluded, where a question leaves that unsaid."""
    if appraisal.outcome is not Outcome.INCOMPLETE:
        return appraisal
    sets = least(appraisal.questions[0])
    return with_least(scene, person, also(scene, person, appraisal, sets)) if sets else appraisal


def least(question: Question) -> Attributes:
    """What a question about hours takes for granted."""
    if question.attribute in UNATTAINED:
        return {question.attribute: True}
    return {question.attribute: Decimal(1)} if question.attribute in AMOUNTS else {}


def also(scene: Scene, person: Person, appraisal: Appraisal, sets: Attributes) -> Appraisal:
    """The appraisal with more known."""
    fact = appraisal.fact
    case = Fact(0, fact.activity, fact.when, {**fact.attributes, **sets})
    return appraise(case, person, scene.library)


def first_case(scene: Scene, person: Person, appraisal: Appraisal) -> Appraisal:
    """The appraisal of the first case offered wherever a question is open: enough to know which rule it is."""
    appraisal = with_least(scene, person, appraisal)
    if appraisal.outcome is not Outcome.INCOMPLETE or not appraisal.questions[0].choices:
        return appraisal
    return first_case(scene, person, also(scene, person, appraisal, appraisal.questions[0].choices[0].sets))


def each_case(scene: Scene, person: Person, appraisal: Appraisal) -> list[str]:
    """What each answer to the first open question would give, one on a line."""
    if appraisal.outcome is not Outcome.INCOMPLETE:
        return []
    lines = []
    for choice in appraisal.questions[0].choices:
        case = with_least(scene, person, also(scene, person, appraisal, choice.sets))
        if case.outcome is not Outcome.INCOMPLETE:
            lines.append(say.CHOICE.format(label=choice.label, hours=hours(case.hours)))
    return lines
