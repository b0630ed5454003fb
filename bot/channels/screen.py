"""What the terminal shows, with colours where they are wanted."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TextIO

from bot.channels import ring
from bot.channels.choices import Choices
from handlers.message import Answer

DIM, GREEN, YELLOW, CYAN = "2", "32", "33", "36"


def colours_wanted(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether to colour: on a real terminal that can, unless NO_COLOR is set."""
    return stream.isatty() and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


class Screen:
    """Writes to a terminal or a pipe."""

    def __init__(self, out: TextIO, *, colours: bool) -> None:
        self._out = out
        self._colours = colours

    def say(self, text: str, colour: str = "") -> None:
        """One or more lines."""
        self._out.write(f"\x1b[{colour}m{text}\x1b[0m\n" if colour and self._colours else f"{text}\n")
        self._out.flush()

    def show(self, answer: Answer, choices: Choices) -> None:
        """An answer: its words, the picture of the year where it is a balance, and what can be pressed."""
        for reply in answer.replies:
            self.say(printable(reply.text))
            for file in reply.files:
                self.say(f"📄 {file}", CYAN)
        if answer.balance:
            short = answer.balance["short"]
            complete = isinstance(short, Mapping) and not short["total"]
            for line in ring.draw(answer.balance):
                self.say(line, GREEN if complete else YELLOW)
        if choices.buttons:
            self.say(choices.line(), CYAN)

    def debug(self, answer: Answer) -> None:
        """Everything of the answer that is not words, as the JSONL channel would write it."""
        fields = {key: value for key, value in answer.as_json().items() if key != "replies"}
        self.say(json.dumps(fields, ensure_ascii=False, indent=1), DIM)


def printable(text: str) -> str:
    """The text without control characters: what somebody wrote must not steer the terminal that repeats it."""
    return "".join(
        character for character in text if character == "\n" or character.isprintable() or character in "\u200d\ufe0f"
    )
