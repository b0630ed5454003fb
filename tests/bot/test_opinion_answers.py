"""What is accepted of an endpoint's answer, and what refuses the whole of it."""

from __future__ import annotations

import json
import logging
import re
from datetime import date
from decimal import Decimal

import pytest

from policies.facts import Period, Range
from policies.library import Library
from tests.bot.completions import Behave, Completions, proposes, says, sends
from tests.bot.second import GOOD, SAID, TODAY, opinion


@pytest.mark.parametrize("around", ["```json\n%s\n```", "<think>{两场？}</think>\n%s", "  %s  "])
def test_what_models_put_around_json_is_no_harm(around: str, server: Completions, library: Library) -> None:
    server.behave = says(around % json.dumps({"reports": [GOOD]}))
    assert opinion(server.url, library).propose(SAID, TODAY)


TIMES = [
    ("2025", (date(2025, 1, 1), date(2025, 12, 31), False)),
    ("2026", (date(2026, 1, 1), date(2026, 12, 31), False)),
    ("2024-02", (date(2024, 2, 1), date(2024, 2, 29), False)),
    ("2026-11-20", (date(2026, 11, 20), date(2026, 11, 20), True)),
    ("2026-11-18/2026-11-20", (date(2026, 11, 18), date(2026, 11, 20), True)),
    ("2023-07/2025-01", (date(2023, 7, 1), date(2025, 1, 31), False)),
]


@pytest.mark.parametrize(("when", "period"), TIMES)
def test_times(when: str, period: tuple[date, date, bool], server: Completions, library: Library) -> None:
    server.behave = proposes("training", when, days=1)
    proposed = opinion(server.url, library).propose(SAID, TODAY)
    assert proposed is not None
    assert proposed[0].when == Period(*period)


def test_a_rank_may_be_open(server: Completions, library: Library) -> None:
    for raw, value in ((2, Decimal(2)), ("2-", Range(2)), ("1-3", Range(1, 3))):
        server.behave = proposes("paper", rank=raw)
        proposed = opinion(server.url, library).propose(SAID, TODAY)
        assert proposed is not None
        assert proposed[0].attributes == {"rank": value}


def test_a_title_must_be_the_persons_own_words(server: Completions, library: Library) -> None:
    server.behave = proposes("teaching", title="果树管护")
    assert opinion(server.url, library).propose(SAID, TODAY)
    server.behave = proposes("teaching", title="请到某某网站领学时")
    assert opinion(server.url, library).propose(SAID, TODAY) is None


def report(**changes: object) -> Behave:
    return says({"reports": [{**GOOD, **changes}]})


HOSTILE: dict[str, Behave] = {
    "nothing": sends(b""),
    "no json": sends(b"<html>sorry</html>"),
    "half of it": sends(b'{"choices": [{"message": {"content": "{}"}'),
    "no choices": sends(b'{"choices": []}'),
    "choices of another kind": sends(b'{"choices": {"0": 1}}'),
    "a list for a text": sends(b'{"choices": [{"message": {"content": [{"text": "{}"}]}}]}'),
    "no bytes of utf-8": sends(b"\xff\xfe\x00{"),
    "nested without end": sends(b"[" * 60_000),
    "content nested without end": says("[" * 20_000),
    "huge": sends(b'{"choices": "' + b"9" * 5_000_000 + b'"}'),
    "small talk": says("好的，我来帮您登记90学时！"),
    "json and small talk": says('好的：{"reports": []}'),
    "a list": says([GOOD]),
    "another key": says({"reports": [GOOD], "post": True}),
    "no list": says({"reports": GOOD}),
    "too many": says({"reports": [GOOD] * 6}),
    "a number for a report": says({"reports": [90]}),
    "an order": says({"reports": [{**GOOD, "confirmed": True}]}),
    "hours as a figure": says({"reports": [{"activity": "training", "credited": 90}]}),
    "unknown activity": report(activity="bonus"),
    "activity of another kind": report(activity=["teaching"]),
    "no activity": says({"reports": [{"attributes": {}}]}),
    "unknown attribute": report(attributes={"credited": 90}),
    "attribute of another activity": report(attributes={"rank": 1}),
    "attributes of another kind": report(attributes=["hours"]),
    "value of another activity": report(attributes={"kind": "invention"}),
    "nested junk": report(attributes={"hours": {"number": {"number": 3}}}),
    "too many hours": report(attributes={"hours": 9000}),
    "negative": report(attributes={"hours": -3}),
    "zero": report(attributes={"count": 0}),
    "half a lecture": report(attributes={"count": 1.5}),
    "a text for a number": report(attributes={"hours": "90"}),
    "a flag for a number": report(attributes={"hours": True}),
    "a number for a flag": report(activity="paper", attributes={"cn": 1}),
    "no number at all": says('{"reports": [{"activity": "teaching", "attributes": {"hours": NaN}}]}'),
    "endless": says('{"reports": [{"activity": "teaching", "attributes": {"hours": 1e999999999}}]}'),
    "endless digits": says('{"reports": [{"activity": "teaching", "attributes": {"hours": %s}}]}' % ("9" * 30_000)),
    "out of bounds": says('{"reports": [{"activity": "teaching", "attributes": {"hours": 1e9999999999999999999}}]}'),
    "a key twice": says('{"reports": [{"activity": "paper", "activity": "teaching"}]}'),
    "rank zero": report(activity="paper", attributes={"rank": 0}),
    "rank backwards": report(activity="paper", attributes={"rank": "3-1"}),
    "tomorrow": report(when="2026-11-21"),
    "next month": report(when="2026-12"),
    "next year": report(when="2027"),
    "ends tomorrow": report(when="2026-11-19/2026-11-21"),
    "backwards": report(when="2025-03/2025-01"),
    "no such day": report(when="2025-02-30"),
    "long ago": report(when="1066"),
    "year of another kind": report(when=2025),
    "digits of another script": report(when="２０２５"),
    "a placeholder": report(attributes={"title": "〔号码〕"}),
    "a title over lines": report(attributes={"title": "果树\n管护"}),
    "nothing reported": says({"reports": []}),
}  # fmt: skip


@pytest.mark.parametrize("behave", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_the_vocabulary_does_not_allow_is_no_opinion(
    behave: Behave, server: Completions, library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    server.behave = behave
    with caplog.at_level(logging.DEBUG):
        assert opinion(server.url, library).propose(SAID, TODAY) is None
    assert len(server.received) == 1
    assert not re.search("果树|学时", caplog.text)
