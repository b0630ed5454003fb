"""明细: the entries, numbered, so that "第2条删了" can be said."""

from __future__ import annotations

from handlers.proofs.standing import Evidence
from handlers.say import Say
from handlers.scene import Scene
from handlers.views import credits_of
from handlers.wording import balances as say
from handlers.wording.facts import describe
from handlers.wording.figures import hours
from nlu.reading import Intent, Query
from policies.facts import Fact

MOST = 20


def listing(scene: Scene, query: Query) -> Say:
    """The entries of the years asked about, or all of them, newest year first."""
    facts = [fact for fact in scene.facts() if not query.years or fact.year in query.years]
    facts = [fact for fact in facts if query.activity in {None, fact.activity}]
    facts.sort(key=lambda fact: (-fact.year, fact.when.end, fact.id))
    scene.remember(listing=tuple(fact.id for fact in facts))
    if not facts:
        return Say(say.EMPTY_LEDGER, intent=Intent.LEDGER)
    evidence = Evidence(scene)
    lines = [say.LISTING_HEAD.format(count=len(facts))]
    for number, fact in enumerate(facts[:MOST], 1):
        if number == 1 or facts[number - 2].year != fact.year:
            lines.append(say.LISTING_YEAR.format(year=fact.year))
        lines.append(line(scene, number, fact) + proof_mark(evidence, fact))
    if len(facts) > MOST:
        lines.append(say.LISTING_MORE.format(count=len(facts) - MOST, year=facts[MOST].year))
    return Say("\n".join([*lines, say.LISTING_FOOT]), intent=Intent.LEDGER)


def proof_mark(evidence: Evidence, fact: Fact) -> str:
    """How an entry's proofs stand, where any were handed in."""
    standing = evidence.of(fact)
    return say.LISTING_PROOF.format(standing=standing.words) if standing.held else ""


def line(scene: Scene, number: int, fact: Fact) -> str:
    appraisal = scene.appraise(fact)
    counted = sum((credit.credited for credit in credits_of(scene, fact, appraisal)), start=appraisal.hours * 0)
    status = say.LISTING_STATUS.get(fact.review or "", "")
    return say.LISTING_LINE.format(
        number=number, entry=describe(fact, scene.vocabulary), hours=hours(counted), status=status
    )
