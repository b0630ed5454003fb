"""The fake Bot API for tests. Every one of them ends with no call that the published API does not know."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.nursery import Nursery
from tests.telegram.fake import Fake
from tests.telegram.serving import Serving


@pytest.fixture
def fake() -> Iterator[Fake]:
    """A fake of the test's own. A test that misuses it on purpose clears `violations` itself."""
    with Fake() as running:
        yield running
        assert running.server.violations == []


@pytest.fixture(scope="module")
def shared(nursery: Nursery, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """A serving process, polling, for all tests of a module: each brings its own people."""
    with Fake() as fake, Serving(nursery, fake, tmp_path_factory.mktemp("served")) as running:
        yield running


@pytest.fixture
def served(shared: Serving) -> Iterator[Serving]:
    """The shared process. In the end every call was a good one, and nothing went wrong inside."""
    before = len(shared.said())
    yield shared
    assert shared.fake.server.violations == []
    assert "Traceback" not in shared.said()[before:], shared.said()[before:]
