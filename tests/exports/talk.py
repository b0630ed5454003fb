"""One person talking to the assistant, with files and buttons."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from handlers.assistant import Assistant
from handlers.message import Answer, Message

START = datetime(2026, 11, 20, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
HEADS = {
    "jpg": b"\xff\xd8\xff\xe0",
    "png": b"\x89PNG\r\n\x1a\n",
    "webp": b"RIFF\0\0\0\0WEBP",
    "heic": b"\0\0\0\x18ftypheic",
    "pdf": b"%PDF-1.7\n",
}


@dataclass(slots=True)
class Talk:
    """A dialogue; every turn is a minute later. `folder` is where the files lie that are sent."""

    assistant: Assistant
    folder: Path
    user: str = "u1"
    now: datetime = START
    buttons: dict[str, str] = field(default_factory=dict)
    sent: int = 0

    def say(self, text: str | None = None, file: str | None = None, message_id: str | None = None) -> Answer:
        """Type something, send a file, or a file with words."""
        return self._turn(Message(self.user, self._later(), text=text, file=file, message_id=message_id))

    def press(self, label: str, message_id: str | None = None) -> Answer:
        """Press the last answer's button whose label begins so."""
        data = next(data for shown, data in self.buttons.items() if shown.startswith(label))
        return self._turn(Message(self.user, self._later(), press=data, message_id=message_id))

    def photo(self, words: str | None = None, kind: str = "jpg") -> Answer:
        """Send a photo or PDF that was never sent before."""
        self.sent += 1
        return self.say(words, str(self.file(f"{self.sent}.{kind}", HEADS[kind] + bytes([self.sent]) * 99)))

    def file(self, name: str, content: bytes) -> Path:
        """A file to be sent."""
        place = self.folder / name
        place.write_bytes(content)
        return place

    def wait(self, **span: int) -> None:
        """Let time pass."""
        self.now += timedelta(**span)

    def _later(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now

    def _turn(self, message: Message) -> Answer:
        answer = self.assistant.answer(message)
        self.buttons = {b.label: b.data for reply in answer.replies for row in reply.buttons for b in row}
        return answer


def text_of(answer: Answer) -> str:
    """The words of all replies."""
    return "\n".join(reply.text for reply in answer.replies)


def made(answer: Answer) -> Path:
    """The one file that came with an answer."""
    (path,) = [file for reply in answer.replies for file in reply.files]
    return Path(path)
