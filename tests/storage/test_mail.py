"""What comes in and what goes out: kept once, claimed by one, never lost, in order."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from storage import Database
from storage.inbox import Update
from storage.outbox import Label, Parcel

MINUTE = timedelta(minutes=1)


def put(database: Database, now: datetime, label: Label, text: str = "hi", *, claimed: bool = False) -> int | None:
    with database.turn(now) as turn:
        return turn.outbox.put(label, {"text": text}, now + MINUTE if claimed else now, claimed=claimed)


def claim(database: Database, now: datetime, most: int = 10) -> tuple[Parcel, ...]:
    with database.turn(now) as turn:
        return turn.outbox.claim(now + MINUTE, most)


def test_an_update_is_new_once(database: Database, now: datetime) -> None:
    with database.turn(now) as turn:
        fresh = turn.inbox.keep([Update("1", "a"), Update("1", "a"), Update("2", "b")], now + MINUTE)
        assert [each.id for each in fresh] == ["1", "2"]
        turn.inbox.done(["1"])
    with database.turn(now) as turn:
        assert turn.inbox.keep([Update("1", "a"), Update("2", "b")], now + MINUTE) == ()


def test_what_is_left_undone_is_taken_up_when_its_claim_is_over(database: Database, now: datetime) -> None:
    with database.turn(now) as turn:
        turn.inbox.keep([Update("1", "a"), Update("2", "b")], now + MINUTE)
        turn.inbox.done(["2"])
        assert turn.inbox.take(now + MINUTE, 10) == ()
    later = now + MINUTE
    with database.turn(later) as turn:
        assert turn.inbox.take(later + MINUTE, 10) == (Update("1", "a"),)
        assert turn.inbox.take(later + MINUTE, 10) == ()
        turn.inbox.release()
        assert turn.inbox.take(later + MINUTE, 10) == (Update("1", "a"),)


def test_an_update_that_is_forgotten_would_be_new_again(database: Database, now: datetime) -> None:
    with database.turn(now) as turn:
        turn.inbox.keep([Update("1", "a"), Update("2", "b")], now + MINUTE)
        turn.inbox.done(["1"])
    with database.turn(now) as turn:
        turn.inbox.forget(now + MINUTE)
        fresh = turn.inbox.keep([Update("1", "a"), Update("2", "b")], now + MINUTE)
    assert [each.id for each in fresh] == ["1"]  # what is not done is never forgotten


def test_a_parcel_is_claimed_by_one_and_given_up_when_the_claim_is_over(database: Database, now: datetime) -> None:
    number = put(database, now, Label("7", None))
    (parcel,) = claim(database, now)
    assert (parcel.id, parcel.chat, parcel.body) == (number, "7", {"text": "hi"})
    assert claim(database, now) == ()
    assert [each.id for each in claim(database, now + MINUTE)] == [number]


def test_what_its_channel_sends_is_left_to_it_for_a_while(database: Database, now: datetime) -> None:
    number = put(database, now, Label("7", None), claimed=True)
    assert claim(database, now) == ()
    assert [each.id for each in claim(database, now + MINUTE)] == [number]


def test_a_chat_is_told_in_order_and_holds_up_no_other(database: Database, now: datetime) -> None:
    first, second, other = (put(database, now, Label(who, None)) for who in ("7", "7", "8"))
    assert [each.id for each in claim(database, now)] == [first, other]
    with database.turn(now) as turn:
        assert first is not None
        turn.outbox.try_again(first, now + MINUTE, "no network")
    assert claim(database, now) == ()  # the second waits for the first
    (again,) = claim(database, now + MINUTE)[:1]
    assert (again.id, again.attempts) == (first, 1)
    with database.turn(now) as turn:
        turn.outbox.sent([first])
    assert second in [each.id for each in claim(database, now + 2 * MINUTE)]


def test_a_person_and_a_group_are_different_chats(database: Database, now: datetime) -> None:
    numbers = [put(database, now, label) for label in (Label("7", None), Label(None, "-7"))]
    assert [each.id for each in claim(database, now)] == numbers


def test_two_of_one_key_are_one_even_after_it_was_sent(database: Database, now: datetime) -> None:
    label = Label("7", None, "reminder", key="due 1")
    number = put(database, now, label)
    assert number is not None
    assert put(database, now, label) is None
    with database.turn(now) as turn:
        turn.outbox.sent([number])
    assert put(database, now, label) is None
    with database.turn(now) as turn:
        turn.outbox.forget(now + MINUTE, now)
    assert put(database, now, label) is None
    with database.turn(now) as turn:
        turn.outbox.forget(now + MINUTE, now + MINUTE)
    assert put(database, now, label) is not None


def test_the_parts_that_arrived_are_known(database: Database, now: datetime) -> None:
    number = put(database, now, Label("7", None))
    assert number is not None
    with database.turn(now) as turn:
        turn.outbox.arrived(number, 2)
        turn.outbox.put_off(number, now)
    (parcel,) = claim(database, now)
    assert (parcel.parts, parcel.attempts) == (2, 0)


@pytest.mark.parametrize("state", ["unreachable", "dropped"])
def test_a_parcel_that_ends_is_told_of_and_says_nothing_any_more(database: Database, now: datetime, state: str) -> None:
    numbers = [put(database, now, Label(who, None, "broadcast", order=3)) for who in ("7", "8")]
    with database.turn(now) as turn:
        turn.outbox.end(numbers[0] or 0, state, "blocked")
        assert turn.outbox.tally(3) == {state: 1, "waiting": 1}
    assert [each.id for each in claim(database, now)] == numbers[1:]


def test_what_waits_says_when_it_is_due(database: Database, now: datetime) -> None:
    with database.turn(now) as turn:
        assert turn.outbox.next_due() is None
    put(database, now, Label("7", None))
    with database.turn(now) as turn:
        assert turn.outbox.next_due() == now


def test_a_person_is_reachable_once_they_wrote_in_private_and_until_they_shut_us_out(
    database: Database, now: datetime
) -> None:
    def why() -> str | None:
        with database.turn(now) as turn:
            return turn.outbox.unreachable("7")

    assert why() == "never_started"
    with database.turn(now) as turn:
        turn.people("7")  # known, from a group
    assert why() == "never_started"
    with database.turn(now) as turn:
        turn.opened_by("7")
    assert why() is None
    with database.turn(now) as turn:
        turn.reach.closed("7")
    assert why() == "blocked"
    with database.turn(now) as turn:
        turn.opened_by("7")
    assert why() is None


def test_letting_us_in_again_is_noted_of_those_alone_who_shut_us_out(database: Database, now: datetime) -> None:
    with database.turn(now) as turn:
        turn.people("7")
        turn.reach.reopened("7")
        assert turn.outbox.unreachable("7") == "never_started"
        turn.opened_by("7")
        turn.reach.closed("7")
        turn.reach.reopened("7")
        assert turn.outbox.unreachable("7") is None


def test_a_group_that_moves_is_called_by_its_new_name_everywhere(database: Database, now: datetime) -> None:
    put(database, now, Label(None, "-7"))
    put(database, now, Label("7", None))
    with database.turn(now) as turn:
        turn.group_moved("-7", "-1007")
    assert {each.chat for each in claim(database, now)} == {"-1007", "7"}


def test_replies_go_before_what_nobody_waits_for(database: Database, now: datetime) -> None:
    for user in ("7", "8"):
        put(database, now, Label(user, None, "broadcast"))
    answer, notice = (put(database, now, Label(user, None)) for user in ("8", "9"))
    assert [each.id for each in claim(database, now, 2)] == [answer, notice]
    assert [each.kind for each in claim(database, now)] == ["broadcast", "broadcast"]


def test_a_reply_is_held_up_by_an_earlier_one_that_is_tried_again_soon(database: Database, now: datetime) -> None:
    held = put(database, now, Label("7", None), claimed=True)
    put(database, now, Label("8", None, "reminder"))
    put(database, now, Label("7", "-5"))
    assert held is not None
    with database.turn(now) as turn:
        box = turn.outbox
        assert not box.holds_up(Label("7", None))  # whoever has claimed it is at it
        box.put_off(held, now + MINUTE)
        assert box.holds_up(Label("7", None))
        assert box.holds_up(Label(None, "-5"))
        assert not box.holds_up(Label("7", None, "reminder"))
        assert not box.holds_up(Label("8", None))
        box.put_off(held, now + 2 * MINUTE)
        assert not box.holds_up(Label("7", None))
