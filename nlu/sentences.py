"""What a whole sentence makes of the facts in it: questions, suppositions, hearsay, jest."""

from __future__ import annotations

import re
from collections.abc import Mapping

from nlu.draft import Draft
from nlu.reading import Intent, Mood
from nlu.settle import owner

_SENTENCE = re.compile(r"[。！？\n]")


def mood_over(text: str, draft: Draft, words: Mapping[Intent, str]) -> Mood | None:
    """The mood that the sentence lays over a fact, or None where the fact's own words decide."""
    if draft.has("unserious") or re.search("满意了吧|骗你|开玩笑|做梦|梦里", text):
        return Mood.UNSERIOUS
    if draft.has("supposed") or Intent.WHAT_IF in words:
        return Mood.SUPPOSED
    if Intent.POLICY in words and Intent.BALANCE not in words and not recorded(text):
        return Mood.ASKED
    return owner(text, draft)


def recorded(text: str) -> bool:
    """Whether the person asks for it to be recorded."""
    return bool(re.search("(登|记|录)(一)?(下|上|个|录|入)|帮我(登|记|录)", text))
