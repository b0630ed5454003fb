"""The order about reminders in a message, with what to remind of as it was typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from nlu.reading import Parse
from nlu.reminding.schedule import Order


def order_in(typed: str | None, parsed: Parse, today: date) -> Order:
    """What a message orders. Slips are repaired to understand it, and what is to be said to the person later are
    their own words: 去人社局 does not become 区人社局."""
    from nlu.reminding.orders import order_of  # noqa: PLC0415 - only who speaks of reminders needs it
    from nlu.text import normalise  # noqa: PLC0415

    order = order_of(parsed.text, today)
    if not order.text or typed is None:
        return order
    as_typed = order_of(normalise(typed), today)
    alike = replace(as_typed, text="") == replace(order, text="") and len(as_typed.text) == len(order.text)
    return as_typed if alike else order
