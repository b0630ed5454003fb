"""Cutting a message at its borders: full stops, commas, list marks, spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlu.absence import with_absences
from nlu.contrast import without_named
from nlu.each import with_rates
from nlu.either import either_times
from nlu.make_up import with_years
from nlu.pieces import Piece
from nlu.splitting import split
from nlu.totals import without_totals
from nlu.unit import Unit, unit_of

_BORDER = re.compile(
    r"(?P<sentence>[。！？\n；…]+)|(?P<comma>[，：]+)"
    r"|(?P<list>(?:[、+（）()【】\[\]|&~～]|/(?!(?<=[时节钟天]/)[天日次场]))+)"  # 3学时/次 is a rate
    r"|(?P<space>[ \u2600-\u27bf\U0001f000-\U0001faff]+)"  # a picture between two things is a border
)
_ASIDE = re.compile(r"（[^（），。；、\n]{1,6}）(?=[\d一二两三四五六七八九十]+ ?[篇本项门个天次])")  # 参与（第五）1项
MOST_PIECES = (
    60  # of one clause; whoever speaks for longer without a pause is cut there, since each looks at all others
)
_STRENGTH = {"sentence": 4, "comma": 3, "list": 2, "space": 1}


def units_of(text: str, pieces: list[Piece]) -> list[Unit]:
    """The units of a message, from left to right; stretches without a piece are left out."""
    return [unit for clause in _clauses(text, pieces_of(text, pieces)) for unit in split(text, clause)]


def pieces_of(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces as they belong together before anything is cut."""
    kept = with_years(text, either_times(text, without_named(text, without_totals(text, pieces))))
    return with_rates(text, with_absences(text, kept))


def _clauses(text: str, pieces: list[Piece]) -> Iterator[Unit]:
    """The stretches between two borders that have pieces."""
    start, border, sentence, at = 0, 4, 0, 0
    for end, after, strength in [*_borders(text, pieces), (len(text), len(text), 4)]:
        first = at
        while at < len(pieces) and pieces[at].start < end:
            at += 1
        while at - first > MOST_PIECES:
            cut = pieces[first + MOST_PIECES].start
            yield unit_of(text, (start, cut), pieces[first : first + MOST_PIECES], border, sentence)
            start, first, border = cut, first + MOST_PIECES, _STRENGTH["list"]
        if at > first:
            yield unit_of(text, (start, end), pieces[first:at], border, sentence, header="：" in text[end:after])
            border = strength
        else:
            border = max(border, strength)
        sentence += strength == _STRENGTH["sentence"]
        start = after


def _borders(text: str, pieces: list[Piece]) -> Iterator[tuple[int, int, int]]:
    """Where clauses end, where the next begins, and how strong the border is."""
    covered = {at for piece in pieces for at in range(piece.start, piece.end)}
    aside = 0  # the end of a short aside after which a clause goes on
    for match in _BORDER.finditer(text):
        opened = _ASIDE.match(text, match.start()) if match[0] == "（" else None
        aside = opened.end() if opened else aside
        if opened or match.end() == aside or match.start() in covered:
            continue
        if match["space"] and _within_words(text, match):
            continue
        yield match.start(), match.end(), _STRENGTH[match.lastgroup or "space"]


def _within_words(text: str, match: re.Match[str]) -> bool:
    """Whether a space stands between two Latin words."""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return bool(before.isascii() and before.isalpha() and after.isascii() and after.isalpha())
