"""The terminal's conversation, with somebody who types and an assistant that only repeats."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot import wording
from bot.channels.screen import GREEN, Screen, colours_wanted, printable
from bot.channels.terminal import Answerer, Chat
from bot.channels.warm import Warm
from bot.problem import StartProblem
from handlers.message import Answer, Button, Message, Reply
from tests.bot.test_picture import BALANCE, PICTURE


class Typist:
    """Types these lines, presses Ctrl-C where one is the exception, and then Ctrl-D."""

    def __init__(self, *lines: str | type[BaseException]) -> None:
        self._lines = list(lines)

    def __call__(self) -> str:
        line = self._lines.pop(0) if self._lines else EOFError
        if isinstance(line, str):
            return line
        raise line


class Terminal:
    """What was shown and what the assistant was told."""

    def __init__(
        self,
        *lines: str | type[BaseException],
        answer: Callable[[Message], Answer] | None = None,
        timezone: str = "Asia/Shanghai",
        debug: bool = False,
    ) -> None:
        self.shown, self.remarks = io.StringIO(), io.StringIO()
        self.heard: list[Message] = []
        self._answer = answer or echo
        warm: Warm[Answerer] = Warm(lambda: self._hear)
        screens = (Screen(self.shown, colours=False), Screen(self.remarks, colours=False))
        self.code = Chat(Typist(*lines), *screens, warm, timezone, debug=debug).run()

    def _hear(self, message: Message) -> Answer:
        self.heard.append(message)
        return self._answer(message)


def echo(message: Message) -> Answer:
    buttons = ((Button("撤销", "undo"), Button("修改", "amend")),) if message.text == "记一笔" else ()
    return Answer((Reply(f"听到了：{message.text or message.press}", to_user=message.user, buttons=buttons),))


def test_what_is_typed_is_answered() -> None:
    terminal = Terminal("你好", "  再说一句\n第二行  ")
    assert [message.text for message in terminal.heard] == ["你好", "再说一句\n第二行"]
    assert terminal.shown.getvalue() == "听到了：你好\n听到了：再说一句\n第二行\n"
    assert terminal.code == 0


def test_a_number_presses_the_button_of_the_last_answer() -> None:
    terminal = Terminal("记一笔", "2", "2")
    assert [(message.press, message.text) for message in terminal.heard] == [
        (None, "记一笔"),
        ("amend", None),
        (None, "2"),
    ]
    assert "[1] 撤销  [2] 修改" in terminal.shown.getvalue()


def test_a_balance_comes_with_its_picture() -> None:
    answer = Answer((Reply("还差50学时", to_user="u"),), balance=BALANCE)
    assert Terminal("还差多少", answer=lambda _: answer).shown.getvalue() == f"还差50学时\n{PICTURE}\n"


@pytest.mark.parametrize("timezone", ["Pacific/Kiritimati", "Etc/GMT+12"])
def test_words_are_taken_apart_on_the_day_that_it_is_for_the_person(timezone: str) -> None:
    """Between these two it is never the same day, so the machine's own cannot be right in both."""
    days = [datetime.now(ZoneInfo(timezone)).date()]
    shown = Terminal("今天单位组织了培训", debug=True, timezone=timezone).shown.getvalue()
    days.append(datetime.now(ZoneInfo(timezone)).date())
    assert any(f"{day}" in shown for day in days)


@pytest.mark.parametrize("word", ["/exit", "/quit", " /EXIT "])
def test_leaving(word: str) -> None:
    terminal = Terminal(word, "不会听到")
    assert terminal.heard == []
    assert wording.FAREWELL in terminal.remarks.getvalue()


def test_ctrl_c_twice_leaves_and_once_does_not() -> None:
    terminal = Terminal(KeyboardInterrupt, "你好", KeyboardInterrupt, KeyboardInterrupt, "不会听到")
    assert [message.text for message in terminal.heard] == ["你好"]
    assert terminal.remarks.getvalue().count(wording.ONCE_MORE) == 2
    assert terminal.code == 0


def test_nothing_typed_is_no_message() -> None:
    terminal = Terminal("", "   ")
    assert terminal.heard == []
    assert terminal.remarks.getvalue().count(wording.NOTHING_TYPED) == 2


def test_help_is_the_terminals_and_the_assistants() -> None:
    terminal = Terminal("/help")
    assert wording.TERMINAL_HELP in terminal.remarks.getvalue()
    assert [message.text for message in terminal.heard] == [wording.HELP_WORD]


def test_what_keeps_the_assistant_from_starting_ends_the_chat() -> None:
    def broken() -> Answerer:
        raise StartProblem("数据库打不开")

    screen = Screen(io.StringIO(), colours=False)
    with pytest.raises(StartProblem, match="打不开"):
        Chat(Typist("你好"), screen, screen, Warm(broken), "Asia/Shanghai").run()


def test_words_cannot_steer_the_terminal() -> None:
    assert printable("\x1b[2J清屏\u202e\x07\r响铃\n👨‍👩‍👧 ❤️") == "[2J清屏响铃\n👨‍👩‍👧 ❤️"


class Tty(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "wanted"),
    [
        (Tty(), {}, True),
        (Tty(), {"NO_COLOR": "1"}, False),
        (Tty(), {"NO_COLOR": ""}, True),
        (Tty(), {"TERM": "dumb"}, False),
        (io.StringIO(), {}, False),
    ],
)
def test_colours_only_where_they_are_wanted(stream: io.StringIO, environment: dict[str, str], wanted: bool) -> None:
    assert colours_wanted(stream, environment) is wanted


def test_colours_are_put_round_the_words() -> None:
    out = io.StringIO()
    Screen(out, colours=True).say("好", GREEN)
    assert out.getvalue() == "\x1b[32m好\x1b[0m\n"


def test_warming_happens_once_and_tells_of_its_failure() -> None:
    numbers = iter((1, 2))
    warm = Warm(lambda: next(numbers))
    warm.start()
    assert (warm.get(), warm.get(), warm.ready) == (1, 1, True)
    failing: Warm[int] = Warm(lambda: int("x"))
    told: list[str] = []
    failing.start(on_failure=lambda: told.append("failed"))
    with pytest.raises(ValueError, match="invalid literal"):
        failing.get()
