"""Normalisation: one way of writing for what people type in many.

Sentence punctuation comes out full width (，。；：！？（）), digits, letters and the point of 3.5 half width.
"""

from __future__ import annotations

import re
import unicodedata


def normalise(text: str) -> str:
    """`text` in simplified characters, half width, without invisible characters; line breaks stay."""
    text = unicodedata.normalize("NFKC", text).replace("\r", "\n")
    text = "".join(char for char in text if char == "\n" or unicodedata.category(char)[0] != "C")
    return re.sub(r"[ \t]+", " ", text).strip()
