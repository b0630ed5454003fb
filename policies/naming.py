"""Which document is meant by words: its number, its id, its names, or a place with a year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policies.pack import Policy
from policies.places import Gazetteer, Place

YEAR = re.compile(r"(?:19|20)\d\d")
KINDS = re.compile("(办法|文件|通知|规定|标准)$")
PUNCTUATION = str.maketrans("", "", "〔〕[]（）()【】《》 的年")


def plain(words: str) -> str:
    return words.translate(PUNCTUATION)


def named(words: str, policies: Sequence[Policy], places: Gazetteer, near: str | None = None) -> Policy | None:
    """The one document that the words fit; None where none does, or several. `near` is where the speaker works."""
    said = plain(words)
    if not said:
        return None
    exact = [policy for policy in policies if any(plain(name) in said for name in names_of(policy))]
    return only(first_hand(longest(exact, said), places, near)) or by_year(said, policies, places, near)


def names_of(policy: Policy) -> tuple[str, ...]:
    return (policy.id, policy.document, policy.title, *policy.names)


def longest(found: Sequence[Policy], said: str) -> list[Policy]:
    """Those with the longest name within the words."""
    lengths = {policy.id: max(len(plain(name)) for name in names_of(policy) if plain(name) in said) for policy in found}
    return [policy for policy in found if lengths[policy.id] == max(lengths.values())]


def first_hand(found: Sequence[Policy], places: Gazetteer, near: str | None) -> list[Policy]:
    """Of packs that share a document, those of the speaker's place, else those that do not merely apply it."""
    place = places.find(near) if near else None
    own = nearest(found, place.chain) if place else []
    return own or [policy for policy in found if not any(other.id in policy.lineage[1:] for other in found)]


def by_year(said: str, policies: Sequence[Policy], places: Gazetteer, near: str | None) -> Policy | None:
    """A place's document by the year in the words: that of its issue, or one in which it holds."""
    years = [int(year) for year in YEAR.findall(said)]
    place = places.find(KINDS.sub("", YEAR.sub("", said))) or (places.find(near) if near else None)
    own = [policy for policy in policies if place is None or set(place.chain) & set(policy.regions)]
    if not years:
        return only(own) if place else None
    issued = [policy for policy in own if policy.issued.year == years[0] and policy.first >= years[0]]
    first = [policy for policy in own if policy.first == years[0]]
    holding = [policy for policy in own if place is not None and policy.holds_in(years[0])]
    return next(filter(None, (only(nearest(each, chain_of(place))) for each in (issued, first, holding))), None)


def chain_of(place: Place | None) -> tuple[str, ...]:
    return place.chain if place else ()


def nearest(found: Sequence[Policy], chain: Sequence[str]) -> list[Policy]:
    """Those of the narrowest region; all where no place was named."""
    for region in chain:
        if own := [policy for policy in found if region in policy.regions]:
            return own
    return [] if chain else list(found)


def only(found: Sequence[Policy]) -> Policy | None:
    return found[0] if len(found) == 1 else None
