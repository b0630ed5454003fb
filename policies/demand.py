"""What a document demands of one person in one year: by title level, after leave, within a cycle, with carry-over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from policies.pack import Policy
from policies.person import Person
from policies.requirement import Bucket, CarryOver, Filling, Requirement
from policies.statement import Citation

NOTHING = Decimal(0)
CreditedIn = Callable[[int], Mapping[str, Decimal]]


@dataclass(frozen=True, slots=True)
class Demand:
    """A year's requirement as it stands for a person. Subjects without a minimum are None."""

    citation: Citation
    total: Decimal
    public: Decimal | None
    professional: Decimal | None
    unit: str = "学时"
    carried: Mapping[str, Decimal] = field(default_factory=dict)
    fillings: tuple[Filling, ...] = ()
    buckets: tuple[Bucket, ...] = ()

    def minimum(self, subject: str) -> Decimal:
        """A subject's minimum; nothing where it has none."""
        return {"total": self.total, "public": self.public, "professional": self.professional}[subject] or NOTHING


def demand_of(policy: Policy, person: Person, year: int, credited_in: CreditedIn, first: int) -> Demand | None:
    """The demand of a year; None where the document says nothing of it.

    `credited_in` gives the hours by subject of another year, `first` is the first year that has any.
    """
    requirement = requirement_for(policy, person, year)
    if requirement is None:
        return None
    keeps = kept(requirement, person.leave.get(year, NOTHING))
    carried = {}
    for each in requirement.carry:
        if amount := carried_into(each, policy, person, year, credited_in, first):
            carried[each.subject or "total"] = amount
    return Demand(
        requirement.citation,
        in_cycle(requirement, year, credited_in) * keeps,
        None if requirement.public is None else requirement.public * keeps,
        None if requirement.professional is None else requirement.professional * keeps,
        policy.unit,
        carried,
        requirement.fillings,
        requirement.buckets,
    )


def requirement_for(policy: Policy, person: Person, year: int) -> Requirement | None:
    """The requirement of a year, that of the person's title level where there is one."""
    requirement = policy.requirement(year)
    if requirement is None or person.title_level is None:
        return requirement
    return requirement.levels.get(person.title_level, requirement)


def kept(requirement: Requirement, months: Decimal) -> Decimal:
    """The share of the requirement that stays after so many months of leave."""
    reached = [leave for leave in requirement.leaves if months >= leave.months]
    return min((leave.keeps for leave in reached), default=Decimal(1))


def in_cycle(requirement: Requirement, year: int, credited_in: CreditedIn) -> Decimal:
    """The year's total; in the last year of a cycle at least what the cycle still lacks."""
    cycle = requirement.cycle
    if cycle is None or (year - cycle.starts) % cycle.years != cycle.years - 1:
        return requirement.total
    earlier = range(year - cycle.years + 1, year)
    have = sum((sum(credited_in(each).values(), NOTHING) for each in earlier), NOTHING)
    return max(requirement.total, cycle.total - have)


def carried_into(
    carry: CarryOver, policy: Policy, person: Person, year: int, credited_in: CreditedIn, first: int
) -> Decimal:
    """The surplus of earlier years that is still there: each year's gap is filled from the oldest first."""
    pool: dict[int, Decimal] = {}
    for each in range(max(first, policy.first), year):
        requirement = requirement_for(policy, person, each)
        wanted = (requirement.minimum(carry.subject or "total") if requirement else None) or NOTHING
        sums = credited_in(each)
        own = sums.get(carry.subject, NOTHING) if carry.subject else sum(sums.values(), NOTHING)
        draw(pool, max(wanted - own, NOTHING), each - carry.years)
        pool[each] = limited(max(own - wanted, NOTHING), carry.most)
    left = sum((hours for source, hours in pool.items() if source >= year - carry.years), NOTHING)
    return limited(left, carry.most)


def draw(pool: dict[int, Decimal], gap: Decimal, oldest: int) -> None:
    """Take a year's gap out of the surplus of those before it, not older than `oldest`."""
    for source in sorted(pool):
        if source >= oldest:
            taken = min(gap, pool[source])
            pool[source] -= taken
            gap -= taken


def limited(hours: Decimal, most: Decimal | None) -> Decimal:
    return hours if most is None else min(hours, most)
