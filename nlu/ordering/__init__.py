"""Employers' orders as people say them: `order_of(text)` gives an `Order`, or None where the message is none.

The words are data: nlu/lexicon/ordering.toml. The first pattern that fits wins, so the order of that file matters.
"""

from nlu.ordering.order import Order, Wanted
from nlu.ordering.reading import asked_after, of_oneself, order_of, what_is_approved

__all__ = ["Order", "Wanted", "asked_after", "of_oneself", "order_of", "what_is_approved"]
