"""Settings from the environment and a `.env` file, checked before anything starts."""

from __future__ import annotations

import logging
import os
from base64 import urlsafe_b64decode
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from zoneinfo import ZoneInfo

from bot import wording
from bot.channels.telegram.configured import KEYS as TELEGRAM_KEYS
from bot.channels.telegram.configured import TelegramSettings, read_telegram
from bot.listening import host_and_port
from bot.opinion.configured import KEYS as OPINION_KEYS
from bot.opinion.configured import OpinionSettings, read_opinion
from bot.problem import StartProblem

TIMEZONE = "Asia/Shanghai"  # the one place that decides it; a person may set another for themselves
KEYS = (
    "XUESHI_DB",
    "XUESHI_FILES",
    "XUESHI_KEYS",
    "XUESHI_POLICIES",
    "XUESHI_TIMEZONE",
    "XUESHI_LOG",
    "XUESHI_LOG_FORMAT",
    "XUESHI_STATUS",
    *TELEGRAM_KEYS,
    *OPINION_KEYS,
)
NO_TELEGRAM = TelegramSettings()
KEY_BYTES = 32
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
FORMATS = ("text", "json")


@dataclass(frozen=True, slots=True)
class Settings:
    """What was configured. `database` None: each command's own default; `files` is the folder for what people hand in,
    None: one beside the database; `seal_keys` seal what people wrote and handed in, the newest first; `policies` are
    folders with further packs; `log_json`: each line of the log is a JSON object; `status` is where health and figures
    are shown, None nowhere."""

    database: str | None = None
    files: Path | None = None
    seal_keys: tuple[str, ...] = field(default=(), repr=False)
    policies: tuple[Path, ...] = ()
    timezone: str = TIMEZONE
    log_level: int = logging.WARNING
    log_json: bool = False
    status: tuple[str, int] | None = None
    telegram: TelegramSettings = NO_TELEGRAM
    opinion: OpinionSettings | None = None


def read_settings(environment: Mapping[str, str], dotenv: Path | None = None) -> Settings:
    """The settings; what stands in the environment wins over the file. Raises StartProblem for nonsense."""
    values = {**(read_dotenv(dotenv) if dotenv else {}), **environment}
    _refuse_unknown(values)
    given = {key: value.strip() for key, value in values.items() if value.strip()}
    return Settings(
        database=given.get("XUESHI_DB"),
        files=Path(given["XUESHI_FILES"]).expanduser() if "XUESHI_FILES" in given else None,
        seal_keys=_seal_keys(given.get("XUESHI_KEYS", "")),
        policies=_folders(given.get("XUESHI_POLICIES", "")),
        timezone=_timezone(given.get("XUESHI_TIMEZONE", TIMEZONE)),
        log_level=_level(given.get("XUESHI_LOG", "WARNING")),
        log_json=_format(given.get("XUESHI_LOG_FORMAT", FORMATS[0])) == "json",
        status=host_and_port(given["XUESHI_STATUS"], "XUESHI_STATUS") if "XUESHI_STATUS" in given else None,
        telegram=read_telegram(given),
        opinion=read_opinion(given),
    )


def read_dotenv(file: Path) -> dict[str, str]:
    """`KEY=value` lines of a file that need not exist; quotes around a value and comment lines are dropped."""
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise StartProblem(wording.DOTENV_UNREADABLE.format(file=file, why=error)) from error
    values: dict[str, str] = {}
    for number, line in enumerate(lines, start=1):
        key, equals, value = line.strip().removeprefix("export ").partition("=")
        if not line.strip() or key.startswith("#"):
            continue
        if not equals or not key.strip().isidentifier():
            raise StartProblem(wording.DOTENV_LINE.format(file=file, number=number))
        values[key.strip()] = _unquoted(value.strip())
    return values


def _unquoted(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value


def _refuse_unknown(values: Mapping[str, str]) -> None:
    for key in sorted(values):
        if key.startswith("XUESHI_") and key not in KEYS:
            near = get_close_matches(key, KEYS, n=1, cutoff=0.0)
            raise StartProblem(wording.SETTING_UNKNOWN.format(key=key, near=near[0]))


def _seal_keys(text: str) -> tuple[str, ...]:
    """Keys of 32 bytes each, as `xueshi seal --new-key` prints them. What is none is not repeated: it may be a part."""
    keys = tuple(part.strip() for part in text.split(",") if part.strip())
    for number, key in enumerate(keys, 1):
        try:
            sound = len(urlsafe_b64decode(key)) == KEY_BYTES
        except ValueError:
            sound = False
        if not sound:
            raise StartProblem(wording.NO_KEY.format(key="XUESHI_KEYS", number=number))
    return keys


def _folders(text: str) -> tuple[Path, ...]:
    folders = tuple(Path(part.strip()).expanduser() for part in text.split(os.pathsep) if part.strip())
    for folder in folders:
        if not folder.is_dir():
            raise StartProblem(wording.NO_FOLDER.format(key="XUESHI_POLICIES", value=folder))
    return folders


def _timezone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise StartProblem(wording.NO_TIMEZONE.format(key="XUESHI_TIMEZONE", value=name)) from error
    return name


def _level(name: str) -> int:
    if name.upper() not in LEVELS:
        raise StartProblem(wording.NO_LEVEL.format(key="XUESHI_LOG", value=name, choices="、".join(LEVELS)))
    return logging.getLevelNamesMapping()[name.upper()]


def _format(name: str) -> str:
    if name.lower() not in FORMATS:
        raise StartProblem(wording.NO_LEVEL.format(key="XUESHI_LOG_FORMAT", value=name, choices="、".join(FORMATS)))
    return name.lower()
