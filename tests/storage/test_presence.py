"""Processes that serve from one database know of each other, and are forgotten when they end."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from storage import open_database

ANOTHER = """
import sys
from storage import open_database
print(open_database(sys.argv[1]).serves_alone(), flush=True)
sys.stdin.read()
"""


def test_a_process_that_was_killed_is_there_no_longer(tmp_path: Path) -> None:
    file = str(tmp_path / "served.db")
    database = open_database(file)
    with subprocess.Popen(
        [sys.executable, "-c", ANOTHER, file], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "True\n"
        assert not database.serves_alone()
        other.kill()
    database.close()
    again = open_database(file)
    assert again.serves_alone()
    again.close()


def test_nobody_else_sees_a_database_in_memory() -> None:
    for _ in range(2):
        assert open_database("sqlite://").serves_alone()


def test_processes_know_of_each_other_on_a_server(server_url: str) -> None:
    one, other = open_database(server_url), open_database(server_url)
    assert one.serves_alone()
    assert not other.serves_alone()
    one.close()
    other.close()
    after = open_database(server_url)
    assert after.serves_alone()
    after.close()
