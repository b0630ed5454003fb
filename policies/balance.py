"""What a year requires, what counts towards it, and what is missing at the least."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from policies.demand import Demand
from policies.entries import Entry
from policies.requirement import Bucket, Filling
from policies.statement import Balance, BucketBalance, Tally

NOTHING = Decimal(0)
SUBJECTS = ("public", "professional")
NO_MINIMUM = Tally(None, None, None)


def without_document(entries: Sequence[Entry], region: str, year: int) -> Balance:
    """A year for which no document is on file: nothing is required, nothing can be said to be missing."""
    sums = credited(entries)
    return Balance(year, region, None, NO_MINIMUM, tally_of(sums), NO_MINIMUM, (), others(sums))


def balance_of(entries: Sequence[Entry], demand: Demand, region: str, year: int) -> Balance:
    """The balance of a year from its entries. `demand` is what the document wants of this person."""
    sums, covers, carried = credited(entries), covered(entries), demand.carried
    buckets = tuple(bucket_balance(each, entries) for each in demand.buckets)
    return Balance(
        year,
        region,
        demand.citation,
        Tally(demand.total, demand.public, demand.professional),
        tally_of(sums),
        shortfall(demand, sums, covers, buckets),
        covers,
        others(sums),
        carried,
        buckets,
        demand.unit,
    )


def credited(entries: Sequence[Entry]) -> dict[str, Decimal]:
    """Hours that count, by subject."""
    sums: dict[str, Decimal] = {}
    for entry in entries:
        if entry.credited:
            sums[entry.subject] = sums.get(entry.subject, NOTHING) + entry.credited
    return sums


def tally_of(sums: Mapping[str, Decimal]) -> Tally:
    return Tally(sum(sums.values(), NOTHING), sums.get("public", NOTHING), sums.get("professional", NOTHING))


def others(sums: Mapping[str, Decimal]) -> dict[str, Decimal]:
    return {subject: hours for subject, hours in sums.items() if subject not in SUBJECTS}


def covered(entries: Sequence[Entry]) -> tuple[str, ...]:
    """What deemings make complete, in the order total, public, professional."""
    covers = {name for entry in entries for name in entry.covers}
    return tuple(name for name in ("total", *SUBJECTS) if name in covers)


def shortfall(
    demand: Demand, sums: Mapping[str, Decimal], covers: Sequence[str], buckets: Sequence[BucketBalance]
) -> Tally:
    """The least that must still be earned: the larger of the total's gap and the sum of the subjects' gaps.

    A subject that a deeming covers counts as met, in the total too.
    """
    have = {subject: sums.get(subject, NOTHING) + demand.carried.get(subject, NOTHING) for subject in SUBJECTS}
    gaps = {subject: max(demand.minimum(subject) - have[subject], NOTHING) for subject in SUBJECTS}
    lifted = sum((gaps[subject] for subject in SUBJECTS if subject in covers), NOTHING)
    for each in demand.fillings:
        gaps[each.target] -= filled(each, gaps, have, demand)
    for subject in SUBJECTS:
        gaps[subject] = NOTHING if subject in covers else max(gaps[subject], bucket_gap(demand, buckets, subject))
    total = demand.total - sum(sums.values(), NOTHING) - sum(demand.carried.values(), NOTHING) - lifted
    total = NOTHING if "total" in covers else max(total, bucket_gap(demand, buckets, None), NOTHING)
    return Tally(max(total, sum(gaps.values(), NOTHING)), gaps["public"], gaps["professional"])


def filled(filling: Filling, gaps: Mapping[str, Decimal], have: Mapping[str, Decimal], demand: Demand) -> Decimal:
    """How much of one subject's gap the surplus of another closes."""
    surplus = max(have[filling.source] - demand.minimum(filling.source), NOTHING)
    return min(gaps[filling.target], surplus, surplus if filling.most is None else filling.most)


def bucket_balance(bucket: Bucket, entries: Sequence[Entry]) -> BucketBalance:
    """How the hours stand that a document wants from certain items."""
    own = (entry.credited for entry in entries if entry.rule is not None and entry.rule.id in bucket.rules)
    hours = sum(own, NOTHING)
    return BucketBalance(bucket.name, bucket.hours, hours, max(bucket.hours - hours, NOTHING))


def bucket_gap(demand: Demand, buckets: Sequence[BucketBalance], subject: str | None) -> Decimal:
    """What the buckets of a subject (or of no subject) lack together."""
    pairs = zip(demand.buckets, buckets, strict=True)
    return sum((balance.short for bucket, balance in pairs if bucket.subject == subject), NOTHING)
