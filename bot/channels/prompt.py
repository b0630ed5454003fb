"""The line that a person types into: history, several lines, pasted text."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.output import ColorDepth

from bot.wording import PROMPT


class Prompt:
    """Asks for the next message. Enter sends; Alt+Enter, or a paste, makes further lines."""

    def __init__(self, history: Path, *, colours: bool) -> None:
        # nothing here needs the cursor's position, and a terminal that does not tell it would be scolded
        os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")
        self._session: PromptSession[str] = PromptSession(
            FormattedText([("ansicyan bold" if colours else "", PROMPT)]),
            multiline=True,
            prompt_continuation="  … ",
            history=_history(history),
            key_bindings=_keys(),
            color_depth=None if colours else ColorDepth.DEPTH_1_BIT,
        )

    def read(self, before: Callable[[], None]) -> str:
        """What was typed; `before` runs once the prompt is about to show. EOFError, KeyboardInterrupt as usual."""
        typed = self._session.prompt(pre_run=before)
        return typed.encode("utf-8", "replace").decode("utf-8")  # bytes that are no text come as half characters

    def interrupt(self) -> None:
        """End the prompt from another thread, as if nothing had been typed."""
        app = self._session.app
        if app.loop is not None:
            app.loop.call_soon_threadsafe(lambda: app.exit(result="") if app.is_running and not app.is_done else None)


def _history(file: Path) -> History:
    try:
        file.touch(mode=0o600)
    except OSError:
        return InMemoryHistory()
    return FileHistory(file)


def _keys() -> KeyBindings:
    keys = KeyBindings()

    @keys.add("enter")
    def send(event: KeyPressEvent) -> None:
        event.current_buffer.validate_and_handle()

    @keys.add("escape", "enter")
    def further_line(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text("\n")

    return keys
