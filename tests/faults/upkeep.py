"""What an operator does, killed at random instants: migration up, backup, restore, sealing anew."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from policies.facts import Period
from storage import open_database, schema
from storage.backup import open_backup, restore, workplace, write_backup
from storage.sealing import Seal, new_key
from tests.faults.killing import under_fire
from tests.faults.outcome import Outcome
from tests.faults.state import Contents, contents, differences, files_in
from tests.release.frozen import thawed

NOW = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
PEOPLE = 60
BY_THE_CLOCK = frozenset({"due.since", "due.next_due"})  # a migration dates them with its own instant
_OLD_ACCOUNT = "INSERT INTO account (id, user, first_seen) VALUES (?, ?, '2025-05-01 02:00:00')"
_OLD_ENTRY = """INSERT INTO entry (account_id, activity, starts, ends, exact, attributes, said, recorded_at)
VALUES (?, 'training', '2025-03-01', '2025-03-02', 1, '{"days": "2"}', '上了两天培训', '2025-05-01 02:00:00')"""


def migration(folder: Path, chance: random.Random) -> Outcome:
    """A database of an older version is opened: after a kill it is of that version or of ours, never between."""
    calm, fire, old = folder / "calm.db", folder / "fire.db", chance.choice(schema.known_versions()[:-1])
    of_version(old, calm)
    shutil.copyfile(calm, fire)
    tables = {old: tables_of(calm)}
    open_database(calm).close()
    tables[schema.HEAD] = tables_of(calm)
    wrong: list[str] = []

    def look() -> None:
        with closing(sqlite3.connect(fire)) as raw:
            version = raw.execute("SELECT version_num FROM alembic_version").fetchone()[0]
        if tables_of(fire) != tables.get(version):
            wrong.append(f"{old} left at version {version} with {len(tables_of(fire))} tables")

    kills = under_fire(once(lambda: open_database(fire).close()), 1, chance, look)
    left = differences(contents(calm, BY_THE_CLOCK), contents(fire, BY_THE_CLOCK))
    return Outcome(kills, 1, (*wrong, *left))


def tables_of(file: Path) -> set[str]:
    with closing(sqlite3.connect(file)) as raw:
        return {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def backing_up(folder: Path, chance: random.Random) -> Outcome:
    """The archive is whole or not there, and what it is made of is as it was."""
    file, archive = folder / "x.db", folder / "to" / "b.zip"
    archive.parent.mkdir()
    filled(file)
    before, wrong = everything(file), list[str]()

    def look() -> None:
        if archive.exists():
            with open_backup(archive) as (manifest, _):
                wrong.extend([] if manifest.people == PEOPLE else ["an archive that is not whole"])

    work = once(lambda: write_backup(file, files_of(file), archive, NOW))
    kills = under_fire(work, 1, chance, look)
    wrong += [] if everything(file) == before else ["a backup changed what it was made of"]
    restore(archive, folder / "back.db", files_of(folder / "back.db"))
    wrong += [] if everything(folder / "back.db") == before else ["what was restored differs"]
    wrong += left_lying(folder)
    return Outcome(kills, 1, tuple(wrong))


def restoring(folder: Path, chance: random.Random) -> Outcome:
    """What was there, or what is restored, is there as a whole; the archive stays, and so does what was there."""
    old, place, archive = folder / "old.db", folder / "x.db", folder / "b.zip"
    filled(old)
    write_backup(old, files_of(old), archive, NOW)
    filled(place, days=3)
    wanted, before, packed = everything(old), everything(place), archive.read_bytes()
    wrong = list[str]()

    def look() -> None:
        if place.exists() and contents(place) not in (wanted[0], before[0]):
            wrong.append("a database that is neither the old one nor the restored one")
        if not place.exists():
            wrong.append("a killed restore left no database in its place")

    kills = under_fire(once(lambda: restore(archive, place, files_of(place))), 1, chance, look)
    wrong += [] if everything(place) == wanted else ["what was restored differs"]
    wrong += [] if archive.read_bytes() == packed else ["the archive was changed"]
    kept = [contents(each) for each in folder.glob("x.db.before-restore*") if each.suffix not in {".db-wal", ".db-shm"}]
    wrong += [] if kept.count(before[0]) == 1 else [f"what was there is kept {kept.count(before[0])} times, not once"]
    wrong += left_lying(folder)
    return Outcome(kills, 1, tuple(wrong))


def left_lying(folder: Path) -> list[str]:
    """What those that were killed left, and the last one did not clear away."""
    return [f"{each.name} is left lying" for each in folder.rglob(f"{workplace.PREFIX}*")]


def sealing(folder: Path, chance: random.Random) -> Outcome:
    """Both keys open everything at any time; once it is through, the new one alone does."""
    file, old, new = folder / "x.db", new_key(), new_key()
    filled(file, Seal([old]))
    before, wrong = read(file, Seal([old])), list[str]()

    def anew() -> None:
        database = open_database(file, files_of(file), Seal([new, old]))
        database.seal_anew()
        database.close()

    def look() -> None:
        wrong.extend([] if read(file, Seal([new, old])) == before else ["something cannot be read any more"])

    kills = under_fire(once(anew), 1, chance, look)
    wrong += [] if read(file, Seal([new])) == before else ["the new key alone does not open everything"]
    return Outcome(kills, 1, tuple(wrong))


def once(do: Callable[[], object]) -> Callable[[int, Callable[[], None]], None]:
    """Work of a single step."""

    def work(_first: int, acknowledge: Callable[[], None]) -> None:
        do()
        acknowledge()

    return work


def of_version(version: str, file: Path) -> None:
    """A database as that version left it, with more people than its story has."""
    thawed(version, file)
    with closing(sqlite3.connect(file)) as raw, raw:
        for number in range(101, PEOPLE + 101):
            raw.execute(_OLD_ACCOUNT, (number, f"u{number}"))
            raw.execute(_OLD_ENTRY, (number,))


def filled(file: Path, seal: Seal | None = None, *, days: int = 2) -> None:
    """A database with people, entries and proofs."""
    database = open_database(file, files_of(file), seal)
    day = Period(date(2026, 2, 1), date(2026, 2, 3), exact=True)
    with database.turn(NOW) as turn:
        for number in range(PEOPLE):
            turn.people(f"u{number}").add_stay("常州")
            turn.ledger(f"u{number}").record("training", day, {"days": Decimal(days)}, f"上了{days}天培训")
    for number in range(5):
        with database.turn(NOW) as turn:
            turn.proofs(f"u{number}").keep(f"%PDF {number} {days}".encode() * 5000, "pdf", f"{number}.pdf")
    database.close()


def read(file: Path, seal: Seal) -> list[object]:
    """What people wrote and handed in, opened."""
    database = open_database(file, files_of(file), seal)
    with database.turn(NOW) as turn:
        found: list[object] = [turn.ledger(f"u{number}").entries() for number in range(PEOPLE)]
        for number in range(5):
            found += [turn.proofs(f"u{number}").content(each) for each in turn.proofs(f"u{number}").all()]
    database.close()
    return found


def files_of(file: Path) -> Path:
    return file.with_suffix(".files")


def everything(file: Path) -> tuple[Contents, dict[str, bytes]]:
    """All rows and files."""
    return contents(file), files_in(files_of(file))
