"""The fake Bot API for tests. Every one of them ends with no call that the published API does not know."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.telegram.fake import Fake


@pytest.fixture
def fake() -> Iterator[Fake]:
    """A fake of the test's own. A test that misuses it on purpose clears `violations` itself."""
    with Fake() as running:
        yield running
        assert running.server.violations == []
