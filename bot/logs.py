"""Where the program's own log goes, and its form. Each line names its turn; what people wrote is never logged.

Errors of libraries often repeat what they were given, so of an error its place and its kind are logged, and its words
only where they are our own or the system's. XUESHI_LOG=DEBUG, which is for machines without people, shows them all.
"""

from __future__ import annotations

import json
import logging
import traceback
from collections.abc import Iterator
from contextvars import ContextVar
from pathlib import Path
from types import TracebackType

FORMAT = "%(asctime)s %(levelname)s %(turn)s %(name)s: %(message)s"
NO_TURN = "-"
_OWN = frozenset({"bot.problem", "storage.problem"})  # modules whose errors say nothing of what people wrote
ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
turn_id: ContextVar[str] = ContextVar("turn_id", default=NO_TURN)


def log_to_stderr(level: int, *, as_json: bool = False) -> None:
    """For channels that a program runs."""
    _log_to(logging.StreamHandler(), level, as_json=as_json)


def log_to_file(level: int, file: Path) -> None:
    """For the terminal. The file is made when there is something to write; where that fails, nothing is said of it."""
    logging.raiseExceptions = False
    _log_to(logging.FileHandler(file, encoding="utf-8", delay=True), level)


def _log_to(handler: logging.Handler, level: int, *, as_json: bool = False) -> None:
    handler.addFilter(_name_turn)
    lines = (JsonLines if as_json else Lines)(FORMAT)
    lines.everything = level <= logging.DEBUG
    handler.setFormatter(lines)
    logging.basicConfig(level=level, handlers=[handler])


def _name_turn(record: logging.LogRecord) -> bool:
    record.turn = turn_id.get()
    return True


class Lines(logging.Formatter):
    """Lines of text; errors without their words unless `everything` is wanted."""

    everything = False

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802 - the library's own name
        if self.everything or ei[1] is None:
            return super().formatException(ei)
        return "\n".join(_wordless(ei[1]))


def _wordless(error: BaseException) -> Iterator[str]:
    """Where an error and those that led to it arose, and of what kind they are; the first one first."""
    led, seen = [error], {id(error)}
    while (before := led[-1].__cause__ or led[-1].__context__) is not None and id(before) not in seen:
        led.append(before)
        seen.add(id(before))
    for each in reversed(led):
        yield "".join(traceback.format_tb(each.__traceback__)).rstrip()
        own = isinstance(each, OSError) or type(each).__module__ in _OWN
        yield f"{type(each).__qualname__}{f': {each}' if own else ''}"


class JsonLines(Lines):
    """One JSON object a line, for log collectors."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname,
            "turn": getattr(record, "turn", NO_TURN),
            "from": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def keep_out(secret: str) -> None:
    """Let no line of the log hold this, whoever writes it and wherever it stands, tracebacks included."""
    for handler in logging.getLogger().handlers:
        handler.setFormatter(_Masking(handler.formatter or logging.Formatter(FORMAT), secret))


class _Masking(logging.Formatter):
    """What another formatter writes, without a secret."""

    def __init__(self, inner: logging.Formatter, secret: str) -> None:
        super().__init__()
        self._inner, self._secret = inner, secret

    def format(self, record: logging.LogRecord) -> str:
        return self._inner.format(record).replace(self._secret, "***")
