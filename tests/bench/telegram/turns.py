"""Messages a second and the wait for an answer, on Telegram: ours beside the echo bot, by polling and by webhook."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.bench.figures import Figure
from tests.bench.telegram.load import Candidate
from tests.bot.conftest import XUESHI, environment
from tests.telegram.serving import PUBLIC

WELCOME = "我在常州工作"
SAID = ("去年发表了一篇CN论文，第二作者", "参加单位培训3天", "还差多少学时", "撤销", "今年公需课30学时考过了")
PEOPLE, ROUNDS = 200, 7
RATE = 100.0  # messages a second, far from what either can take


def figures(folder: Path) -> Iterator[Figure]:
    """Floods of a thousand messages, turn by turn with the peer, then a steady stream."""
    for webhook in (False, True):
        with Candidate("ours", webhook) as ours, Candidate("echo", webhook) as echo:
            start_ours(ours, folder / str(webhook))
            start_echo(echo)
            ours.gather(PEOPLE, WELCOME)
            echo.gather(PEOPLE, WELCOME)
            floods = [(ours.flood(SAID), echo.flood(SAID)) for _ in range(ROUNDS)]
            way = "webhook, 40 in flight" if webhook else "polling"
            rates = [median(rate) for rate in zip(*floods, strict=True)]
            yield Figure(f"Telegram turns a second, {way}", rates[0], "/s", rates[1], "an echo bot of aiogram")
            waits = [each.steady(SAID, RATE) for each in (ours, echo)]
            for name, share in (("p50", 0.5), ("p99", 0.99)):
                mine, peers = (wait[int(share * (len(wait) - 1))] * 1000 for wait in waits)
                yield Figure(f"wait at {RATE:.0f} messages a second, {way}, {name}", mine, "ms", peers, "an echo bot")


def start_ours(candidate: Candidate, folder: Path) -> None:
    """`xueshi serve` on a database on disk."""
    folder.mkdir()
    settings = environment(
        folder,
        TELEGRAM_BOT_TOKEN=candidate.fake.token,
        XUESHI_TELEGRAM_API=candidate.fake.base,
        XUESHI_DB=f"sqlite:///{folder}/bench.db",
        **candidate.address(),
    )
    candidate.start([*XUESHI, "serve"], settings)


def start_echo(candidate: Candidate) -> None:
    """The peer."""
    listen = candidate.address().get("XUESHI_WEBHOOK_LISTEN")
    where = [f"https://{PUBLIC}/telegram", listen] if listen else []
    command = [sys.executable, "-m", "tests.bench.telegram.echo", candidate.fake.base, candidate.fake.token, *where]
    candidate.start(command, environment(Path.cwd()))
