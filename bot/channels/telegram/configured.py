"""The settings of Telegram, checked before anything starts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from urllib.parse import urlsplit

from bot import wording_telegram as wording
from bot.listening import host_and_port
from bot.problem import StartProblem

TOKEN = "TELEGRAM_BOT_TOKEN"  # noqa: S105 - the setting's name
API = "XUESHI_TELEGRAM_API"
URL = "XUESHI_WEBHOOK_URL"
SECRET = "XUESHI_WEBHOOK_SECRET"  # noqa: S105 - the setting's name
LISTEN = "XUESHI_WEBHOOK_LISTEN"
KEYS = (API, URL, SECRET, LISTEN)

OFFICIAL = "https://api.telegram.org"
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{20,}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")


@dataclass(frozen=True, slots=True)
class TelegramSettings:
    """Which bot, and how its updates come: `url` None asks for them, else they are posted there, each with `secret`,
    and we listen on `host` and `port`. `api` is the Bot API's address."""

    token: str | None = field(default=None, repr=False)
    api: str = OFFICIAL
    url: str | None = None
    secret: str = field(default="", repr=False)
    host: str = "127.0.0.1"
    port: int = 8080


def read_telegram(given: Mapping[str, str]) -> TelegramSettings:
    """The settings among `given` (blank ones left out). Raises StartProblem."""
    token = given.get(TOKEN)
    host, port = host_and_port(given.get(LISTEN, "127.0.0.1:8080"), LISTEN)
    return TelegramSettings(
        token, _address(given.get(API, OFFICIAL), API), _public(given.get(URL)), _secret(given, token), host, port
    )


def _address(url: str, key: str) -> str:
    try:
        parts = urlsplit(url)
        sound = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:
        sound = False
    if not sound:
        raise StartProblem(wording.NO_ADDRESS.format(key=key))
    return url.rstrip("/")


def _public(url: str | None) -> str | None:
    return None if url is None else _address(url, URL)


def _secret(given: Mapping[str, str], token: str | None) -> str:
    """The secret that was set; else one that follows from the token, so that several processes share it."""
    if SECRET in given and not _SECRET.fullmatch(given[SECRET]):
        raise StartProblem(wording.WEBHOOK_SHAPE.format(key=SECRET))
    derived = sha256(f"webhook of {token}".encode()).hexdigest() if token else ""
    return given.get(SECRET, derived)


def token_of(settings: TelegramSettings) -> str:
    """The token. Raises StartProblem where there is none, or one that no bot can have: only who serves needs it."""
    if settings.token is None:
        raise StartProblem(wording.BOT_MISSING)
    if not _TOKEN.fullmatch(settings.token):
        raise StartProblem(wording.BOT_SHAPE.format(key=TOKEN))
    return settings.token
