"""What a dialogue remembers between turns, and the answers already given. Both survive a restart."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from storage.codec import Json, json_text
from storage.tables import ANSWER, DIALOGUE

_THIS = (DIALOGUE.c.account_id == bindparam("account"), DIALOGUE.c.chat == bindparam("in_chat"))
_LOAD = select(DIALOGUE.c.state).where(*_THIS)
_SAVE = update(DIALOGUE).where(*_THIS)
_START = insert(DIALOGUE)
_ANSWERED = select(ANSWER.c.answer).where(
    ANSWER.c.account_id == bindparam("account"), ANSWER.c.message_id == bindparam("message")
)
_REMEMBER = insert(ANSWER)


class Dialogue:
    """The memory of one person's dialogue in one chat: a JSON object."""

    def __init__(self, connection: Connection, account: int, chat: str, now: datetime) -> None:
        self._connection = connection
        self._key = {"account": account, "in_chat": chat}
        self._now = now
        self._stored: str | None = None

    def load(self) -> Json:
        """What was saved last; empty where nothing was."""
        self._stored = self._connection.execute(_LOAD, self._key).scalar()
        state: Json = json.loads(self._stored) if self._stored else {}
        return state

    def save(self, state: Mapping[str, object]) -> None:
        """Keep this from now on. Nothing is written where nothing changed."""
        text = json_text(state)
        if text == self._stored:
            return
        changed = {"state": text, "changed_at": self._now}
        if not self._connection.execute(_SAVE, {**self._key, **changed}).rowcount:
            row = {"account_id": self._key["account"], "chat": self._key["in_chat"], **changed}
            self._connection.execute(_START, row)
        self._stored = text


def answered(connection: Connection, account: int, message_id: str) -> Json | None:
    """The answer that this message got before, if it did."""
    text = connection.execute(_ANSWERED, {"account": account, "message": message_id}).scalar()
    answer: Json | None = json.loads(text) if text else None
    return answer


def remember_answer(
    connection: Connection, account: int, message_id: str, answer: Mapping[str, object], now: datetime
) -> None:
    """Keep the answer to a message. A second one to the same message is refused by the table's key."""
    row = {"account_id": account, "message_id": message_id, "answer": json_text(answer), "recorded_at": now}
    connection.execute(_REMEMBER, row)
