"""行业另有规定: the sentence for people whose trade has rules of its own beside the region's document."""

from __future__ import annotations

from handlers.scene import Scene
from handlers.wording.policies import clauses_text
from policies.clauses import clauses_of


def trade_line(scene: Scene, year: int) -> str:
    """What the governing document says of this person's trade; nothing where it says nothing or none was told."""
    policy = scene.library.governing(scene.person, year)
    if policy is None or scene.person.trade is None:
        return ""
    own = [clause for clause in clauses_of(policy, "trade_rule") if scene.person.trade in clause.trades]
    return clauses_text(tuple(own))
