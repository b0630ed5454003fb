"""What a sentence was understood to say. These are the only types that `nlu` hands out; `nlu.parse` makes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from nlu.ordering.order import Order
from policies.facts import Attributes, Period


class Intent(StrEnum):
    """What a turn wants. The values are the JSONL contract's."""

    RECORD = "record"
    AMEND = "amend"
    UNDO = "undo"
    BALANCE = "balance"
    LEDGER = "ledger"
    POLICY = "policy"
    WHAT_IF = "what_if"
    PLAN = "plan"
    TITLE_CHECK = "title_check"
    SET_PROFILE = "set_profile"
    REMIND = "remind"
    EXPORT = "export"
    GROUP = "group"
    HELP = "help"
    SMALLTALK = "smalltalk"
    UNKNOWN = "unknown"


class Mood(StrEnum):
    """How a report is meant. Only DONE may be posted."""

    DONE = "done"
    FAILED = "failed"  # not attained: failed, rejected, not concluded, did not go
    PLANNED = "planned"  # intended, hoped, under way
    SUPPOSED = "supposed"  # if, suppose
    ASKED = "asked"  # the subject of a question
    HEARSAY = "hearsay"  # somebody else's
    UNSERIOUS = "unserious"  # sarcasm, orders to the assistant


@dataclass(frozen=True, slots=True)
class Doubt:
    """A near miss: `heard` was typed, `taken_as` was read. To be confirmed before it changes what is recorded."""

    heard: str
    taken_as: str
    attribute: str | None = None  # None: the activity itself


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that cannot be: `kind` impossible (9999 days, 0 papers), future (a date ahead)."""

    kind: str
    attribute: str
    said: str


@dataclass(frozen=True, slots=True)
class Report:
    """One activity that the sentence speaks of. `activity` None: said elliptically ("还有一个市级的"), take the last.

    `when` None: no time said. `when_unsure`: a time was said that fits several years ("前两年"); ask.
    `said` is the part of the sentence it was read from. `another`: said to be a further one ("还有", "又", "再"), so it
    is neither an answer about a pending one nor the last one told again. `alike`: what is left unsaid is as it was in
    the one told before ("去年的也是"; "不是，是上个月去的" after a plan). `named`: it begins with which is spoken of
    ("国家级那个我还宣读了论文"), so that it may be more of what was told before. `count_unsure`: several without their
    number ("好几篇").
    """

    activity: str | None
    attributes: Attributes = field(default_factory=dict)
    when: Period | None = None
    when_unsure: bool = False
    mood: Mood = Mood.DONE
    said: str = ""
    doubts: tuple[Doubt, ...] = ()
    problems: tuple[Problem, ...] = ()
    made_up_for: int | None = None
    another: bool = False
    alike: bool = False
    named: bool = False
    count_unsure: bool = False


class Topic(StrEnum):
    """What a policy question is about."""

    RATE = "rate"  # how many hours does X give
    REQUIREMENT = "requirement"  # how many hours a year
    CAP = "cap"  # the most that counts
    PROOF = "proof"
    DEADLINE = "deadline"
    CARRY_OVER = "carry_over"
    SURPLUS = "surplus"  # may surplus of one subject fill another
    WHY = "why"  # why did this entry get that figure
    BASIS = "basis"  # which document is that from
    WHICH_YEAR = "which_year"  # which document governed a year; which years are checked
    WHERE = "where"  # where is the course taken, who registers
    MAKE_UP = "make_up"
    PENALTY = "penalty"
    CLASS_HOUR = "class_hour"  # how many minutes an hour of class has
    GENERAL = "general"


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked about. Everything may be empty; a follow-up ("那江西呢") carries only what changes."""

    topic: Topic = Topic.GENERAL
    activity: str | None = None
    attributes: Attributes = field(default_factory=dict)
    years: tuple[int, ...] = ()
    subject: str | None = None
    place: str | None = None
    title_level: str | None = None  # senior | intermediate | junior
    follow_up: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """Which entry is meant: the last one, the n-th of the last listing, or one that fits activity, year, words. `when`:
    the days it was named by, where they were finer than a year (6月那个). `place`: which of those told together, 1 for
    the first, -1 for the last, -2 for the one before it, 0 for the other one (第二篇, 后面那篇, 前一篇, 另一篇)."""

    number: int | None = None
    last: bool = False
    all: bool = False
    activity: str | None = None
    year: int | None = None
    attributes: Attributes = field(default_factory=dict)
    when: Period | None = None
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """An amendment or withdrawal: of which entry, and what holds instead. `was`, `number`: a bare figure and what it
    shall be ("20改成25"); `part`: only so many of the entry's as are counted ("有一门是公需"); `shift`: by how much an
    attribute is more or less than it was ("有一天请假了" is a day less)."""

    target: Reference
    attributes: Attributes = field(default_factory=dict)
    when: Period | None = None
    activity: str | None = None
    back: bool = False  # "改回", undo the undo
    was: Decimal | None = None
    number: Decimal | None = None
    part: bool = False
    shift: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ProfileChange:
    """What a person said of themselves. `since`: the day of a move; None where they simply work there.
    `former`: where they worked until then, if they said so; without a `place` they came to where they are known to
    be. `corrected`: what was said of the place before was wrong."""

    place: str | None = None
    moved: bool = False
    since: date | None = None
    former: str | None = None
    timezone: str | None = None
    trade: str | None = None
    title_level: str | None = None
    name: str | None = None
    document: str | None = None  # words naming a document to be used ("按江苏2023认定"); "" resets
    document_year: int | None = None
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """A bare answer to a pending question: yes or no, give up, or loose attributes and a time. `parts`: an answer for
    each of several ("一篇一作一篇二作")."""

    yes: bool | None = None
    cancel: bool = False
    skip: bool = False  # does not know
    attributes: Attributes = field(default_factory=dict)
    when: Period | None = None
    when_unsure: bool = False
    applies_to_all: bool = False  # "都是我一个人写的"
    parts: tuple[Reply, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportWish:
    """Something to be made, sent or erased. `what`: table, statement, calendar, everything, template, picture, years,
    proofs (list them), missing, send, remove, shown (what a photo is of), privacy, erase, or unclear. `recent`: so many
    years up to this one ("近五年"); `target` is the entry whose proof is meant, `words` the whole of what was said."""

    what: str
    years: tuple[int, ...] = ()
    recent: int | None = None
    target: Reference = field(default_factory=Reference)
    words: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What the dialogue knows. `asked` is the pending question's attribute (or when, region, confirm, entry).
    `pending`: what is known of what the question is about; `refused`: the activity that was just told of and not
    recorded (a plan, a failure)."""

    asked: str | None = None
    asked_activity: str | None = None
    last_activity: str | None = None
    last_year: int | None = None
    last_intent: Intent | None = None
    refused: str | None = None
    pending: Attributes = field(default_factory=dict)


NO_CONTEXT = Context()


@dataclass(frozen=True, slots=True)
class Trace:
    """One step of understanding, for `xueshi parse`: the rule, the words it read, what it made of them."""

    rule: str
    words: str
    meaning: str
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Parse:
    """A whole message. `text` is normalised. Several of the parts may be present at once; `intent` is the main one."""

    text: str
    intent: Intent
    reports: tuple[Report, ...] = ()
    query: Query | None = None
    change: Change | None = None
    profile: ProfileChange | None = None
    reply: Reply = field(default_factory=Reply)
    export: ExportWish | None = None
    order: Order | None = None
    trace: tuple[Trace, ...] = ()
    options: Mapping[str, str] = field(default_factory=dict)
