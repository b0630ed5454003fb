"""The Chinese font that pictures and PDFs are set in: Noto Sans SC, as the package zhplot ships it."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

_DRAWN = (range(0x20, 0x7F), range(0xA0, 0x2190), range(0x2E80, 0xE000), range(0xFF00, 0xFFF0))
_SIGNS = frozenset("−√≤≥①②③④⑤⑥⑦⑧⑨⑩■□▲△◆◇○◎●★☆")


@cache
def font_file() -> Path:
    """The font's file. The package itself is not imported: it would load matplotlib."""
    found = find_spec("zhplot")
    if found is None or not found.submodule_search_locations:
        raise FileNotFoundError("zhplot")
    return Path(found.submodule_search_locations[0]) / "fonts" / "NotoSansSC-Regular.ttf"


def writable(words: str) -> str:
    """The words without what the font has no signs for: emoji, rare characters beyond the first plane, controls."""
    return "".join(char for char in words if char in _SIGNS or any(ord(char) in each for each in _DRAWN))
