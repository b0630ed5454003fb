"""The second opinion itself: mask, ask, check. Whatever goes wrong, it has no opinion, and the log has no text."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.opinion.allowance import Allowance
from bot.opinion.configured import OpinionSettings
from bot.opinion.endpoint import FAILURES, ask
from bot.opinion.masking import masked
from bot.opinion.proposal import Unusable, reports_of
from bot.opinion.request import body, instructions
from nlu.reading import Report
from policies.vocabulary import Vocabulary

logger = logging.getLogger(__name__)


class SecondOpinion:
    """Asks the configured endpoint (see `handlers.opinion.Opinion`). May be used from any thread."""

    def __init__(
        self,
        settings: OpinionSettings,
        vocabulary: Vocabulary,
        today: Callable[[], date],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._settings = settings
        self._vocabulary = vocabulary
        self._instructions = instructions(vocabulary)
        self._allowance = Allowance(settings.budget, today, clock)

    def propose(self, text: str, today: date) -> tuple[Report, ...] | None:
        """What the sentence may report, or None where nothing came that can be shown to the person."""
        if not self._allowance.take():
            return None
        sentence = masked(text)
        try:
            answer = ask(self._settings, body(self._settings.model, self._instructions, sentence, today))
        except FAILURES as failure:
            self._allowance.failed()
            logger.warning("no second opinion: %s", type(failure).__name__)
            return None
        self._allowance.answered()
        try:
            return reports_of(answer, sentence, today, self._vocabulary) or None
        except Unusable as problem:
            logger.info("a second opinion was refused: %s", problem)
            return None


def second_opinion(settings: OpinionSettings, vocabulary: Vocabulary, timezone: str) -> SecondOpinion:
    """The one that a process uses; its day of calls is the day in `timezone`."""
    return SecondOpinion(settings, vocabulary, lambda: datetime.now(ZoneInfo(timezone)).date())
