"""The container files and the systemd unit pass their linters, ask for as little as they need, and name our settings.

No image is built and no unit is started here.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import gettempdir

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = Path(sys.executable).parent
UNIT = ROOT / "docs" / "deploy" / "xueshi.service"
COMPOSE = ROOT / "compose.yaml"
DOCKERFILE = ROOT / "Dockerfile"
SETTINGS = set(re.findall(r"^#?([A-Z_]+)=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.MULTILINE))


def hadolint(file: Path) -> str:
    return told(str(TOOLS / "hadolint"), "--no-color", "--failure-threshold", "style", str(file))


def compose_schema(file: Path) -> str:
    return told(str(TOOLS / "check-jsonschema"), "--builtin-schema", "vendor.compose-spec", str(file))


def systemd(file: Path) -> str:
    if not shutil.which("systemd-analyze"):
        pytest.skip("no systemd here")
    return told("systemd-analyze", "verify", "--man=no", str(file))


def told(*command: str) -> str:
    """What a linter finds; nothing where it is content. It has a home even where a number runs it that has none."""
    home = {"HOME": os.environ.get("HOME", gettempdir())}
    done = subprocess.run(command, env=os.environ | home, capture_output=True, text=True, check=False)
    return (done.stdout + done.stderr or "it failed") if done.returncode else ""


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """The unit as it stands, save that the command is one that is there."""
    copy = tmp_path / UNIT.name
    copy.write_text(UNIT.read_text(encoding="utf-8").replace("/opt/xueshi/.venv/bin/xueshi", "/bin/true"), "utf-8")
    return copy


def test_the_dockerfile_is_clean() -> None:
    assert hadolint(DOCKERFILE) == ""


def test_the_compose_file_is_one() -> None:
    assert compose_schema(COMPOSE) == ""


def test_the_unit_is_one(unit: Path) -> None:
    assert systemd(unit) == ""


def test_the_linters_look(unit: Path, tmp_path: Path) -> None:
    """What they must not pass."""
    file = tmp_path / "compose.yaml"
    file.write_text(COMPOSE.read_text(encoding="utf-8").replace("read_only:", "readonly:"), "utf-8")
    assert "readonly" in compose_schema(file)
    file = tmp_path / "Dockerfile"
    file.write_text(DOCKERFILE.read_text(encoding="utf-8").replace("python:3.11-slim", "python:latest"), "utf-8")
    assert "DL3007" in hadolint(file)
    unit.write_text(unit.read_text(encoding="utf-8").replace("ExecStart=/bin/true", "ExecStart=bin/true"), "utf-8")
    assert "bin/true" in systemd(unit)


@pytest.mark.parametrize("file", [DOCKERFILE, COMPOSE, UNIT], ids=lambda file: file.name)
def test_every_setting_that_is_named_is_one_of_ours(file: Path) -> None:
    named = set(re.findall(r"\b(?:XUESHI|TELEGRAM)_[A-Z_]+", file.read_text(encoding="utf-8")))
    assert named
    assert named <= SETTINGS


@pytest.mark.parametrize(
    ("file", "wanted"),
    [
        (DOCKERFILE, ["USER 10001", "--require-hashes", "VOLUME /data"]),
        (COMPOSE, ["read_only: true", "cap_drop: [ALL]", "no-new-privileges:true", "restart: unless-stopped"]),
        (
            UNIT,
            ["DynamicUser=yes", "NoNewPrivileges=yes", "ProtectSystem=strict", "UMask=0077", "CapabilityBoundingSet="],
        ),
    ],
    ids=lambda what: what.name if isinstance(what, Path) else "",
)
def test_as_little_is_allowed_as_it_needs(file: Path, wanted: list[str]) -> None:
    text = file.read_text(encoding="utf-8")
    assert [each for each in wanted if each not in text] == []


def test_what_is_copied_into_the_image_is_all_that_runs() -> None:
    copied = set(re.findall(r"^COPY (\w+) \w+$", DOCKERFILE.read_text(encoding="utf-8"), re.MULTILINE))
    assert copied == {each.parent.name for each in ROOT.glob("*/__init__.py")} - {"tests"}
