"""The command `xueshi`: reads the arguments and the settings, then starts what was asked for, and imports only that."""

from __future__ import annotations

import logging
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from bot import wording
from bot.arguments import read_arguments
from bot.logs import log_to_stderr
from bot.problem import StartProblem
from bot.settings import Settings, read_settings

VERSION = "0.1.0"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. The exit code is 0, 1 where something was wrong and said so, 2 for a wrong usage."""
    _speak_utf8()
    chosen = read_arguments(sys.argv[1:] if arguments is None else arguments, VERSION)
    try:
        settings = read_settings(os.environ, Path(".env"))
        if settings.policies and chosen.command in _USING_DOCUMENTS:
            _tell_left_out(settings)
        return _COMMANDS[chosen.command](chosen, settings)
    except BrokenPipeError:
        # whoever read our output is gone; Python would complain once more when it flushes at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except StartProblem as problem:
        return _refuse(str(problem))
    except Exception as error:
        logging.getLogger(__name__).debug("stopped", exc_info=True)
        return _refuse(wording.BROKEN.format(why=f"{type(error).__name__} {error}"))
    except KeyboardInterrupt:
        return _refuse(wording.STOPPED, 130)


def _chat(chosen: Namespace, settings: Settings) -> int:
    if chosen.jsonl:
        from bot.channels import jsonl  # noqa: PLC0415

        log_to_stderr(settings.log_level, as_json=settings.log_json)
        return jsonl.start(settings, chosen.db or "sqlite://")
    from bot.channels import terminal  # noqa: PLC0415

    return terminal.start(settings, chosen.db, VERSION, debug=chosen.debug)


def _serve(chosen: Namespace, settings: Settings) -> int:
    from bot.channels.telegram import start  # noqa: PLC0415 - aiogram alone takes seconds

    return start.serve(settings, chosen.db)


def _tick(chosen: Namespace, settings: Settings) -> int:
    from bot.channels.telegram import start  # noqa: PLC0415

    return start.tick(settings, chosen.db)


def _check(chosen: Namespace, settings: Settings) -> int:
    from bot import policy_commands  # noqa: PLC0415

    return policy_commands.check(chosen.files, settings)


def _show(chosen: Namespace, settings: Settings) -> int:
    from bot import policy_commands  # noqa: PLC0415

    return policy_commands.show(chosen.place, chosen.year, settings)


def _diff(chosen: Namespace, settings: Settings) -> int:
    from bot import diff_command  # noqa: PLC0415

    return diff_command.diff(tuple(chosen.documents), chosen.ledger, chosen.user, settings)


def _parse(chosen: Namespace, settings: Settings) -> int:
    from bot import parse_command  # noqa: PLC0415

    return parse_command.show(chosen.sentence, chosen.today, settings)


def _backup(chosen: Namespace, settings: Settings) -> int:
    from bot import backup_commands  # noqa: PLC0415

    return backup_commands.backup(chosen.target, chosen.db, settings)


def _restore(chosen: Namespace, settings: Settings) -> int:
    from bot import backup_commands  # noqa: PLC0415

    return backup_commands.restore(chosen.archive, chosen.db, settings)


def _seal(chosen: Namespace, settings: Settings) -> int:
    from bot import seal_command  # noqa: PLC0415

    return seal_command.new_key() if chosen.new_key else seal_command.seal(chosen.db, settings)


def _stats(chosen: Namespace, settings: Settings) -> int:
    from bot import stats_command  # noqa: PLC0415

    return stats_command.stats(chosen.db, settings)


def _doctor(chosen: Namespace, settings: Settings) -> int:
    from bot import doctor_command  # noqa: PLC0415

    return doctor_command.doctor(chosen.db, settings)


_COMMANDS: dict[str, Callable[[Namespace, Settings], int]] = {
    "chat": _chat,
    "serve": _serve,
    "tick": _tick,
    "check": _check,
    "show": _show,
    "diff": _diff,
    "parse": _parse,
    "backup": _backup,
    "restore": _restore,
    "doctor": _doctor,
    "seal": _seal,
    "stats": _stats,
}


_USING_DOCUMENTS = {"chat", "serve", "tick", "show", "diff"}


def _tell_left_out(settings: Settings) -> None:
    from bot import documents  # noqa: PLC0415

    documents.tell_left_out(settings)


def _speak_utf8() -> None:
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]


def _refuse(sentence: str, code: int = 1) -> int:
    sys.stderr.write(f"{sentence}\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
