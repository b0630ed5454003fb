"""Dialogues as text: what is typed and the whole reply, so that a person can review them.

# title                       a new dialogue with a new person
@ 2026-11-20T10:00            the instant from here on (Asia/Shanghai); every turn is a minute later
> 我在常州工作                 typed (further lines of the same message are indented)
[撤销]                        pressed: the button with this label
< …                           the reply, line by line; buttons in 【】 at its end
! posted 2025 professional 10 | removed 1 | asks rank | nothing     what the turn did, where it matters
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from handlers.assistant import Assistant
from handlers.message import Answer, Message, number

SHANGHAI = ZoneInfo("Asia/Shanghai")
START = "2026-11-20T10:00"


@dataclass(slots=True)
class Turn:
    """One message or button press, and the reply's lines and outcome that are expected."""

    said: str
    pressed: bool = False
    at: str | None = None
    reply: list[str] = field(default_factory=list)
    outcome: str | None = None


@dataclass(slots=True)
class Dialogue:
    """A title and its turns."""

    title: str
    turns: list[Turn] = field(default_factory=list)


def read(path: Path) -> Iterator[Dialogue]:
    """The dialogues of a file."""
    dialogue: Dialogue | None = None
    at: str | None = None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            if dialogue:
                yield dialogue
            dialogue, at = Dialogue(line[2:]), None
        elif line.startswith("@ "):
            at = line[2:].strip()
        elif dialogue and line[:1] in {">", "["}:
            pressed = line.startswith("[")
            dialogue.turns.append(Turn(line.strip("[]") if pressed else line[2:], pressed, at))
            at = None
        elif dialogue and line.startswith("<"):
            dialogue.turns[-1].reply.append(line[2:])
        elif dialogue and line.startswith("! "):
            dialogue.turns[-1].outcome = line[2:]
        elif dialogue and line.startswith("  "):
            dialogue.turns[-1].said += "\n" + line[2:]
    if dialogue:
        yield dialogue


def play(assistant: Assistant, dialogue: Dialogue, user: str) -> Iterator[tuple[Turn, list[str], str]]:
    """Play a dialogue; yields each turn with the reply's lines and the outcome that came."""
    now = datetime.fromisoformat(START).replace(tzinfo=SHANGHAI)
    buttons: dict[str, str] = {}
    for turn in dialogue.turns:
        now = datetime.fromisoformat(turn.at).replace(tzinfo=SHANGHAI) if turn.at else now + timedelta(minutes=1)
        press = buttons.get(turn.said, "?") if turn.pressed else None
        answer = assistant.answer(Message(user, now, text=None if turn.pressed else turn.said, press=press))
        buttons = {b.label: b.data for reply in answer.replies for row in reply.buttons for b in row}
        yield turn, lines_of(answer), outcome_of(answer)


def lines_of(answer: Answer) -> list[str]:
    lines = [line for reply in answer.replies for line in reply.text.split("\n")]
    labels = [button.label for reply in answer.replies for row in reply.buttons for button in row]
    return [*lines, "".join(f"【{label}】" for label in labels)] if labels else lines


def outcome_of(answer: Answer) -> str:
    posted = [f"posted {e.year} {e.subject} {number(e.hours)}" + (" deemed" if e.deemed else "") for e in answer.posted]
    removed = [f"removed {len(answer.removed)}"] if answer.removed else []
    asks = [f"asks {' '.join(answer.asks)}"] if answer.asks else []
    return " | ".join(posted + removed + asks) or "nothing"


def written(dialogue: Dialogue, played: list[tuple[Turn, list[str], str]]) -> str:
    """The dialogue with the replies that came, for reviewing a change."""
    out = [f"# {dialogue.title}"]
    for turn, lines, outcome in played:
        out += [f"@ {turn.at}"] if turn.at else []
        out += [f"[{turn.said}]" if turn.pressed else "> " + turn.said.replace("\n", "\n  ")]
        out += [f"< {line}".rstrip() for line in lines]
        out += [f"! {outcome}"]
    return "\n".join(out) + "\n"
