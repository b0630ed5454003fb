"""What a whole sentence makes of the facts in it: questions, suppositions, hearsay, jest."""

from __future__ import annotations

import re

from nlu.draft import Draft
from nlu.intents import Cues
from nlu.reading import Intent, Mood
from nlu.owner import owner

_JEST = re.compile(r"满意了吧|骗你|开玩笑|做梦|梦里")
_ASKED = re.compile(r"算.{0,8}(吧|不|吗)(哈|$|，)")
_RECORD = re.compile(r"(登|记|录)(一)?(下|上|个|录|入)|帮我(登|记|录)|记(吧|一笔)")


def mood_over(text: str, draft: Draft, cues: Cues) -> Mood | None:
    """The mood that the sentence lays over a fact, or None where the fact's own words decide."""
    if draft.has("unserious") or _JEST.search(text):
        return Mood.UNSERIOUS
    if draft.has("supposed") or Intent.WHAT_IF in cues:
        return Mood.SUPPOSED
    if _questioned(text, draft, cues):
        return Mood.ASKED
    return owner(draft)


def _questioned(text: str, draft: Draft, cues: Cues) -> bool:
    """Whether a fact is what a question is about. A question of one's balance leaves the facts beside it standing."""
    if _ASKED.search(text):
        return True
    if Intent.BALANCE in cues and not cues[Intent.BALANCE].weak:
        start = cues[Intent.BALANCE].start
        return any(unit.start <= start < unit.end for unit in draft.units)
    return Intent.POLICY in cues and not cues[Intent.POLICY].weak and not recorded(text)


def recorded(text: str) -> bool:
    """Whether the person asks for it to be recorded."""
    return bool(_RECORD.search(text))
