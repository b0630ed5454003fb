"""Addresses on this machine for servers that a test starts: kept from the choice until the test is over."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def reserved() -> Iterator[str]:
    """A host and port where nobody listens. Whoever reuses addresses, as servers do, may listen there, and the system
    gives the port to nobody else meanwhile: a port that is found free and let go may be somebody's a moment later."""
    with socket.socket() as held:
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.bind(("127.0.0.1", 0))
        where = "{}:{}".format(*held.getsockname())
        if sys.platform != "linux":
            held.close()  # elsewhere nobody may listen beside it
        yield where
