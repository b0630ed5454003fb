"""Figures that cannot be, whoever says them and wherever."""

from __future__ import annotations

from decimal import Decimal

from handlers.scene import Scene
from policies.facts import Attributes
from policies.vocabulary import Attribute


def out_of_bounds(scene: Scene, attributes: Attributes) -> bool:
    """Whether some figure cannot be, whatever the document: 400 days in a year, no paper at all."""
    known = scene.vocabulary.attributes
    return any(isinstance(value, Decimal) and beyond(known[name], value) for name, value in attributes.items())


def beyond(attribute: Attribute, value: Decimal) -> bool:
    """Whether a figure is too small, too large, or no whole number where only whole ones are (1.5 papers)."""
    too_small = attribute.least is not None and value < attribute.least
    too_large = attribute.most is not None and value > attribute.most
    return too_small or too_large or (attribute.whole and value != value.to_integral_value())
