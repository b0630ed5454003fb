"""What a whole sentence makes of the facts in it: questions, suppositions, hearsay, jest."""

from __future__ import annotations

from nlu.draft import Draft
from nlu.intents import Cues
from nlu.owner import owner
from nlu.phrases import said
from nlu.reading import Intent, Mood


def mood_over(text: str, draft: Draft, cues: Cues) -> Mood | None:
    """The mood that the sentence lays over a fact, or None where the fact's own words decide."""
    if draft.has("unserious") or said("sentence", "jest", text):
        return Mood.UNSERIOUS
    if draft.has("supposed") or Intent.WHAT_IF in cues:
        return Mood.SUPPOSED
    if _questioned(text, draft, cues):
        return Mood.ASKED
    return owner(draft) or (Mood.PLANNED if _proposed(text, draft) else None)


def _questioned(text: str, draft: Draft, cues: Cues) -> bool:
    """Whether a fact is what a question is about. A question of one's balance leaves the facts beside it standing."""
    if said("sentence", "asked", text):
        return True
    balance, policy = cues.get(Intent.BALANCE), cues.get(Intent.POLICY)
    if balance and not balance.weak:
        return any(unit.start <= balance.start < unit.end for unit in draft.units)
    if policy is None or recorded(text):
        return False
    told = draft.has("done") or any(piece.quantity or piece.when for piece in draft.pieces)
    denied = draft.has("failed") and not said("sentence", "varied", text)  # 软著没下证呢, but not 没结题的呢
    return not policy.weak or not (told or denied)


def _proposed(text: str, draft: Draft) -> bool:
    """Whether somebody makes up their mind: 那就去参加单位的培训吧. 那就记上 is an order; what has its day is told."""
    past = any(
        piece.when and not piece.when.future and not said("sentence", "by_now", piece.text) for piece in draft.pieces
    )
    return not past and said("sentence", "proposed", text) and not recorded(text)


def recorded(text: str) -> bool:
    """Whether the person asks for it to be recorded."""
    return said("sentence", "record", text)
