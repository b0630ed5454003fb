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

ROOT = Path(__file__).parents[1]
VOCABULARY = read_vocabulary()
SLOTS = frozenset(
    """region activity when count days hours months words level author_position role rank venue organizer kind grade
    presented passed concluded status subject entry confirm title points mode term org""".split()  # noqa: SIM905
)
LEXICON = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "nlu" / "lexicon").glob("*.toml"))
ASKED = [(name, attribute) for name, kind in VOCABULARY.activities.items() for attribute in kind.attributes]


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


@pytest.mark.parametrize("page", ["README.md", "README.en.md", "CONTRIBUTING.md", "docs/write-a-policy.md"])
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)", text) if "://" not in link]
    assert [link for link in links if not ((ROOT / page).parent / link).exists()] == []


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
