"""The only chat types: what came in (`Message`) and what goes out (`Reply`, `Answer`). No platform shows here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Self, cast

Json = dict[str, object]

LONGEST_DATA = 64  # bytes that a button can send back


@dataclass(frozen=True, slots=True)
class Message:
    """One thing that a person did: typed `text`, pressed a button (`press`), sent a `file`, asked for a statement.

    `now` is the instant it happened at, with an offset. `group` None is a private chat; in a group only what is
    `addressed` to the assistant is answered. The same `message_id` of one user is answered once. `edits` is the
    `message_id` of the message whose words these replace; `card` names what was shown and had the button pressed.
    """

    user: str
    now: datetime
    text: str | None = None
    press: str | None = None
    file: str | None = None
    name: str | None = None
    group: str | None = None
    group_admin: bool = False
    addressed: bool = False
    message_id: str | None = None
    edits: str | None = None
    card: str | None = None
    statement_year: int | None = None
    tick: bool = False


@dataclass(frozen=True, slots=True)
class Button:
    """A button: what it shows and what it sends back (at most LONGEST_DATA bytes)."""

    label: str
    data: str


@dataclass(frozen=True, slots=True)
class Reply:
    """Words for one person or one group, with rows of buttons and files' paths.

    `kind` says why something goes to others: reply, reminder, broadcast, notice; two with one `key` are one message
    and go out once; `order` is the broadcast that they belong to. `parcel` is the number in the outbox that is to be
    settled by who sends this now, `card` what it takes the place of; `below`: of nothing, for what was
    shown is still of use. All of these are for delivery and not shown.
    """

    text: str
    to_user: str | None = None
    to_group: str | None = None
    buttons: tuple[tuple[Button, ...], ...] = ()
    files: tuple[str, ...] = ()
    kind: str = "reply"
    key: str | None = None
    order: int | None = None
    parcel: int | None = None
    card: str | None = None
    below: bool = False

    def as_json(self) -> Json:
        """The reply in the JSONL contract's form."""
        to: Json = {"group": self.to_group} if self.to_group else {"user": self.to_user}
        out: Json = {"to": to, "text": self.text}
        if self.buttons:
            out["buttons"] = [[{"label": b.label, "data": b.data} for b in row] for row in self.buttons]
        if self.files:
            out["files"] = list(self.files)
        return out

    @classmethod
    def from_json(cls, data: Json) -> Self:
        """The reply that `as_json` wrote."""
        to = cast("dict[str, str]", data["to"])
        rows = cast("list[list[dict[str, str]]]", data.get("buttons", []))
        return cls(
            text=str(data["text"]),
            to_user=to.get("user"),
            to_group=to.get("group"),
            buttons=tuple(tuple(Button(b["label"], b["data"]) for b in row) for row in rows),
            files=tuple(cast("list[str]", data.get("files", []))),
            card=cast("str | None", data.get("card")),
        )


def number(value: Decimal | None) -> int | float | None:
    """A decimal as a JSON number: whole where it is whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


@dataclass(frozen=True, slots=True)
class EntryView:
    """A ledger entry as the contract shows it: one year's share of one fact. `id` names the entry everywhere."""

    id: str
    activity: str
    year: int
    date: str | None
    subject: str
    hours: Decimal
    credited: Decimal
    document: str
    article: str
    status: str = "reported"
    deemed: bool = False
    made_up: bool = False

    def as_json(self) -> Json:
        """The entry in the contract's form."""
        out: Json = {
            "id": self.id,
            "activity": self.activity,
            "year": self.year,
            "date": self.date,
            "subject": self.subject,
            "hours": number(self.hours),
            "credited": number(self.credited),
            "document": self.document,
            "article": self.article,
            "status": self.status,
        }
        if self.deemed:
            out["deemed"] = True
        if self.made_up:
            out["made_up"] = True
        return out

    @classmethod
    def from_json(cls, data: Json) -> Self:
        """The entry that `as_json` wrote."""
        return cls(**{**data, "hours": Decimal(str(data["hours"])), "credited": Decimal(str(data["credited"]))})  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that went wrong with a turn, for programs (`code`) and for people (`message`)."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Answer:
    """All that a turn gives back; the fields are the contract's."""

    replies: tuple[Reply, ...] = ()
    intent: str = "unknown"
    posted: tuple[EntryView, ...] = ()
    removed: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    balance: Json | None = None
    statement: Json | None = None
    org: Json | None = None
    error: Problem | None = None

    def as_json(self) -> Json:
        """The answer in the contract's form; `balance`, `statement` and `org` only where the turn has them."""
        out: Json = {
            "replies": [reply.as_json() for reply in self.replies],
            "intent": self.intent,
            "posted": [entry.as_json() for entry in self.posted],
            "removed": list(self.removed),
            "asks": list(self.asks),
        }
        for key in ("balance", "statement", "org"):
            value = getattr(self, key)
            if value is not None:
                out[key] = value
        out["error"] = {"code": self.error.code, "message": self.error.message} if self.error else None
        return out

    @classmethod
    def from_json(cls, data: Json) -> Self:
        """The answer that `as_json` wrote, for a message that comes a second time."""
        error = cast("dict[str, str] | None", data.get("error"))
        return cls(
            replies=tuple(Reply.from_json(r) for r in cast("list[Json]", data["replies"])),
            intent=str(data["intent"]),
            posted=tuple(EntryView.from_json(e) for e in cast("list[Json]", data["posted"])),
            removed=tuple(cast("list[str]", data["removed"])),
            asks=tuple(cast("list[str]", data["asks"])),
            balance=cast("Json | None", data.get("balance")),
            statement=cast("Json | None", data.get("statement")),
            org=cast("Json | None", data.get("org")),
            error=Problem(**error) if error else None,
        )
