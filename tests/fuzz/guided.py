"""One target in a process of its own. libFuzzer, as atheris brings it, keeps inputs that reach a new branch and changes
them further; where there is no atheris, inputs are changed with no such guide.

python -m tests.fuzz.guided TARGET SECONDS FOLDER     goes on past what it finds; each kind goes to FOLDER/found once
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from random import Random
from time import monotonic

from tests.fuzz.keeping import Keeper
from tests.fuzz.target import TARGETS, Target

LONGEST = {"packs": 20_000, "sheets": 60_000}  # bytes of an input
PATIENCE = 120  # seconds until one counts as endless
MOST_MEMORY = 3000  # MiB
WARMED = 40  # inputs that load what is loaded late, so that it is watched too


def loaded(name: str) -> Target:
    """The target, its modules loaded now."""
    place = TARGETS[name]
    made: Target = getattr(import_module(place.module), place.name)()
    return made


def guided(name: str, seconds: int, folder: Path) -> None:
    """Fuzz with libFuzzer, which ends the process."""
    import atheris  # noqa: PLC0415 - there are systems without it

    with atheris.instrument_imports(include=["bot", "handlers", "nlu", "policies", "storage"]):
        target = loaded(name)
        seeds = target.seeds()
        for seed in seeds[:WARMED]:
            target.check(seed)
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in seeds:
        (corpus / sha256(seed).hexdigest()[:16]).write_bytes(seed)

    def changed(data: bytes, most: int, number: int) -> bytes:
        random = Random(number)
        return bytes(atheris.Mutate(data, most)) if random.random() < 0.15 else several(target, data, random)[:most]

    options = [sys.argv[0], f"-max_total_time={seconds}", f"-max_len={LONGEST.get(name, 3000)}", f"-timeout={PATIENCE}"]
    options += [f"-rss_limit_mb={MOST_MEMORY}", f"-artifact_prefix={folder}/stopped-", str(corpus)]
    atheris.Setup(options, checked(target, Keeper(folder)), custom_mutator=changed)
    atheris.Fuzz()


def blind(name: str, seconds: int, folder: Path) -> None:
    """Fuzz with nothing but chance, and say how much in libFuzzer's words."""
    target, until, random, runs = loaded(name), monotonic() + seconds, Random(), 0
    seeds, once = target.seeds(), checked(target, Keeper(folder))
    while monotonic() < until:
        once(several(target, random.choice(seeds), random))
        runs += 1
    sys.stderr.write(f"Done {runs} runs in {seconds} second(s)\n")


def several(target: Target, data: bytes, random: Random) -> bytes:
    """The input after a change or a few."""
    for _ in range(random.choice((1, 1, 2, 4))):
        data = target.changed(data, random)
    return data


def checked(target: Target, keeper: Keeper) -> Callable[[bytes], None]:
    """Tries an input, and keeps it where it is a find."""

    def once(data: bytes) -> None:
        try:
            target.check(data)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
            keeper.keep(data, error)

    return once


def main(name: str, seconds: str, folder: str) -> None:
    """Fuzz for so long."""
    logging.disable(logging.CRITICAL)
    fuzz = guided if find_spec("atheris") else blind
    fuzz(name, int(seconds), Path(folder))


if __name__ == "__main__":
    main(*sys.argv[1:4])
