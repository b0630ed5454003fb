"""Checks a pack's shape against pack_keys.toml; a slip is reported with the nearest valid key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeGuard

from policies.problems import Sink, shown
from policies.vocabulary import read_vocabulary

FILE = Path(__file__).with_name("pack_keys.toml")
SHARE = re.compile(r"\d+/[1-9]\d*")
LIST_OF = "list of "
MOST = 100_000  # of any number; a slip of some zeros would otherwise be reckoned with for minutes
MOST_A_YEAR = 1000  # hours that anybody may have to have


@dataclass(frozen=True, slots=True)
class Table:
    """The keys that a table may have, with the kind of each, and those that it must have."""

    keys: Mapping[str, str]
    required: tuple[str, ...]


@cache
def tables() -> Mapping[str, Table]:
    """The tables of a pack by name."""
    raw = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {name: table_of(keys) for name, keys in raw.items()}


def table_of(raw: Mapping[str, str]) -> Table:
    keys = {key.removeprefix("!"): kind for key, kind in raw.items()}
    return Table(keys, tuple(key.removeprefix("!") for key in raw if key.startswith("!")))


def check_table(raw: Mapping[str, Any], kind: str, sink: Sink, path: str = "") -> None:
    """Report unknown keys, missing ones, and values of the wrong kind, all the way down.

    Of a rule only the id is wanted here: the rest may come from the document above (`checking`).
    """
    table = tables()[kind]
    for key, value in raw.items():
        if key not in table.keys:
            misplaced(key, value, table, kind, sink, f"{path}{key}")
        else:
            check_value(value, table.keys[key], sink, f"{path}{key}")
    for key in () if kind == "rule" else table.required:
        if key not in raw:
            sink.add(f"{path}{key}", "缺了必须写的键", f"补上 {key} = …")


def misplaced(key: str, value: object, table: Table, kind: str, sink: Sink, where: str) -> None:
    """Report a key that does not belong there: it stands elsewhere in a pack, or it does not exist."""
    if kind != "pack" and key in tables()["pack"].keys:
        cure = "它是整份文件的键，移到第一个 [[…]] 的前面"
        if tables()["pack"].keys[key].startswith(LIST_OF):
            cure = f"单独写成 [[{key}]]"
        sink.add(where, f"{key} 不能写在这里", cure)
    elif "if" in table.keys and key in read_vocabulary().attributes:
        sink.add(where, f"{key} 是条件，不能直接写在这里", f"写进 if，如 if = {{ {key} = {shown(value)} }}")
    elif kind == "pack" and key in tables()["rule"].keys:
        sink.add(where, f"{key} 不能写在这里", "它是条目的键，写在 [[rule]] 的下面")
    else:
        sink.unknown(where, "键", key, table.keys)


def check_value(value: object, kind: str, sink: Sink, where: str) -> None:
    """Report a value of the wrong kind; descend into tables."""
    if kind.startswith(LIST_OF):
        check_list(value, kind.removeprefix(LIST_OF), sink, where)
    elif kind not in tables():
        if not SHAPES[kind](value):
            sink.add(where, f"这里不能写 {shown(value)}", f"要写{NAMES[kind]}")
    elif isinstance(value, Mapping):
        check_table(value, kind, sink, f"{where}.")
    else:
        sink.add(where, "这里要写一个表", "写成 { … }")


def check_list(value: object, kind: str, sink: Sink, where: str) -> None:
    """Report what is wrong with a list of tables; the problems of a rule carry its id."""
    if not is_list_of(dict)(value):
        sink.add(where, "这里要写一组表", "写成 [ { … }, { … } ] 或者 [[…]]")
        return
    assert isinstance(value, list)
    outer = sink.rule
    for number, each in enumerate(value, 1):
        if kind == "rule":
            sink.rule = str(each.get("id", f"第{number}条"))
            if "id" not in each:
                sink.add("id", "缺了必须写的键", "补上 id = …")
        check_table(each, kind, sink, "" if kind == "rule" else f"{where}[{number}].")
    sink.rule = outer


def is_number(value: object) -> TypeGuard[int | Decimal]:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return False
    return Decimal(value).is_finite() and abs(Decimal(value)) <= MOST


def is_list_of(*types: type) -> Callable[[object], bool]:
    return lambda value: isinstance(value, list) and all(isinstance(each, types) for each in value)


SHAPES: Mapping[str, Callable[[Any], bool]] = MappingProxyType(
    {
        "text": lambda value: isinstance(value, str) and bool(value.strip()),
        "texts": is_list_of(str),
        "flag": lambda value: isinstance(value, bool),
        "number": is_number,
        "total": lambda value: is_number(value) and 0 <= value <= MOST_A_YEAR,
        "numbers": lambda value: isinstance(value, list) and all(map(is_number, value)),
        "share": lambda value: is_number(value) or (isinstance(value, str) and SHARE.fullmatch(value) is not None),
        "year": lambda value: isinstance(value, int) and 1900 < value < 2200,
        "date": lambda value: isinstance(value, date),
        "condition": lambda value: isinstance(value, Mapping) or is_list_of(dict)(value),
        "any": lambda value: value is not None,
    }
)
NAMES: Mapping[str, str] = MappingProxyType(
    {
        "text": "文字（不能空），加英文引号",
        "texts": '几个词，如 ["甲", "乙"]',
        "flag": "true（是）或 false（否）",
        "number": f"一个数（不超过{MOST}），不加引号，如 30",
        "total": f"学时数（0到{MOST_A_YEAR}），不加引号，如 90",
        "numbers": "几个数，如 [6, 5, 4]",
        "share": '一个数或分数，如 2 或 "1/3"',
        "year": "年份，不加引号，如 2024",
        "date": "日期，不加引号，如 2024-01-08",
        "condition": '条件，如 { level = "national" }',
        "any": "一个值",
    }
)
