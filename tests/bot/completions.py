"""A chat-completions endpoint of our own, on loopback: answers as it is told to, and keeps what it received."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any, Self

Behave = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Received:
    """One request as it came over the wire."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> dict[str, Any]:
        """The body, which must be JSON."""
        made: dict[str, Any] = json.loads(self.body)
        return made

    @property
    def asked(self) -> dict[str, Any]:
        """What the last message holds."""
        made: dict[str, Any] = json.loads(self.json["messages"][-1]["content"])
        return made


@dataclass
class Completions:
    """The server. `behave` answers a request; `over` is set when the test is."""

    behave: Behave
    received: list[Received] = field(default_factory=list)
    over: Event = field(default_factory=Event)

    def __enter__(self) -> Self:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = False
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        this = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                this.received.append(Received(self.path, dict(self.headers), body))
                with suppress(OSError):  # the other end may have gone
                    this.behave(self)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's name
                pass

        return Handler


def sends(body: bytes, status: int = 200, **headers: str) -> Behave:
    """Answers with these very bytes."""

    def behave(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(body)

    return behave


def says(content: object) -> Behave:
    """Answers with a chat completion whose message is that text, or that object as JSON."""
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    return sends(json.dumps({"choices": [{"message": {"role": "assistant", "content": text}}]}).encode())


def proposes(activity: str, when: str | None = None, **attributes: object) -> Behave:
    """Answers with one proposed report."""
    report = {"activity": activity, "attributes": attributes} | ({"when": when} if when else {})
    return says({"reports": [report]})
