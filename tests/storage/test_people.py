"""What people said of themselves: a history of places, choices of documents, and the last word on everything else."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from storage import Database


def test_what_was_said_is_known_in_the_next_turn(database: Database, now: datetime) -> None:
    with database.turn(now) as turn:
        profile = turn.people("甲")
        profile.add_stay("常州")
        profile.set_timezone("Europe/London")
        profile.set_name("张三")
        profile.set_trade("health")
        profile.set_title_level("senior")
        profile.choose_document(2024, "jiangsu-2023")
    with database.turn(now) as turn:
        profile = turn.people("甲")
        person = profile.person()
    assert (profile.timezone, profile.name) == ("Europe/London", "张三")
    assert (person.trade, person.title_level, dict(person.chosen)) == ("health", "senior", {2024: "jiangsu-2023"})
    assert person.place_on(date(2000, 1, 1)) == "常州"


def test_a_new_person_has_said_nothing(database: Database, now: datetime) -> None:
    with database.turn(now) as turn:
        profile = turn.people("甲")
    assert (profile.timezone, profile.name, profile.trade, profile.title_level) == (None, None, None, None)
    assert profile.person().stays == ()


def test_a_person_was_first_seen_when_they_first_wrote(database: Database, now: datetime) -> None:
    for later in (timedelta(), timedelta(days=30)):
        with database.turn(now + later) as turn:
            assert turn.people("甲").first_seen == now


def test_a_move_holds_from_its_day(database: Database, now: datetime) -> None:
    with database.turn(now) as turn:
        profile = turn.people("甲")
        profile.add_stay("常州")
        profile.add_stay("南通", date(2025, 7, 1))
        person = profile.person()
    assert [person.place_on(date(2025, 6, 30)), person.place_on(date(2025, 7, 1))] == ["常州", "南通"]


def test_moves_may_be_told_in_any_order(database: Database, now: datetime) -> None:
    with database.turn(now) as turn:
        profile = turn.people("甲")
        profile.add_stay("常州")
        profile.add_stay("常德", date(2026, 1, 1))
        profile.add_stay("南通", date(2025, 7, 1))
    with database.turn(now) as turn:
        assert [stay.place for stay in turn.people("甲").person().stays] == ["常州", "南通", "常德"]


def test_a_move_told_again_for_the_same_day_is_corrected(database: Database, now: datetime) -> None:
    with database.turn(now) as turn:
        profile = turn.people("甲")
        profile.add_stay("常州")
        profile.add_stay("南通", date(2025, 7, 1))
        profile.add_stay("苏州", date(2025, 7, 1))
        assert [stay.place for stay in profile.person().stays] == ["常州", "苏州"]


def test_simply_working_somewhere_else_sets_all_years(database: Database, now: datetime) -> None:
    with database.turn(now) as turn:
        profile = turn.people("甲")
        profile.add_stay("常州")
        profile.add_stay("江西")
        assert profile.person().place_on(date(2020, 1, 1)) == "江西"


def test_saying_again_where_one_works_forgets_no_move(database: Database, now: datetime) -> None:
    with database.turn(now) as turn:
        profile = turn.people("甲")
        profile.add_stay("常州")
        profile.add_stay("南通", date(2025, 7, 1))
        profile.add_stay("南通")
    with database.turn(now) as turn:
        assert turn.people("甲").person().place_on(date(2025, 1, 1)) == "常州"


def test_a_chosen_document_can_be_changed_and_dropped(database: Database, now: datetime) -> None:
    with database.turn(now) as turn:
        profile = turn.people("甲")
        profile.choose_document(None, "jiangsu-2023")
        profile.choose_document(2024, "nantong-2011")
        profile.choose_document(2024, "changzhou-2024")
        assert dict(profile.person().chosen) == {None: "jiangsu-2023", 2024: "changzhou-2024"}
        profile.choose_document(2024, None)
    with database.turn(now) as turn:
        assert dict(turn.people("甲").person().chosen) == {None: "jiangsu-2023"}


def test_nobody_sees_what_another_said(database: Database, now: datetime) -> None:
    with database.turn(now) as turn:
        turn.people("甲").add_stay("常州")
        turn.people("甲").set_name("张三")
        stranger = turn.people("乙")
    assert (stranger.name, stranger.person().stays) == (None, ())
