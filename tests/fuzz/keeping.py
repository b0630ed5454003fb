"""What was found: one input of each kind, with what it led to."""

from __future__ import annotations

import json
import traceback
from hashlib import sha256
from pathlib import Path

OURS = ("/bot/", "/handlers/", "/nlu/", "/policies/", "/storage/")


class Keeper:
    """Keeps finds in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "found"
        self._folder.mkdir(parents=True, exist_ok=True)

    def keep(self, data: bytes, error: BaseException) -> None:
        """Write the input down, unless its kind is known by one that is not much longer."""
        place = self._folder / f"{sha256(kind_of(error).encode()).hexdigest()[:12]}.json"
        if not place.exists() or len(json.loads(place.read_text(encoding="utf-8"))["input"]) > 3 * len(data):
            why = "".join(traceback.format_exception(error, limit=-6))
            content = {
                "kind": kind_of(error),
                "input": data.hex(),
                "shown": data.decode("utf-8", "replace"),
                "why": why,
            }
            place.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")


def kind_of(error: BaseException) -> str:
    """What tells one fault from another: the type, and what is wrong or where in the program it arose."""
    if isinstance(error, AssertionError):
        return f"{type(error).__name__} {str(error).partition(':')[0]}"
    frames = [each for each in traceback.extract_tb(error.__traceback__) if any(part in each.filename for part in OURS)]
    return f"{type(error).__name__} {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else repr(error)
