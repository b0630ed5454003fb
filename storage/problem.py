"""What can go wrong with the place where everything is kept, told so that somebody can mend it."""

from __future__ import annotations

CODES = (
    "not_a_database",
    "foreign",  # a database, but not ours
    "corrupted",
    "not_writable",
    "unreachable",
    "locked",
    "newer",  # written by a later version
    "disk_full",
    "no_room",  # for a backup, or for what is restored
    "bad_address",
    "no_driver",
    "wrong_key",  # the configured keys do not open what is there
    "missing",  # no database there yet
    "moved",  # the file that was opened is not in its place any more
    "bad_backup",  # not whole, changed, or none of ours
    "in_use",  # a database that a backup cannot be put in place of while it is served from
    "not_empty",  # a server's database that a backup cannot be put into
    "conflict",  # two turns wrote the same at once; trying again helps
)


class StorageProblem(Exception):  # noqa: N818 - a problem to be told, as everywhere in this project
    """A database that cannot be used. `code` is one of CODES, `where` names the file or address, `why` is the cause."""

    def __init__(self, code: str, where: str, why: str = "") -> None:
        super().__init__(f"{code}: {where}{f' ({why})' if why else ''}")
        self.code = code
        self.where = where
        self.why = why
