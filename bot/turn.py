"""One turn of any channel: the answer, or a clear word where it cannot be given. A channel never dies of a turn."""

from __future__ import annotations

import logging

from bot import wording
from handlers.assistant import Assistant
from handlers.message import Answer, Message, Problem, Reply
from storage.problem import StorageProblem

logger = logging.getLogger(__name__)


def answer(assistant: Assistant, message: Message) -> Answer:
    """The assistant's answer. Where two turns wrote the same at once, the second is tried again."""
    try:
        try:
            return assistant.answer(message)
        except StorageProblem as problem:
            if problem.code != "conflict":
                raise
            return assistant.answer(message)
    except StorageProblem as problem:
        logger.warning("the database failed a turn: %s", problem)
        return _sorry(message, f"storage_{problem.code}", wording.storage_problem(problem))
    except Exception:  # whatever it is, the next message must be answered
        logger.exception("a turn failed")
        return _sorry(message, "internal", wording.INTERNAL)


def _sorry(message: Message, code: str, sentence: str) -> Answer:
    reply = Reply(sentence, to_user=message.user, to_group=message.group)
    return Answer(replies=(reply,) if message.user else (), error=Problem(code, sentence))
