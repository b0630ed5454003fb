"""The walk-through of docs/employers.md, played: what people say in it is sent, and what comes back must stand there.

python -m tests.employers.walkthrough     writes the replies anew; the words between the dialogues stay
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from handlers.assistant import Assistant
from handlers.message import Answer, Message, Reply
from policies.library import load_library
from storage import open_database

PAGE = Path(__file__).parents[2] / "docs" / "employers.md"
CODE = "J7K29QXM"
BLOCK = re.compile(r"^```chat (?P<at>[\d-]+ [\d:]+)\n(?P<lines>.*?)^```$", re.MULTILINE | re.DOTALL)
SAID = re.compile(r"^(?P<who>[^\s：@→]{2,4})(?P<group>@群)?：(?P<text>.*)$")
FILE = re.compile(r"〔文件 (?P<name>[^〕]+)〕")
OURS = "管家"
ROSTER = "姓名,工号,部门\n何静,0072,车辆部\n林一鸣,0071,信号部\n周彬,0085,信号部\n吴越,0090,车辆部\n,0099,信号部\n"


@dataclass(slots=True)
class Play:
    """The people and the group of the walk-through, over one database."""

    folder: Path
    assistant: Assistant = field(init=False)
    people: dict[str, str] = field(default_factory=dict)  # by what the platform calls them

    def __post_init__(self) -> None:
        self.assistant = Assistant(open_database(self.folder / "walk.db"), load_library())
        (self.folder / "名单.csv").write_bytes(ROSTER.encode("gb18030"))

    def block(self, at: datetime, lines: str) -> Iterator[str]:
        """The lines of a dialogue with the replies as they come now."""
        for line in lines.splitlines():
            said = SAID.match(line)
            if said is None or said["who"] == OURS:
                continue
            yield line
            yield from self.replies(said["who"], bool(said["group"]), said["text"], at)
            at += timedelta(minutes=1)

    def replies(self, who: str, group: bool, text: str, at: datetime) -> Iterator[str]:
        user = "u-" + who
        self.people[user] = who
        attached = FILE.search(text)
        message = Message(
            user,
            at,
            text=FILE.sub("", text),
            file=str(self.folder / attached["name"]) if attached else None,
            name=who,
            group="g" if group else None,
            group_admin=group,
            addressed=group,
        )
        answer: Answer = self.assistant.answer(message)
        assert answer.error is None, (text, answer.error)
        for reply in answer.replies:
            yield from self.shown(reply, user)

    def shown(self, reply: Reply, user: str) -> Iterator[str]:
        """A reply as the page shows it: to whom, its lines, its files and buttons."""
        to = "→群" if reply.to_group else "" if reply.to_user == user else f"→{self.people[str(reply.to_user)]}"
        first, *more = reply.text.splitlines()
        yield f"{OURS}{to}：{first}"
        yield from (f"  {line}".rstrip() for line in more)
        yield from (f"  〔文件 {Path(each).name}〕" for each in reply.files)
        if reply.buttons:
            yield "  " + " ".join(f"［{button.label}］" for row in reply.buttons for button in row)


def played(page: str, folder: Path) -> str:
    """The page with every dialogue's replies as they come now. Join codes must be drawn as CODE by then."""
    play = Play(folder)

    def anew(match: re.Match[str]) -> str:
        at = datetime.fromisoformat(match["at"] + "+08:00")
        return f"```chat {match['at']}\n" + "".join(f"{line}\n" for line in play.block(at, match["lines"])) + "```"

    return BLOCK.sub(anew, page)


def main() -> None:
    """Write the page's replies anew."""
    from storage.employers import joining  # noqa: PLC0415

    joining.drawn = lambda: CODE
    with tempfile.TemporaryDirectory() as folder:
        PAGE.write_text(played(PAGE.read_text(encoding="utf-8"), Path(folder)), encoding="utf-8")


if __name__ == "__main__":
    main()
