"""What a message is made of: every stretch that some rule reads, none claimed twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from nlu.bare import bare_amounts
from nlu.denial import denied
from nlu.dimensions.quantity import Quantity, find_quantities
from nlu.dimensions.time import find_times
from nlu.dimensions.time_when import Grain, When
from nlu.entries import Entry
from nlu.mention import Mention
from nlu.ranks import find_ranks
from nlu.spotting import spotter
from policies.facts import Period, Value

NONE: frozenset[str] = frozenset()
BLANK = "　"
_TITLE = re.compile(r"《[^《》\n]{1,80}》")
_IN_JOURNAL = re.compile(r"(在|于|上|杂志|期刊|刊物|学报|刊|登|发|刊 |杂志 )$")
_OF_JOURNAL = re.compile(
    r"(上(?!的|课)|杂志|期刊|学报|这本刊|刊|里面?发|今年第|\d{4}年第|第\d+期|发的|录用|发了|(登|刊登|刊发|发表)了?(我|一?篇|[两二三]篇|论文(?!集)|文章|《))"
)
LOOSE = "…"  # in the rule of a time whose ends were told apart
_NEXT = ("次年", "第二年", "翌年", "转年", "转过年")
_ASKS_JOURNAL = frozenset({"cn", "core", "foreign", "level"})
_OF_PAPER = re.compile("题|名|叫|论文是")
_NOT_THEN = re.compile("(?<![是又])(不是|并非)(在)?$")
_OF_PEOPLE = re.compile(
    r"(作者|人(?![才社民事])|专家|单位(?!组织|培训|办)|老师|同事|学员|部门|发明人|完成人|教室|会议室|班(?!次)|同学|参会)"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the message and what was read there: a word of the lexicon, an amount, a time, a position, a title.

    `cues`, `activity` and `hint` are those of its word; `denied`: 没 or the like stands before it. `journal`: the title
    is that of a journal; `makes_up`: the year that a 补 is for.
    """

    start: int
    end: int
    text: str
    entry: Entry | None = None
    quantity: Quantity | None = None
    when: When | None = None
    rank: Value | None = None
    title: str = ""
    journal: bool = False
    denied: bool = False
    cues: frozenset[str] = NONE
    activity: str | None = None
    hint: tuple[str, ...] = ()
    makes_up: When | None = None

    @property
    def rule(self) -> str:
        """Where it was read, for the trace."""
        if self.entry:
            return f"word/{self.entry.source.removesuffix('.toml')}"
        return "quantity" if self.quantity else "time" if self.when else "title" if self.title else "rank"

    @property
    def says(self) -> bool:
        """Whether it can say something of a fact, whatever it is of."""
        return self.entry is None or bool(self.entry.sets or self.entry.by or self.activity)

    @property
    def counts(self) -> bool:
        """Whether it says how many."""
        return bool(self.quantity and self.quantity.attribute == "count")


def find_pieces(text: str, today: date, asked: str | None = None) -> list[Piece]:
    """The pieces of a normalised text from left to right; where two overlap, the earlier and longer one wins."""
    return without_overlaps(candidates(text, today, asked))


def candidates(text: str, today: date, asked: str | None = None) -> list[Piece]:
    """All that any rule reads, overlapping or not."""
    times = [each for each in find_times(text, today) if not _is_denied(text, each.start, each.end)]
    if asked in ("words", "points"):  # 不到2000 is no year
        times = [each for each in times if not each.text.isdecimal()]
    words = list(_words(text, asked))
    found = [_time(mention, words) for mention in times]
    found += [
        Piece(mention.start, mention.end, mention.text, quantity=mention.value)
        for mention in find_quantities(text, times)
        if mention.value.attribute != "count" or not _OF_PEOPLE.match(text, mention.end)
    ]
    found += [Piece(mention.start, mention.end, mention.text, rank=mention.value) for mention in find_ranks(text)]
    bare = [Piece(each.start, each.end, each.text, quantity=each.value) for each in bare_amounts(text)]
    found += [*bare, *_titles(text, asked), *words]
    return found


def _time(mention: Mention[When], words: Iterable[Piece]) -> Piece:
    """A time; where its two ends have a deed between them (前年7月去援藏，去年7月回来), it stands behind that."""
    start = mention.start
    if LOOSE in mention.rule:
        inside = [word.end for word in words if word.activity and start < word.start and word.end < mention.end]
        start = max(inside, default=start)
    return Piece(start, mention.end, mention.text[start - mention.start :], when=_dated(mention))


def _dated(mention: Mention[When]) -> When:
    """The time, 次年 a year on from whatever year is talked of."""
    when = mention.value
    if not when.relative_to_context or mention.text not in _NEXT:
        return when
    year = when.period.end.year + 1
    return When(Period(date(year, 1, 1), date(year, 12, 31)), Grain.YEAR, relative_to_context=True)


def without_overlaps(found: Iterable[Piece]) -> list[Piece]:
    """Leftmost and longest first; on a tie a word goes before a mere number."""
    claimed, kept = 0, []
    for piece in sorted(found, key=lambda piece: (piece.start, -piece.end, piece.entry is None)):
        if piece.start >= claimed:
            kept.append(piece)
            claimed = piece.end
    return kept


def unread(text: str, pieces: Iterable[Piece]) -> str:
    """The text with a wide space for each character that a piece has, from left to right."""
    parts: list[str] = []
    at = 0
    for piece in pieces:
        parts += (text[at : piece.start], BLANK * (piece.end - piece.start))
        at = piece.end
    return "".join((*parts, text[at:]))


def _is_denied(text: str, start: int, end: int) -> bool:
    """不是今年，是去年: a time that is only named to be denied."""
    return bool(_NOT_THEN.search(text[max(0, start - 4) : start])) and not text.startswith(("就是", "吗"), end)


def _titles(text: str, asked: str | None) -> Iterator[Piece]:
    """Titles; the first one of an answer to the question for the journal is the journal's."""
    for number, match in enumerate(_TITLE.finditer(text)):
        answers = asked in _ASKS_JOURNAL and not number and not _OF_PAPER.search(text, 0, match.start())
        yield _title(match, journal=answers)


def _title(match: re.Match[str], *, journal: bool) -> Piece:
    """A title; that of a journal says where a paper appeared."""
    before, after = match.string[max(0, match.start() - 4) : match.start()], match.string[match.end() : match.end() + 9]
    name = match[0][1:-1]
    chinese = any("一" <= char <= "龥" for char in name)
    named = _IN_JOURNAL.search(before) or _OF_JOURNAL.match(after) or name.endswith(("学报", "杂志"))
    journal = chinese and (journal or bool(named))
    hint = ("paper",) if journal else ()
    return Piece(match.start(), match.end(), match[0], title=name, journal=journal, hint=hint)


def _words(text: str, asked: str | None) -> Iterator[Piece]:
    """At each place the longest word of the lexicon."""
    for start, end, entry in spotter().spots(_lower(text), asked):
        yield Piece(
            start,
            end,
            text[start:end],
            entry=entry,
            denied="done" in entry.cues and denied(text, start),
            cues=entry.cues,
            activity=entry.activity,
            hint=entry.hint,
        )


def _lower(text: str) -> str:
    """In lower case, character by character: a few become two, these stay."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)
