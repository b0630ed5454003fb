"""Conversations on a phone: recorded, asked by keyboard, undone in place, edited, in order, whatever people type."""

from __future__ import annotations

from datetime import timedelta

from tests.telegram.fake import Person
from tests.telegram.serving import Serving
from tests.telegram.ways import told

HOSTILE = (
    "去年培训了<b>9999天",
    "</b></i><script>alert(1)</script>",
    "&lt;b&gt; & &amp; <a href='x'>点我</a>",
    "{name} %s \\ ` * _ ~ [x](y)",
    "𠮷😀" * 30,
    "\u202e反过来\u200b\x07",
    "我在<常州>工作",
)


def settled(served: Serving, name: str = "小王") -> Person:
    """Somebody whose region is known."""
    person = served.fake.person(name)
    person.says("我在常州工作")
    assert "常州" in person.hear().text
    return person


def ledger(served: Serving, person: Person) -> list[str]:
    """The activities that stand in somebody's ledger."""
    from storage import open_database  # noqa: PLC0415

    database = open_database(f"sqlite:///{served.database}")
    stands = [activity for activity, _, _ in told(database, str(person.id))]
    database.close()
    return stands


def test_a_report_is_recorded_and_taken_back_in_its_place(served: Serving) -> None:
    person = settled(served)
    person.says("去年发表了一篇CN论文，第二作者")
    card = person.hear()
    assert card.text.startswith("✅ 已记下：2025年 论文")
    assert list(card.buttons)[:2] == ["撤销", "修改"]
    assert ledger(served, person) == ["paper"]
    person.presses("撤销")
    changed = person.hear()
    assert (changed.kind, changed.id) == ("edited", card.id)
    assert changed.text.startswith("↩️ 已撤销")
    assert ledger(served, person) == []
    served.fake.wait_for(lambda: len(person.toasts()) == 1, 10)
    assert person.toasts() == [""]


def test_what_is_to_be_changed_stays_in_sight(served: Serving) -> None:
    person = settled(served)
    person.says("单位培训两天")
    card = person.hear()
    person.presses("修改")
    question = person.hear()
    assert (question.kind, question.id > card.id) == ("sent", True)
    assert "培训" in question.text
    assert list(person.button("撤销").buttons)[:2] == ["撤销", "修改"]
    person.says("是三天")
    assert person.hear().text.startswith("✏️ 已改成：2026年 培训（3天")


def test_a_question_is_answered_by_its_keyboard(served: Serving) -> None:
    person = settled(served)
    person.says("今年发了篇CN论文")
    question = person.hear()
    assert list(question.buttons) == ["第一作者", "其他作者"]
    person.presses("其他作者")
    answer = person.hear()
    assert answer.text.startswith("✅ 已记下")
    assert (answer.kind, answer.id) == ("edited", question.id)
    assert ledger(served, person) == ["paper"]


def test_an_old_button_says_so_and_changes_nothing(served: Serving) -> None:
    person = settled(served)
    person.says("今年发了篇CN论文")
    question = person.hear()
    person.says("第三作者")
    assert person.hear().text.startswith("✅ 已记下")
    person.presses("第一作者", on=question)
    served.fake.wait_for(lambda: person.toasts() != [""] * len(person.toasts()), 10)
    assert person.told() == []
    assert ledger(served, person) == ["paper"]


def test_a_button_pressed_twice_works_once(served: Serving) -> None:
    person = settled(served)
    person.says("单位培训两天")
    card = person.hear()
    person.presses("撤销", on=card)
    person.presses("撤销", on=card)
    assert person.hear().text.startswith("↩️ 已撤销")
    served.fake.wait_for(lambda: len(person.toasts()) == 2, 10)
    assert ledger(served, person) == []


def test_a_press_that_is_too_old_to_answer_still_works(served: Serving) -> None:
    person = settled(served)
    person.says("单位培训两天")
    person.hear()
    press = person.presses("撤销")
    served.fake.server.chats.presses[press] = (person.id, served.clock() - timedelta(days=2))
    assert person.hear().text.startswith("↩️ 已撤销")


def test_many_messages_at_once_are_answered_in_their_order(served: Serving) -> None:
    person = settled(served)
    hours = list(range(3, 13))
    for each in hours:
        person.says(f"去年参加单位培训{each}学时")
    answers = [heard.text for heard in person.hears(len(hours))]
    assert [f"培训（{each}学时" in text for each, text in zip(hours, answers, strict=True)] == [True] * len(hours)


def test_whatever_people_type_is_said_back_as_text(served: Serving) -> None:
    person = settled(served, "<b>王&</i>")
    for text in HOSTILE:
        person.says(text)
        assert person.hear().text


def test_a_text_without_end_gets_a_sentence(served: Serving) -> None:
    person = settled(served)
    person.says("长" * 4096)
    assert "4096" in person.hear().text


def test_an_edited_message_amends_what_it_recorded(served: Serving) -> None:
    person = settled(served)
    said = person.says("单位培训两天")
    assert "2天" in person.hear().text
    person.edits(said, "单位培训三天")
    assert "3天" in person.hear().text
    assert ledger(served, person) == ["training"]


def test_others_do_not_see_it(served: Serving) -> None:
    one, other = settled(served, "小李"), settled(served, "小张")
    one.says("单位培训两天")
    one.hear()
    other.says("列一下")
    assert "培训" not in other.hear().text
