"""The settings of the second opinion, checked before anything starts. Without an address it is off."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from bot import wording
from bot.problem import StartProblem

URL = "XUESHI_OPINION_URL"
MODEL = "XUESHI_OPINION_MODEL"
KEY = "XUESHI_OPINION_KEY"
TIMEOUT = "XUESHI_OPINION_TIMEOUT"
BUDGET = "XUESHI_OPINION_BUDGET"
KEYS = (URL, MODEL, KEY, TIMEOUT, BUDGET)

LONGEST_WAIT = 30  # seconds; nobody waits longer for a reply in a chat
BIGGEST_BUDGET = 1_000_000
COMPLETIONS = "/chat/completions"


@dataclass(frozen=True, slots=True)
class OpinionSettings:
    """Where to ask. `path` with the query, if the address has one; `timeout` in seconds, for the whole call;
    `budget` in calls a day."""

    host: str
    port: int | None
    path: str
    model: str
    secure: bool = True
    key: str | None = field(default=None, repr=False)
    timeout: float = 4.0
    budget: int = 200


def read_opinion(given: Mapping[str, str]) -> OpinionSettings | None:
    """The settings among `given` (blank ones left out), or None where no address is set. Raises StartProblem."""
    if URL not in given:
        return None
    if MODEL not in given:
        raise StartProblem(wording.OPINION_NO_MODEL.format(key=MODEL, url=URL))
    host, port, path, secure = _address(given[URL])
    return OpinionSettings(
        host,
        port,
        path,
        given[MODEL],
        secure,
        _key(given.get(KEY)),
        _number(given, TIMEOUT, "4", 0.1, LONGEST_WAIT),
        int(_number(given, BUDGET, "200", 0, BIGGEST_BUDGET)),
    )


def _address(url: str) -> tuple[str, int | None, str, bool]:
    """Host, port, path and whether it is https: of a base address (…/v1) or of the endpoint itself."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    plain = url.isascii() and url.isprintable() and " " not in url
    if not host or not plain or parts.scheme not in {"http", "https"} or "@" in parts.netloc:
        raise StartProblem(wording.OPINION_NO_URL.format(key=URL))
    path = parts.path.rstrip("/")
    path = path if path.endswith(COMPLETIONS) else path + COMPLETIONS
    return host, port, f"{path}?{parts.query}" if parts.query else path, parts.scheme == "https"


def _key(key: str | None) -> str | None:
    if key is not None and not (key.isascii() and key.isprintable()):
        raise StartProblem(wording.OPINION_NO_KEY.format(key=KEY))
    return key


def _number(given: Mapping[str, str], key: str, default: str, least: float, most: float) -> float:
    try:
        number = float(given.get(key, default))
    except ValueError:
        number = -1
    if not least <= number <= most:
        raise StartProblem(wording.OPINION_NO_NUMBER.format(key=key, value=given[key], least=f"{least:g}", most=most))
    return number
