"""A line of the JSONL channel as a message, or what is wrong with it."""

from __future__ import annotations

import json
from datetime import datetime

from bot import wording
from handlers.message import Message

LONGEST_LINE = 1_000_000  # bytes
DRIVERS = ("text", "press", "file", "statement", "tick")
_FIELDS: dict[str, type] = {
    "user": str,
    "text": str,
    "press": str,
    "file": str,
    "name": str,
    "group": str,
    "group_admin": bool,
    "addressed": bool,
    "now": str,
    "message_id": str,
    "edits": str,
    "statement": dict,
    "tick": bool,
}
_MAY_BE_EMPTY = {"text", "name"}
_YEARS = range(1900, 2200)

Json = dict[str, object]


class BadRequest(Exception):  # noqa: N818 - the contract calls it an error's code
    """A line that lacks what it needs. `code` and the message go back to the program that wrote it."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(wording.BAD_REQUESTS[code].format(**details))
        self.code = code


def read_request(line: bytes, clock: datetime) -> Message:
    """The message in a line. `clock` is the instant where the line names none. Raises BadRequest."""
    data = _checked(_object(line))
    if "user" not in data and "tick" not in data:
        raise BadRequest("missing_user")
    _one_driver(data)
    return Message(
        user=_text(data, "user") or "",
        now=_instant(data["now"]) if "now" in data else clock,
        text=_text(data, "text"),
        press=_text(data, "press"),
        file=_text(data, "file"),
        name=_text(data, "name"),
        group=_text(data, "group"),
        group_admin=data.get("group_admin") is True,
        addressed=data.get("addressed") is True,
        message_id=_text(data, "message_id"),
        edits=_text(data, "edits"),
        statement_year=_year(data["statement"]) if "statement" in data else None,
        tick="tick" in data,
    )


def _object(line: bytes) -> Json:
    if len(line) > LONGEST_LINE:
        raise BadRequest("too_long", limit=LONGEST_LINE)
    try:
        data = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadRequest("bad_encoding") from error
    except (ValueError, RecursionError) as error:
        raise BadRequest("bad_json") from error
    if not isinstance(data, dict):
        raise BadRequest("not_object")
    return data


def _checked(data: Json) -> Json:
    """The known fields that say something; null and `tick: false` say nothing, unknown fields are let be."""
    known = {key: data[key] for key in _FIELDS if data.get(key) is not None}
    for key, value in known.items():
        kind = _FIELDS[key]
        if type(value) is not kind or (value == "" and key not in _MAY_BE_EMPTY):
            raise BadRequest("bad_field", field=key, kind=wording.KINDS[kind])
    if known.get("tick") is False:
        del known["tick"]
    return known


def _one_driver(data: Json) -> None:
    given = [driver for driver in DRIVERS if driver in data]
    if not given:
        raise BadRequest("missing_driver")
    if len(given) > 1 and given != ["text", "file"]:
        raise BadRequest("several_drivers")


def _text(data: Json, key: str) -> str | None:
    value = data.get(key)
    # half a surrogate pair is legal in JSON, but is no character that could be stored or sent
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else None


def _instant(value: object) -> datetime:
    try:
        instant = datetime.fromisoformat(str(value))
    except ValueError as error:
        raise BadRequest("bad_now") from error
    if instant.tzinfo is None or instant.year not in _YEARS:
        raise BadRequest("bad_now")
    return instant


def _year(value: object) -> int:
    year = value.get("year") if isinstance(value, dict) else None
    if type(year) is not int or year not in _YEARS:
        raise BadRequest("bad_field", field="statement", kind=wording.KINDS[dict])
    return year
