"""/healthz, /readyz and /metrics, on loopback unless it was configured otherwise."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from aiohttp import web

from bot.watch.metrics import Metrics


def application(metrics: Metrics, ready: Callable[[], str | None]) -> web.Application:
    """What answers. `ready` says what is missing, None where nothing is; it may take a moment and is run aside."""

    async def alive(_request: web.Request) -> web.Response:
        return web.Response(text="ok\n")

    async def readiness(_request: web.Request) -> web.Response:
        missing = await asyncio.to_thread(ready)
        return web.Response(text=f"{missing or 'ok'}\n", status=503 if missing else 200)

    async def figures(_request: web.Request) -> web.Response:
        text = await asyncio.to_thread(metrics.text)
        return web.Response(body=text, headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"})

    made = web.Application()
    made.add_routes([web.get("/healthz", alive), web.get("/readyz", readiness), web.get("/metrics", figures)])
    return made


async def listen(made: web.Application, host: str, port: int) -> web.AppRunner:
    """Start listening; the runner's `cleanup` ends it. Raises OSError where the address cannot be had."""
    runner = web.AppRunner(made, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, host, port).start()
    return runner
