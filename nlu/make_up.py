"""Hours made up for an earlier year (这是补2024年的学时): what they are for, not when they were earned."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from nlu.dimensions.time_when import Grain
from nlu.draft import Draft
from nlu.phrases import said
from nlu.pieces import Piece
from nlu.reading import Report

_BEFORE_YEAR = re.compile("的?是?|[上齐给]|一下|修")
_AFTER_YEAR = re.compile("(度?(的(学时)?|学时)[来而]?)?")


def for_all(text: str, reports: tuple[Report, ...]) -> tuple[Report, ...]:
    """The reports, each made up for the year that was said of all of them (以下都是补2024年的：…)."""
    years = {report.made_up_for for report in reports if report.made_up_for is not None}
    if len(years) != 1 or not said("sentence", "all_made_up", text):
        return reports
    return tuple(replace(report, made_up_for=min(years)) for report in reports)


def with_years(text: str, pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces, each 补 joined with the year that it is for."""
    kept: list[Piece] = []
    for piece in pieces:
        last = kept[-1] if kept else None
        joined = _joined(text, last, piece) if last else None
        if joined:
            kept[-1] = joined
        else:
            kept.append(piece)
    return kept


def _joined(text: str, first: Piece, second: Piece) -> Piece | None:
    between = text[first.end : second.start]
    if "make_up" in first.cues and _a_year(second) and _BEFORE_YEAR.fullmatch(between):
        word, year = first, second
    elif "make_up" in second.cues and _a_year(first) and _AFTER_YEAR.fullmatch(between):
        word, year = second, first
    else:
        return None
    span = text[first.start : second.end]
    return replace(word, start=first.start, end=second.end, text=span, makes_up=year.when)


def _a_year(piece: Piece) -> bool:
    return piece.when is not None and piece.when.grain is Grain.YEAR and not piece.when.unsure


def made_up_for(draft: Draft) -> int | None:
    """The year that a fact was said to make up for."""
    return next((piece.makes_up.year for piece in draft.pieces if piece.makes_up), None)
