"""Several things reported as one that turn out to differ: each becomes a draft of its own."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from handlers.drafts import filled
from handlers.scene import Scene
from handlers.state import Draft
from nlu.reading import Reply
from policies.facts import Attributes, Period

ONE = Decimal(1)


def told_apart(scene: Scene, draft: Draft, reply: Reply) -> list[Draft]:
    """An answer for each of several ("一篇一作，一篇二作"), and what is left of them; none where they do not add up to
    what was counted before."""
    whole = draft.attributes.get("count")
    counts = [count for part in reply.parts if isinstance(count := part.attributes.get("count", ONE), Decimal)]
    if len(counts) < 2 or draft.replaces is not None or (isinstance(whole, Decimal) and sum(counts) > whole):
        return []
    parts = [
        replace(filled(scene, draft, {**part.attributes, "count": count}, part.when), twin_agreed=True)
        for part, count in zip(reply.parts, counts, strict=True)
    ]
    rest = whole - sum(counts) if isinstance(whole, Decimal) else Decimal(0)
    return [*parts, counted(draft, rest)] if rest else parts


def in_part(scene: Scene, draft: Draft, reply: Reply, sets: Attributes) -> list[Draft]:
    """Where the answer is for some of several only ("一篇是一作"): those, and the others."""
    whole, said = draft.attributes.get("count"), reply.attributes.get("count")
    if draft.replaces is not None or not isinstance(whole, Decimal) or not isinstance(said, Decimal) or said >= whole:
        return []
    part = replace(draft, attributes={**draft.attributes, "count": said})
    return [filled(scene, part, sets, reply.when), counted(draft, whole - said)]


def split_off(scene: Scene, draft: Draft, sets: Attributes, when: Period | None) -> list[Draft]:
    """An entry of which only some are otherwise ("其中一篇是二作"): what stays of it, and those; none where the figures
    do not allow it. `draft` is the entry, to be replaced, at the time of those; `when` that of what stays."""
    whole, said = draft.attributes.get("count"), sets.get("count", ONE)
    if not isinstance(whole, Decimal) or not isinstance(said, Decimal) or not said < whole:
        return []
    stays = replace(draft, attributes={**draft.attributes, "count": whole - said}, when=when)
    part = filled(scene, replace(draft, replaces=None, twin_agreed=True), {**sets, "count": said})
    return [stays, part]


def counted(draft: Draft, count: Decimal) -> Draft:
    """The draft with another count; that the others are like it is no reason to ask."""
    return replace(draft, attributes={**draft.attributes, "count": count}, twin_agreed=True)
