"""Finding the order in a message."""

from __future__ import annotations

import re
from dataclasses import replace

from nlu.ordering.order import Order, Wanted
from nlu.ordering.patterns import Pattern, patterns, phrase, screen
from nlu.ordering.words import code_in, day_in, days_in, number_in, reason_in, scope_in, tidied

DECISIONS = frozenset({Wanted.REJECT, Wanted.RETURN})
APPROVALS = frozenset({Wanted.APPROVE, Wanted.APPROVE_ALL})
CODED = frozenset({Wanted.JOIN})
NAMED = ("employer", "person", "place", "document")


def order_of(text: str) -> Order | None:
    """The order in a normalised message, None where it is none."""
    said = phrase("politeness").sub("", text)
    if phrase("own_reminder").search(said):
        return None  # what somebody wants to be reminded of, whatever it is
    for number in screen().possible(said):
        pattern = patterns()[number]
        match = pattern.found.compiled.search(said)
        if match and not (pattern.unless and pattern.unless.compiled.search(said)):
            return _order(pattern, match, said, text)
    return None


def what_is_approved(order: Order) -> str | None:
    """What an approval speaks of, without its own words; None where the order is none."""
    return phrase("approve").sub("", order.text) if order.wanted in APPROVALS else None


def of_oneself(text: str) -> bool:
    """Whether somebody speaks of themselves: 我还差多少, but not 帮我看看."""
    return phrase("oneself").search(text) is not None


def asked_after(text: str) -> str | None:
    """The name of whom a message may ask after: 张三怎么样了. Whether there is such a person is not known here."""
    match = phrase("asked_after").search(phrase("politeness").sub("", text))
    return match["person"] if match else None


def _order(pattern: Pattern, match: re.Match[str], said: str, text: str) -> Order:
    """What was matched, with what else the message says of it."""
    groups = match.groupdict()
    employer, person, place, document = (tidied(groups.get(name) or "") or None for name in NAMED)
    order = Order(
        pattern.wanted,
        text,
        employer=employer,
        person=person,
        place=place,
        document=document,
        years=(int(groups["year"]),) if groups.get("year") else (),
        on=pattern.on,
    )
    return _detailed(order, match, said)


def _detailed(order: Order, match: re.Match[str], said: str) -> Order:
    """The order with code, day, number, scope or words, as far as it can have them."""
    order = replace(
        order, scope=scope_in(match.groupdict().get("scope") or said[: match.start()] or _ahead(order, said))
    )
    if order.wanted in CODED:
        name = phrase("name_given").search(said)
        return replace(order, code=code_in(said), person=name["name"] if name else None)
    if order.wanted is Wanted.SET_DEADLINE:
        return replace(order, day=day_in(said))
    if order.wanted is Wanted.SET_REMINDERS:
        return replace(order, days=days_in(said), on=not phrase("stops").search(said))
    if order.wanted is Wanted.BROADCAST:
        return replace(order, words=match["words"].strip())
    if order.wanted in DECISIONS:
        words = phrase(order.wanted.value).split(said, maxsplit=1)
        return replace(order, number=number_in(said), words=reason_in(words[-1]) or _cause(words[0]))
    return replace(order, number=number_in(said))


def _ahead(order: Order, said: str) -> str:
    """The employer that stands ahead of what is approved as a whole, within what was matched: 某某院全部核准."""
    found = phrase("ahead").search(said) if order.wanted is Wanted.APPROVE_ALL and order.person is None else None
    return found["name"] if found else ""


def _cause(head: str) -> str:
    """A reason that stands before the decision: 因为没盖章，…."""
    match = phrase("cause").search(head)
    return match["cause"].strip(" ，。") if match else ""
