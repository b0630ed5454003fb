"""All that is kept of employers, within one turn."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property

from sqlalchemy import Connection

from storage.employers.audit import AuditLog
from storage.employers.audits import Audits
from storage.employers.broadcasts import Broadcasts
from storage.employers.closing import Closing
from storage.employers.crowd import Crowd
from storage.employers.effects import EffectsOf
from storage.employers.groups import Groups
from storage.employers.joining import Codes
from storage.employers.members import Members
from storage.employers.registry import Registry
from storage.employers.reviews import Reviews
from storage.employers.rosters import Rosters
from storage.employers.settings import Settings
from storage.standings import Standings


class Employers:
    """The way to each part: `turn.employers.members.join(…)`."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    @cached_property
    def registry(self) -> Registry:
        """Employers themselves, and who administers them."""
        return Registry(self._connection, self._now)

    @cached_property
    def codes(self) -> Codes:
        """What people join by: valid until when, and wrong tries."""
        return Codes(self._connection, self._now)

    @cached_property
    def members(self) -> Members:
        """Who agreed to be seen, under which name, until when."""
        return Members(self._connection, self._now)

    @cached_property
    def groups(self) -> Groups:
        """Which group chats belong to which employer."""
        return Groups(self._connection, self._now)

    @cached_property
    def settings(self) -> Settings:
        """What was laid down for all: region, document, deadline, names, reminders."""
        return Settings(self._connection, self._now)

    @cached_property
    def effects(self) -> EffectsOf:
        """What employers lay down for a person."""
        return EffectsOf(self._connection, self._now)

    @cached_property
    def reviews(self) -> Reviews:
        """Decisions on entries."""
        return Reviews(self._connection, self._now)

    @cached_property
    def standings(self) -> Standings:
        """Members' kept years."""
        return Standings(self._connection)

    @cached_property
    def crowd(self) -> Crowd:
        """People and facts of many at once."""
        return Crowd(self._connection, self._now)

    @cached_property
    def closing(self) -> Closing:
        """Years whose figures change only with a reason."""
        return Closing(self._connection, self._now)

    @cached_property
    def audit(self) -> AuditLog:
        """Who looked at or decided on whose data."""
        return AuditLog(self._connection, self._now)

    @cached_property
    def audits(self) -> Audits:
        """Entries with what was made of them, of many members at once."""
        return Audits(self._connection)

    @cached_property
    def rosters(self) -> Rosters:
        """Who works there by the employer's own list."""
        return Rosters(self._connection, self._now)

    @cached_property
    def broadcasts(self) -> Broadcasts:
        """Texts to many, and whom they reached."""
        return Broadcasts(self._connection, self._now)
