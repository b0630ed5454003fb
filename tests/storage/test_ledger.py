"""The ledger: recorded, withdrawn, amended, and never anybody else's."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from sqlalchemy import event

from policies.facts import Fact, Period, Range, Value
from storage import Database, Ledger, StorageProblem

LAST_YEAR = Period(date(2025, 1, 1), date(2025, 12, 31))
THREE_DAYS = Period(date(2026, 3, 5), date(2026, 3, 7), exact=True)


def test_a_recorded_fact_is_read_back_whole(database: Database, now: datetime) -> None:
    attributes: dict[str, Value] = {"cn": True, "rank": Range(2), "count": Decimal("1.50"), "title": "论“学时”"}
    with database.turn(now) as turn:
        written = turn.ledger("甲").record(
            "paper", LAST_YEAR, attributes, "去年一篇", made_up_for=2024, policy="changzhou-2024"
        )
    with database.turn(now) as turn:
        (entry,) = turn.ledger("甲").entries()
    assert entry.fact == written
    assert (entry.fact.activity, entry.fact.when, dict(entry.fact.attributes)) == ("paper", LAST_YEAR, attributes)
    assert (entry.fact.made_up_for, entry.fact.policy) == (2024, "changzhou-2024")
    assert (entry.said, entry.recorded_at, entry.status, entry.replaces) == ("去年一篇", now, "reported", None)


def test_facts_come_in_the_order_in_which_they_were_recorded(database: Database, now: datetime) -> None:
    with database.turn(now) as turn:
        ledger = turn.ledger("甲")
        first = record(ledger, THREE_DAYS)
        second = record(ledger, LAST_YEAR)
        assert ledger.facts() == (first, second)


def test_days_named_exactly_stay_exact(database: Database, now: datetime) -> None:
    with database.turn(now) as turn:
        ledger = turn.ledger("甲")
        record(ledger, THREE_DAYS)
        record(ledger, LAST_YEAR)
        assert [fact.when.exact for fact in ledger.facts()] == [True, False]


def test_undoing_restores_what_stood_before(database: Database, now: datetime) -> None:
    with database.turn(now) as turn:
        ledger = turn.ledger("甲")
        record(ledger)
        before = ledger.facts()
        added = record(ledger)
        assert ledger.withdraw(added.id, "undo")
        assert ledger.facts() == before


def test_a_withdrawn_entry_stays_on_file(database: Database, now: datetime) -> None:
    with database.turn(now) as turn:
        ledger = turn.ledger("甲")
        fact = record(ledger)
        ledger.withdraw(fact.id, "undo")
        assert ledger.entries() == ()
        (entry,) = ledger.entries(withdrawn=True)
        assert ledger.entry(fact.id) == entry
        assert (entry.fact, entry.status, entry.withdrawn_at, entry.why) == (fact, "void", now, "undo")


def test_an_amendment_names_what_it_replaced(database: Database, now: datetime) -> None:
    with database.turn(now) as turn:
        ledger = turn.ledger("甲")
        old = record(ledger)
        new = ledger.record("paper", LAST_YEAR, {}, "是第一作者", replaces=old.id)
        ledger.withdraw(old.id, "amended")
        assert ledger.facts() == (new,)
        assert [entry.replaces for entry in ledger.entries()] == [old.id]


@pytest.mark.parametrize("entry_id", [0, -1, 99, 2**31, 10**30])
def test_withdrawing_what_is_not_there_does_nothing(database: Database, now: datetime, entry_id: int) -> None:
    with database.turn(now) as turn:
        assert not turn.ledger("甲").withdraw(entry_id, "undo")
        assert turn.ledger("甲").entry(entry_id) is None


def test_withdrawing_twice_does_nothing_the_second_time(database: Database, now: datetime) -> None:
    with database.turn(now) as turn:
        ledger = turn.ledger("甲")
        fact = record(ledger)
        assert ledger.withdraw(fact.id, "amended")
        assert not ledger.withdraw(fact.id, "undo")
        assert [entry.why for entry in ledger.entries(withdrawn=True)] == ["amended"]


def test_nobody_reads_or_withdraws_what_is_another_persons(database: Database, now: datetime) -> None:
    with database.turn(now) as turn:
        fact = record(turn.ledger("甲"))
    with database.turn(now) as turn:
        stranger = turn.ledger("乙")
        assert stranger.facts() == ()
        assert stranger.entries(withdrawn=True) == ()
        assert stranger.entry(fact.id) is None
        assert not stranger.withdraw(fact.id, "undo")
        assert turn.ledger("甲").facts() == (fact,)


@pytest.mark.parametrize("user", ["甲 ", "甲\u0000", "' OR 1=1 --", "A" * 10_000, "🙂"])
def test_users_whose_names_are_alike_are_different_people(database: Database, now: datetime, user: str) -> None:
    with database.turn(now) as turn:
        record(turn.ledger("甲"))
        record(turn.ledger("a" * 10_000))
        assert turn.ledger(user).facts() == ()
        record(turn.ledger(user))
        assert len(turn.ledger(user).facts()) == 1


def test_numbers_of_entries_are_not_used_again(database: Database, now: datetime) -> None:
    def numbered() -> int:
        with database.turn(now) as turn:
            return record(turn.ledger("甲")).id

    first = numbered()
    assert numbered() > first


def test_a_period_that_ends_before_it_starts_is_refused(database: Database, now: datetime) -> None:
    backwards = Period(date(2026, 3, 7), date(2026, 3, 5))
    with pytest.raises(StorageProblem), database.turn(now) as turn:
        record(turn.ledger("甲"), backwards)


VERBS = ("INSERT INTO", "UPDATE", "DELETE FROM")


def test_no_statement_changes_or_deletes_a_fact(database: Database, now: datetime) -> None:
    told: list[str] = []
    event.listen(database._engine, "before_cursor_execute", lambda *args: told.append(args[2]))
    with database.turn(now) as turn:
        ledger = turn.ledger("甲")
        fact = record(ledger)
        ledger.record("paper", LAST_YEAR, {}, "改", replaces=fact.id)
        ledger.withdraw(fact.id, "amended")
        turn.people("甲").add_stay("常州")
        turn.people("甲").set_name("张三")
    facts = ("entry", "withdrawal", "profile")
    written = [sql.split()[0] for sql in told if any(f"{verb} {table}" in sql for table in facts for verb in VERBS)]
    assert set(written) == {"INSERT"}


def record(ledger: Ledger, when: Period = LAST_YEAR) -> Fact:
    return ledger.record("paper", when, {"cn": True}, "发表了一篇CN论文")
