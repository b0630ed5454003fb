"""One turn of any channel: the answer, or a clear word where it cannot be given. A channel never dies of a turn."""

from __future__ import annotations

import logging
from collections.abc import Callable
from secrets import token_hex
from time import perf_counter
from typing import Protocol

from bot import wording
from bot.logs import turn_id
from bot.watch.outcome import outcome_of
from handlers.assistant import Assistant
from handlers.long_work import TakesLong
from handlers.message import Answer, Message, Problem, Reply
from storage.problem import StorageProblem

logger = logging.getLogger(__name__)


class Answerer(Protocol):
    """What answers messages."""

    def __call__(self, message: Message, *, at_once: bool = False) -> Answer:
        """The answer. Raises TakesLong where that cannot be `at_once` but has to be."""


def answer(assistant: Assistant, message: Message, *, at_once: bool = False) -> Answer:
    """The assistant's answer. Where two turns wrote the same at once, the second is tried again. Raises TakesLong, as
    Answerer does."""
    named = turn_id.set(token_hex(4))
    started = perf_counter()
    try:
        made = _answer(assistant.answer_at_once if at_once else assistant.answer, message)
        logger.info("%s, %s, %.1f ms", made.intent, outcome_of(made), (perf_counter() - started) * 1000)
        return made
    finally:
        turn_id.reset(named)


def not_kept(message: Message, problem: StorageProblem) -> Answer:
    """The answer where the database failed a turn."""
    logger.warning("the database failed a turn: %s", problem)
    return _sorry(message, f"storage_{problem.code}", wording.storage_problem(problem))


def _answer(taken: Callable[[Message], Answer], message: Message) -> Answer:
    try:
        try:
            return taken(message)
        except StorageProblem as problem:
            if problem.code != "conflict":
                raise
            return taken(message)
    except TakesLong:
        raise
    except StorageProblem as problem:
        return not_kept(message, problem)
    except Exception:  # whatever it is, the next message must be answered
        logger.exception("a turn failed")
        return _sorry(message, "internal", wording.INTERNAL)


def _sorry(message: Message, code: str, sentence: str) -> Answer:
    reply = Reply(sentence, to_user=message.user, to_group=message.group)
    return Answer(replies=(reply,) if message.user else (), error=Problem(code, sentence))
