"""The template of an import: a sheet with a row of examples, and lists to choose from."""

from __future__ import annotations

from handlers.say import Say
from handlers.scene import Scene
from handlers.wording import imports as say
from nlu.reading import ExportWish, Intent


def template_sent(_scene: Scene, _wish: ExportWish) -> Say:
    """Send the template."""
    return Say(say.UNKNOWN_SHEET, intent=Intent.EXPORT)
