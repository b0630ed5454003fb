"""A phone in the terminal: the fake as a process of its own, for trying a bot by hand.

python -m tests.telegram.fake [--port 8081]     prints where it is; then what is typed is said by a person,
[label] presses a button, @path sends a file, and what the bot does is printed with its time.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Thread

from tests.telegram.fake import Fake, Person

PICTURES = {".jpg", ".jpeg", ".png"}


def main(arguments: Sequence[str] | None = None) -> None:
    """Run until the input ends."""
    parser = argparse.ArgumentParser(prog="python -m tests.telegram.fake", description="a fake Bot API and a phone")
    parser.add_argument("--port", type=int, default=8081)
    chosen = parser.parse_args(arguments)
    with Fake(port=chosen.port) as fake:
        print(f"base {fake.base}\ntoken {fake.token}", flush=True)
        person = fake.person()
        Thread(target=show, args=(fake,), daemon=True).start()
        for line in sys.stdin:
            act(person, line.rstrip("\n"))


def act(person: Person, typed: str) -> None:
    """Do as a line says."""
    if typed.startswith("[") and typed.endswith("]"):
        try:
            person.presses(typed[1:-1])
        except AssertionError as error:
            print(error, flush=True)
    elif typed.startswith("@") and Path(typed[1:]).is_file():
        file = Path(typed[1:])
        if file.suffix.lower() in PICTURES:
            person.sends_photo(file.read_bytes())
        else:
            person.sends_file(file.read_bytes(), file.name, "application/octet-stream")
    elif typed:
        person.says(typed)


def show(fake: Fake) -> None:
    """Print for ever what the bot does, and what it should not have done."""
    seen, complained = 0, 0
    while True:
        with fake.server.changed:
            fake.server.changed.wait(1)
        for event in fake.server.events[seen:]:
            text = event.message.get("text") or event.message.get("caption") or ""
            markup = event.message.get("reply_markup")
            rows = markup.get("inline_keyboard", []) if isinstance(markup, dict) else []
            print(f"{event.at:.3f} {event.kind} {event.chat}: {text}", flush=True)
            for row in rows:
                print("   " + "".join(f"[{button['text']}]" for button in row), flush=True)
        for complaint in fake.server.violations[complained:]:
            print(f"!! {complaint}", flush=True)
        seen, complained = len(fake.server.events), len(fake.server.violations)


if __name__ == "__main__":
    main()
