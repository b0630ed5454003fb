"""The working form of a credit while a year is put together."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from policies.appraise import Appraised, Part
from policies.pack import Policy, Rule
from policies.placing import year_of
from policies.statement import Appraisal, Citation, Cut, Outcome

NOTHING = Decimal(0)
NO_CITATION = Citation("", "", "")


@dataclass(slots=True)
class Entry:
    """One fact's place in one year. `credited` shrinks as cuts are made; `covers` is what a deeming covers."""

    appraisal: Appraisal
    year: int
    subject: str
    hours: Decimal
    credited: Decimal
    policy: Policy | None = None
    rule: Rule | None = None
    covers: tuple[str, ...] = ()
    cuts: list[Cut] = field(default_factory=list)

    def cut(
        self, reason: str, to: Decimal, citation: Citation, limit: Decimal | None = None, other: int | None = None
    ) -> None:
        """Let only `to` hours count."""
        self.cuts.append(Cut(reason, self.credited - to, citation, limit, other))
        self.credited = to


def entries_of(appraised: Appraised) -> list[Entry]:
    """A fact's entries: one for each year in which it has hours or makes complete; else one without hours."""
    found = [entry for part in appraised.parts for entry in entries_of_part(part)]
    if len(appraised.parts) > 1:
        whole = appraised.whole
        for entry in found:
            entry.appraisal = whole
    return [rejected(entry) for entry in found] if appraised.fact.rejected else found


def entries_of_part(part: Part) -> list[Entry]:
    """The entries of a fact that lies in one year, or of the part of one that does."""
    appraisal, policy = part.appraisal, part.policy
    if policy is None:
        return [bare(appraisal, appraisal.fact.year, None)]
    rule = policy.rules_by_id.get(appraisal.rule) if appraisal.rule else None
    if appraisal.outcome is Outcome.CREDITED:
        return [
            Entry(appraisal, share.year, share.subject, share.hours, share.hours, policy, rule)
            for share in appraisal.shares
        ]
    if appraisal.outcome is Outcome.DEEMED:
        return [bare(appraisal, each.year, policy, rule, each.covers) for each in appraisal.deems]
    return [bare(appraisal, year_of(appraisal.fact, policy), policy, rule)]


def bare(
    appraisal: Appraisal, year: int, policy: Policy | None, rule: Rule | None = None, covers: tuple[str, ...] = ()
) -> Entry:
    """An entry without hours."""
    subject = "professional" if rule is None or rule.subject.fixed is None else rule.subject.fixed
    return Entry(appraisal, year, subject, NOTHING, NOTHING, policy, rule, covers)


def rejected(entry: Entry) -> Entry:
    """What the employer did not accept counts nothing; the entry stays in sight."""
    entry.cut("rejected", NOTHING, entry.appraisal.citation or NO_CITATION)
    entry.covers = ()
    return entry
