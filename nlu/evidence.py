"""Whether a word that names an activity tells of anything: "论文版面费" and "培训在几楼" do not."""

from __future__ import annotations

import re

from nlu.draft import Draft, meaning
from nlu.known import allowed
from nlu.phrases import said
from nlu.reading import NO_CONTEXT, Context, Mood, Report
from nlu.unit import Unit

_TOLD = re.compile(r"[了过啦咯掉完](?![一-龥]{0,2}[吗么？])|有|去|参加|报|登|记|[学做看上听写考办发刷]的$")
_ASKED = re.compile(r"^[^，。！？\n]{0,3}？")


def told(text: str, draft: Draft, report: Report, context: Context = NO_CONTEXT) -> bool:
    """Whether a draft tells that something happened, or did not."""
    if report.activity is None:
        corrects = context.refused is not None and said("decide", "happened", text)
        return bool((report.another and report.attributes) or (corrects and (report.attributes or report.when)))
    hinted = not any(unit.anchor for unit in draft.units)
    if any(unit.has("aside") for unit in draft.units if hinted or unit.anchor):
        return False
    if hinted and not (draft.another or draft.has("instead")) and report.mood is Mood.DONE:
        return _hinted_enough(draft, report)
    if report.mood is not Mood.DONE:
        return True
    return bool(report.when or report.problems or draft.given) or any(_tells(text, unit, draft) for unit in draft.units)


def _hinted_enough(draft: Draft, report: Report) -> bool:
    """Words that only point at an activity make a report when they come with a number, or with a deed and a detail."""
    pieces = draft.pieces
    if any(piece.quantity for piece in pieces) and report.attributes:
        return True
    pointing = [piece for piece in pieces if draft.activity in piece.hint]
    deed = any("done" in piece.cues and any(other is not piece for other in pointing) for piece in pieces)
    return deed or len(set(report.attributes) - {"sole"}) > 1 or bool(report.attributes and report.when)


def _tells(text: str, unit: Unit, draft: Draft) -> bool:
    """Whether a unit says more than the name of the activity."""
    if _ASKED.match(text[unit.end - 1 : unit.end + 3]) and not any(
        piece.quantity or piece.when for piece in unit.pieces
    ):
        return False
    for piece in unit.pieces:
        if piece is unit.anchor:
            continue
        if piece.quantity or piece.rank is not None or "done" in piece.cues or meaning(piece, draft.activity):
            return True
    anchor = unit.anchor
    if anchor is None or anchor.entry is None:
        return False
    return (bool(allowed(anchor.entry.sets, draft.activity)) and len(unit.pieces) > 1) or bool(
        _TOLD.search(text, unit.start, unit.end + (9 if anchor.entry.sets else 0))
    )
