"""What a phone shows of itself: the menu, the welcome with its examples, a link that leads in."""

from __future__ import annotations

from tests.telegram.serving import Serving
from tests.telegram.test_conversations import ledger, settled


def test_the_menu_is_there_in_chinese(served: Serving) -> None:
    commands = served.fake.server.commands["default"]
    assert {"gap", "list", "undo", "plan", "policy", "remind", "export", "region", "help", "privacy"} <= {
        str(command["command"]) for command in commands
    }
    assert all(not str(command["description"]).isascii() for command in commands)


def test_the_welcome_leads_to_a_region_and_an_example(served: Serving) -> None:
    person = served.fake.person(started=False)
    person.says("/start")
    welcome = person.hear()
    assert "常州" in welcome.buttons
    person.presses("常州")
    shown = person.hear()
    while not any(data.startswith("s:") for data in shown.buttons.values()):
        shown = person.hear()
    label = next(label for label, data in shown.buttons.items() if data.startswith("s:"))
    person.presses(label)
    assert "学时" in person.hear().text
    assert ledger(served, person) == []


def test_commands_do_what_their_sentences_do(served: Serving) -> None:
    person = settled(served)
    person.says("单位培训两天")
    person.hear()
    person.says("/list")
    assert "培训" in person.hear().text
    person.says("/gap")
    assert "还差74学时" in person.hear().text
    person.says("/undo")
    assert "已撤销" in person.hear().text
    person.says("/help")
    assert person.hear().text


def test_a_command_that_nobody_knows_gets_a_sentence(served: Serving) -> None:
    person = settled(served)
    person.says("/no_such_command")
    assert person.hear().text
