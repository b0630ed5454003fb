"""The whole core against plain models of it, for a short while; `python -m tests.fuzz stateful` goes on."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

from tests.fuzz.bells import Bells
from tests.fuzz.offices import Offices

SHORT = settings(
    max_examples=15,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)

TestOffices = Offices.TestCase
TestOffices.settings = SHORT
TestBells = Bells.TestCase
TestBells.settings = SHORT
