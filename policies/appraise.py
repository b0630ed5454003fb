"""One fact by itself under its governing document: what it is worth, or what must be asked first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from policies.applying import evaluate
from policies.facts import Fact
from policies.figure import Figure, Missing
from policies.library import Library
from policies.new_year import by_year, splits_by_day
from policies.pack import Policy
from policies.person import Person
from policies.placing import deemings_of, shares_of
from policies.questions import Inquiry
from policies.statement import Appraisal, Citation, Outcome, Question, Step
from policies.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Part:
    """A fact, or the part of it that lies in one year, under the document that governs that part."""

    appraisal: Appraisal
    policy: Policy | None


@dataclass(frozen=True, slots=True)
class Appraised:
    """A fact and what it alone is worth, in its parts."""

    fact: Fact
    parts: tuple[Part, ...]

    @property
    def whole(self) -> Appraisal:
        """One appraisal of all its parts."""
        return self.parts[0].appraisal if len(self.parts) == 1 else joined(self.fact, [p.appraisal for p in self.parts])


def appraise(fact: Fact, person: Person, library: Library) -> Appraisal:
    """What one fact alone is worth; caps over a year and counted-once rules are `assess`'s."""
    return Appraised(fact, parts_of(fact, person, library)).whole


def parts_of(fact: Fact, person: Person, library: Library) -> tuple[Part, ...]:
    """The fact appraised; by year where it is counted by the day and its days lie in several."""
    policy = library.governing_fact(fact, person)
    whole = part_of(fact, policy, library)
    if fact.when.start.year == fact.when.end.year or policy is None:
        return (whole,)
    figure = whole.appraisal.working
    if not isinstance(figure, Figure) or not splits_by_day(fact, figure):
        return (whole,)
    pieces = by_year(fact, policy)
    return tuple(part_of(piece, library.governing_fact(piece, person), library) for piece in pieces)


def part_of(fact: Fact, policy: Policy | None, library: Library) -> Part:
    if policy is None:
        return Part(Appraisal(fact, Outcome.NO_DOCUMENT), None)
    return Part(appraise_under(fact, policy, library.vocabulary), policy)


def joined(fact: Fact, parts: Sequence[Appraisal]) -> Appraisal:
    """One appraisal of a fact whose parts lie in several years; incomplete where one of them is."""
    last = next((part for part in parts if part.outcome is Outcome.INCOMPLETE), parts[-1])
    if last.outcome is Outcome.INCOMPLETE:
        return replace(last, fact=fact)
    shares = tuple(share for part in parts for share in part.shares)
    return replace(last, fact=fact, shares=shares, working=Joined(tuple(parts)))


@dataclass(frozen=True, slots=True)
class Joined:
    """The working of a fact whose parts lie in several years."""

    parts: tuple[Appraisal, ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(step for part in self.parts for step in part.steps)

    @property
    def notes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(note for part in self.parts for note in part.notes))

    @property
    def proof(self) -> tuple[str, ...]:
        return self.parts[-1].proof

    @property
    def proof_source(self) -> str:
        return self.parts[-1].proof_source

    @property
    def used(self) -> tuple[str, ...]:
        return self.parts[-1].used


def appraise_under(fact: Fact, policy: Policy, vocabulary: Vocabulary) -> Appraisal:
    """What a fact is worth under a document."""
    found = evaluate(policy, fact.activity, fact.attributes, vocabulary)
    if isinstance(found, Figure):
        return settled(fact, policy, found, vocabulary)
    return asked(fact, policy, found, vocabulary)


def asked(fact: Fact, policy: Policy, missing: Missing, vocabulary: Vocabulary) -> Appraisal:
    """The questions whose answers change the outcome; where none does, the outcome itself."""
    inquiry = Inquiry(policy, fact.activity, fact.attributes, vocabulary)
    questions = inquiry.questions(missing)
    if questions:
        rule = inquiry.only_rule
        citation = rule.citation if rule else uncited(policy)
        return Appraisal(fact, Outcome.INCOMPLETE, citation, rule.id if rule else None, questions=questions)
    return settled(fact, policy, inquiry.any_figure, vocabulary)


def settled(fact: Fact, policy: Policy, figure: Figure, vocabulary: Vocabulary) -> Appraisal:
    """The appraisal of a figure."""
    rule = figure.rule
    if rule is None:
        return Appraisal(fact, Outcome.NO_ITEM, uncited(policy))
    if figure.outcome is Outcome.CREDITED:
        shares = shares_of(fact, policy, figure)
        return Appraisal(fact, Outcome.CREDITED, rule.citation, rule.id, shares, (), (), figure)
    outcome = Outcome.DEEMED if figure.outcome is Outcome.WAITING and due(figure) else figure.outcome
    if outcome is not Outcome.DEEMED:
        return Appraisal(fact, outcome, rule.citation, rule.id, (), (), (), figure)
    deems, questions = deemings_of(fact, policy, figure), terms(figure, vocabulary)
    return Appraisal(fact, outcome, rule.citation, rule.id, (), questions, deems, figure)


def due(figure: Figure) -> bool:
    """Whether the fact alone is enough of what adds up ("两篇省级")."""
    assert figure.rule is not None
    assert figure.row is not None
    return any(figure.row.tallies in each.of and figure.quantity >= each.count for each in figure.rule.due)


def terms(figure: Figure, vocabulary: Vocabulary) -> tuple[Question, ...]:
    """The question for a term's years, which is asked although the year itself is complete already."""
    assert figure.known is not None
    if figure.row is None or figure.row.deems != "term":
        return ()
    if isinstance(figure.known.get("term_from"), Decimal) and isinstance(figure.known.get("term_to"), Decimal):
        return ()
    slot = vocabulary.attributes["term_from"].slot
    return (Question("term_from", slot, (), ("term_to",)),)


def uncited(policy: Policy) -> Citation:
    """The document where it has no item for the activity."""
    return Citation(policy.id, policy.document, policy.items_article)
