"""What most tests share: the documents on file, loaded once."""

from __future__ import annotations

import pytest

from policies.library import Library, load_library


@pytest.fixture(scope="session")
def library() -> Library:
    """Every document that ships with the project."""
    return load_library()
