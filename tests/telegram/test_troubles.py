"""When things go wrong: floods, broken connections, people who leave, a second poller. Nobody notices who need not."""

from __future__ import annotations

import time

import pytest

from tests.nursery import Nursery
from tests.telegram.fake import Person
from tests.telegram.fake_tests.raw import call
from tests.telegram.serving import Serving
from tests.telegram.test_conversations import ledger, settled


@pytest.mark.parametrize("kind", ["flood", "broken", "away", "cut"])
def test_an_answer_that_was_refused_comes_later_and_once(served: Serving, kind: str) -> None:
    person = settled(served)
    served.fake.fails(kind, "sendMessage", chat=person.id)
    person.says("单位培训两天")
    assert person.hear().text.startswith("✅ 已记下")
    person.says("还差多少学时")
    assert person.hear().text.startswith("2026年还差") or "还差" in person.told()[0]
    assert person.told() == []
    assert ledger(served, person) == ["training"]


@pytest.mark.parametrize("kind", ["flood", "broken"])
def test_no_answer_overtakes_those_that_wait(served: Serving, kind: str) -> None:
    person = settled(served)
    served.fake.fails(kind, "sendMessage", chat=person.id)
    hours = list(range(3, 8))
    for each in hours[:-1]:
        person.says(f"去年参加单位培训{each}学时")
    time.sleep(1.8)  # the last is said while the others go out, one a second
    person.says(f"去年参加单位培训{hours[-1]}学时")
    answers = [heard.text for heard in person.hears(len(hours))]
    assert [f"培训（{each}学时" in text for each, text in zip(hours, answers, strict=True)] == [True] * len(hours)
    assert person.told() == []


def test_what_arrived_unheard_is_said_again_in_the_same_words(served: Serving) -> None:
    person = settled(served)
    served.fake.fails("deaf", "sendMessage", chat=person.id)
    person.says("单位培训两天")
    first, second = person.hears(2)
    assert first.text == second.text
    assert ledger(served, person) == ["training"]


def test_a_card_that_cannot_be_changed_just_now_is_changed_later(served: Serving) -> None:
    person = settled(served)
    person.says("单位培训两天")
    card = person.hear()
    served.fake.fails("flood", "editMessageText", chat=person.id)
    person.presses("撤销")
    changed = person.hear()
    assert (changed.kind, changed.id) == ("edited", card.id)


def test_slow_answers_of_one_do_not_hold_up_others(served: Serving) -> None:
    slow, other = settled(served, "慢"), settled(served, "快")
    served.fake.fails("held", "sendMessage", chat=slow.id)
    slow.says("还差多少学时")
    other.says("还差多少学时")
    assert "还差" in other.hear().text
    assert slow.told() == []
    served.fake.do(served.fake.server.faults.let_go.set)
    assert "还差" in slow.hear().text


def test_who_left_is_not_written_to_and_comes_back_to_everything(served: Serving) -> None:
    person = settled(served)
    served.fake.do(lambda: block_behind_their_back(person))
    person.says("单位培训两天")
    served.fake.wait_for(lambda: ledger(served, person) == ["training"], 10)
    person.blocks(blocked=False)
    person.says("列一下")
    assert "培训" in person.hear().text


def block_behind_their_back(person: Person) -> None:
    """Block without an update about it: only sending finds out."""
    person.chat.blocked = True


def test_who_blocks_is_marked_at_once(served: Serving) -> None:
    person = settled(served)
    person.blocks()
    served.fake.wait_for(lambda: served.fake.do(lambda: not served.fake.server.updates.waiting), 10)
    person.blocks(blocked=False)
    person.says("还差多少学时")
    assert "还差" in person.hear().text


def test_connections_that_break_while_asking_for_updates(served: Serving) -> None:
    person = settled(served)
    for kind in ("cut", "broken", "away"):
        served.fake.fails(kind, "getUpdates")
        person.says("还差多少学时")
        assert "还差" in person.hear().text


def test_a_second_poller_is_explained_in_a_sentence(served: Serving) -> None:
    before = len(served.said())

    def explained() -> bool:
        call(served.fake, "getUpdates")
        return "同一个令牌还有另一个程序" in served.said()[before:]

    served.fake.wait_for(explained, 20)
    person = settled(served)
    person.says("还差多少学时")
    assert "还差" in person.hear().text


def test_updates_of_a_kind_that_nobody_knows_hold_up_nothing(shared: Serving) -> None:
    served, person = shared, settled(shared)
    strange: list[tuple[str, dict[str, object]]] = [
        ("brand_new_kind", {"some": "thing"}),
        ("message", {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "a new type"}}),
        ("edited_message", {"nothing": "as it should be"}),
        ("callback_query", {"id": "1", "from": person.user, "chat_instance": "1"}),
    ]
    for kind, content in strange:
        served.fake.do(
            lambda kind=kind, content=content: served.fake.server.updates.waiting.update(  # type: ignore[misc]
                {(number := next(served.fake.server.updates.numbers)): {"update_id": number, kind: content}}
            )
        )
    person.says("还差多少学时")
    assert "还差" in person.hear().text


def test_it_stops_in_peace_and_says_what_was_left_when_it_is_back(served: Serving) -> None:
    person = settled(served)
    assert served.stop() == 0
    person.says("单位培训两天")
    served.start()
    assert person.hear().text.startswith("✅ 已记下")


def test_a_token_of_nobody_is_refused_in_a_sentence(nursery: Nursery, served: Serving) -> None:
    log = served.folder / "nobody.log"
    settings = {**served.environment(), "TELEGRAM_BOT_TOKEN": "1:" + "A" * 35}
    assert nursery.ended(nursery.born(settings, served.folder, log, served.clock)) == 1
    assert "令牌" in log.read_text(encoding="utf-8")
    assert "Traceback" not in log.read_text(encoding="utf-8")
