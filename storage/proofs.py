"""What one person handed in as proof of their entries. The files lie in the vault; here stands what they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from storage.tables import PROOF
from storage.vault import Vault

WHOLE = "*"  # an `item` that stands for all the papers of an entry

_COLUMNS = (
    PROOF.c.id,
    PROOF.c.entry_id,
    PROOF.c.digest,
    PROOF.c.kind,
    PROOF.c.size,
    PROOF.c.name,
    PROOF.c.item,
    PROOF.c.recorded_at,
)
_OWN = PROOF.c.account_id == bindparam("account")
_ONE = (_OWN, PROOF.c.id == bindparam("proof"))
_ALL = select(*_COLUMNS).where(_OWN).order_by(PROOF.c.id)
_ADD = insert(PROOF)
_ASSIGN = update(PROOF).where(*_ONE).values(entry_id=bindparam("entry"), item=bindparam("shows"))
_HAND_OVER = update(PROOF).where(_OWN, PROOF.c.entry_id == bindparam("old")).values(entry_id=bindparam("new"))
_REMOVE = delete(PROOF).where(*_ONE)
_USED = select(func.count()).select_from(PROOF).where(PROOF.c.digest == bindparam("content"))
_DIGESTS = select(PROOF.c.digest).distinct()


@dataclass(frozen=True, slots=True)
class Proof:
    """One file that was handed in. `kind` is its type by its content (jpg, png, webp, heic, pdf), `size` in bytes."""

    id: int
    entry: int | None
    digest: str
    kind: str
    size: int
    name: str
    item: str | None
    recorded_at: datetime


class Proofs:
    """The proofs of one person. No other person's can be read or removed: every statement names the owner.

    `after` takes what is to be done once the turn is committed: a file goes only when its row is gone for good.
    """

    def __init__(
        self, connection: Connection, account: int, now: datetime, vault: Vault, after: list[Callable[[], None]]
    ) -> None:
        self._connection = connection
        self._account = account
        self._now = now
        self._vault = vault
        self._after = after

    def all(self) -> tuple[Proof, ...]:
        """All of them, in the order in which they came."""
        return tuple(Proof(*row) for row in self._connection.execute(_ALL, {"account": self._account}))

    def of(self, entry: int) -> tuple[Proof, ...]:
        """Those of one entry."""
        return tuple(proof for proof in self.all() if proof.entry == entry)

    def one(self, proof: int) -> Proof | None:
        return next((each for each in self.all() if each.id == proof), None)

    def keep(self, content: bytes, kind: str, name: str, entry: int | None = None) -> Proof:
        """Keep a file. Raises OSError where the disk does not let us."""
        digest = self._vault.keep(content)
        row = {"digest": digest, "kind": kind, "size": len(content), "name": name.replace("\0", "")}
        more = {"account_id": self._account, "entry_id": entry, "item": None, "recorded_at": self._now}
        key = self._connection.execute(_ADD, {**row, **more}).inserted_primary_key
        assert key is not None
        return Proof(int(key[0]), entry, digest, kind, len(content), str(row["name"]), None, self._now)

    def content(self, proof: Proof) -> bytes | None:
        """The file itself; None where it is lost."""
        return self._vault.read(proof.digest)

    def assign(self, proof: int, entry: int | None, item: str | None = None) -> None:
        """Say what a proof is of, and which of the papers it shows."""
        told = {"account": self._account, "proof": proof, "entry": entry, "shows": item}
        self._connection.execute(_ASSIGN, told)

    def hand_over(self, old: int, new: int) -> None:
        """An entry was recorded anew: its proofs go with it."""
        self._connection.execute(_HAND_OVER, {"account": self._account, "old": old, "new": new})

    def remove(self, proof: Proof) -> None:
        """Take a proof out, and its file where nothing else needs it."""
        self._connection.execute(_REMOVE, {"account": self._account, "proof": proof.id})
        self.let_go(proof.digest)

    def let_go(self, digest: str) -> None:
        """Drop a file once the turn is committed, if by now no row names it."""
        if not self._connection.execute(_USED, {"content": digest}).scalar():
            self._after.append(lambda: self._vault.drop(digest))

    def made(self, name: str, key: str) -> str | None:
        """The path of what was made for this person under that name and key, if it is still there."""
        place = self._vault.place_out(self._account, name, key)
        return str(place) if place.exists() else None

    def make(self, name: str, content: bytes, key: str | None = None) -> str:
        """Write a file for this person under a name that they see, and give its path; `key` is what it was made of."""
        return str(self._vault.put_out(self._account, name, content, key))

    def forget_made(self) -> None:
        """Drop, once the turn is committed, all that was made for this person."""
        self._after.append(lambda: self._vault.forget(self._account))


def digests(connection: Connection) -> frozenset[str]:
    """The digests of all files that any row names."""
    return frozenset(connection.execute(_DIGESTS).scalars())
