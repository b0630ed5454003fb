"""The keys that a pack may have, and what must stand at each. A slip is reported with the nearest valid key."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from policies.problems import Sink

# kind of value: text, texts, flag, number, numbers, year, date, any, or the name of a table below ("row"), a list of
# which is written with an s ("rows"); `?` means that a table or a list of tables may stand there.
KEYS: Mapping[str, Mapping[str, str]] = MappingProxyType({
    "pack": {
        "id": "text", "document": "text", "title": "text", "issued": "date", "regions": "texts", "trade": "text",
        "from": "year", "to": "year", "extends": "text", "restates": "flag", "remove": "texts", "names": "texts",
        "unit": "text", "article": "text", "year_starts": "text", "year_named_by": "text", "rule": "rules",
        "requirement": "requirements", "cap": "caps", "once": "onces", "window": "windows", "calendar": "calendar_days",
        "registration": "clauses", "audit": "clauses", "penalty": "clauses", "trade_rule": "clauses",
        "course_place": "clauses", "make_up": "clauses", "leaving": "clauses", "clause": "clauses",
    },
    "rule": {
        "id": "text", "article": "text", "document": "text", "activity": "text", "name": "text", "also": "alsos",
        "if": "condition", "needs": "condition", "implied": "implieds", "presume": "presumes", "rates": "rows",
        "bonus": "rows", "caps": "caps", "subject": "any", "once": "text", "spread": "numbers", "yearly": "flag",
        "covers": "texts", "due": "dues", "round": "number", "says": "text", "proof": "texts", "proof_source": "text",
        "notes": "texts",
    },
    "row": {
        "if": "condition", "given": "texts", "missing": "texts", "hours": "number", "per": "text", "every": "number",
        "whole": "flag", "most_a_day": "number", "most": "number", "by_rank": "numbers", "part": "number", "among": "text", "deems": "any",
        "tallies": "text", "note": "text",
    },
    "cap": {
        "id": "text", "hours": "number", "times": "number", "of": "text", "per": "text", "rules": "texts",
        "article": "text", "document": "text", "says": "text",
    },
    "also": {"activity": "text", "if": "condition", "given": "texts"},
    "implied": {"if": "condition", "sets": "any"},
    "presume": {"attribute": "text", "value": "any", "if": "condition", "note": "text"},
    "due": {"of": "texts", "count": "number"},
    "once": {"group": "text", "rules": "texts"},
    "requirement": {
        "from": "year", "to": "year", "article": "text", "document": "text", "says": "text", "total": "number",
        "public": "number", "professional": "number", "level": "levels", "fill": "fills", "carry": "carries",
        "cycle": "cycle", "bucket": "buckets", "leave": "leaves",
    },
    "level": {"title_level": "text", "total": "number", "public": "number", "professional": "number"},
    "fill": {"source": "text", "target": "text", "most": "number"},
    "carry": {"subject": "text", "years": "number", "most": "number"},
    "cycle": {"years": "number", "starts": "year", "total": "number"},
    "bucket": {"name": "text", "hours": "number", "rules": "texts", "subject": "text"},
    "leave": {"months": "number", "keeps": "number"},
    "window": {"title_level": "text", "before": "number", "own": "flag", "article": "text", "says": "text"},
    "calendar_day": {
        "id": "text", "what": "text", "days": "numbers", "months": "numbers", "article": "text", "says": "text",
        "after_holidays": "flag", "for": "text",
    },
    "clause": {"id": "text", "article": "text", "document": "text", "says": "text", "trades": "texts", "proof": "texts"},
})  # fmt: skip
REQUIRED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "pack": ("id", "document", "title", "issued", "from"),
        "rule": ("id", "article", "activity", "subject", "rates"),
        "cap": ("per",),
        "presume": ("attribute", "value"),
        "implied": ("if", "sets"),
        "also": ("activity",),
        "due": ("of", "count"),
        "once": ("group",),
        "requirement": ("article", "total"),
        "clause": ("article", "says"),
        "window": ("title_level", "before", "article"),
        "calendar_day": ("id", "what", "article", "says"),
    }
)
PLURALS = {**{f"{name}s": name for name in KEYS}, "carries": "carry"}


def check_table(table: Mapping[str, Any], kind: str, sink: Sink, path: str = "") -> None:
    """Report unknown keys, missing ones, and values of the wrong kind, all the way down."""
    keys = KEYS[kind]
    for key, value in table.items():
        where = f"{path}{key}"
        if key not in keys:
            sink.unknown(where, "键", key, keys)
        else:
            check_value(value, keys[key], sink, where)
    for key in REQUIRED.get(kind, ()):
        if key not in table:
            sink.add(f"{path}{key}", "缺了必须写的键", f"补上 {key} = …")


def check_value(value: object, kind: str, sink: Sink, where: str) -> None:
    """Report a value of the wrong kind; descend into tables."""
    if kind in PLURALS:
        check_tables(value, PLURALS[kind], sink, where)
    elif kind in KEYS:
        if isinstance(value, Mapping):
            check_table(value, kind, sink, f"{where}.")
        else:
            sink.add(where, "这里要写一个表", "写成 { … }")
    elif not SHAPES[kind](value):
        sink.add(where, f"这里不能写 {value!r}", f"要写{NAMES[kind]}")


def check_tables(value: object, kind: str, sink: Sink, where: str) -> None:
    if not isinstance(value, list) or not all(isinstance(each, Mapping) for each in value):
        sink.add(where, "这里要写一组表", "写成 [ { … }, { … } ] 或者 [[…]]")
        return
    outer = sink.rule
    for number, each in enumerate(value, 1):
        if kind == "rule":
            sink.rule = str(each.get("id", f"第{number}条"))
        check_table(each, kind, sink, "" if kind == "rule" else f"{where}[{number}].")
    sink.rule = outer


def is_number(value: object) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def is_list_of(test: type | tuple[type, ...]) -> Any:  # noqa: ANN401
    return lambda value: isinstance(value, list) and all(isinstance(each, test) for each in value)


SHAPES: Mapping[str, Any] = MappingProxyType({
    "text": lambda value: isinstance(value, str) and bool(value.strip()),
    "texts": is_list_of(str),
    "flag": lambda value: isinstance(value, bool),
    "number": is_number,
    "numbers": is_list_of((int, Decimal)),
    "year": lambda value: isinstance(value, int) and 1900 < value < 2200,
    "date": lambda value: isinstance(value, date),
    "condition": lambda value: isinstance(value, Mapping) or is_list_of(dict)(value),
    "any": lambda value: value is not None,
})  # fmt: skip
NAMES: Mapping[str, str] = MappingProxyType({
    "text": "一句话（加引号）",
    "texts": "几个词，如 [\"甲\", \"乙\"]",
    "flag": "true 或 false",
    "number": "一个数",
    "numbers": "几个数，如 [6, 5, 4]",
    "year": "年份，如 2024",
    "date": "日期，如 2024-01-08",
    "condition": "条件，如 { level = \"national\" }",
    "any": "一个值",
})  # fmt: skip
