"""One message's transaction: what may be read and written while it is answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cached_property
from hashlib import sha256

from sqlalchemy import Connection, bindparam, insert, select

from storage import dialogue, groups
from storage.accounts import BY_NAME, Account
from storage.backlog import Backlog, backlog_of
from storage.belongings import Belongings
from storage.codec import Json
from storage.dossiers import Dossiers
from storage.due import DueTimes, enter
from storage.effects import NONE
from storage.employers import Employers
from storage.figures import Figures, figures_of
from storage.inbox import Inbox
from storage.ledger import Ledger
from storage.outbox import Outbox
from storage.people import Profile
from storage.proofs import Proofs
from storage.reach import Reach
from storage.reminders import Reminders
from storage.shapes import Shapes
from storage.tables import ACCOUNT, ERASURE
from storage.vault import Vault

_WELCOME = insert(ACCOUNT)
_ERASED = select(ERASURE.c.token).where(ERASURE.c.token == bindparam("asked"))


class Turn:
    """What may be read and written while one message is answered, always of one named person."""

    def __init__(self, connection: Connection, now: datetime, vault: Vault) -> None:
        self._connection = connection
        self._now = now
        self._vault = vault
        self._accounts: dict[str, Account] = {}
        self._after: list[Callable[[], None]] = []

    def knows(self, user: str) -> bool:
        """Whether that person ever wrote. Asking does not make them known."""
        return self._connection.execute(BY_NAME, {"name": user}).first() is not None

    def ledger(self, user: str) -> Ledger:
        """That person's ledger."""
        return Ledger(self._connection, self._account(user).id, self._now)

    def people(self, user: str) -> Profile:
        """What that person said of themselves."""
        account = self._account(user)
        # whoever belongs to no employer is spared the question, unless something of employers came up in this turn
        free = not account.member and "employers" not in vars(self)
        effects = NONE if free else self.employers.effects.person(account.id)
        return Profile(self._connection, account.id, account.first_seen, self._now, effects)

    def first_seen(self, user: str) -> datetime:
        """When that person first wrote; now, if they never did."""
        return self._account(user).first_seen

    def account(self, user: str) -> int:
        """The number that employers' matters name that person by."""
        return self._account(user).id

    @cached_property
    def employers(self) -> Employers:
        """Employers and all that they keep."""
        return Employers(self._connection, self._now)

    def dialogue(self, user: str, chat: str = "") -> dialogue.Dialogue:
        """The memory of that person's dialogue in a chat; "" is the private one."""
        return dialogue.Dialogue(self._connection, self._account(user).id, chat, self._now)

    def proofs(self, user: str) -> Proofs:
        """What that person handed in, and what is made for them."""
        return Proofs(self._connection, self._account(user).id, self._now, self._vault, self._after)

    def reminders(self, user: str) -> Reminders:
        """What that person asked to be reminded of."""
        return Reminders(self._connection, self._account(user).id, self._now)

    @property
    def due(self) -> DueTimes:
        """Everybody's due times, for a tick."""
        return DueTimes(self._connection, self._now)

    @property
    def dossiers(self) -> Dossiers:
        """Profiles and ledgers of many people at once, for a tick."""
        return Dossiers(self._connection, self._now)

    def belongings(self, user: str) -> dict[str, list[Json]]:
        """Every row that is that person's, by table."""
        return Belongings(self._connection, self._account(user).id).rows()

    def erase(self, user: str, message_id: str | None) -> None:
        """Erase every row and file of that person. What stays of it is a digest of the message that asked for it, so
        that its repetition is known."""
        proofs = self.proofs(user)
        held = {proof.digest for proof in proofs.all()}
        Belongings(self._connection, self._account(user).id).erase()
        for digest in held:
            proofs.let_go(digest)
        proofs.forget_made()
        self._accounts.pop(user)
        if message_id is not None:
            self._connection.execute(insert(ERASURE), {"token": _token(user, message_id), "recorded_at": self._now})

    def erased_by(self, user: str, message_id: str) -> bool:
        """Whether that very message had everything of that person erased."""
        return self._connection.execute(_ERASED, {"asked": _token(user, message_id)}).first() is not None

    def committed(self) -> None:
        """What waited for the commit."""
        for action in self._after:
            action()

    @property
    def inbox(self) -> Inbox:
        """What came in and is not done yet."""
        return Inbox(self._connection, self._now)

    @property
    def outbox(self) -> Outbox:
        """What goes out."""
        return Outbox(self._connection, self._now)

    @property
    def reach(self) -> Reach:
        """Who can be written to in private."""
        return Reach(self._connection, self._now)

    def figures(self) -> Figures:
        """How much there is of everything."""
        return figures_of(self._connection, self._now)

    def backlog(self) -> Backlog:
        """What waits to be sent, and how late reminders are."""
        return backlog_of(self._connection, self._now)

    @property
    def shapes(self) -> Shapes:
        """What was not understood."""
        return Shapes(self._connection, self._now)

    def group_moved(self, old: str, new: str) -> None:
        """A group has another id on the platform now: it is called by that everywhere."""
        groups.moved(self._connection, old, new)

    def opened_by(self, user: str) -> None:
        """That person wrote in private, so from now on we may write to them there."""
        account = self._account(user)
        if not account.reachable:
            self.reach.opened(user, account.id)

    def answered(self, user: str, message_id: str) -> Json | None:
        """The answer that this person's message got before, if it did."""
        return dialogue.answered(self._connection, self._account(user).id, message_id)

    def remember_answer(self, user: str, message_id: str, answer: Mapping[str, object]) -> None:
        """Keep the answer, to give it again when the same message comes again."""
        dialogue.remember_answer(self._connection, self._account(user).id, message_id, answer, self._now)

    def _account(self, user: str) -> Account:
        if user not in self._accounts:
            row = self._connection.execute(BY_NAME, {"name": user}).first()
            self._accounts[user] = Account(*row) if row else Account(self._welcome(user), self._now)
        return self._accounts[user]

    def _welcome(self, user: str) -> int:
        key = self._connection.execute(_WELCOME, {"user": user, "first_seen": self._now}).inserted_primary_key
        assert key is not None
        enter(self._connection, int(key[0]), self._now)
        return int(key[0])


def _token(user: str, message_id: str) -> str:
    return sha256(f"{user}\0{message_id}".encode()).hexdigest()
