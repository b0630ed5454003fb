"""The chat on a terminal; also works when typed into or read from through a pipe."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from getpass import getuser
from pathlib import Path
from zoneinfo import ZoneInfo

from bot import wording
from bot.channels.choices import Choices, offered
from bot.channels.screen import DIM, Screen, colours_wanted
from bot.channels.warm import Warm
from bot.locations import database_of, own_folder
from bot.logs import log_to_file
from bot.settings import Settings
from handlers.message import Answer, Message

Answerer = Callable[[Message], Answer]
ReadLine = Callable[[], str]  # raises EOFError at the end, KeyboardInterrupt on Ctrl-C

MEMORY = "sqlite://"
HELP = "/help"
LEAVE = {"/exit", "/quit", "/q"}


def start(settings: Settings, database: str | None, version: str, *, debug: bool = False) -> int:
    """Chat until the person leaves. The ledger is the one given, or the one configured, or the person's own file."""
    folder = own_folder()
    log_to_file(settings.log_level, folder / "xueshi.log")
    where = database_of(settings, database)
    warm = Warm(lambda: _load(settings, where))
    colours = colours_wanted(sys.stdout, os.environ)
    screen = Screen(sys.stdout, colours=colours)
    interactive = sys.stdin.isatty() and sys.stdout.isatty()
    # what a program reads from us through a pipe are the answers alone
    aside = screen if interactive else Screen(sys.stderr, colours=False)
    aside.say(wording.GREETING.format(version=version))
    aside.say(_where(where), DIM)
    if interactive:
        aside.say(wording.HINT, DIM)
    read = _prompting(warm, folder / "history", colours=colours) if interactive else _reading(warm)
    return Chat(read, screen, aside, warm, settings.timezone, debug=debug).run()


def _where(database: str) -> str:
    """Where the ledger lies, for people; never with a password."""
    if database == MEMORY:
        return wording.NOWHERE
    shown = re.sub(r"(?<=://)[^/@]*@", "", database) if "://" in database else Path(database).expanduser().absolute()
    return wording.WHERE.format(where=shown)


def _load(settings: Settings, where: str) -> Answerer:
    from bot import assemble  # noqa: PLC0415 - takes most of a second, in the background

    return assemble.answerer(settings, where)


def _prompting(warm: Warm[Answerer], history: Path, *, colours: bool) -> ReadLine:
    from bot.channels.prompt import Prompt  # noqa: PLC0415 - not for pipes

    prompt = Prompt(history, colours=colours)

    def read() -> str:
        typed = prompt.read(before=lambda: warm.start(on_failure=prompt.interrupt))
        warm.check()
        return typed

    return read


def _reading(warm: Warm[Answerer]) -> ReadLine:
    warm.start()

    def read() -> str:
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        return line.rstrip("\n")

    return read


@dataclass(slots=True)
class Chat:
    """One person at one terminal. Answers go to `screen`, remarks about the program itself to `aside`."""

    read: ReadLine
    screen: Screen
    aside: Screen
    warm: Warm[Answerer]
    timezone: str
    debug: bool = False
    choices: Choices = field(default=Choices())

    def run(self) -> int:
        """Until /exit, Ctrl-D or a second Ctrl-C. Raises StartProblem where the assistant cannot be made ready."""
        warned = False
        while True:
            try:
                going_on = self.turn(self.read().strip())
                warned = False
            except KeyboardInterrupt:
                going_on = not warned
                warned = True
                if going_on:
                    self.aside.say(wording.ONCE_MORE, DIM)
            except EOFError:
                going_on = False
            if not going_on:
                self.aside.say(wording.FAREWELL, DIM)
                return 0

    def turn(self, typed: str) -> bool:
        """Answer what was typed. False where it was a farewell."""
        if typed.lower() in LEAVE:
            return False
        if not typed:
            self.aside.say(wording.NOTHING_TYPED, DIM)
            return True
        if typed.lower() == HELP:
            self.aside.say(wording.TERMINAL_HELP, DIM)
            typed = wording.HELP_WORD
        press = self.choices.pressed(typed)
        message = Message(_user(), datetime.now(UTC), text=typed if press is None else None, press=press)
        answer = self.answerer()(message)
        self.choices = offered(answer)
        self.screen.show(answer, self.choices)
        if self.debug:
            self.explain(message, answer)
        return True

    def explain(self, message: Message, answer: Answer) -> None:
        """How the words were understood by themselves, and all that the answer holds besides its words."""
        from bot.parse_command import lines_of  # noqa: PLC0415 - loaded by now anyway
        from nlu import parse  # noqa: PLC0415

        if message.text is not None:
            self.screen.say(
                "\n".join(lines_of(parse(message.text, message.now.astimezone(ZoneInfo(self.timezone)).date()))), DIM
            )
        self.screen.debug(answer)

    def answerer(self) -> Answerer:
        """The assistant, once it is ready."""
        if not self.warm.ready:
            self.aside.say(wording.LOADING, DIM)
        return self.warm.get()


def _user() -> str:
    """The person's id in the ledger: their login, so that a database that several share keeps them apart."""
    try:
        return f"local:{getuser()}"
    except (KeyError, OSError):  # a container may run as a number without a name
        return "local"
