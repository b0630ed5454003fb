"""Whether Telegram knows our token, asked once and without any library, for `xueshi doctor`."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from enum import Enum
from http.client import HTTPException

from bot.channels.telegram.configured import TelegramSettings

PATIENCE = 10  # seconds
_REFUSALS = frozenset({401, 403, 404})


class Known(Enum):
    """What became of the question."""

    YES = "yes"
    NO = "no"  # the token is withdrawn, or was never given out
    UNHEARD = "unheard"  # nobody answered, or not in a way that tells


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """`name` is the bot's, or why nothing is known; `there` is what the clock shows over there."""

    known: Known
    name: str = ""
    there: datetime | None = None


def acquaintance(settings: TelegramSettings) -> Acquaintance:
    """Ask who we are. The token is in no answer of this."""
    # the address was checked to be http(s) when the settings were read
    asked = urllib.request.Request(f"{settings.api}/bot{settings.token}/getMe")  # noqa: S310
    try:
        with urllib.request.urlopen(asked, timeout=PATIENCE) as answer:  # noqa: S310
            me, date = json.load(answer)["result"], answer.headers["Date"]
    except urllib.error.HTTPError as error:
        error.close()
        return Acquaintance(Known.NO if error.code in _REFUSALS else Known.UNHEARD, f"HTTP {error.code}")
    except (OSError, HTTPException, ValueError, KeyError, TypeError) as error:
        return Acquaintance(Known.UNHEARD, type(getattr(error, "reason", error)).__name__)
    return Acquaintance(Known.YES, f"@{me.get('username', me['id'])}", _instant(date))


def _instant(date: str | None) -> datetime | None:
    try:
        return parsedate_to_datetime(date or "")
    except ValueError:
        return None
