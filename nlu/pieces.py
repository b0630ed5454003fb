"""What a message is made of: every stretch that some rule reads, none claimed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from nlu.dimensions.numeral import find_numbers
from nlu.dimensions.quantity import Quantity, find_quantities
from nlu.dimensions.time import find_times
from nlu.dimensions.time_when import When
from nlu.entries import Entry
from nlu.ranks import find_ranks
from nlu.spotting import Spotter, spotter
from policies.facts import Value

_TITLE = re.compile(r"《[^《》\n]{1,80}》")
_IN_JOURNAL = re.compile(r"(在|于|上|杂志|期刊|刊物|学报|刊|登|发)$")
_OF_JOURNAL = re.compile(r"(上(?!的|课)|杂志|期刊|学报|这本刊|刊|里面?发|今年第|\d{4}年第|第\d+期|发的|录用|发了)")
_POINTS = re.compile("强国|学强|积分")
_OF_PEOPLE = re.compile(
    r"(作者|人(?!才)|专家|单位(?!组织|培训|办)|老师|同事|学员|部门|发明人|完成人|教室|会议室|班(?!次)|同学|参会)"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the message and what was read there: a word of the lexicon, an amount, a time, a position, a title."""

    start: int
    end: int
    text: str
    entry: Entry | None = None
    quantity: Quantity | None = None
    when: When | None = None
    rank: Value | None = None
    title: str = ""
    journal: bool = False

    @property
    def rule(self) -> str:
        """Where it was read, for the trace."""
        if self.entry:
            return f"word/{self.entry.source.removesuffix('.toml')}"
        return "quantity" if self.quantity else "time" if self.when else "title" if self.title else "rank"

    @property
    def cues(self) -> frozenset[str]:
        return self.entry.cues if self.entry else frozenset()

    @property
    def activity(self) -> str | None:
        return self.entry.activity if self.entry else None

    @property
    def hint(self) -> tuple[str, ...]:
        if self.journal:
            return ("paper",)
        return self.entry.hint if self.entry else ()


def find_pieces(text: str, today: date, asked: str | None = None) -> list[Piece]:
    """The pieces of a normalised text from left to right; where two overlap, the earlier and longer one wins."""
    times = find_times(text, today)
    found = [Piece(mention.start, mention.end, mention.text, when=mention.value) for mention in times]
    found += [
        Piece(mention.start, mention.end, mention.text, quantity=mention.value)
        for mention in find_quantities(text, times)
        if not _OF_PEOPLE.match(text, mention.end)
    ]
    found += [Piece(mention.start, mention.end, mention.text, rank=mention.value) for mention in find_ranks(text)]
    found += _bare_points(text)
    found += [_title(match) for match in _TITLE.finditer(text)]
    return _without_overlaps(found, _words(text, asked))


def _bare_points(text: str) -> Iterator[Piece]:
    """学习强国一万二: where points are spoken of, a large number without a unit is theirs."""
    if not _POINTS.search(text):
        return
    for number in find_numbers(text):
        value = number.value.value
        if value >= 1000 and not number.value.ordinal and not text.startswith("年", number.end):
            quantity = Quantity("points", value, "分", value)
            yield Piece(number.start, number.end, number.text, quantity=quantity)


def _title(match: re.Match[str]) -> Piece:
    """A title; that of a journal says where a paper appeared."""
    before, after = match.string[max(0, match.start() - 4) : match.start()], match.string[match.end() :]
    name = match[0][1:-1]
    chinese = any("一" <= char <= "龥" for char in name)
    journal = chinese and bool(
        _IN_JOURNAL.search(before) or _OF_JOURNAL.match(after) or name.endswith(("学报", "杂志"))
    )
    return Piece(match.start(), match.end(), match[0], title=name, journal=journal)


def _words(text: str, asked: str | None) -> Iterator[Piece]:
    """At each place the longest word of the lexicon."""
    lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    words = spotter()
    for start, char in enumerate(lower):
        if words.starts_with(char):
            yield from _word(words, text, lower, start, asked)


def _word(words: Spotter, text: str, lower: str, start: int, asked: str | None) -> Iterator[Piece]:
    match = words.longest(lower, start, asked)
    if match:
        end, entry = match
        yield Piece(start, end, text[start:end], entry=entry)


def _without_overlaps(found: list[Piece], words: Iterator[Piece]) -> list[Piece]:
    """Leftmost and longest first; on a tie what has a meaning of its own goes before a mere word."""
    claimed, kept = 0, []
    order = sorted([*words, *found], key=lambda piece: (piece.start, -piece.end, piece.entry is None))
    for piece in order:
        if piece.start >= claimed:
            kept.append(piece)
            claimed = piece.end
    return kept
