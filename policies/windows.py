"""Which years a title review looks at, where a document says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from policies.pack import Policy
from policies.statement import Citation

YEARS_SHOWN = 5  # where a document on file names no window


@dataclass(frozen=True, slots=True)
class Window:
    """To apply in year Y for a title of `title_level`: the `before` years before Y, and Y itself where `own`."""

    title_level: str
    before: int
    own: bool
    citation: Citation

    def years(self, applying: int) -> tuple[int, ...]:
        return tuple(range(applying - self.before, applying + self.own))


def windows_of(policy: Policy) -> tuple[Window, ...]:
    """The windows that a document sets, in its order; none where it is silent."""
    listed = cast("list[Mapping[str, object]]", policy.extras.get("window", []))
    return tuple(_window(policy, each) for each in listed)


def window_for(policy: Policy, title_level: str | None) -> Window | None:
    return next((window for window in windows_of(policy) if window.title_level == title_level), None)


def _window(policy: Policy, raw: Mapping[str, object]) -> Window:
    cite = Citation(policy.id, policy.document, str(raw["article"]), str(raw.get("says", "")))
    return Window(str(raw["title_level"]), int(str(raw["before"])), bool(raw.get("own", False)), cite)
