"""What the decision on a message's intent looks at."""

from __future__ import annotations

from dataclasses import dataclass

from nlu.intents import Cues
from nlu.reading import Context, Intent, Mood, ProfileChange, Reply, Report

CHANGING = frozenset({Intent.RECORD, Intent.AMEND})
"""The intents that leave something behind which the next message may speak of."""


@dataclass(frozen=True, slots=True)
class View:
    """One message: its words, what was found in them, and what came before."""

    text: str
    cues: Cues
    reports: tuple[Report, ...]
    reply: Reply
    profile: ProfileChange | None
    context: Context
    bare: bool  # nothing but details: no activity was named, no further fact told
    detail: bool  # something was said that could be an attribute
    turns: bool  # a time or a subject was named, as a follow-up does
    timed: bool = False  # a time was named, and nothing else
    alone: bool = False  # nothing else stands beside what was read

    @property
    def done(self) -> bool:
        return any(report.mood is Mood.DONE and report.activity for report in self.reports)

    @property
    def just_told(self) -> bool:
        """Whether something was recorded or put right just before, and nothing is asked about it."""
        return self.context.last_intent in CHANGING and not self.context.asked

    def has(self, *intents: Intent) -> bool:
        return not self.cues.keys().isdisjoint(intents)

    def strong(self, intent: Intent) -> bool:
        return intent in self.cues and not self.cues[intent].weak
