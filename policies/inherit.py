"""Inheritance between packs: a document takes over what the one above it says, save what it says itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from policies.clauses import CLAUSES

Raw = Mapping[str, Any]

# What a document does not take over: who it is and where and when it holds.
OWN = frozenset(
    {
        "id",
        "document",
        "title",
        "issued",
        "regions",
        "trade",
        "from",
        "to",
        "extends",
        "restates",
        "remove",
        "names",
        "replaces",
    }
)

CITING = ("rule", "requirement", "cap")


def merged(raw: Raw, above: Raw | None) -> dict[str, Any]:
    """The whole document. Rules merge by id, key by key, in the order of the higher document; the rest replaces.

    Whatever cites an article keeps the pack that it comes from in `source`; a document that `restates` what it
    extends cites itself.
    """
    own = {**raw, **{kind: sourced(raw.get(kind, ()), raw["id"]) for kind in CITING if kind in raw or kind == "rule"}}
    for kind in {*CLAUSES, "window", "calendar"} & own.keys():
        own[kind] = [{"document": raw["document"], **clause} for clause in raw[kind]]
    if above is None:
        return own
    taken = {key: value for key, value in above.items() if key not in OWN}
    rules = merged_rules(own["rule"], taken.get("rule", []), set(raw.get("remove", ())))
    whole = {**taken, **own, "rule": rules}
    if raw.get("restates"):
        whole |= {kind: sourced(whole[kind], raw["id"]) for kind in CITING if kind in whole}
    return whole


def sourced(tables: Iterable[Raw], pack: str) -> list[Raw]:
    """Tables that cite an article, with the pack that the article is of."""
    return [{**table, "source": pack} for table in tables]


def merged_rules(own: list[Raw], above: list[Raw], removed: set[str]) -> list[Raw]:
    """The higher document's rules in its order, overridden where the id is the same, then the new ones."""
    mine = {rule["id"]: rule for rule in own}
    kept = [rule for rule in above if rule["id"] not in removed]
    overridden = [{**rule, **mine.get(rule["id"], {})} for rule in kept]
    known = {rule["id"] for rule in kept}
    return overridden + [rule for rule in own if rule["id"] not in known]
