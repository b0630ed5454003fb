"""Nothing without its name, its words, its question and its page: what one file adds, the others must know."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.arguments import read_arguments
from handlers.wording.questions import BY_ACTIVITY, BY_ATTRIBUTE
from nlu.reading import Intent
from policies.library import Library
from policies.vocabulary import read_vocabulary
from tests.nlu.message_corpus import examples

ROOT = Path(__file__).resolve().parents[1]
VOCABULARY = read_vocabulary()
SLOTS = frozenset(
    """region activity when count days hours months words level author_position role rank venue organizer kind grade
    presented passed concluded status subject entry confirm title points mode term org""".split()  # noqa: SIM905
)
LEXICON = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "nlu" / "lexicon").glob("*.toml"))
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
TOLD_WHERE = ("CONTRIBUTING.md", "GLOSSARY.md", "docs/security.md")  # pages that say where things stand
PLACED = re.compile(r"`((?:bot|handlers|nlu|policies|storage|tests|docs)/[\w./-]*)`")
ASKED = [(name, attribute) for name, kind in VOCABULARY.activities.items() for attribute in kind.attributes]


def targets(page: Path) -> list[Path]:
    """What a page links to or shows, within the project."""
    links = re.findall(r"(?:\]\(|src=\")([^)#\"]+)", page.read_text(encoding="utf-8"))
    return [(page.parent / link).resolve() for link in links if "://" not in link]


def paths_in(page: str) -> list[str]:
    return sorted(set(PLACED.findall((ROOT / page).read_text(encoding="utf-8"))))


@pytest.mark.parametrize("activity", VOCABULARY.activities)
def test_an_activity_has_words_rules_and_phrasings(activity: str, library: Library) -> None:
    assert f'"{activity}"' in LEXICON
    rules = [rule for policy in library.policies.values() for rule in policy.rules]
    assert any(activity in {rule.activity, *(also.activity for also in rule.also)} for rule in rules)
    told = [report for example in examples() for report in example.expected.get("reports", [])]
    assert any(report.get("activity") == activity for report in told)


@pytest.mark.parametrize(("activity", "attribute"), ASKED)
def test_an_attribute_can_be_asked_for(activity: str, attribute: str) -> None:
    kind = VOCABULARY.attributes[attribute]
    if kind.type != "text":
        assert (activity, attribute) in BY_ACTIVITY or attribute in BY_ATTRIBUTE or kind.slot == "venue"
        assert kind.slot in SLOTS


@pytest.mark.parametrize("key", BY_ACTIVITY)
def test_a_question_is_about_something(key: tuple[str, str]) -> None:
    activity, attribute = key
    assert attribute in VOCABULARY.activities[activity].attributes


@pytest.mark.parametrize("intent", Intent)
def test_an_intent_has_phrasings(intent: Intent) -> None:
    wanted = {
        example.expected.get("intent") if isinstance(example.expected.get("intent"), str) else ""
        for example in examples()
    }
    assert intent.value in wanted


@pytest.mark.parametrize("name", ["`Mood`", "`Intent`", "`Draft`", "`Fact`", "`Statement`", "`Citation`"])
def test_the_glossary_knows_the_central_names(name: str) -> None:
    assert name in (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_and_pictures_lead_somewhere(page: Path) -> None:
    assert [target for target in targets(page) if not target.exists()] == []


def test_the_readme_leads_to_every_page() -> None:
    reached, ahead = set[Path](), [ROOT / "README.md"]
    while ahead:
        page = ahead.pop()
        reached.add(page)
        ahead += [target for target in targets(page) if target in PAGES and target not in reached]
    assert [page.name for page in PAGES if page not in reached] == []


@pytest.mark.parametrize("name", [name for page in TOLD_WHERE for name in paths_in(page)])
def test_a_path_that_a_page_names_exists(name: str) -> None:
    assert (ROOT / name).exists()


def test_the_readme_knows_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        read_arguments(["--help"], "0")
    commands = re.findall(r"^    ([a-z]+)  ", capsys.readouterr().out, re.MULTILINE)
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "serve" in commands
    assert [command for command in commands if f"`xueshi {command}" not in text] == []


def test_the_readmes_commands_exist() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert all(f"\n{target}:" in makefile for target in re.findall(r"make ([a-z-]+)", text))
    for words in (
        ["chat"],
        ["chat", "--jsonl"],
        ["parse", "去年培训三天"],
        ["policy", "show", "常州", "2026"],
        ["policy", "check", "x.toml"],
    ):
        assert read_arguments(words, "0").command == words[0] or words[0] == "policy"
