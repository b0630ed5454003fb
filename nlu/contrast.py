"""不是省级的，是市级的: what is only named to say that it was not so."""

from __future__ import annotations

import re
from dataclasses import replace

from nlu.pieces import Piece

_NOT = re.compile("(?<![是又可啊哦噢呃诶哎额])(?:不是|并非)(?:什么|那种|在)?$")
_AFTER_ALL = re.compile("[^，。！？]{0,4}(?:就是|吗|么|嘛)")  # 不是一作就是二作; 不是省级的吗


def without_named(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces, less the kinds, levels and positions that are denied by name; what is said instead of one that was
    told before (省级课题，不是省级是市级) puts it right."""
    if "不是" not in text and "并非" not in text:
        return pieces
    kept: list[Piece] = []
    denied: Piece | None = None
    for piece in pieces:
        if _tells_kind(piece) and _denied(text, piece):
            denied = piece
            continue
        rights = denied is not None and any(denied.text in each.text for each in kept)
        kept.append(replace(piece, cues=piece.cues | {"correction"}) if rights else piece)
        denied = None
    return kept


def _tells_kind(piece: Piece) -> bool:
    """Whether a piece says of what kind something is, and not how it went."""
    return piece.rank is not None or bool(piece.entry and (piece.entry.sets or piece.entry.by) and not piece.cues)


def _denied(text: str, piece: Piece) -> bool:
    return bool(_NOT.search(text[max(0, piece.start - 5) : piece.start])) and not _AFTER_ALL.match(text, piece.end)
