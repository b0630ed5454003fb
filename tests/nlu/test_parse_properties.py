"""What holds of any text at all: nothing raises, nothing is invented out of noise, an answer is always a `Parse`."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from nlu import parse
from nlu.reading import Context, Intent, Mood, Parse
from policies.vocabulary import read_vocabulary
from tests.nlu.message_corpus import examples

TODAY = date(2026, 11, 20)
TEXTS = tuple(example.text for example in examples())
SCRAPS = st.sampled_from([text[at : at + 4] for text in TEXTS[::7] for at in range(0, len(text), 4)])
CONTEXTS = st.builds(
    Context,
    asked=st.sampled_from([None, "rank", "days", "cn", "when", "region", "confirm", "entry", "level", "passed"]),
    asked_activity=st.sampled_from([None, "paper", "training", "project"]),
    last_activity=st.sampled_from([None, "exam", "conference"]),
    last_year=st.sampled_from([None, 2024]),
    last_intent=st.sampled_from([None, *Intent]),
)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80), CONTEXTS)
def test_any_text_gives_a_parse(text: str, context: Context) -> None:
    assert isinstance(parse(text, TODAY, context), Parse)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(SCRAPS, st.text(max_size=3)), max_size=12).map("".join), CONTEXTS)
def test_scraps_of_messages_give_only_what_the_vocabulary_knows(text: str, context: Context) -> None:
    known = read_vocabulary().activities
    for report in parse(text, TODAY, context).reports:
        assert report.activity is None or set(report.attributes) <= set(known[report.activity].attributes)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(TEXTS), st.integers(0, 30), st.sampled_from("，。 \n？啊了的！"))
def test_a_stray_character_raises_nothing(text: str, at: int, stray: str) -> None:
    assert isinstance(parse(text[:at] + stray + text[at:], TODAY), Parse)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(blacklist_categories=["Lo", "Nd", "Lm"]), max_size=60))
def test_noise_reports_nothing(text: str) -> None:
    assert [report for report in parse(text, TODAY).reports if report.mood is Mood.DONE] == []


def test_the_same_text_is_understood_the_same_way() -> None:
    assert all(parse(text, TODAY) == parse(text, TODAY) for text in TEXTS[::40])


def test_an_endless_message_is_read() -> None:
    assert parse("今年单位组织培训3天，" * 900, TODAY).intent is Intent.RECORD
