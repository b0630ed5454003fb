"""Every piece of understanding says where it comes from."""

from __future__ import annotations

from datetime import date

from nlu import parse
from nlu.reading import Trace

TODAY = date(2026, 11, 20)


def test_each_piece_has_its_rule() -> None:
    steps = parse("去年发表了一篇CN论文，第二作者", TODAY, traced=True).trace
    assert Trace("time", "去年", "2025-01-01 … 2025-12-31") in steps
    assert Trace("quantity", "一篇", "count 1") in steps
    assert Trace("rank", "第二作者", "rank 2") in steps


def test_what_lost_is_shown_beside_what_won() -> None:
    steps = parse("单位培训3天", TODAY, traced=True).trace
    won = next(step for step in steps if step.words == "单位培训")
    assert won.lost == ("培训：training",)


def test_slips_are_the_first_steps() -> None:
    assert parse("CN论闻一篇", TODAY, traced=True).trace[0] == Trace("slip", "论闻", "论文")


def test_facts_show_what_they_took_over() -> None:
    steps = parse("今年发了两篇CN论文，一篇一作一篇二作", TODAY, traced=True).trace
    facts = [step for step in steps if step.rule == "fact"]
    assert len(facts) == 2
    assert all("taken over: cn=true" in step.meaning for step in facts)
