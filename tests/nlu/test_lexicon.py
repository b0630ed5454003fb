"""The lexicon: every word is read in one way, and names only what the vocabulary knows."""

from __future__ import annotations

from nlu.entries import entries_of, lexicon, spell_out, value_of
from nlu.intents import cued, topic_of
from nlu.lexicon_check import collisions, problems, unknown_keys, unknown_names
from nlu.reading import Intent, Topic
from nlu.spotting import Spotter, spotter
from policies.facts import Range


def test_the_lexicon_is_sound() -> None:
    assert problems() == []
    assert unknown_keys() == []


def test_a_word_read_twice_is_found() -> None:
    twice = [
        *entries_of({"words": ["论文"], "activity": "paper"}, "one.toml"),
        *entries_of({"words": ["论文"], "activity": "book"}, "two.toml"),
    ]
    assert collisions(twice) == ["论文: read in one.toml and again in two.toml"]


def test_a_word_read_in_two_ways_under_conditions_is_no_collision() -> None:
    twice = [
        *entries_of({"words": ["专业"], "hint": ["training"]}, "one.toml"),
        *entries_of({"words": ["专业"], "asked": ["subject"]}, "two.toml"),
    ]
    assert collisions(twice) == []


def test_unknown_names_come_with_the_nearest_known_one() -> None:
    wrong = list(entries_of({"words": ["论文"], "activity": "papper", "sets": {"rang": 1}}, "x.toml"))
    assert unknown_names(wrong) == [
        "x.toml: 论文: no such activity: papper; did you mean paper?",
        "x.toml: 论文: no such attribute: rang; did you mean rank?",
    ]


def test_an_attribute_that_an_activity_lacks_is_found() -> None:
    wrong = list(entries_of({"words": ["论文"], "activity": "paper", "sets": {"days": 1}}, "x.toml"))
    assert unknown_names(wrong) == ["x.toml: 论文: paper has no days"]


def test_a_value_that_does_not_exist_is_found() -> None:
    wrong = list(entries_of({"words": ["省"], "in": {"project": {"level": "provincal"}}}, "x.toml"))
    assert unknown_names(wrong) == ["x.toml: 省: no such value of level: provincal; did you mean provincial?"]


def test_braces_spell_words_out() -> None:
    assert sorted(spell_out("{省,市}{人社,住建}局")) == ["市人社局", "市住建局", "省人社局", "省住建局"]


def test_values_are_those_of_the_vocabulary() -> None:
    assert value_of("2-") == Range(2)
    assert value_of("1-3") == Range(1, 3)
    assert value_of(True) is True


def test_the_longest_word_wins() -> None:
    found = spotter().longest("核心期刊论文", 0)
    assert found is not None
    assert found[0] == len("核心期刊论文")


def test_conditions_keep_a_word_from_being_read() -> None:
    entries = list(entries_of({"words": ["学会"], "after": "办|的"}, "x.toml"))
    assert Spotter(entries).longest("学会办的", 0) is not None
    assert Spotter(entries).longest("学会骑车", 0) is None


def test_two_parts_of_a_word_may_stand_apart() -> None:
    entries = list(entries_of({"words": ["请我…讲座"], "activity": "teaching"}, "x.toml"))
    assert Spotter(entries).longest("请我去办了一场讲座", 0) is not None
    assert Spotter(entries).longest("请我吃饭，后来有讲座", 0) is None


def test_latin_words_are_not_cut_out_of_longer_ones() -> None:
    assert spotter().longest("elsevier", 0) is not None
    assert spotter().longest("xeix", 1) is None


def test_extending_the_lexicon_needs_no_code() -> None:
    assert len(lexicon()) > 2000


def test_words_for_intents() -> None:
    assert next(iter(cued("还差多少学时"))) is Intent.BALANCE
    assert Intent.REMIND in cued("每周一提醒我")
    assert Intent.SMALLTALK in cued("你好呀！")
    assert Intent.SMALLTALK not in cued("你好，今年还差多少")


def test_topics_of_questions() -> None:
    assert topic_of("多出来的学时能结转吗") is Topic.CARRY_OVER
    assert topic_of("论文一年封顶多少") is Topic.CAP
