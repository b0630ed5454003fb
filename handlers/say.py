"""What a handler gives back: words, buttons and the turn's outcome. Two of them can be said one after the other."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.message import Button, EntryView, Json, Reply

Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Say:
    """Part of an answer to the person who wrote. `intent` None leaves the turn's intent as it was understood;
    `open_to_all`: holds nothing of one's own, so that a group may read it; `below`: the card whose button was pressed
    is still of use and stays. `files` are paths that go with the words,
    `others` what other people and chats are told in the same turn, `org` an employer's figures for programs."""

    text: str = ""
    buttons: Rows = ()
    intent: str | None = None
    posted: tuple[EntryView, ...] = ()
    removed: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    balance: Json | None = None
    statement: Json | None = None
    open_to_all: bool = False
    org: Json | None = None
    files: tuple[str, ...] = ()
    others: tuple[Reply, ...] = ()
    below: bool = False

    def then(self, other: Say) -> Say:
        """This, and after it the other."""
        if other == NOTHING:
            return self
        if self == NOTHING:
            return other
        return Say(
            text="\n\n".join(text for text in (self.text, other.text) if text),
            buttons=self.buttons + other.buttons,
            intent=self.intent or other.intent,
            posted=self.posted + other.posted,
            removed=self.removed + other.removed,
            asks=self.asks + other.asks,
            balance=self.balance or other.balance,
            statement=self.statement or other.statement,
            open_to_all=all(part.open_to_all for part in (self, other) if part.text),
            org=self.org or other.org,
            files=self.files + other.files,
            others=self.others + other.others,
            below=self.below or other.below,
        )


NOTHING = Say()
"""Nothing to say."""
