"""How a message was understood, step by step: for `xueshi parse` and for whoever teaches the lexicon a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nlu.draft import Draft
from nlu.intents import Cues
from nlu.pieces import Piece
from nlu.reading import Report, Trace
from nlu.repair import Slip
from policies.facts import Attributes, Range, Value


def steps(
    slips: Iterable[Slip], pieces: list[Piece], lost: list[Piece], told: Iterable[tuple[Draft, Report]], cues: Cues
) -> tuple[Trace, ...]:
    """Every piece of understanding in the order in which it came about."""
    return (*map(_slip, slips), *_pieces(pieces, lost), *(_fact(draft, report) for draft, report in told), *_cues(cues))


def _slip(slip: Slip) -> Trace:
    return Trace("slip" if slip.sure else "slip/doubt", slip.heard, slip.meant)


def _pieces(pieces: list[Piece], lost: list[Piece]) -> Iterator[Trace]:
    for piece in pieces:
        beaten = [other for other in lost if other.start < piece.end and piece.start < other.end]
        names = tuple(dict.fromkeys(f"{other.text}：{_meaning(other)}" for other in beaten))
        yield Trace(piece.rule, piece.text, _meaning(piece), names)


def _meaning(piece: Piece) -> str:
    """What a piece says, in one line."""
    if piece.quantity:
        per = f" per {piece.quantity.per}" if piece.quantity.per else ""
        return f"{piece.quantity.attribute} {piece.quantity.amount}{per}"
    if piece.when:
        return f"{piece.when.period.start} … {piece.when.period.end}"
    if piece.rank is not None:
        return f"rank {shown(piece.rank)}"
    return _word(piece) if piece.entry else "journal" if piece.journal else "title"


def _word(piece: Piece) -> str:
    entry = piece.entry
    assert entry is not None
    parts = [
        entry.activity or "",
        f"→ {'/'.join(entry.hint)}" if entry.hint else "",
        listed(entry.sets),
        "; ".join(f"{activity}: {listed(sets)}" for activity, sets in entry.by.items() if sets),
        ", ".join(sorted(entry.cues)),
        "denied" if piece.denied else "",
    ]
    return " ".join(part for part in parts if part)


def _fact(draft: Draft, report: Report) -> Trace:
    words = " | ".join(dict.fromkeys(unit.text.strip() for unit in draft.units))
    given = f" (taken over: {listed(draft.given)})" if draft.given else ""
    return Trace("fact", words, f"{report.activity or '?'} {report.mood} {listed(report.attributes)}{given}")


def _cues(cues: Cues) -> Iterator[Trace]:
    """The intents whose words occurred, the weightiest first."""
    for intent, cue in cues.items():
        yield Trace("intent/weak" if cue.weak else "intent", cue.words, intent.value)


def listed(attributes: Attributes) -> str:
    return ", ".join(f"{name}={shown(value)}" for name, value in attributes.items())


def shown(value: Value) -> str:
    """A value as the lexicon writes it."""
    if isinstance(value, Range):
        return f"{value.low}-{value.high or ''}"
    return str(value).lower() if isinstance(value, bool) else str(value)
