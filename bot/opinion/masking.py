"""Blanking what names or identifies a person before a sentence leaves the machine.

It rather masks too much than too little: a masked figure costs at most a question later. What no pattern can tell
from other words, such as a colleague's name in mid-sentence, is not masked; the documentation says so.
"""

from __future__ import annotations

import re
import unicodedata

NUMBER, MAIL, NAME, LINK = "〔号码〕", "〔邮箱〕", "〔姓名〕", "〔网址〕"
PLACEHOLDERS = (NUMBER, MAIL, NAME, LINK)

_KEPT = frozenset("，。；：！？（）、《》“”‘’【】～")  # full width by right
_MAIL = re.compile(r"[A-Za-z0-9._%+-]+ ?@ ?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_LINK = re.compile(r"(?:[a-z]{2,10}://|www\.)[^\s，。；、（）【】]+", re.IGNORECASE)
_MENTION = re.compile(r"@[\w·-]{1,30}")

# seven digits or more, however they are set apart, with the letters of a passport or a certificate before them
_DIGIT = "[0-9零〇一二三四五六七八九幺]"
_LETTERS = "(?:(?<![A-Za-z])(?!ISSN|ISBN|CN)[A-Za-z]{1,4}-?)?"
_RUN = re.compile(rf"{_LETTERS}{_DIGIT}(?:(?:[ \t()（）.·_–—-]{{0,2}}|\*{{1,12}}){_DIGIT}){{6,}}[Xx]?")
_DAY = r"(?:19|20)\d\d(?:[-./](?:0?[1-9]|1[0-2])(?:[-./](?:0?[1-9]|[12]\d|3[01]))?)?"
_DAYS = re.compile(rf"{_DAY}(?:[ –—-]{{1,3}}(?:{_DAY}|\d{{1,3}}))*")

_LABEL = (
    "工号|员工号|职工号|学号|编号|证书号码?|证件号码?|身份证号?码?|准考证号?|社保号|卡号|[账帐]号|单号|档案号"
    "|手机号?码?|电话号?码?|微信号?|QQ号?码?|vx|wx|V信"
)
_LABELLED = re.compile(rf"((?:{_LABEL})[是为:：#\s]*)[A-Za-z0-9_.*/-]{{3,}}", re.IGNORECASE)

_COMPOUND = "(?:欧阳|司马|上官|诸葛|皇甫|尉迟|公孙|慕容|令狐|夏侯|东方|司徒)[一-龥]{1,2}"
_SHORTLY = "[一-龥]{2,4}?(?=去年|今年|前年|昨|刚|在|是|于|上[周个月]|参加|发表|的|[^一-龥]|$)"
_CALLED = rf"(?:[一-龥]{{1,6}}·[一-龥·]{{1,12}}|[A-Za-z][A-Za-z .'-]{{1,40}}|{_COMPOUND}|{_SHORTLY}|[一-龥]{{1,3}})"
_NAMED = re.compile(
    r"((?:我|本人)(?:名?叫做?|姓名|(?:的?名字|的姓名)[是叫为]?)|姓名[是为叫]?|联系人)([:：\s]*)" + _CALLED
)
_LISTED = re.compile(r"((?:作者|主持人|负责人)[:：]\s*)(?![我本自第])[一-龥·]{2,4}(?:、[一-龥·]{2,4})*")


def masked(text: str) -> str:
    """The sentence with placeholders for addresses, numbers, names; full-width letters and digits become plain ones."""
    said = "".join(_plain(character) for character in text)
    said = _MENTION.sub(NAME, _LINK.sub(LINK, _MAIL.sub(MAIL, said)))
    said = _RUN.sub(lambda found: found[0] if _DAYS.fullmatch(found[0]) else NUMBER, said)
    said = _LABELLED.sub(rf"\1{NUMBER}", said)
    return _LISTED.sub(rf"\1{NAME}", _NAMED.sub(rf"\1\2{NAME}", said))


def _plain(character: str) -> str:
    """A character as ASCII has it, where it is only another form of that; nothing for what cannot be seen."""
    if character in _KEPT or character == "\n":
        return character
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    return "" if unicodedata.category(character) in {"Cf", "Cc"} else unicodedata.normalize("NFKC", character)
