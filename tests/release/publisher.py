"""A publisher of advisories on this machine, that answers as the public ones do."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


def advisory(name: str, number: str, mended: str) -> dict[str, object]:
    """One, in the Open Source Vulnerability format, about every version before the one it is mended in."""
    events = [{"introduced": "0"}, {"fixed": mended}]
    affected = [{"package": {"name": name, "ecosystem": "PyPI"}, "ranges": [{"type": "ECOSYSTEM", "events": events}]}]
    return {
        "id": number,
        "aliases": [],
        "details": "made up",
        "published": "2026-01-01T00:00:00Z",
        "affected": affected,
    }


@contextmanager
def publishing(known: dict[str, list[dict[str, object]]]) -> Iterator[str]:
    """Its address, while it runs; `known` are the advisories by the name of what they are about."""

    class Answers(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            vulnerabilities = known.get(asked["package"]["name"])
            content = json.dumps({"vulns": vulnerabilities} if vulnerabilities else {}).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's own name
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1/query"
    finally:
        server.shutdown()
        server.server_close()
