"""What is wrong with a file that is no TOML, told to somebody who has never heard of TOML: the line, and the cure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

PLACE = re.compile(r"\(at line (\d+), column \d+\)")
QUOTED = re.compile(r'"(?:\\.|[^"\\])*"|#.*')
STARTS_ANEW = re.compile(r"\s*(\[\[?\w+\]|\w+\s*=)")
ESCAPES = ("Unescaped", "Invalid hex value")
TWICE = ("Cannot overwrite a value", "Cannot declare", "Duplicate inline table key", "Cannot mutate immutable")
CLOSING: Mapping[str, str] = MappingProxyType({"[": "]", "{": "}"})
FULL_WIDTH: Mapping[str, str] = MappingProxyType(
    {"“": '"', "”": '"', "＂": '"', "‘": '"', "’": '"', "＝": "=", "，": ",", "、": ",", "：": "="}
    | {"［": "[", "］": "]", "【": "[", "】": "]", "｛": "{", "｝": "}", "．": ".", "＃": "#"}
)
# What a line looks like once its quoted texts are empty, and what to do about it; the first that fits is told.
CURES = tuple(
    (re.compile(pattern), cure)
    for pattern, cure in (
        (r'^[^"]*("")*[^"]*"[^"]*$', "这一行的引号没有成对"),
        (r'""[^\s,\]}=.#"]|[^\s,\[{=."]""', "文字里面不能再用英文引号，改成中文的“ ”"),
        (r"[}\]]\s*[{\[]|\"\"\s+\"\"", "两项之间要有英文逗号"),
        (r"=\s*\d{4}-\d{1,2}-\d{1,2}", "日期的月和日写两位数，如 2024-01-08"),
        (r"[=\[,]\s*\d+-", '名次的范围要加英文引号，如 rank = "2-5"'),
        (r"[=\[,]\s*\d+/", '分数要加英文引号，如 times = "1/3"'),
        (r"=\s*\d{1,3}(,\d{3})+\b", "大的数字中间不写逗号，如 10000"),
        (r",\s*}", "花括号里最后一项后面不写逗号"),
        (r"[=\[,]\s*\d+(\.\d+)?\s*[^\d\s,.\]}#:-]", "数字后面不要带单位，如 hours = 30"),
        (r"[=\[,]\s*0\d", "数字前面不要加 0"),
        (r"=\s*(True|TRUE|False|FALSE|是|否|有|无)\b", "“是”写成 true，“否”写成 false"),
        (r"[=\[,]\s*[^\W\d]", '文字要加英文引号，如 subject = "professional"'),
        (r"^\s*[^\[=]*$", "每行写成 键 = 值；说明文字前面加 #"),
        (r"=\s*(#|$)", "等号后面缺了内容"),
    )
)
UNKNOWN = '文字写成 "…"，几个词写成 ["甲", "乙"]，几个键写成 { 键 = 1, 键 = 2 }'


def slip_of(text: str, error: str) -> tuple[str, str]:
    """Why a text cannot be read, and the cure. `error` is what the parser said of it."""
    lines = text.splitlines() or [""]
    number = line_of(lines, error)
    opened = last_open(lines[: number - 1])
    if opened is not None and (at_end(error) or STARTS_ANEW.match(lines[number - 1])):
        opening, bracket = opened
        return f"第{opening}行的 {bracket} 没有关上", f"在该结束的地方补上 {CLOSING[bracket]}"
    line = lines[number - 1]
    return f"第{number}行看不懂：{line.strip()}", cure_for(line, error)


def at_end(error: str) -> bool:
    return PLACE.search(error) is None


def line_of(lines: list[str], error: str) -> int:
    """The number of the line that the parser stopped at; at the end of the document the last that says something."""
    found = PLACE.search(error)
    if found is not None:
        return min(int(found[1]), len(lines))
    return next((number for number in range(len(lines), 0, -1) if lines[number - 1].strip()), 1)


def last_open(lines: list[str]) -> tuple[int, str] | None:
    """The innermost bracket that these lines open and do not close, with the number of its line."""
    stack: list[tuple[int, str]] = []
    for number, sign in brackets(lines):
        if sign in CLOSING:
            stack.append((number, sign))
        elif stack:
            stack.pop()
    return stack[-1] if stack else None


def brackets(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Every bracket outside quoted texts and remarks."""
    for number, line in enumerate(lines, 1):
        yield from ((number, sign) for sign in QUOTED.sub("", line) if sign in "[]{}")


def cure_for(line: str, error: str) -> str:
    """How to mend a line."""
    bare = QUOTED.sub(lambda found: "" if found[0].startswith("#") else '""', line)
    wide = [sign for sign in FULL_WIDTH if sign in bare]
    if wide:
        return "换成英文标点：" + "；".join(f"{sign} 换成 {FULL_WIDTH[sign]}" for sign in wide)
    if error.startswith(TWICE):
        return "这个键写了两次，留下一个；要写新的一条，前面先写 [[rule]]（都是两层方括号）"
    if error.startswith(ESCAPES):
        return "文字里的反斜杠 \\ 去掉，或者写两个"
    if bare.count("{") != bare.count("}"):
        return "花括号 { } 要成对，并且写在同一行"
    if bare.count("[") != bare.count("]"):
        return "这一行的 [ 和 ] 没有成对"
    return next((cure for pattern, cure in CURES if pattern.search(bare)), UNKNOWN)
