"""Runs every bench and prints its figures: what, how long, beside what."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.bench import start, storage, turns
from tests.bench.figures import Figure

BENCHES = (start.figures, storage.figures, turns.figures)


def main() -> None:
    """Print a line for each figure; what it is compared with was measured in the same run."""
    for bench in BENCHES:
        with tempfile.TemporaryDirectory() as folder:
            for figure in bench(Path(folder)):
                print(line(figure), flush=True)


def line(figure: Figure) -> str:
    """A figure with its unit, and the ratio to its rival."""
    beside = f"   {figure.value / figure.rival:5.2f} x {figure.rival_name}" if figure.rival else ""
    return f"{figure.name:<48} {figure.value:9.2f} {figure.unit}{beside}"


if __name__ == "__main__":
    main()
