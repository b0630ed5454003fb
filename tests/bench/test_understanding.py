"""What the benches measure is what they say: the same figures, untouched messages, labels where the words are."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tests.bench.figures import Figure
from tests.bench.page import page
from tests.bench.understanding import dates, year
from tests.bench.understanding.readers import ours, unseen, wanted
from tests.bench.understanding.spans import labels, stretches
from tests.nlu.message_corpus import examples


def test_at_least_fifty_of_fifty_two_times_are_right() -> None:
    assert len(dates.CASES["case"]) == 52
    assert len(dates.wrong(dates.ours)) <= 2


def test_the_function_by_hand_works_out_the_same_year() -> None:
    assert len(year.FACTS) == 20
    assert next(iter(year.figures(Path()))).value > 0  # it compares both before it measures


def test_unseen_messages_are_in_no_corpus() -> None:
    texts = [example.text for example in unseen()]
    assert len(texts) == len(set(texts)) > 100
    assert not set(texts) & {example.text for example in examples()}
    assert len({intent for example in unseen() for intent in wanted(example)[0]}) >= 12


def test_slots_are_compared_in_one_form() -> None:
    example = next(example for example in unseen() if "普刊" in example.text)
    assert wanted(example)[1]["activity", "paper"] == 1
    assert ours(example).slots == wanted(example)[1]


def test_labels_cover_the_words_that_say_it() -> None:
    example = next(example for example in unseen() if "人社局组织学习" in example.text)
    text, marks, said = labels(example)
    found = [(label, text[start:end]) for label, start, end in stretches(marks)]
    assert found == [(label, words) for label, words, _ in said]
    assert Counter(label for label, _ in found)["amount-days"] == 1


def test_the_page_shows_ratios() -> None:
    written = page({"rules": [Figure("a year", 150, "us", 10, "its sums by hand")]})
    assert "| a year | 150 us | 10 us | 15.00 | its sums by hand |" in written
