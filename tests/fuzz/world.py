"""What every life shares: a database in a file, messages with ids, restarts, and the same message once more."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from handlers.assistant import Assistant
from handlers.message import Answer, Message, Reply
from policies.library import Library, load_library
from storage import Database, open_database

PEOPLE = ("何静", "周彬", "林一鸣", "吴越")
GROUP = "g"
LIBRARY: Library = load_library()

people = st.sampled_from(PEOPLE)


class World(RuleBasedStateMachine):
    """The whole core; time is one minute a turn. `now` is the latest instant that any clock has shown."""

    def __init__(self, start: datetime) -> None:
        super().__init__()
        self._kept_in = TemporaryDirectory()
        self.folder = Path(self._kept_in.name)
        self.now = start
        self.said = 0  # messages so far
        self.sent: list[tuple[Message, Answer]] = []
        self.database: Database = self.opened()
        self.assistant = Assistant(self.database, LIBRARY)

    def opened(self) -> Database:
        # nobody cuts the power here
        return open_database(f"sqlite:///{self.folder}/xueshi.db?synchronous=normal", self.folder / "files")

    def teardown(self) -> None:
        self.database.close()
        self._kept_in.cleanup()

    def turn(self, person: str, text: str | None = None, press: str | None = None, file: str | None = None) -> Answer:
        """Somebody's message in private, and its answer, every reply of which was looked at."""
        self.now += timedelta(minutes=1)
        self.said += 1
        message = Message(person, self.now, text=text, press=press, file=file, name=person, message_id=str(self.said))
        self.before(message)
        answer = self.assistant.answer(message)
        self.sent.append((message, answer))
        assert answer.error is None
        for reply in answer.replies:
            self.read(reply)
        return answer

    def before(self, message: Message) -> None:
        """What is to be noted before a message is answered."""

    def read(self, reply: Reply) -> None:
        """Somebody reads a reply; what they may not read must not stand there."""

    def erased(self, person: str) -> None:
        """Somebody has all that is theirs erased, and begins anew."""
        assert self.turn(person, "清除我的数据").asks == ("confirm",)
        self.turn(person, "确认清除")
        self.sent = [(message, answer) for message, answer in self.sent if message.user != person]
        self.turn(person, "我在苏州工作")

    @precondition(lambda self: bool(self.sent))
    @rule(index=st.integers(0, 1000))
    def the_same_message_again(self, index: int) -> None:
        message, answer = self.sent[index % len(self.sent)]
        assert self.assistant.answer(message).as_json() == answer.as_json()

    @rule()
    def restarts(self) -> None:
        self.database.close()
        self.database = self.opened()
        self.assistant = Assistant(self.database, LIBRARY)
