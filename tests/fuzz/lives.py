"""Random lives of employers and of reminders against their models, new ones each time, until the time is up.

python -m tests.fuzz.lives SECONDS
"""

from __future__ import annotations

import sys
from time import monotonic

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.fuzz.bells import Bells
from tests.fuzz.offices import Offices
from tests.handlers.test_stateful import Dialogues

AT_A_TIME = 20
LONG = settings(max_examples=AT_A_TIME, stateful_step_count=60, deadline=None, suppress_health_check=list(HealthCheck))
MACHINES = (Offices, Bells, Dialogues)


def main(seconds: int) -> None:
    """Live on; what does not hold is raised with the shortest life that shows it."""
    until, lives = monotonic() + seconds, 0
    while monotonic() < until:
        run_state_machine_as_test(MACHINES[lives // AT_A_TIME % len(MACHINES)], settings=LONG)
        lives += AT_A_TIME
    print(f"Done {lives} runs")


if __name__ == "__main__":
    main(int(sys.argv[1]))
