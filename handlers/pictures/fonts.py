"""The Chinese font that pictures and PDFs are set in: Noto Sans SC, as the package zhplot ships it."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path


@cache
def font_file() -> Path:
    """The font's file. The package itself is not imported: it would load matplotlib."""
    found = find_spec("zhplot")
    if found is None or not found.submodule_search_locations:
        raise FileNotFoundError("zhplot")
    return Path(found.submodule_search_locations[0]) / "fonts" / "NotoSansSC-Regular.ttf"


def writable(words: str) -> str:
    """The words without what the font has no signs for: emoji, rare characters beyond the first plane, controls."""
    kept = (char for char in words if char.isprintable() and (ord(char) < 0x2190 or 0x2E80 <= ord(char) < 0xE000
            or 0xFF00 <= ord(char) < 0xFFF0 or char in "−√≤≥①②③④⑤⑥⑦⑧⑨⑩■□▲△◆◇○◎●★☆"))  # fmt: skip
    return "".join(kept)
