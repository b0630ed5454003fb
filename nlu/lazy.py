"""A pattern that is compiled when it is first tried: most never are, and compiling all takes longer than a message."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Lazy:
    """`pattern` as `re` writes it."""

    pattern: str
    flags: int = 0

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The same, to be searched for."""
        return re.compile(self.pattern, self.flags)
