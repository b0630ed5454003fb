"""Another's data, opened for an administrator: the one way to it, judged and put down at every look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from handlers.employers.authority import refused
from handlers.scene import Scene
from nlu.ordering import Wanted
from policies.assess import appraise, assess
from policies.facts import Fact
from policies.library import Library
from policies.person import Person
from policies.statement import Appraisal, Statement
from storage.employers import Employer, Member


class Forbidden(Exception):  # noqa: N818 - a handler that forgot to ask first; the turn is given up
    """Somebody's data was about to be opened for whom it is not."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """What an administrator may see of a member."""

    member: Member
    person: Person
    facts: tuple[Fact, ...]
    library: Library

    def statement(self, year: int) -> Statement:
        return assess(self.facts, self.person, year, self.library)

    def appraise(self, fact: Fact) -> Appraisal:
        return appraise(fact, self.person, self.library)

    def years(self, today: date) -> tuple[int, ...]:
        """The years with entries, and this one; the latest first."""
        return tuple(sorted({fact.year for fact in self.facts} | {today.year}, reverse=True))


def opened(scene: Scene, wanted: Wanted, employer: Employer, member: Member, action: str) -> Dossier:
    """A member's data; the look (`action`) goes into the audit log. Raises Forbidden where nobody judged before."""
    if refused(scene, wanted, employer) or member.employer != employer.id or not member.stands:
        raise Forbidden
    own, me = scene.turn.employers, scene.turn.account(scene.message.user)
    ((_, person, facts),) = own.crowd.people([member.account])
    own.audit.append(employer.id, me, action, member.account)
    return Dossier(member, person, facts, scene.library)
