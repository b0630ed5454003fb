"""Which documents words may mean, where somebody must name exactly one: the one, or those to choose from."""

from __future__ import annotations

from policies.library import Library
from policies.naming import YEAR, names_of, plain
from policies.pack import Policy


def document_meant(words: str, library: Library) -> Policy | None:
    """The document of that id or name. None where none fits or several do, and where the place named is unknown."""
    if words in library.policies:
        return library.policies[words]
    found = library.by_name(words)
    return found if found is not None and is_named(words, found, library) else None


def is_named(words: str, policy: Policy, library: Library) -> bool:
    """Whether the words name the document or a place of it, not merely a year that happens to fit."""
    said = plain(words)
    if any(plain(name) in said for name in names_of(policy)):
        return True
    place = library.find_place(YEAR.sub("", said))
    return place is not None and bool(set(place.chain) & set(policy.regions))


def candidates(words: str, library: Library) -> tuple[Policy, ...]:
    """The documents that the words may mean: part of a name, or a place's; in the order of their first years."""
    said = plain(words)
    place = library.find_place(YEAR.sub("", said))
    regions = set(place.chain) if place else set()
    found = [
        policy
        for policy in library.policies.values()
        if regions & set(policy.regions) or (said and any(said in plain(name) for name in names_of(policy)))
    ]
    return tuple(sorted(found, key=lambda policy: (policy.first, policy.id)))
