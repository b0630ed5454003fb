"""The topics of policy questions, each answered from the governing document. Nothing is posted."""

from __future__ import annotations

from collections.abc import Callable

from handlers.cases import each_case, first_case, with_least
from handlers.drafts import allowed
from handlers.scene import Scene
from handlers.views import credits_of
from handlers.wording import policies as say
from handlers.wording.facts import describe, details, name_of
from handlers.wording.figures import hours
from handlers.wording.records import cut_line, proof_line
from nlu.reading import Intent, Query, Topic
from policies.assess import appraise, assess
from policies.calendar import occasions_of
from policies.clauses import clauses_of
from policies.facts import Fact
from policies.person import Person
from policies.statement import Balance, Outcome


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
    least = with_least(scene, person, appraisal)
    return "\n".join(
        [
            *each_case(scene, person, least),
            say.rate_text(what_of(scene, fact), least, balance_of(scene, query, person).unit),
        ]
    )


def what_of(scene: Scene, fact: Fact) -> str:
    said = details(fact.activity, fact.attributes, scene.vocabulary)
    inside = f"（{'，'.join(said)}）" if said else ""
    return f"{fact.year}年 {name_of(fact.activity, fact.attributes, scene.vocabulary)}{inside}"


def no_document(scene: Scene, query: Query, person: Person) -> str:
    place = person.place_on(scene.today) or ""
    return say.NO_DOCUMENT.format(place=place, year=year_of(scene, query), places="、".join(scene.regions))


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
        return rate(scene, query, person) if query.activity else say.ASK_WHAT
    recent = [fact for fact in facts if fact.id in scene.state.last_posted] or facts[-1:]
    appraisal = scene.appraise(recent[-1])
    lines = [
        say.WHY.format(entry=describe(recent[-1], scene.vocabulary), hours=hours(appraisal.hours)),
        say.steps_text(appraisal, scene.vocabulary.activities[recent[-1].activity].unit),
        *(cut_line(credit).strip() for credit in credits_of(scene, recent[-1], appraisal)),
        appraisal.citation.says if appraisal.citation else "",
        say.cite_line(appraisal.citation),
    ]
    return "\n".join(line for line in lines if line)


def proof(scene: Scene, query: Query, person: Person) -> str:
    """The papers to keep for an activity, or what the document says of registering."""
    fact = fact_of(scene, query)
    if fact is None:
        return told(scene, query, person, "registration", say.ASK_PROOF)
    appraisal = first_case(scene, person, appraise(fact, person, scene.library))
    return proof_line(appraisal) or say.PROOF_SILENT


def told(scene: Scene, query: Query, person: Person, kind: str, silent: str) -> str:
    """What the document says of something beyond hours, or that it says nothing."""
    found = scene.library.governing(person, year_of(scene, query))
    if found is None:
        return no_document(scene, query, person)
    clauses = clauses_of(found, kind)
    return say.clauses_text(clauses) if clauses else silent.format(document=found.document)


def deadline(scene: Scene, query: Query, person: Person) -> str:
    """The audit, and the days that the document itself sets."""
    found = scene.library.governing(person, year_of(scene, query))
    if found is None:
        return no_document(scene, query, person)
    cites = [clause.citation for clause in clauses_of(found, "audit")]
    cites += [occasion.citation for occasion in occasions_of(found)]
    return say.cites_text(cites) if cites else say.DEADLINE_SILENT.format(document=found.document)


def where(scene: Scene, query: Query, person: Person) -> str:
    kind = "course_place" if query.subject == "public" or query.activity == "public_course" else "registration"
    return told(scene, query, person, kind, say.WHERE_SILENT)


def make_up(scene: Scene, query: Query, person: Person) -> str:
    return told(scene, query, person, "make_up", say.MAKE_UP_SILENT)


def penalty(scene: Scene, query: Query, person: Person) -> str:
    return told(scene, query, person, "penalty", say.PENALTY_SILENT)


def class_hour(scene: Scene, query: Query, person: Person) -> str:
    return told(scene, query, person, "class_hour", say.CLASS_HOUR_SILENT)


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
    if scene.state.last_intent in {Intent.RECORD, Intent.AMEND} and scene.state.last_posted:
        return why(scene, query, person)
    if query.subject or query.years or query.place:
        return requirement(scene, query, person)
    return say.ASK_WHAT


TOPICS: dict[Topic, Callable[[Scene, Query, Person], str]] = {
    Topic.RATE: rate,
    Topic.CAP: rate,
    Topic.PROOF: proof,
    Topic.DEADLINE: deadline,
    Topic.WHERE: where,
    Topic.MAKE_UP: make_up,
    Topic.PENALTY: penalty,
    Topic.CLASS_HOUR: class_hour,
    Topic.REQUIREMENT: requirement,
    Topic.WHICH_YEAR: which_document,
    Topic.BASIS: which_document,
    Topic.WHY: why,
    Topic.SURPLUS: surplus,
    Topic.CARRY_OVER: carry_over,
}
