"""Blanking what names or identifies a person before a sentence leaves the machine.

It rather masks too much than too little: a masked figure costs at most a question later. What no pattern can tell
from other words, such as a colleague's name in mid-sentence, is not masked; the documentation says so.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources

NUMBER, MAIL, NAME, LINK = "〔号码〕", "〔邮箱〕", "〔姓名〕", "〔网址〕"
PLACEHOLDERS = (NUMBER, MAIL, NAME, LINK)

_KEPT = frozenset("，。；：！？（）、《》“”‘’【】～")  # full width by right
_MAIL = re.compile(r"[A-Za-z0-9._%+-]+ ?@ ?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_LINK = re.compile(r"(?:[a-z]{2,10}://|www\.)[^\s，。；、（）【】]+", re.IGNORECASE)
_MENTION = re.compile(r"@[\w·-]{1,30}")

_LETTERS = "(?:(?<![A-Za-z])(?!ISSN|ISBN|CN)[A-Za-z]{1,4}-?)?"  # of a passport or a certificate
_APART = r"(?:[ \t()（）.·_–—-]{0,2}|\*{1,12})"
_DAY = r"(?:19|20)\d\d(?:[-./](?:0?[1-9]|1[0-2])(?:[-./](?:0?[1-9]|[12]\d|3[01]))?)?"
_DAYS = re.compile(rf"{_DAY}(?:[ –—-]{{1,3}}(?:{_DAY}|\d{{1,3}}))*")

_PERSON = "[一-龥·]{2,4}"


@dataclass(frozen=True, slots=True)
class Patterns:
    """What the words of masking.toml make: seven digits or more, however they are set apart; a code after its label;
    a name after its introduction; a list of names."""

    run: re.Pattern[str]
    labelled: re.Pattern[str]
    named: re.Pattern[str]
    listed: re.Pattern[str]


@cache
def patterns() -> Patterns:
    """The patterns; the words in them are data."""
    text = resources.files("bot.opinion").joinpath("masking.toml").read_text(encoding="utf-8")
    words = {name: "|".join(each) for name, each in tomllib.loads(text).items()}
    compound = f"(?:{words['compound_surnames']})[一-龥]{{1,2}}"
    shortly = f"[一-龥]{{2,4}}?(?={words['after_a_name']}|[^一-龥]|$)"
    foreign = "[一-龥]{1,6}·[一-龥·]{1,12}|[A-Za-z][A-Za-z .'-]{1,40}"
    digit = f"[0-9{words['digits']}]"
    return Patterns(
        re.compile(rf"{_LETTERS}{digit}(?:{_APART}{digit}){{6,}}[Xx]?"),
        re.compile(rf"((?:{words['labels']})[是为:：#\s]*)[A-Za-z0-9_.*/-]{{3,}}", re.IGNORECASE),
        re.compile(rf"({words['introductions']})([:：\s]*)(?:{foreign}|{compound}|{shortly}|[一-龥]{{1,3}})"),
        re.compile(rf"((?:{words['lists']})[:：]\s*)(?!{words['no_names']}){_PERSON}(?:、{_PERSON})*"),
    )


def masked(text: str) -> str:
    """The sentence with placeholders for addresses, numbers, names; full-width letters and digits become plain ones."""
    said = "".join(_plain(character) for character in text)
    said = _MENTION.sub(NAME, _LINK.sub(LINK, _MAIL.sub(MAIL, said)))
    said = patterns().run.sub(lambda found: found[0] if _DAYS.fullmatch(found[0]) else NUMBER, said)
    said = patterns().labelled.sub(rf"\1{NUMBER}", said)
    return patterns().listed.sub(rf"\1{NAME}", patterns().named.sub(rf"\1\2{NAME}", said))


def _plain(character: str) -> str:
    """A character as ASCII has it, where it is only another form of that; nothing for what cannot be seen."""
    if character in _KEPT or character == "\n":
        return character
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    return "" if unicodedata.category(character) in {"Cf", "Cc"} else unicodedata.normalize("NFKC", character)
