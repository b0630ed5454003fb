"""好几篇, 两三篇: several works whose number nobody said, so that it has to be asked."""

from __future__ import annotations

from nlu.amounts import vague
from nlu.counted import WORKS
from nlu.draft import Draft
from policies.facts import Attributes


def uncounted(draft: Draft, attributes: Attributes) -> bool:
    """Whether a fact is of several works, or of meetings told without their days, and not of how many."""
    each_counts = draft.activity in WORKS or (draft.activity == "conference" and "days" not in attributes)
    if not each_counts or "count" in attributes:
        return False
    return draft.has("several") or any(piece.counts and vague(piece) for piece in draft.pieces)
