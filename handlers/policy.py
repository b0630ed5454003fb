"""政策问答: what the governing document says, for this person's region and year or another one's. Posts nothing."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from handlers.asking import ask_region
from handlers.drafts import allowed
from handlers.say import Say
from handlers.scene import Scene
from handlers.state import LastQuery
from handlers.wording import policies as say
from handlers.wording.facts import describe, details, name_of
from handlers.wording.figures import hours
from nlu.reading import Intent, Query, Topic
from policies.assess import appraise, assess
from policies.facts import Fact
from policies.person import Person, Stay
from policies.statement import Appraisal, Balance, Outcome


def policy(scene: Scene, query: Query) -> Say:
    """Answer a question; a follow-up changes one thing of the question before."""
    query = completed(scene, query)
    person = person_of(scene, query)
    if person.place_on(scene.today) is None:
        return ask_region(scene, Intent.POLICY, resume=True)
    scene.remember(query=last_of(query), last_activity=query.activity or scene.state.last_activity)
    text = TOPICS.get(query.topic, general)(scene, query, person)
    return Say(text, intent=Intent.POLICY, open_to_all=query.topic is not Topic.WHY)


def completed(scene: Scene, query: Query) -> Query:
    """A follow-up ("国家级的呢") with the rest taken from the question before."""
    last = scene.state.query
    if not query.follow_up or last is None or last.intent != Intent.POLICY:
        return query
    return Query(
        topic=Topic(last.topic) if query.topic is Topic.GENERAL and last.topic else query.topic,
        activity=query.activity or last.activity,
        attributes={**last.attributes, **query.attributes}
        if query.activity in {None, last.activity}
        else query.attributes,
        years=query.years or last.years,
        subject=query.subject or last.subject,
        place=query.place or last.place,
        title_level=query.title_level,
    )


def last_of(query: Query) -> LastQuery:
    return LastQuery(
        Intent.POLICY.value,
        query.topic.value,
        query.activity,
        dict(query.attributes),
        query.years,
        query.subject,
        query.place,
    )


def person_of(scene: Scene, query: Query) -> Person:
    """The person asked about: oneself, or somebody who works in the place named."""
    return Person(stays=(Stay(query.place),)) if query.place else scene.person


def year_of(scene: Scene, query: Query) -> int:
    return query.years[0] if query.years else scene.today.year


def balance_of(scene: Scene, query: Query, person: Person) -> Balance:
    """An empty year: what the document requires."""
    return assess((), person, year_of(scene, query), scene.library).balance


def fact_of(scene: Scene, query: Query) -> Fact | None:
    """The activity asked about as a fact of the year asked about."""
    if query.activity is None:
        return None
    attributes = allowed(scene, query.activity, query.attributes)
    fact = scene.fact_of(query.activity, attributes, None)
    year = year_of(scene, query)
    if year == scene.today.year:
        return fact
    period = type(fact.when)(fact.when.start.replace(year=year), fact.when.start.replace(year=year, month=12, day=31))
    return Fact(0, fact.activity, period, attributes)


def rate(scene: Scene, query: Query, person: Person) -> str:
    """How many hours an activity gives; each case where it depends."""
    fact = fact_of(scene, query)
    if fact is None:
        return general(scene, query, person)
    appraisal = appraise(fact, person, scene.library)
    if appraisal.outcome is Outcome.NO_DOCUMENT:
        return no_document(scene, query, person)
    return say.rate_text(what_of(scene, fact), with_least(scene, person, appraisal))


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


def what_of(scene: Scene, fact: Fact) -> str:
    said = details(fact.activity, fact.attributes, scene.vocabulary)
    inside = f"（{'，'.join(said)}）" if said else ""
    return f"{fact.year}年 {name_of(fact.activity, fact.attributes, scene.vocabulary)}{inside}"


def no_document(scene: Scene, query: Query, person: Person) -> str:
    place = person.place_on(scene.today) or ""
    return say.NO_DOCUMENT.format(place=place, year=year_of(scene, query), places=scene.regions)


def requirement(scene: Scene, query: Query, person: Person) -> str:
    made = balance_of(scene, query, person)
    return say.requirement_text(made) if made.citation else no_document(scene, query, person)


def which_document(scene: Scene, query: Query, person: Person) -> str:
    """The document that governs the year, and what it requires."""
    year = year_of(scene, query)
    found = scene.library.governing(person, year, None)
    if found is None:
        return no_document(scene, query, person)
    made = balance_of(scene, query, person)
    head = say.GOVERNING.format(region=made.region, year=year, title=found.title, document=found.document)
    return f"{head}\n{say.requirement_text(made)}"


def why(scene: Scene, query: Query, person: Person) -> str:
    """Why an entry got its figure: rule, article, arithmetic."""
    facts = [fact for fact in scene.facts() if query.activity in {None, fact.activity}]
    facts = [fact for fact in facts if not query.years or fact.year in query.years]
    if not facts:
        return rate(scene, query, person)
    recent = [fact for fact in facts if fact.id in scene.state.last_posted] or facts[-1:]
    appraisal = scene.appraise(recent[-1])
    lines = [
        say.WHY.format(entry=describe(recent[-1], scene.vocabulary), hours=hours(appraisal.hours)),
        say.steps_text(appraisal),
        appraisal.citation.says if appraisal.citation else "",
        say.cite_line(appraisal.citation),
    ]
    return "\n".join(line for line in lines if line)


def surplus(_scene: Scene, _query: Query, _person: Person) -> str:
    return say.SURPLUS_NO


def carry_over(scene: Scene, query: Query, person: Person) -> str:
    made = balance_of(scene, query, person)
    document = made.citation.document if made.citation else "文件"
    return f"{say.CARRY_NONE}\n{say.CARRY_SILENT.format(document=document)}"


def general(scene: Scene, query: Query, person: Person) -> str:
    """A question without a clear topic: the activity's rule where one is named, else the year's requirement."""
    if query.activity:
        return rate(scene, query, person)
    if query.subject or query.years or query.place:
        return requirement(scene, query, person)
    return say.ASK_WHAT


TOPICS: dict[Topic, Callable[[Scene, Query, Person], str]] = {
    Topic.RATE: rate,
    Topic.CAP: rate,
    Topic.PROOF: rate,
    Topic.REQUIREMENT: requirement,
    Topic.WHICH_YEAR: which_document,
    Topic.BASIS: which_document,
    Topic.WHY: why,
    Topic.SURPLUS: surplus,
    Topic.CARRY_OVER: carry_over,
}
