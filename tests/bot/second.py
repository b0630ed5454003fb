"""A second opinion that asks a server of our own, with a clock that passes when told to."""

from __future__ import annotations

from datetime import date

from bot.opinion.second import SecondOpinion
from bot.settings import Settings, read_settings
from policies.library import Library

TODAY = date(2026, 11, 20)
SAID = "三月里给农户做了两场果树管护示范"
GOOD = {"activity": "teaching", "when": "2026-03", "attributes": {"kind": "lecture", "count": 2}}


class Clock:
    """Seconds and days that pass when told to."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.day = TODAY

    def second(self) -> float:
        return self.seconds

    def today(self) -> date:
        return self.day


def settings(url: str, **more: str) -> Settings:
    return read_settings({"XUESHI_OPINION_URL": url, "XUESHI_OPINION_MODEL": "some-model", **more})


def patient(url: str, **more: str) -> Settings:
    """Settings for an endpoint that may take its time on a busy machine."""
    return settings(url, **{"XUESHI_OPINION_TIMEOUT": "20", **more})


def opinion(url: str, library: Library, clock: Clock | None = None, **more: str) -> SecondOpinion:
    configured = patient(url, **more).opinion
    assert configured is not None
    clock = clock or Clock()
    return SecondOpinion(configured, library.vocabulary, clock.today, clock.second)
