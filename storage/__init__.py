"""Everything kept: the append-only ledger of facts, people, dialogues, processed messages. SQL lives only here.

`open_database` gives a `Database`; `with database.turn(now) as turn` is one message's transaction, and what it hands
out (`Ledger`, `Profile`, `Dialogue`) speaks of one person only. Tables are SQLModel classes; the statements run as
SQLAlchemy Core on one connection, since an ORM session would cost more than the rest of a turn.
"""

from storage.database import Busy, Database, Turn, open_database
from storage.ledger import Entry, Ledger
from storage.people import Profile
from storage.problem import StorageProblem

__all__ = ["Busy", "Database", "Entry", "Ledger", "Profile", "StorageProblem", "Turn", "open_database"]
