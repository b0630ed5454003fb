"""A chat that begins on Friday 2026-11-20 at 10:00 in Shanghai."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from policies.library import Library
from tests.reminding.chat import Chat


@pytest.fixture
def chat(library: Library) -> Iterator[Chat]:
    begun = Chat(library)
    yield begun
    begun.database.close()
