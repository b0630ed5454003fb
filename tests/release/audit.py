"""`make audit`: every pinned dependency held against the published advisories.

python -m tests.release.audit      1 where a pin has a known weakness, or is unknown to whoever publishes them

Where no publisher of advisories answers, as on a machine without a network, that is said in a sentence and nothing
fails. pip-audit does the asking; it trusts the pins, so nothing is resolved or downloaded.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PINS = tuple(ROOT / f"requirements{of}.txt" for of in ("", "-build", "-dev"))
SOURCES = (("--vulnerability-service", "pypi"), ("--vulnerability-service", "osv"))
"""Who is asked, one after the other, until one knows anything."""
SECONDS = "20"  # to wait for an answer

Dependency = dict[str, Any]
"""One of pip-audit's findings: `name` with `version` and `vulns`, or with a `skip_reason`."""


def main(sources: Iterable[Sequence[str]] = SOURCES, pins: Sequence[Path] = PINS) -> int:
    """Ask the sources in turn and print what the first one that answers knows."""
    silent = []
    for source in sources:
        found, why = asked(source, pins)
        if any("vulns" in each for each in found):
            wrong = list(weaknesses(found))
            print(*wrong, f"audit: {len(found)} pins, {len(wrong)} to be looked at", sep="\n")
            return 1 if wrong else 0
        silent.append(f"{source[1]}: {why}")
    print(f"audit: skipped, nobody who publishes advisories answers here ({'; '.join(silent)})")
    return 0


def asked(source: Sequence[str], pins: Sequence[Path]) -> tuple[list[Dependency], str]:
    """What that source knows of the pins, and why it knows nothing where it does not."""
    files = [word for file in pins for word in ("--requirement", str(file))]
    command = [sys.executable, "-m", "pip_audit", "--disable-pip", "--require-hashes", "--format", "json", *files]
    quiet = ["--progress-spinner", "off", "--timeout", SECONDS, *source]
    done = subprocess.run([*command, *quiet], capture_output=True, text=True, check=False)
    if not done.stdout.startswith("{"):
        return [], (done.stderr.strip().splitlines() or [f"ended with {done.returncode}"])[-1].partition("(Caused")[
            0
        ].strip()
    found: list[Dependency] = json.loads(done.stdout)["dependencies"]
    return found, next((str(each["skip_reason"]) for each in found if "skip_reason" in each), "")


def weaknesses(found: Iterable[Dependency]) -> Iterator[str]:
    """A line for each known weakness, and for each pin that nothing could be learned of."""
    for each in found:
        if "vulns" not in each:
            yield f"{each['name']}: not audited: {each['skip_reason']}"
        for known in each.get("vulns", ()):
            mended = ", ".join(known["fix_versions"]) or "no version yet"
            yield f"{each['name']} {each['version']}: {known['id']}, mended in {mended}"


if __name__ == "__main__":
    sys.exit(main())
