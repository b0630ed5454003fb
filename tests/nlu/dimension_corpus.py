"""Reading the corpora of dimensions: one meaning, many phrasings; [ ] marks the part that is meant."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from nlu.mention import Mention
from nlu.text import normalise

_FOLDER = Path(__file__).with_name("corpus") / "dimensions"


def corpus(name: str) -> dict[str, Any]:
    """A corpus file, numbers as decimals."""
    with (_FOLDER / name).open("rb") as file:
        return tomllib.load(file, parse_float=Decimal)


def phrasings(data: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    """Every phrasing with the example that it belongs to."""
    for example in data["example"]:
        for text in example["texts"]:
            yield example, text


def spoken(text: str) -> tuple[str, str | None]:
    """The normalised text, and the part of it that is meant (None: all of it)."""
    marked = re.search(r"\[(.*?)\]", text)
    return normalise(text.replace("[", "").replace("]", "") if marked else text), marked and normalise(marked[1])


def only(found: list[Mention[Any]], text: str, meant: str | None) -> Mention[Any]:
    """The one mention, which must cover what is meant (beside others only where a part is); says how it fails."""
    assert found, "none"
    if meant is None:
        assert len(found) == 1, f"several: {[each.text for each in found]}"
        assert found[0].text == text, f"partial: {found[0].text!r}"
        return found[0]
    fitting = [each for each in found if each.text == meant]
    assert fitting, f"partial: {[each.text for each in found]} instead of {meant!r}"
    return fitting[0]
