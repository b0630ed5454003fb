"""The guide for authors keeps its word: what it shows is what the check really takes and says."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from policies.appraise import appraise
from policies.own_packs import load_with
from policies.person import Person, Stay
from policies.problems import Sink
from policies.schema import check_value, tables
from policies.vocabulary import read_vocabulary
from tests.policies import guide
from tests.policies.cases_format import fact_of
from tests.policies.checked import problems_of
from tests.policies.words_page import lines

HEAD = """
id = "recipe"
document = "示例"
title = "示例"
issued = 2026-01-01
from = 2026
"""
DEMANDS = '[[requirement]]\narticle = "二"\ntotal = 90\n'


def written(folder: Path, text: str, name: str = "") -> Path:
    file = folder / (name or guide.example().file or "")
    file.write_text(text, encoding="utf-8")
    return file


def said_of(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """What the check says of a file with that text, as it is printed."""
    monkeypatch.chdir(folder)
    file = written(folder, text).relative_to(folder)
    return "\n".join(f"✗ {problem}" for problem in problems_of(file))


def test_the_example_is_sound(tmp_path: Path) -> None:
    file = written(tmp_path, guide.example().body)
    library, left_out = load_with([tmp_path])
    assert left_out == ()
    assert library.policies["yunchuan-2026"].file == str(file)


@pytest.mark.parametrize(
    ("did", "hours"),
    [
        ({"activity": "public_course", "passed": True, "count": 3}, 45),
        ({"activity": "training", "days": 0.5, "organizer": "own_unit"}, 4),
        ({"activity": "training", "hours": 12, "days": 2, "organizer": "base"}, 12),
        ({"activity": "training", "days": 2, "organizer": "other"}, 12),
        ({"activity": "paper", "cn": True, "core": False, "rank": 1}, 20),
        ({"activity": "paper", "cn": True, "core": False, "rank": 3}, 8),
        ({"activity": "paper", "cn": True, "core": True, "rank": 1}, 30),
        ({"activity": "paper", "cn": False, "core": True, "rank": 1}, 0),
        ({"activity": "exam", "passed": True, "count": 2}, 30),
        ({"activity": "teaching", "hours": 3}, 6),
        ({"activity": "patent", "kind": "invention", "rank": 1, "attained": True}, 0),
    ],
)
def test_the_example_computes_what_its_notice_says(tmp_path: Path, did: dict[str, object], hours: int) -> None:
    written(tmp_path, guide.example().body)
    library, _ = load_with([tmp_path])
    exact = {name: Decimal(str(value)) if type(value) in {int, float} else value for name, value in did.items()}
    fact = fact_of(1, {"when": "2026", **exact})
    assert appraise(fact, Person((Stay("云川"),)), library).hours == Decimal(hours)


@pytest.mark.parametrize("recipe", guide.recipes(), ids=lambda recipe: recipe.before.splitlines()[-1][:30])
def test_a_recipe_may_be_copied_as_it_stands(tmp_path: Path, recipe: guide.Block) -> None:
    demands = "" if "[[requirement]]" in recipe.body else DEMANDS
    file = written(tmp_path, HEAD + recipe.body + demands, "recipe.toml")
    assert [str(problem) for problem in problems_of(file)] == []


@pytest.mark.parametrize("mistake", guide.mistakes(), ids=lambda mistake: mistake.name)
def test_a_mistake_is_answered_as_the_guide_shows(
    tmp_path: Path, mistake: guide.Mistake, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = guide.example().body
    assert mistake.right in right
    assert said_of(tmp_path, right.replace(mistake.right, mistake.wrong, 1), monkeypatch) == mistake.says


def test_a_file_of_another_encoding_is_answered_as_the_guide_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file = Path(guide.example().file or "")
    file.write_bytes(guide.example().body.encode("gbk"))
    (problem,) = problems_of(file)
    assert f"✗ {problem}" == guide.encoding_message()


def test_every_key_stands_in_the_table_and_no_other() -> None:
    shown = {kind: {key.name: key.required for key in keys} for kind, keys in guide.keys().items()}
    known = {kind: {key: key in table.required for key in table.keys} for kind, table in tables().items()}
    assert shown == known


@pytest.mark.parametrize("kind", sorted(tables()))
def test_the_examples_of_the_keys_may_be_copied(kind: str) -> None:
    for key in guide.keys()[kind]:
        ((name, value),) = tomllib.loads(key.example, parse_float=Decimal).items()
        sink = Sink("例子", [])
        check_value(value, tables()[kind].keys[name], sink, name)
        assert (name, sink.problems) == (key.name, [])


def test_the_words_are_those_of_the_vocabulary() -> None:
    page = guide.GUIDE.with_name("words.md").read_text(encoding="utf-8")
    assert page.splitlines() == list(lines(read_vocabulary()))


def test_the_guides_links_lead_somewhere() -> None:
    for target in ("words.md", "coverage.md"):
        assert (guide.GUIDE.parent / target).exists()
    assert "(words.md)" in guide.text()
