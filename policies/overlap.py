"""What can only be checked over all packs together: two documents in force at one place in one year."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from policies.pack import Policy
from policies.problems import Problem


def check_together(policies: Iterable[Policy]) -> list[Problem]:
    """Overlaps of validity, each reported at the later document."""
    return [overlap for one, other in combinations(policies, 2) if (overlap := overlapping(one, other))]


def overlapping(one: Policy, other: Policy) -> Problem | None:
    """The problem of two documents that both hold in some region and year, or None."""
    shared = sorted(set(one.regions) & set(other.regions))
    if one.trade != other.trade or not shared:
        return None
    first = max(one.first, other.first)
    last = min(last for last in (one.last or 9999, other.last or 9999))
    if first > last:
        return None
    earlier, later = sorted((one, other), key=lambda policy: (policy.first, policy.issued))
    why = f"{shared[0]}{first}年已经有 {earlier.id}（{earlier.document}）"
    cure = f"在 {earlier.id} 里写 to = {later.first - 1}，或者改这里的 from"
    if later.first > earlier.first:
        cure = f'这里写 replaces = ["{earlier.id}"]（它就管到{later.first - 1}年），或者改这里的 from'
    return Problem(later.file, "", "from", why, cure)
