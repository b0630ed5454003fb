"""Normalisation: one way of writing for what people type in many.

Sentence punctuation comes out full width (，。；：！？（）), digits, letters and the point of 3.5 half width.
Traditional characters come out simplified; line breaks stay, as borders between clauses; list markers at the start of
a line go, and so do invisible characters, and emoji around words: 退出😊 is 退出.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import opencc

_LONGEST_RUN = 8
_ROUNDS = 5  # one rewriting may make room for another (1.2.去年); rarely more than two
_FRACTIONS = {"½": "5", "¼": "25", "¾": "75"}
_CIRCLED = [*range(0x2460, 0x24EA), *range(0x2776, 0x2794), *range(0x24F5, 0x24FF), *range(0x2488, 0x249C), 0x24FF]
_BEFORE = str.maketrans(
    dict.fromkeys((*_CIRCLED, *map(ord, "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")), "\n")
    | dict.fromkeys(map(ord, "\t*`\u2070¹²³\u2074\u2075\u2076\u2077\u2078\u2079\u115f\u1160\u2800\u3164\uffa0"), " ")
)
_AFTER = str.maketrans(
    {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）", "\u2044": "/", "｡": "。"}
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-")
)
_DROPPED = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me"))

_KEYCAP = re.compile(r"[0-9#]\ufe0f?\u20e3")
_VULGAR = re.compile(r"(?P<whole>\d?) ?(?P<part>[½¼¾])")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_CLOCK = re.compile(r"(?<=\d)：(?=\d)")
_DOTS = re.compile(r"(?:\.{2,}|…+|。{2,})")
_FULL_STOP = re.compile(r"(?<=[\u4e00-\u9fff）》])\.(?![\d.])")
_DASHES = re.compile(r"-{2,}|[—―]+")
_TITLE_MARKS = re.compile(r"<<(?P<title>[^<>\n]{1,80})>>")
_SPACED_OUT = re.compile(r"(?<!\S)(?:[\u4e00-\u9fff] ){3,}[\u4e00-\u9fff](?!\S)")
_SPACES = re.compile(r" {2,}")
_SPACE_AT_BORDER = re.compile(r" ?(?P<border>[\n，。；：！？（）、…]) ?")
_BREAKS = re.compile(r"\n{2,}")
_RUN = re.compile(rf"(?P<char>[^\d])(?P=char){{{_LONGEST_RUN},}}")
_MARKER = re.compile(
    r"^(?:(?:[•·●○◆◇■□▪►→]|[-—](?= |[^\d\s.])|（?\d{1,2}[.、）](?=[^\d\n]|20\d\d)) ?)+(?=[^\n])", re.MULTILINE
)
_SPELLED_CN = re.compile(r"(?<![A-Za-z])[cC] [nN](?![A-Za-z])")
_ROUND_ZERO = re.compile(r"(?<=[一二])[○Oo0]+(?=[〇零一二三四五六七八九年])")
_PLAIN = re.compile(r"[ !-)+-_a-~\n\u4e00-\u9fff，。；：！？（）、《》“”〔〕]*")  # nothing in it needs a closer look
_MARKS = re.compile(r"[-,;:!?()<.—―…\u2010-\u2015\u2212\u2044｡]|。。|\d：\d")
_EMOJI = "[\U0001f300-\U0001faff\u2600-\u2704\u2706-\u274b\u2763\u2764]"  # without those that may say yes or no: ✅❌
_AT_BORDER = re.compile(rf"(?:^|(?<=[\n，。！？；,!?;])) ?(?:{_EMOJI} ?)+|(?: ?{_EMOJI})+ ?(?=[\n，。！？；,!?;]|$)")
_TIMES = re.compile(r"(?<=[时天节次场]) ?\* ?(?=\d)")  # 2学时*10天
_LETTER = re.compile("[a-z]")
_LATIN = re.compile(r"[A-Za-z]+(?:&[A-Za-z]+)?\d{0,4}")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
_CLAUSE = re.compile(r"[^，。；！？…\n]+")


def normalise(text: str) -> str:
    """`text` as the rest of this package wants it; see the module. Doing it twice changes nothing more."""
    for _ in range(_ROUNDS):
        once = _rewritten(text)
        if once == text:
            break
        text = once
    return text


def _rewritten(text: str) -> str:
    text = _THOUSANDS.sub("", _shortened(text)) if "," in text else _shortened(text)
    if not _PLAIN.fullmatch(text):
        text = _unusual(text)
    text = _capitals(_simplified(_ROUND_ZERO.sub(lambda zeros: "〇" * len(zeros[0]), text)))
    if _MARKS.search(text):
        text = _punctuation(text)
    return _shortened(_MARKER.sub("", _spaces(text)).strip())


def clauses(text: str) -> list[tuple[int, int]]:
    """Start and end of each clause of a normalised text."""
    return [match.span() for match in _CLAUSE.finditer(text) if match[0].strip()]


def _shortened(text: str) -> str:
    """Endless repetitions cut short; a text with about as many different characters as it is long has none."""
    return text if len(set(text)) > len(text) - _LONGEST_RUN else _RUN.sub(_shorten, text)


def _shorten(match: re.Match[str]) -> str:
    return match["char"] * _LONGEST_RUN


def _decimal(match: re.Match[str]) -> str:
    return f"{match['whole'] or '0'}.{_FRACTIONS[match['part']]}"


def _unusual(text: str) -> str:
    """Full width to half width, compatibility forms to plain ones; what cannot be seen goes."""
    text = _TIMES.sub("×", text) if "*" in text else text
    text = _VULGAR.sub(_decimal, _KEYCAP.sub("\n", text)).translate(_BEFORE)
    text = unicodedata.normalize("NFKC", text)
    text = "".join(map(_visible, text))
    bare = _AT_BORDER.sub("", text)
    return bare if bare.strip() else text


def _visible(char: str) -> str:
    if char == "\n":
        return char
    category = unicodedata.category(char)
    return " " if category == "Zs" else "" if category in _DROPPED else char


def _punctuation(text: str) -> str:
    text = _DOTS.sub(lambda dots: "。" if "。" in dots[0] else "…", _FULL_STOP.sub("。", text))
    text = _TITLE_MARKS.sub(r"《\g<title>》", text).translate(_AFTER)
    return _CLOCK.sub(":", _DASHES.sub("—", text))


def _spaces(text: str) -> str:
    if " " in text:
        text = _SPACES.sub(" ", text)
        text = _SPACED_OUT.sub(lambda spaced: spaced[0].replace(" ", ""), text)
        text = _SPACE_AT_BORDER.sub(r"\g<border>", text)
    return _BREAKS.sub("\n", text).strip()


def _simplified(text: str) -> str:
    """Simplified characters. The converter is loaded when a character outside the simplified standard set appears."""
    try:
        "".join(_HAN.findall(text)).encode("gb2312")
    except UnicodeEncodeError:
        return str(_converter().convert(text))
    return text


def _capitals(text: str) -> str:
    return _LATIN.sub(_capital, _SPELLED_CN.sub("CN", text)) if _LETTER.search(text) else text


def _capital(match: re.Match[str]) -> str:
    word = match[0].upper()
    return word if word in _abbreviations() or word.rstrip("0123456789") in _abbreviations() else match[0]


@cache
def _converter() -> opencc.OpenCC:
    import opencc  # noqa: PLC0415  # most messages never need it

    return opencc.OpenCC("t2s")


@cache
def _abbreviations() -> frozenset[str]:
    with Path(__file__).with_name("latin.toml").open("rb") as file:
        return frozenset(tomllib.load(file)["words"])
