"""What most tests share: the documents on file, loaded once; properties are tried without a clock."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

from policies.library import Library, load_library

# a busy machine is no failure
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def library() -> Library:
    """Every document that ships with the project."""
    return load_library()
