"""Where the program's own log goes, and its form. Each line names its turn; what people wrote is never logged."""

from __future__ import annotations

import json
import logging
from contextvars import ContextVar
from pathlib import Path

FORMAT = "%(asctime)s %(levelname)s %(turn)s %(name)s: %(message)s"
NO_TURN = "-"
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
    handler.setFormatter(JsonLines() if as_json else logging.Formatter(FORMAT))
    logging.basicConfig(level=level, handlers=[handler])


def _name_turn(record: logging.LogRecord) -> bool:
    record.turn = turn_id.get()
    return True


class JsonLines(logging.Formatter):
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
