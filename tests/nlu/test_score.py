"""The project's own corpus is understood, and scoring says so rightly."""

from __future__ import annotations

from datetime import date

import pytest

from tests.nlu.dimension_score import dimension_scores
from tests.nlu.message_corpus import Example, examples
from tests.nlu.score import Scores, main, score, tables
from tests.nlu.tally import Score, Tally, matched

LEAST = 0.98
TODAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def scores() -> Scores:
    return score(examples())


def test_the_corpus_is_large() -> None:
    assert len(examples()) >= 1500
    assert sum(example.expected.get("reports") == [] for example in examples()) >= 400


def test_whole_messages_are_understood(scores: Scores) -> None:
    assert scores.right.total() / scores.of.total() >= LEAST, "\n".join(scores.failures)


def test_nothing_is_recorded_that_was_not_said(scores: Scores) -> None:
    assert scores.negatives[True] / scores.negatives.total() >= LEAST
    assert scores.reports.total.precision >= LEAST - 0.01


def test_dimensions_are_read() -> None:
    tally, failures = dimension_scores()
    assert set(tally.names) == {"numeral", "quantity", "time"}
    assert failures == []


def test_a_wrong_reading_is_missed_and_extra() -> None:
    meant = {"intent": "balance", "reports": [{"activity": "paper", "cn": True, "rank": 2, "count": 1}]}
    found = score([Example("去年发了一篇CN论文，一作", TODAY, meant, "made-up")])
    assert found.right.total() == 0
    assert found.harmful["made-up"] == 1
    assert found.confusions == {("balance", "record"): 1}
    assert found.activities.score("paper") == Score(1, 0, 0)
    assert found.attributes.score("rank") == Score(0, 1, 1)
    assert found.attributes.score("year") == Score(0, 0, 1)
    assert found.attributes.score("cn") == Score(1, 0, 0)
    assert any("made-up" in line and "harmful" in line for line in found.failures)
    assert any(line.startswith("balance") for line in tables(found, 3))


def test_figures() -> None:
    figures = Score(6, 2, 4)
    assert (figures.precision, figures.recall, round(figures.f1, 3)) == (0.6, 0.75, 0.667)
    assert Score(0, 0, 0).f1 == 1
    tally = Tally()
    tally.compare([("a", 1), ("a", 1), ("b", 2)], [("a", 1), ("b", 3)])
    assert tally.names == ["b", "a"]
    assert tally.total == Score(1, 2, 1)


def test_reports_are_matched_with_what_they_are_most_like() -> None:
    first, second = {"activity": "paper", "rank": 1}, {"activity": "paper", "rank": 2}
    other = {"activity": "book", "rank": 1}
    assert list(matched([first, second], [second, other])) == [(second, second), (first, {}), ({}, other)]


def test_it_prints_tables_and_failures(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--file", "b-balance", "--show", "3"])
    printed = capsys.readouterr().out
    assert "whole messages" in printed
    assert "b-balance" in printed
    assert "b-policy" not in printed
