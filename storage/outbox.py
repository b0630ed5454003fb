"""What is to be told to people and groups. It is written in the transaction that decided it, sent afterwards, and
settled when the platform has taken it: what a crash leaves is sent by whoever comes next."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, case, delete, func, insert, literal_column, select, update

from storage.codec import Json, json_text
from storage.reach import Reach
from storage.tables import OUTBOX

OPEN = ("waiting", "claimed")
REPLY = "reply"
SOON = timedelta(minutes=1)  # what is to be tried again later than that holds up no other words

_PUT = insert(OUTBOX)
_KEYS = select(OUTBOX.c.key).where(OUTBOX.c.key.in_(bindparam("wanted", expanding=True)))
_BY_KEY = select(OUTBOX.c.id).where(OUTBOX.c.key == bindparam("wanted"))
# written out, not bound: else no database knows that its index of what is open will do
_IS_OPEN = OUTBOX.c.state.in_([literal_column(f"'{state}'") for state in OPEN])
# Replies go before what nobody waits for. Of both only the oldest of each chat may go: words keep their order, and one
# busy chat does not hold up the others.
_RANK = case((OUTBOX.c.kind == REPLY, 0), else_=1)
_FIRST = select(func.min(OUTBOX.c.id)).where(_IS_OPEN).group_by(OUTBOX.c.to_group, OUTBOX.c.to_user, _RANK)
_DUE = (
    select(OUTBOX)
    .where(OUTBOX.c.id.in_(_FIRST), _IS_OPEN, OUTBOX.c.due_at <= bindparam("now"))
    .order_by(_RANK, OUTBOX.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_THESE = OUTBOX.c.id.in_(bindparam("ids", expanding=True))
_CLAIM = update(OUTBOX).where(_THESE).values(state="claimed", due_at=bindparam("until"))
_SENT = update(OUTBOX).where(OUTBOX.c.id == bindparam("this")).values(state="sent", body="", why=None)
_END = (
    update(OUTBOX)
    .where(OUTBOX.c.id == bindparam("this"))
    .values(state=bindparam("ended"), why=bindparam("because"), body="")
)
_AGAIN = (
    update(OUTBOX)
    .where(OUTBOX.c.id == bindparam("this"))
    .values(state="waiting", due_at=bindparam("at"), why=bindparam("because"), attempts=OUTBOX.c.attempts + 1)
)
_PUT_OFF = update(OUTBOX).where(OUTBOX.c.id == bindparam("this")).values(state="waiting", due_at=bindparam("at"))
_PART = update(OUTBOX).where(OUTBOX.c.id == bindparam("this")).values(parts=bindparam("arrived"))
_RELEASE = update(OUTBOX).where(OUTBOX.c.state == "claimed").values(state="waiting", due_at=bindparam("now"))
_NEXT = select(func.min(OUTBOX.c.due_at)).where(_IS_OPEN)
_WAITS = select(OUTBOX.c.id).where(
    _IS_OPEN, OUTBOX.c.state == "waiting", OUTBOX.c.kind == REPLY, OUTBOX.c.due_at <= bindparam("soon")
)
_WAITS_FOR_GROUP = _WAITS.where(OUTBOX.c.to_group == bindparam("chat")).limit(1)
_WAITS_FOR_USER = _WAITS.where(OUTBOX.c.to_group.is_(None), OUTBOX.c.to_user == bindparam("chat")).limit(1)
_TALLY = (
    select(OUTBOX.c.state, func.count()).where(OUTBOX.c.order_id == bindparam("broadcast")).group_by(OUTBOX.c.state)
)
_FORGET = delete(OUTBOX).where(
    OUTBOX.c.state.not_in(OPEN),
    OUTBOX.c.created_at < bindparam("before"),
    OUTBOX.c.order_id.is_(None),
    OUTBOX.c.key.is_(None) | (OUTBOX.c.created_at < bindparam("keyed_before")),
)


@dataclass(frozen=True, slots=True)
class Parcel:
    """Something on its way. `parts` of it have arrived, `attempts` have failed; `kind` as its label has it."""

    id: int
    body: Json
    to_user: str | None = None
    to_group: str | None = None
    attempts: int = 0
    parts: int = 0
    kind: str = REPLY

    @property
    def chat(self) -> str:
        """The chat that it goes to, as the platform names it."""
        return self.to_group or self.to_user or ""


@dataclass(frozen=True, slots=True)
class Label:
    """To whom a parcel goes and why: `kind` is reply, reminder, broadcast or notice; two of one `key` are one."""

    to_user: str | None
    to_group: str | None
    kind: str = REPLY
    key: str | None = None
    order: int | None = None


class Outbox:
    """What goes out."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def put(self, label: Label, body: Mapping[str, object], due_at: datetime, *, claimed: bool = False) -> int | None:
        """Lay a parcel down and give its number; None where one of its key was there before. `claimed`: whoever lays
        it down sends it, and nobody else does before `due_at`."""
        if label.key and self._connection.execute(_BY_KEY, {"wanted": label.key}).first():
            return None
        row = self._row(label, body, due_at, "claimed" if claimed else "waiting")
        number = self._connection.execute(_PUT, row).inserted_primary_key
        assert number is not None
        return int(number[0])

    def put_all(self, parcels: Sequence[tuple[Label, Mapping[str, object]]], due_at: datetime) -> None:
        """Lay many parcels down at once, each for whoever empties the outbox; those whose key was there before are left
        out."""
        wanted = [label.key for label, _ in parcels if label.key]
        there = set(self._connection.execute(_KEYS, {"wanted": wanted}).scalars()) if wanted else set()
        rows = [self._row(label, body, due_at, "waiting") for label, body in parcels if label.key not in there]
        if rows:
            self._connection.execute(_PUT, rows)

    def holds_up(self, label: Label) -> bool:
        """Whether an earlier reply to the same chat waits and is tried soon: this one must not overtake it."""
        query = _WAITS_FOR_GROUP if label.to_group else _WAITS_FOR_USER
        chat = {"chat": label.to_group or label.to_user, "soon": self._now + SOON}
        return label.kind == REPLY and self._connection.execute(query, chat).first() is not None

    def _row(self, label: Label, body: Mapping[str, object], due_at: datetime, state: str) -> Json:
        return {
            "to_user": label.to_user,
            "to_group": label.to_group,
            "kind": label.kind,
            "key": label.key,
            "order_id": label.order,
            "body": json_text(body),
            "state": state,
            "due_at": due_at,
            "attempts": 0,
            "parts": 0,
            "created_at": self._now,
        }

    def claim(self, until: datetime, most: int) -> tuple[Parcel, ...]:
        """Take what is due, at most one reply and one of the others for each chat; nobody else gets it before
        `until`."""
        rows = self._connection.execute(_DUE, {"now": self._now, "most": most}).all()
        if rows:
            self._connection.execute(_CLAIM, {"ids": [row.id for row in rows], "until": until})
        return tuple(
            Parcel(row.id, json.loads(row.body), row.to_user, row.to_group, row.attempts, row.parts, row.kind)
            for row in rows
        )

    def sent(self, ids: Iterable[int]) -> None:
        """These have arrived; what they said is forgotten."""
        if each := [{"this": parcel} for parcel in ids]:
            self._connection.execute(_SENT, each)

    def arrived(self, parcel: int, parts: int) -> None:
        """So many parts of it have arrived: another attempt goes on from there."""
        self._connection.execute(_PART, {"this": parcel, "arrived": parts})

    def try_again(self, parcel: int, at: datetime, why: str) -> None:
        """It did not arrive; another attempt is made then."""
        self._connection.execute(_AGAIN, {"this": parcel, "at": at, "because": why})

    def put_off(self, parcel: int, at: datetime) -> None:
        """It waits until then; no attempt is counted."""
        self._connection.execute(_PUT_OFF, {"this": parcel, "at": at})

    def end(self, parcel: int, state: str, why: str) -> None:
        """It will never arrive: `state` is unreachable (nobody there) or dropped (it cannot be sent)."""
        self._connection.execute(_END, {"this": parcel, "ended": state, "because": why})

    def release(self) -> None:
        """Nobody is at work on anything: whoever was is gone."""
        self._connection.execute(_RELEASE, {"now": self._now})

    def unreachable(self, user: str) -> str | None:
        """Why that person cannot be written to (never_started, blocked), or None where they can."""
        return Reach(self._connection, self._now).unreachable(user)

    def next_due(self) -> datetime | None:
        """When there may be something to do next."""
        found: datetime | None = self._connection.execute(_NEXT).scalar()
        return found

    def tally(self, order: int) -> dict[str, int]:
        """How many parcels of a broadcast are in which state."""
        rows = self._connection.execute(_TALLY, {"broadcast": order})
        return {row.state: int(row[1]) for row in rows}

    def forget(self, before: datetime, keyed_before: datetime) -> None:
        """Forget what was settled and laid down before then; what has a key, only from before `keyed_before`, since
        until then it keeps its like from going out again. A broadcast's are counted for ever."""
        self._connection.execute(_FORGET, {"before": before, "keyed_before": keyed_before})
