"""A small world of two employers in which everybody tries everything: for the table of who may do what."""

from __future__ import annotations

import json
import re
import sqlite3
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.channels.jsonl import respond
from handlers.assistant import Assistant
from policies.library import Library
from storage import open_database

TABLE = tomllib.loads(Path(__file__).with_name("authority.toml").read_text(encoding="utf-8"))
CHATS = ("private", "group", "other_group", "free_group")
NAME, OTHER = "常州甲设计院", "常州乙研究所"
NOW = "2026-11-20T10:00:00+08:00"
CHANGING = (
    *("employer", "join_code", "membership", "administrator", "group_binding", "employer_setting", "review"),
    *("year_close", "final_statement", "broadcast", "roster", "entry", "withdrawal"),
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One person's try of one action in one chat, and whether the table allows it."""

    say: str | None
    press: str | None
    shows: str
    person: str
    chat: str
    allowed: bool

    def __str__(self) -> str:
        return f"{self.person} in {self.chat}: {self.say or self.press}"


def cells() -> Iterator[Cell]:
    """Every cell of the table."""
    people = TABLE["people"]
    for action in TABLE["action"]:
        for person in people["everybody"]:
            for chat in CHATS:
                group = action["allowed"].get(chat)
                allowed = group is not None and person in people[group]
                yield Cell(action.get("say"), action.get("press"), action["shows"], person, chat, allowed)


class World:
    """Two employers with their people and groups, on a database of their own. `ids` are the names that people and
    groups have on a platform, where they are not those of the table."""

    def __init__(
        self, library: Library, template: sqlite3.Connection | None = None, ids: Mapping[str, str] | None = None
    ) -> None:
        self._ids = ids or {}
        self.database = open_database("sqlite://")
        self.assistant = Assistant(self.database, library)
        if template is not None:
            template.backup(self.raw)

    @property
    def raw(self) -> sqlite3.Connection:
        """The database itself."""
        found = self.database._engine.raw_connection().driver_connection
        assert isinstance(found, sqlite3.Connection)
        return found

    def send(self, user: str, text: str | None = None, **more: str | bool) -> dict[str, Any]:
        """A line of the JSONL channel and what comes back."""
        request = {"user": self.id_of(user), "name": more.pop("name", user), "now": NOW, **more}
        request |= {"group": self.id_of(str(more["group"]))} if "group" in more else {}
        request |= {"text": text} if text is not None else {}
        return dict(respond(self.assistant.answer, json.dumps(request).encode()))

    def id_of(self, name: str) -> str:
        """What the platform calls that person or group."""
        return self._ids.get(name, name)

    def build(self) -> None:
        """Found the employers, let people join, report and leave, bind the groups."""
        code = self.found("administrator", NAME, "group")
        for user, name in (("member", "张敏"), ("mate", "李强"), ("second", "何芳"), ("member_chief", "周洁")):
            self.join(user, name, code)
        self.join("former", "吴刚", code)
        self.send("former", "退出单位")
        self.send("mate", "今年单位内训四天", name="李强")
        self.join("administrator_chief", "孟岚", code)
        for name in ("何芳", "孟岚"):
            self.send("administrator", f"设{name}为管理员")
        other = self.found("other_administrator", OTHER, "other_group")
        self.join("other_member", "郑凯", other)

    def found(self, user: str, name: str, group: str) -> str:
        self.send(user, "我在常州工作")
        said = self.send(user, f"创建单位 {name}")["replies"][0]["text"]
        self.send(user, f"绑定单位 {name}", group=group, addressed=True, group_admin=True)
        code = re.search("(?<![A-Z0-9])[A-Z2-9]{8}(?![A-Z0-9])", said)
        assert code is not None
        return code[0]

    def join(self, user: str, name: str, code: str) -> None:
        self.send(user, "我在常州工作", name=name)
        self.send(user, f"加入单位 {code}", name=name)
        self.send(user, "同意", name=name)

    def try_out(self, cell: Cell, names: dict[str, str]) -> dict[str, Any]:
        """Somebody does what the cell says."""
        where: dict[str, Any] = {}
        if cell.chat != "private":
            where = {"group": cell.chat, "addressed": True, "group_admin": cell.person.endswith("chief")}
        if cell.press is not None:
            return self.send(cell.person, press=cell.press.format(**names), **where)
        return self.send(cell.person, (cell.say or "").format(**names), **where)

    def fingerprint(self) -> tuple[object, ...]:
        """What an order could change."""
        return fingerprint(self.raw)

    def names(self) -> dict[str, str]:
        """What the table's words stand for."""
        one = self.raw.execute
        return {
            "name": NAME,
            "code": one("SELECT code FROM join_code WHERE employer_id = 1").fetchone()[0],
            "entry": str(one("SELECT min(id) FROM entry").fetchone()[0]),
            "employer": "1",
            "other_employer": "2",
        }


def fingerprint(database: sqlite3.Connection) -> tuple[object, ...]:
    """What an order could change in that database."""
    return tuple(row for table in CHANGING for row in database.execute(f"SELECT * FROM {table} ORDER BY 1"))
