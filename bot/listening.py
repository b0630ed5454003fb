"""Addresses that we listen on, as they are written in the settings."""

from __future__ import annotations

from bot import wording
from bot.problem import StartProblem

LOOPBACK = "127.0.0.1"


def host_and_port(text: str, key: str) -> tuple[str, int]:
    """`host:port`; without a host it is this machine alone. Raises StartProblem, which names the setting `key`."""
    host, _, port = text.rpartition(":")
    if not (port.isascii() and port.isdecimal()) or not 0 < int(port) < 65536:
        raise StartProblem(wording.NO_LISTEN.format(key=key, value=text))
    return host.removeprefix("[").removesuffix("]") or LOOPBACK, int(port)
