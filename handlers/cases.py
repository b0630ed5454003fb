"""Cases to stand for a question that leaves something open: one paper, one day, the first of the answers offered."""

from __future__ import annotations

from decimal import Decimal

from handlers.scene import Scene
from policies.assess import appraise
from policies.facts import Fact
from policies.person import Person
from policies.statement import Appraisal, Outcome


def with_least(scene: Scene, person: Person, appraisal: Appraisal) -> Appraisal:
    """The appraisal for one paper, one day, one course where the question only lacks how many."""
    if appraisal.outcome is not Outcome.INCOMPLETE:
        return appraisal
    first = appraisal.questions[0]
    kind = scene.vocabulary.attributes[first.attribute]
    if first.attribute in {"count", "days", "hours", "months"} and kind.type == "number":
        fact = appraisal.fact
        one = Fact(0, fact.activity, fact.when, {**fact.attributes, first.attribute: Decimal(1)})
        return with_least(scene, person, appraise(one, person, scene.library))
    return appraisal


def first_case(scene: Scene, person: Person, appraisal: Appraisal) -> Appraisal:
    """The appraisal of the first case offered wherever a question is open: enough to know which rule it is."""
    appraisal = with_least(scene, person, appraisal)
    if appraisal.outcome is not Outcome.INCOMPLETE or not appraisal.questions[0].choices:
        return appraisal
    fact, choice = appraisal.fact, appraisal.questions[0].choices[0]
    case = Fact(0, fact.activity, fact.when, {**fact.attributes, **choice.sets})
    return first_case(scene, person, appraise(case, person, scene.library))
