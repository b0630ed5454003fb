"""The audit fails where a pin has a known weakness, and says so where nobody could be asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.release.audit import PINS, Dependency, main, weaknesses
from tests.release.publisher import advisory, publishing
from tests.reserved import reserved

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def pins(tmp_path: Path) -> list[Path]:
    file = tmp_path / "requirements.txt"
    digest = "0" * 64
    file.write_text(f"leaky==1.0 --hash=sha256:{digest}\nsound==2.0 --hash=sha256:{digest}\n")
    return [file]


def osv(address: str) -> list[tuple[str, ...]]:
    return [("--vulnerability-service", "osv", "--osv-url", address)]


def test_a_known_weakness_fails_and_says_what_mends_it(pins: list[Path], capsys: Capture) -> None:
    with publishing({"leaky": [advisory("leaky", "PYSEC-2026-1", "1.1")]}) as address:
        assert main(osv(address), pins) == 1
    told = capsys.readouterr().out
    assert "leaky 1.0: PYSEC-2026-1, mended in 1.1" in told
    assert "sound" not in told


def test_nothing_known_of_all_our_pins_is_a_pass(capsys: Capture) -> None:
    with publishing({}) as address:
        assert main(osv(address), PINS) == 0
    assert "0 to be looked at" in capsys.readouterr().out


def test_where_nobody_answers_the_next_is_asked(pins: list[Path], capsys: Capture) -> None:
    with reserved() as nobody, publishing({"leaky": [advisory("leaky", "PYSEC-2026-1", "1.1")]}) as address:
        gone = osv(f"http://{nobody}/v1/query")
        assert main([*gone, *osv(address)], pins) == 1
    assert "PYSEC-2026-1" in capsys.readouterr().out


def test_where_nobody_answers_at_all_that_is_said_and_nothing_fails(pins: list[Path], capsys: Capture) -> None:
    with reserved() as nobody:
        assert main(osv(f"http://{nobody}/v1/query"), pins) == 0
    assert capsys.readouterr().out.startswith("audit: skipped")


def test_a_pin_that_nothing_could_be_learned_of_is_no_pass() -> None:
    found: list[Dependency] = [
        {"name": "sound", "version": "2.0", "vulns": []},
        {"name": "odd", "skip_reason": "not there any more"},
    ]
    assert list(weaknesses(found)) == ["odd: not audited: not there any more"]


def test_all_that_is_installed_for_running_is_among_the_pins() -> None:
    running, _, developing = (set(pinned(file)) for file in PINS)
    assert running
    assert running <= developing


def pinned(file: Path) -> list[str]:
    return [line.removesuffix(" \\") for line in file.read_text().splitlines() if line[:1].isalnum()]
