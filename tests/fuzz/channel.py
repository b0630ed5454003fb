"""The JSONL channel: whatever the bytes of a line, one line comes back, nothing breaks, and nobody reads another's."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from random import Random
from typing import Any
from unittest.mock import patch

from bot.channels.jsonl import json_line, respond
from policies.library import load_library
from storage.employers import joining
from storage.employers.joining import LENGTH
from tests.employers.authority_world import NOW, TABLE, World
from tests.fuzz.mangling import ODD_NUMBERS, spoilt
from tests.fuzz.target import WrongError
from tests.nlu.message_corpus import examples
from tests.nlu.mutation import messages

SECRET = "磁浮道岔"  # of one member's paper
MAY_READ = frozenset(("mate", "administrator", "second", "administrator_chief"))
MOST_LINES = 6
LONGEST_BUTTON = 64  # bytes, of the platform
PEOPLE = (
    "stranger",
    "member",
    "mate",
    "former",
    "other_member",
    "member_chief",
    "other_administrator",
    "administrator",
)
Json = dict[str, Any]
PRESSES = (
    *(
        "u:1",
        "m:1",
        "y:1:2025",
        "c:1:0",
        "c:0:0",
        "u:999",
        "y:1:99999",
        "r:1:done",
        "r:snooze:1",
        "e:ok:1:1",
        "e:no:1:1",
    ),
    *("e:back:1:1", "e:queue:1:0", "e:list:1:2026:1:", "e:one:1:1", "p:1", "x:1", "e:", ":", "c:", "u:٣", "u:²"),
)
DIRECT = (
    "还差多少学时",
    "看看明细",
    "撤销",
    "改成3天",
    "清除我的数据",
    "确认清除",
    "导出我的学时表格",
    "每周一早上9点提醒我补学时",
)


class Channel:
    """A few lines, each sent to a small world of two employers that is the same for every input."""

    packages = ("bot", "handlers", "nlu", "policies", "storage")

    def __init__(self) -> None:
        self._library = load_library()
        built = World(self._library)
        with drawing("KMPQ"):
            built.build()
        built.send("mate", f"去年发表了一篇CN论文，独著，题目《{SECRET}》")
        self._template = sqlite3.connect(":memory:")
        built.raw.backup(self._template)
        self._world = World(self._library)
        self._names = built.names()
        self._phrasings = [*(example.text for example in examples()), *DIRECT, *self._orders()]

    def _orders(self) -> list[str]:
        return [action["say"].format(**self._names) for action in TABLE["action"] if "say" in action]

    def _presses(self) -> list[str]:
        pressed = [action["press"].format(**self._names) for action in TABLE["action"] if "press" in action]
        return [*PRESSES, *pressed]

    def seeds(self) -> list[bytes]:
        """What each kind of person may send: words, presses, statements, ticks; alone and one after the other."""
        said = [{"text": text} for text in (*DIRECT, *self._orders(), *self._phrasings[::25])]
        done: list[Json] = [
            *said,
            *({"press": press} for press in self._presses()),
            {"statement": {"year": 2025}},
            {"tick": True},
        ]
        lines = [_line({"user": PEOPLE[number % len(PEOPLE)], "now": NOW, **each}) for number, each in enumerate(done)]
        return [*lines, *(b"\n".join(lines[at : at + 3]) for at in range(0, len(lines), 3))]

    def changed(self, data: bytes, random: Random) -> bytes:
        lines = data.split(b"\n")
        at = random.randrange(len(lines))
        kind = random.random()
        if kind < 0.12:
            lines[at] = spoilt(lines[at], random, [random.choice(self._phrasings).encode()])
        elif kind < 0.3:
            lines.insert(at, self._made_up(random))
        elif kind < 0.36:
            del lines[at]
        else:
            lines[at] = self._other_field(lines[at], random)
        return b"\n".join(lines[:MOST_LINES])

    def _made_up(self, random: Random) -> bytes:
        said = (
            {"press": random.choice(self._presses())}
            if random.random() < 0.3
            else {"text": random.choice(self._phrasings)}
        )
        return _line({"user": random.choice(PEOPLE), "now": NOW, **said})

    def _other_field(self, line: bytes, random: Random) -> bytes:
        """The line with one field said otherwise."""
        try:
            fields: Json = json.loads(line)
            key = random.choice(
                (
                    "user",
                    "text",
                    "text",
                    "press",
                    "name",
                    "group",
                    "now",
                    "message_id",
                    "edits",
                    random.choice([*fields]),
                )
            )
        except (ValueError, TypeError, RecursionError, IndexError):
            return self._made_up(random)
        fields[key] = self._value(key, fields.get(key), random)
        if key == "press" or (key == "text" and "press" in fields):
            fields.pop({"press": "text", "text": "press"}[key], None)
        if key == "group":
            fields |= {"addressed": random.random() < 0.8, "group_admin": random.random() < 0.5}
        return _line(fields)

    def _value(self, key: str, old: object, random: Random) -> object:
        if random.random() < 0.05:
            return random.choice((None, True, 1, [], {}, "", {"year": 2025}, json.loads("1e400"), "\ud800"))
        if key == "user":
            return random.choice(PEOPLE)
        if key == "now":
            year, month, day = (
                random.choice((1900, 2000, 2025, 2026, 2199)),
                random.randint(1, 12),
                random.randint(1, 28),
            )
            return f"{year}-{month:02}-{day:02}T{random.randrange(24):02}:30:00+08:00"
        if key == "press":
            number = random.choice((*ODD_NUMBERS, "1", "2", "3"))
            return random.choice(self._presses()).replace("1", number, 1)[:80]
        if key == "group":
            return random.choice(("group", "other_group", "free_group"))
        if key in {"message_id", "edits"}:
            return random.choice("12")
        text = old if isinstance(old, str) and old and random.random() < 0.7 else random.choice(self._phrasings)
        return next(messages(random.randrange(2**32), [text]))[:800]

    def check(self, data: bytes) -> None:
        self._template.backup(self._world.raw)
        with drawing("RSTU"):
            self._try_out(data)

    def _try_out(self, data: bytes) -> None:
        secret = True
        for line in data.split(b"\n")[:MOST_LINES]:
            out = json_line(respond(self._world.assistant.answer, line))
            if out.count(b"\n") != 1:
                raise WrongError("not one line")
            answer = json.loads(out)
            if set(answer) != {"error"}:
                secret = secret and not any(
                    name in line.decode("utf-8", "replace") for name in ("administrator", "second", "mate")
                )
                for reply in answer["replies"]:
                    self._sound(reply, secret=secret)

    def _sound(self, reply: Json, *, secret: bool) -> None:
        """A reply that a platform can show, and that its reader may read."""
        if not reply["text"].strip() and not reply.get("files"):
            raise WrongError("an empty reply")
        for button in (button for row in reply.get("buttons", ()) for button in row):
            if not button["label"].strip() or not 0 < len(button["data"].encode()) <= LONGEST_BUTTON:
                raise WrongError(f"a button that cannot be: {button}")
        if secret and SECRET in json.dumps(reply, ensure_ascii=False) and reply["to"].get("user") not in MAY_READ:
            raise WrongError("somebody reads another's entry")


@contextmanager
def drawing(begin: str) -> Iterator[None]:
    """Let join codes begin like that and be the same each time, so that what chance found is found again."""
    codes = map("".join, product([begin], *["23456789"] * (LENGTH - len(begin))))
    with patch.object(joining, "drawn", lambda: next(codes)):
        yield


def _line(fields: object) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode("utf-8", "surrogatepass")
