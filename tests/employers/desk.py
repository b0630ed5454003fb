"""An employer with members, made without talking: for tests of what the desk does once it may."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from handlers.message import Message
from handlers.scene import Scene
from handlers.state import State, dump_state, load_state
from policies.facts import Period, Value
from policies.library import Library
from storage import Database
from storage.employers import Employer

NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
BOSS = "boss"


@dataclass(slots=True)
class Desk:
    """A database with one employer, whose administrator is BOSS. Every scene is a turn of its own."""

    database: Database
    library: Library
    employer: Employer
    now: datetime = NOW

    @contextmanager
    def scene(self, user: str = BOSS, group: str | None = None, worked: bytes | None = None) -> Iterator[Scene]:
        """A turn of somebody, its memory kept."""
        with self.database.turn(self.now) as turn:
            profile, dialogue = turn.people(user), turn.dialogue(user)
            turn.opened_by(user)
            scene = Scene(
                message=Message(user, self.now, text="…", group=group),
                ledger=turn.ledger(user),
                profile=profile,
                library=self.library,
                state=load_state(dialogue.load()) if group is None else State(),
                person=profile.person(),
                today=self.now.date(),
                turn=turn,
                worked=worked,
            )
            yield scene
            dialogue.save(dump_state(scene.state))

    def joins(self, user: str, name: str, *, place: str | None = "常州", private: bool = True, days: int = 0) -> int:
        """Somebody joins, with so many days of training this year; the number of their membership."""
        with self.database.turn(self.now) as turn:
            if private:
                turn.opened_by(user)
            if place:
                turn.people(user).add_stay(place)
            if days:
                whole_year = Period(date(2026, 1, 1), date(2026, 11, 1))
                attributes: dict[str, Value] = {"organizer": "authority", "days": Decimal(days)}
                turn.ledger(user).record("training", whole_year, attributes, f"培训{days}天")
            return turn.employers.members.join(self.employer.id, turn.account(user), name, "1")

    def later(self, **passed: float) -> None:
        """Time goes by."""
        self.now += timedelta(**passed)


def desk(database: Database, library: Library, name: str = "江南轨道集团") -> Desk:
    with database.turn(NOW) as turn:
        turn.opened_by(BOSS)
        turn.people(BOSS).set_name("王敏")
        return Desk(database, library, turn.employers.registry.create(name, name, turn.account(BOSS), "王敏"))
