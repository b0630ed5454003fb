"""Buttons on a terminal: each gets a number, and typing the number presses it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from handlers.message import Answer, Button

# A bare number may answer these questions by itself ("3" for how many days, "2" for the second author), and the
# answer that was meant must never be another: their buttons get letters.
ANSWERED_BY_NUMBERS = frozenset(
    {"count", "days", "hours", "months", "words", "points", "rank", "author_position", "when", "term", "entry"}
)


@dataclass(frozen=True, slots=True)
class Choices:
    """The buttons of the last answer by what is typed to press them."""

    buttons: tuple[tuple[str, Button], ...] = ()

    def pressed(self, typed: str) -> str | None:
        """The data of the button that these characters press; None where they are just words."""
        key = unicodedata.normalize("NFKC", typed).strip().upper()
        return next((button.data for mark, button in self.buttons if mark == key), None)

    def line(self) -> str:
        """The buttons as a line to read."""
        return "  ".join(f"[{mark}] {button.label}" for mark, button in self.buttons)


def offered(answer: Answer) -> Choices:
    """The buttons of all replies, marked 1, 2, 3 … or A, B, C …"""
    buttons = [button for reply in answer.replies for row in reply.buttons for button in row]
    letters = not ANSWERED_BY_NUMBERS.isdisjoint(answer.asks)
    marks = (chr(ord("A") + place) if letters else str(place + 1) for place in range(26 if letters else len(buttons)))
    return Choices(tuple(zip(marks, buttons, strict=False)))
