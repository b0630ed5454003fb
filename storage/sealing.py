"""Encryption at rest, where it is configured: what people wrote and handed in is sealed before it reaches the disk.

Several keys may be given: the first one seals, all of them open, so that a key can be replaced without a pause.
What was written before there was a key stays readable.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Sequence
from secrets import token_bytes

SIGN = "\x1a"  # no text begins with it: see SealedText
MARK = f"{SIGN}sealed:"
_MARK = MARK.encode()


class Seal:
    """Seals and opens texts and files. Raises ValueError for what is no key."""

    def __init__(self, keys: Sequence[str]) -> None:
        from cryptography.fernet import Fernet, InvalidToken, MultiFernet  # noqa: PLC0415 - few want it

        self._keys = MultiFernet([Fernet(key) for key in keys])
        self._wrong = InvalidToken

    def close(self, text: str) -> str:
        """The sealed form of a text."""
        return MARK + self._keys.encrypt(text.encode()).decode("ascii")

    def open(self, text: str) -> str:
        """The text; one that was never sealed is given back as it is. Raises WrongKey."""
        return self._opened(text.removeprefix(MARK).encode()).decode() if text.startswith(MARK) else text

    def close_file(self, content: bytes) -> bytes:
        """The sealed form of a file."""
        return _MARK + self._keys.encrypt(content)

    def open_file(self, content: bytes) -> bytes:
        """The file; one that was never sealed is given back as it is. Raises WrongKey."""
        return self._opened(content.removeprefix(_MARK)) if content.startswith(_MARK) else content

    def _opened(self, token: bytes) -> bytes:
        try:
            return self._keys.decrypt(token)
        except self._wrong as error:
            raise WrongKey from error


class WrongKey(Exception):  # noqa: N818 - a problem to be told, as everywhere in this project
    """None of the keys opens this."""


def new_key() -> str:
    """A key for the settings."""
    return urlsafe_b64encode(token_bytes(32)).decode("ascii")
