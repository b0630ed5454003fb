"""People who talk to one assistant, and the ticks between."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.assistant import Assistant
from handlers.message import Answer, Message, Reply
from policies.library import Library
from storage import Database, open_database

ZONE = ZoneInfo("Asia/Shanghai")


@dataclass
class Chat:
    """`now` is Shanghai's, written like 2026-12-01 09:00, and stays until another is given."""

    library: Library
    database: Database = field(default_factory=open_database)
    now: datetime = datetime(2026, 11, 20, 10, tzinfo=ZONE)
    last: tuple[Reply, ...] = ()

    def at(self, when: str) -> None:
        self.now = datetime.fromisoformat(when).replace(tzinfo=ZONE)

    def answer(self, message: Message) -> Answer:
        answer = Assistant(self.database, self.library).answer(message)
        assert answer.error is None
        self.last = answer.replies
        return answer

    def say(self, user: str, *texts: str) -> str:
        """What the last of these was answered."""
        for text in texts:
            self.answer(Message(user, self.now, text=text, name=user))
        return "\n".join(reply.text for reply in self.last if reply.to_user == user)

    def press(self, user: str, label: str) -> str:
        data = next(b.data for reply in self.last for row in reply.buttons for b in row if label in b.label)
        return "\n".join(reply.text for reply in self.answer(Message(user, self.now, press=data)).replies)

    def tick(self, when: str) -> dict[str, str]:
        """Who is told what; nobody is told twice."""
        self.at(when)
        replies = self.answer(Message("", self.now, tick=True)).replies
        assert len({reply.to_user for reply in replies}) == len(replies)
        return {str(reply.to_user): reply.text for reply in replies}

    def employer(self, founder: str, name: str) -> str:
        """An employer's join code."""
        found = re.search(r"(?<![A-Z0-9])[A-Z2-9]{8}(?![A-Z0-9])", self.say(founder, f"创建单位 {name}"))
        assert found is not None
        return found[0]
