"""What an employer's people order and ask, as understood. No name is looked up here: handlers know who is who."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Wanted(StrEnum):
    """What is ordered or asked."""

    CREATE = "create"
    JOIN = "join"
    LEAVE = "leave"
    MINE = "mine"  # which employers do I belong to
    CODE = "code"
    NEW_CODE = "new_code"
    REVOKE_CODE = "revoke_code"
    APPOINT = "appoint"
    DISMISS = "dismiss"
    ADMINISTRATORS = "administrators"
    MEMBERS = "members"
    BIND = "bind"
    UNBIND = "unbind"
    SET_PLACE = "set_place"
    SET_DOCUMENT = "set_document"
    SET_DEADLINE = "set_deadline"
    SET_NAMES = "set_names"
    SET_REMINDERS = "set_reminders"
    SETTINGS = "settings"
    SHORT = "short"  # who is not complete
    COUNT = "count"  # how many, which share
    AVERAGE = "average"
    PERSON = "person"
    QUEUE = "queue"  # what waits for review
    APPROVE = "approve"
    APPROVE_ALL = "approve_all"
    REJECT = "reject"
    RETURN = "return"
    CLOSE_YEAR = "close_year"
    REOPEN_YEAR = "reopen_year"
    DEPART = "depart"
    SUPPOSE = "suppose"  # what if all went by another document
    NUDGE = "nudge"  # remind those who are short
    BROADCAST = "broadcast"
    DELIVERY = "delivery"  # what became of the last broadcast
    WORKBOOK = "workbook"
    STATEMENTS = "statements"
    IMPORT_SHEET = "import_sheet"
    ROSTER = "roster"  # how is one uploaded
    NOT_JOINED = "not_joined"
    PICTURE = "picture"
    LOOKS = "looks"  # who looked at my records
    AUDIT_LOG = "audit_log"


@dataclass(frozen=True, slots=True)
class Order:
    """One order. Everything but `wanted` and `text` may be empty.

    `text` is the whole message, normalised and otherwise as typed. `employer` and `person` are the words that stand
    where one is named; `scope` may be an employer or a department; `code` is a join code in capitals, whatever its
    length; `on` allows or forbids; `day` is a month and a day; `days` before a deadline; `years` those that are asked
    about; `activity` and `number` tell which entry is meant; `words` are a reason, or what is to be sent.
    """

    wanted: Wanted
    text: str = ""
    employer: str | None = None
    scope: str | None = None
    person: str | None = None
    code: str | None = None
    place: str | None = None
    document: str | None = None
    day: tuple[int, int] | None = None
    days: tuple[int, ...] = ()
    years: tuple[int, ...] = ()
    on: bool | None = None
    activity: str | None = None
    number: int | None = None
    words: str = ""
