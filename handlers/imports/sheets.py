"""What a sheet is: entries to import, an employer's roster, or neither."""

from __future__ import annotations

from handlers.say import Say
from handlers.scene import Scene
from handlers.wording import imports as say
from nlu.reading import Intent


def sheet_sent(_scene: Scene, _content: bytes, _words: str) -> Say:
    """Take a sheet."""
    return Say(say.UNKNOWN_SHEET, intent=Intent.UNKNOWN)
