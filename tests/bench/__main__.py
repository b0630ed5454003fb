"""Runs the benches and prints their figures: what, how long, beside what.

python -m tests.bench                  all parts
python -m tests.bench understanding    one part
python -m tests.bench --write          all parts, and docs/benchmarks.md from them
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.bench import postgres, reminders, start, storage, turns
from tests.bench.figures import Figure
from tests.bench.page import PAGE, page
from tests.bench.telegram import mailing
from tests.bench.telegram import turns as phone
from tests.bench.understanding import cutting, dates, messages, year

PARTS: dict[str, tuple[Callable[[Path], Iterator[Figure]], ...]] = {
    "start": (start.figures,),
    "storage": (storage.figures,),
    "reminders": (reminders.figures,),
    "turns": (turns.figures,),
    "postgres": (postgres.figures,),
    "understanding": (messages.figures, dates.figures, cutting.figures),
    "rules": (year.figures,),
    "telegram": (phone.figures, mailing.figures),
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a line for each figure; what it is compared with was measured in the same run."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="measure")
    parser.add_argument("parts", nargs="*", metavar="part", help=", ".join(PARTS))
    parser.add_argument("--write", action="store_true", help="and write docs/benchmarks.md")
    chosen = parser.parse_args(arguments)
    if unknown := set(chosen.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    measured = {part: list(told(part)) for part in chosen.parts or PARTS}
    if chosen.write:
        PAGE.write_text(page(measured), encoding="utf-8")


def told(part: str) -> Iterator[Figure]:
    """The figures of a part, each printed as it comes."""
    for bench in PARTS[part]:
        with tempfile.TemporaryDirectory() as folder:
            for figure in bench(Path(folder)):
                print(line(figure), flush=True)
                yield figure


def line(figure: Figure) -> str:
    """A figure with its unit, and the ratio to its rival."""
    beside = f"   {figure.value / figure.rival:5.2f} x {figure.rival_name}" if figure.rival else ""
    return f"{figure.name:<56} {figure.value:9.2f} {figure.unit}{beside}"


if __name__ == "__main__":
    main()
