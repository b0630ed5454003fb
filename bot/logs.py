"""Where the program's own log goes: to stderr, or beside the ledger where stderr is what a person looks at."""

from __future__ import annotations

import logging
from pathlib import Path

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def log_to_stderr(level: int) -> None:
    """For channels that a program runs."""
    logging.basicConfig(level=level, format=FORMAT)


def log_to_file(level: int, file: Path) -> None:
    """For the terminal. The file is made when there is something to write; where that fails, nothing is said of it."""
    logging.raiseExceptions = False
    logging.basicConfig(level=level, format=FORMAT, handlers=[logging.FileHandler(file, encoding="utf-8", delay=True)])
