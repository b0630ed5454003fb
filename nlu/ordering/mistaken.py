"""What only looks like an order: a question about the rules, one's own ledger, or a deed that is told."""

from __future__ import annotations

from collections.abc import Iterable

from nlu.draft import Draft
from nlu.intents import Cues
from nlu.ordering.order import Order, Wanted
from nlu.reading import Intent

RULED = frozenset({Wanted.REJECT, Wanted.APPROVE})  # 增刊认不认 asks for the rule


def asks_or_tells(order: Order, cues: Cues, drafts: Iterable[Draft]) -> bool:
    """Whether the words are no order to an employer, though some of them could be one."""
    policy = cues.get(Intent.POLICY)
    asks = policy is not None and not policy.weak
    if order.wanted is Wanted.PERSON:
        return Intent.LEDGER in cues
    if order.wanted is Wanted.CLOSE_YEAR:
        return any(draft.activity for draft in drafts)
    if order.wanted is Wanted.SET_DEADLINE:
        return asks and order.day is None and not order.days and order.on is None
    return asks and order.wanted in RULED and not (order.person and len(order.words) > 1)
