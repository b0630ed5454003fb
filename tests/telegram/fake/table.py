"""The table of methods: every call's fields, their types and limits, checked before anything is done."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.telegram.fake.formatting import read, units
from tests.telegram.fake.refusal import Json, Misuse

_RULE = re.compile(r"(?P<kind>[\w:]+)(?P<required>!?)(?: (?P<low>\d*)\.\.(?P<high>\d*))?")
ROWS = {"row": "InlineKeyboardButton", "key_row": "KeyboardButton"}
MARKUPS = {
    "inline_keyboard": "InlineKeyboardMarkup",
    "keyboard": "ReplyKeyboardMarkup",
    "remove_keyboard": "ReplyKeyboardRemove",
    "force_reply": "ForceReply",
}
TRUE, FALSE = {"true", "True", "1"}, {"false", "False", "0"}


@dataclass(frozen=True, slots=True)
class Rule:
    """What a field must be. `low` and `high` bound a number's value, a text's length, a list's size."""

    kind: str
    required: bool
    low: int = 0
    high: int = 2**53
    bounded: bool = False


@cache
def rules(part: str) -> dict[str, dict[str, Rule]]:
    """The rules of all `methods` or all `objects`, field by field."""
    data = tomllib.loads((Path(__file__).parent / "methods.toml").read_text(encoding="utf-8"))
    return {name: {field: _rule(text) for field, text in fields.items()} for name, fields in data[part].items()}


def _rule(text: str) -> Rule:
    found = _RULE.fullmatch(text)
    assert found, text
    low, high = int(found["low"] or 0), int(found["high"] or 2**53)
    return Rule(found["kind"], bool(found["required"]), low, high, found["low"] is not None)


def checked(method: str, given: Mapping[str, object]) -> Json:
    """A call's fields with their own types (forms carry nothing but text). Raises Misuse for the first fault."""
    if method not in rules("methods"):
        raise Misuse("Not Found", f"{method} is no method in the table", 404)
    return _fields(given, rules("methods")[method], method)


def _fields(given: Mapping[str, object], wanted: Mapping[str, Rule], where: str) -> Json:
    if unknown := given.keys() - wanted.keys():
        raise Misuse(f"Bad Request: unknown field {min(unknown)}", f"{where} has no field {', '.join(sorted(unknown))}")
    for name, rule in wanted.items():
        if rule.required and given.get(name) is None:
            raise Misuse(f"Bad Request: {_empty(name)}", f"{where} needs {name}")
    out = {name: _value(value, wanted[name], f"{where}.{name}", top="." not in where) for name, value in given.items()}
    for name, value in out.items():
        if wanted[name].kind == "formatted":
            _formatted(out, name, str(value), wanted[name], where)
    return out


def _value(value: object, rule: Rule, where: str, *, top: bool) -> object:
    kind = rule.kind
    if kind in {"int", "bool", "chat"}:
        return _bounded(_scalar(value, kind, where, top=top), rule, where)
    if kind in {"str", "bytes", "formatted", "file"}:
        if not isinstance(value, str):
            raise _wrong(where, value, kind)
        return value if kind == "formatted" else _bounded(value, rule, where)
    data = _decoded(value, where) if top and isinstance(value, str) else value
    if kind.startswith("list:"):
        return _list(data, rule, where)
    return _object(data, kind, where)


def _scalar(value: object, kind: str, where: str, *, top: bool) -> object:
    if kind == "bool":
        if top and isinstance(value, str) and value in TRUE | FALSE:
            return value in TRUE
        if isinstance(value, bool):
            return value
    elif isinstance(value, int) and not isinstance(value, bool):
        return value
    elif isinstance(value, str) and (top or kind == "chat") and re.fullmatch(r"-?\d+", value):
        return int(value)
    elif kind == "chat" and isinstance(value, str) and re.fullmatch(r"@\w{5,}", value):
        return value
    raise _wrong(where, value, kind)


def _bounded(value: object, rule: Rule, where: str) -> object:
    if not rule.bounded or isinstance(value, bool):
        return value
    size = value if isinstance(value, int) else _size(value, rule.kind)
    if rule.low <= size <= rule.high:
        return value
    description = "BUTTON_DATA_INVALID" if where.endswith("callback_data") else f"{where} is out of its limits"
    raise Misuse(f"Bad Request: {description}", f"{where}: {size} is not within {rule.low}..{rule.high}")


def _size(value: object, kind: str) -> int:
    if isinstance(value, list):
        return len(value)
    return len(str(value).encode()) if kind == "bytes" else units(str(value))


def _formatted(fields: Json, name: str, value: str, rule: Rule, where: str) -> None:
    mode = fields.get("parse_mode")
    length = read(value, str(mode) if mode else None).length
    if length < rule.low:
        raise Misuse(f"Bad Request: {_empty(name)}", f"{where}.{name} is empty")
    if length > rule.high:
        edited = "MESSAGE_TOO_LONG" if where.startswith("edit") else "message is too long"
        description = edited if name == "text" else "message caption is too long"
        raise Misuse(f"Bad Request: {description}", f"{where}.{name} has {length} of {rule.high} characters")


def _list(data: object, rule: Rule, where: str) -> object:
    if not isinstance(data, list):
        raise _wrong(where, data, rule.kind)
    item = rule.kind.removeprefix("list:")
    if item in ROWS:
        return [_list(row, Rule(f"list:{ROWS[item]}", required=True), where) for row in data]
    _bounded(data, rule, where)
    return [_value(each, Rule(item, required=True), f"{where}[{place}]", top=False) for place, each in enumerate(data)]


def _object(data: object, kind: str, where: str) -> object:
    if not isinstance(data, dict):
        raise _wrong(where, data, kind)
    if kind == "object":
        return data
    if kind == "markup":
        kind = next((name for key, name in MARKUPS.items() if key in data), "")
        if not kind:
            raise _wrong(where, data, "keyboard")
    made = _fields(data, rules("objects")[kind], f"{where}.{kind}")
    if kind == "InlineKeyboardButton" and len(made.keys() - {"text", "style", "icon_custom_emoji_id"}) != 1:
        raise Misuse("Bad Request: BUTTON_TYPE_INVALID", f"{where}: a button does exactly one thing")
    if kind == "InlineKeyboardMarkup":
        _keyboard(made, where)
    return made


def _keyboard(markup: Json, where: str) -> None:
    rows = markup["inline_keyboard"]
    assert isinstance(rows, list)
    if any(not 1 <= len(row) <= 8 for row in rows) or sum(map(len, rows)) > 100:
        raise Misuse("Bad Request: reply markup is too long", f"{where}: rows of 1 to 8 buttons, 100 in all")


def _decoded(text: str, where: str) -> object:
    try:
        return json.loads(text)
    except ValueError as error:
        raise Misuse("Bad Request: can't parse JSON", f"{where}: no JSON: {text[:80]!r}") from error


def _wrong(where: str, value: object, kind: str) -> Misuse:
    return Misuse(f"Bad Request: wrong type of {where}", f"{where} is no {kind}: {str(value)[:80]!r}")


def _empty(name: str) -> str:
    return {"text": "message text is empty", "chat_id": "chat_id is empty"}.get(name, f"{name} isn't specified")
