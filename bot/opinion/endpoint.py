"""One call to an OpenAI-compatible chat-completions endpoint, never longer than the time set for it."""

from __future__ import annotations

import json
import socket
from concurrent.futures import Future
from contextlib import suppress
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from threading import Thread

from bot.opinion.configured import OpinionSettings

LONGEST_ANSWER = 65_536  # bytes; a proposal takes a few hundred
FAILURES = (OSError, HTTPException, ValueError)


class Unanswered(ValueError):  # noqa: N818 - named for what happened, as everywhere in this project
    """The endpoint answered, but with another status than 200, too much, or no chat completion."""


def ask(settings: OpinionSettings, body: bytes) -> str:
    """The text of the answer. Raises one of FAILURES; redirects are not followed.

    The call runs in a thread of its own: only that also bounds the look-up of a name and a server that answers byte by
    byte. A call that takes too long is cut off.
    """
    kind = HTTPSConnection if settings.secure else HTTPConnection
    connection = kind(settings.host, settings.port, timeout=settings.timeout)
    outcome: Future[bytes] = Future()
    Thread(target=_settle, args=(outcome, connection, settings, body), daemon=True).start()
    try:
        return content_of(outcome.result(settings.timeout))
    finally:
        if outcome.cancel():
            _hang_up(connection)


def _settle(outcome: Future[bytes], connection: HTTPConnection, settings: OpinionSettings, body: bytes) -> None:
    """Fill in the outcome, unless nobody waits for it any more."""
    try:
        answer = _converse(outcome, connection, settings, body)
    except Exception as failure:  # noqa: BLE001 - raised again where the answer is wanted
        with suppress(Exception):
            outcome.set_exception(failure)
    else:
        with suppress(Exception):
            outcome.set_result(answer)
    finally:
        connection.close()


def _converse(outcome: Future[bytes], connection: HTTPConnection, settings: OpinionSettings, body: bytes) -> bytes:
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if settings.key is not None:
        headers["Authorization"] = f"Bearer {settings.key}"
    connection.connect()
    if outcome.cancelled():  # nothing leaves that nobody waits for
        raise TimeoutError
    connection.request("POST", settings.path, body, headers)
    response = connection.getresponse()
    with response:
        if response.status != 200:
            raise Unanswered(f"status {response.status}")
        answer = response.read(LONGEST_ANSWER + 1)
    if len(answer) > LONGEST_ANSWER:
        raise Unanswered("more than a proposal")
    return answer


def _hang_up(connection: HTTPConnection) -> None:
    """Wake a thread that waits for the other end."""
    line = connection.sock
    if line is not None:
        with suppress(OSError):
            line.shutdown(socket.SHUT_RDWR)


def content_of(answer: bytes) -> str:
    """The message's text in a chat completion."""
    try:
        content = json.loads(answer)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise Unanswered("no chat completion") from error
    if not isinstance(content, str):
        raise Unanswered("no text")
    return content
