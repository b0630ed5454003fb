"""Every kind of mistake in a pack: the message names file, rule, key, why, and the cure."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from policies.library import BUILT_IN, load_library
from policies.problems import PackError
from tests.policies.checked import problems_of

MISTAKES = tomllib.loads(Path(__file__).with_name("mistakes.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("mistake", MISTAKES["mistake"], ids=lambda mistake: mistake["name"])
def test_a_mistake_is_named_with_its_cure(
    mistake: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file = Path("示例.toml")
    head = mistake.get("head", MISTAKES["head"])
    file.write_text(f"{head}\n{mistake['pack']}", encoding="utf-8")
    says = "\n".join(str(problem) for problem in problems_of(file))
    assert says.replace(f"{BUILT_IN}/", "") == mistake["says"].strip()


def test_a_sound_pack_has_no_problem_and_joins_the_library(tmp_path: Path) -> None:
    file = tmp_path / "示例.toml"
    file.write_text(MISTAKES["head"] + MISTAKES["sound"], encoding="utf-8")
    assert problems_of(file) == []
    assert "shili-2026" in load_library([tmp_path]).policies


def test_a_library_with_a_broken_pack_does_not_load(tmp_path: Path) -> None:
    (tmp_path / "示例.toml").write_text("id = 1", encoding="utf-8")
    with pytest.raises(PackError):
        load_library([tmp_path])


@pytest.mark.parametrize("file", sorted(BUILT_IN.glob("*.toml")), ids=lambda file: file.stem)
def test_the_built_in_packs_are_sound(file: Path) -> None:
    assert problems_of(file) == []
