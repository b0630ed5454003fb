"""Which document is meant by words: its number, its id, its names, or a place with a year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policies.pack import Policy
from policies.places import Gazetteer

YEAR = re.compile(r"(?:19|20)\d\d")
PUNCTUATION = str.maketrans("", "", "〔〕[]（）()【】《》 的年")


def plain(words: str) -> str:
    return words.translate(PUNCTUATION)


def named(words: str, policies: Sequence[Policy], places: Gazetteer) -> Policy | None:
    """The one document that the words fit; None where none does, or several."""
    said = plain(words)
    if not said:
        return None
    exact = [policy for policy in policies if any(plain(name) in said for name in names_of(policy))]
    return only(longest(exact, said)) or by_year(said, policies, places)


def names_of(policy: Policy) -> tuple[str, ...]:
    return (policy.id, policy.document, policy.title, *policy.names)


def longest(found: Sequence[Policy], said: str) -> list[Policy]:
    """Those with the longest name within the words."""
    lengths = {policy.id: max(len(plain(name)) for name in names_of(policy) if plain(name) in said) for policy in found}
    return [policy for policy in found if lengths[policy.id] == max(lengths.values())]


def by_year(said: str, policies: Sequence[Policy], places: Gazetteer) -> Policy | None:
    """A place's document by the year in the words: that of its issue, or one in which it holds."""
    years = [int(year) for year in YEAR.findall(said)]
    place = places.find(YEAR.sub("", said).removesuffix("办法").removesuffix("文件").removesuffix("通知"))
    near = [policy for policy in policies if place is None or set(place.chain) & set(policy.regions)]
    if not years:
        return None
    issued = [policy for policy in near if policy.issued.year == years[0]]
    first = [policy for policy in near if policy.first == years[0]]
    holding = [policy for policy in near if place is not None and policy.holds_in(years[0])]
    return only(issued) or only(first) or only(nearest(holding, place.chain if place else ()))


def nearest(found: Sequence[Policy], chain: Sequence[str]) -> list[Policy]:
    """Those of the narrowest region."""
    for region in chain:
        if own := [policy for policy in found if region in policy.regions]:
            return own
    return []


def only(found: Sequence[Policy]) -> Policy | None:
    return found[0] if len(found) == 1 else None
