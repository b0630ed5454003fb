"""Employers' orders as people say them: `order_of(text)` gives an `Order`, or None where the message is none.

The words are data: nlu/lexicon/ordering.toml. The first pattern that fits wins, so the order of that file matters.
"""

from nlu.ordering.order import Order, Wanted
from nlu.ordering.reading import order_of

__all__ = ["Order", "Wanted", "order_of"]
