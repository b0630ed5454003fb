"""What people say of themselves: where they work, moves, time zone, trade, aim, name, the document to go by."""

from __future__ import annotations

import re
from datetime import date

from nlu.pieces import Piece
from nlu.places import find_places
from nlu.queries import title_level
from nlu.reading import ProfileChange

_MOVED = re.compile(
    r"(借?调(?!研)|转|换工作|跳槽|派|交流)(动|任|工作)?(了|到|去|来|回|往)|工作调动|调动|调[^研查整，。]{1,4}来|调过来|又调回|以后按"
)
_NOT_ME = re.compile(r"(老婆|老公|同学|同事|朋友|爱人|妹|弟|哥|姐|儿子|女儿)")
_VISIT = re.compile(r"出差|旅游|玩|培训|会议|开会|考察|学习|进修|访学|讲课|回来")
_NAME = re.compile(
    r"(?:我叫|姓名：?|^叫我|本人叫|我的名字(?:是|叫))(?P<name>[一-龥·]{2,4}?)(?:就行|就好|吧|啊|，|。|$)"
)
_ZONE = re.compile(
    r"(?P<zone>(?:Africa|America|Asia|Atlantic|Australia|Europe|Pacific|Indian|Antarctica)/[A-Za-z_]+(?:/[A-Za-z_]+)?|UTC|GMT)",
    re.IGNORECASE,
)
_CITIES = {
    "伦敦": "Europe/London", "东京": "Asia/Tokyo", "纽约": "America/New_York", "巴黎": "Europe/Paris", "柏林": "Europe/Berlin",
    "悉尼": "Australia/Sydney", "新加坡": "Asia/Singapore", "首尔": "Asia/Seoul", "洛杉矶": "America/Los_Angeles",
    "旧金山": "America/Los_Angeles", "莫斯科": "Europe/Moscow", "迪拜": "Asia/Dubai", "曼谷": "Asia/Bangkok", "多伦多": "America/Toronto",
    "温哥华": "America/Vancouver", "墨尔本": "Australia/Melbourne", "慕尼黑": "Europe/Berlin", "芝加哥": "America/Chicago", "北京时间": "Asia/Shanghai",
}  # fmt: skip
_TRADES = {
    "health": re.compile("医生|护士|大夫|药师|卫生(系列|专业|系统)|医师|技师岗|检验科"),
    "teaching": re.compile("教师|老师(?!好|您|们?办|给)|教书|任教"),
    "accounting": re.compile("会计(?!师考|证|人员|培训)"),
    "publishing": re.compile("编辑(?!一下)|出版专业|出版社做"),
    "press": re.compile("记者|新闻(系列|专业)"),
}
_DOCUMENT = re.compile(
    r"(?:按|用|改用)(?:照)?(?P<place>[一-龥]{2,4}?)(?P<year>(?:19|20)\d\d)(?:年)?(?:的)?(?:办法|文件|那个文件|标准|规定)?(?:认定|算|来|$|的|那)"
)
_RESET = re.compile("地区默认|别按指定|恢复(默认|自动)|文件恢复|改回自动")


def profile_of(text: str, pieces: list[Piece], asked: str | None) -> ProfileChange | None:
    """What changes in the profile, or None."""
    place, moved = place_of(text, asked)
    since = _since(pieces) if moved else None
    document, year = _document(text, pieces)
    if document and place and document.startswith(place):
        place = None
    name = _NAME.search(text)
    trade = (
        next((trade for trade, pattern in _TRADES.items() if pattern.search(text)), None)
        if _speaks_of_self(text)
        else None
    )
    change = ProfileChange(
        place, moved, since, _zone(text, place), trade, _aim(text), name["name"] if name else None, document, year
    )
    return None if change == ProfileChange() else change


def _speaks_of_self(text: str) -> bool:
    return bool(
        re.search(r"我(是|在|属|干|做|们?这)|本人|系列的?$|专业的|护士一枚|老师$|教师$|老师，|的老师|的护士", text)
    ) and not _NOT_ME.search(text)


def place_of(text: str, asked: str | None) -> tuple[str | None, bool]:
    """The place of work that is said, and whether it is a move."""
    places = [match for match in find_places(text)]
    if not places or (_NOT_ME.search(text) and not re.search("^我(在|是)", text)):
        return None, False
    moved = bool(_MOVED.search(text))
    for match in reversed(places):
        before, after = text[: match.start()], text[match.end() :]
        if re.search(r"(不在|不是|从|由|以前在|原来在)$", before):
            continue
        if asked == "region" or moved or _works(before, after):
            return match[0], moved
    return None, False


def _works(before: str, after: str) -> bool:
    """Whether what stands around a place says that one works there."""
    here = re.search(
        r"(我|人|本人|偶|单位|现)?(们)?(再|在|就在|现在在|是|工作在|到)(江苏|湖南|江西)?$|(地区|所在地)(：| |设为|改成|改为|是|设成)?(江苏|湖南)?$|^(那个|嗯)?(我|我是)?(那个)?(江苏|湖南)?$|改$",
        before,
    )
    there = re.search(
        r"^(市|省|市区|这边|本地)?(一家|一个|一所|某|的)?.{0,10}?(工作|上班|工做|任教|教书|做(技术|设计|造价|工程|监理|编辑|会计)|单位|的$|的，|人$|这边|企业|设计院|老师|护士|医生|工程师|$|，)",
        after,
    )
    return bool(here and there) and not _VISIT.search(re.split("[，。！？；]", after)[0])


def _since(pieces: list[Piece]) -> date | None:
    times = [piece.when for piece in pieces if piece.when]
    return times[0].period.start if times else None


def _zone(text: str, place: str | None) -> str | None:
    match = _ZONE.search(text)
    if match:
        return match["zone"]
    if place is None and re.search("时区|时间提醒|我(现在)?(人)?在|现在在|人在", text):
        return next((zone for city, zone in _CITIES.items() if city in text), None)
    return None


def _aim(text: str) -> str | None:
    if re.search(r"目标|想评|准备评|要申|打算(报|评)|准备(报|申)|想申|要评", text):
        return title_level(text)
    return None


def _document(text: str, pieces: list[Piece]) -> tuple[str | None, int | None]:
    """The document named and the year that it is to hold for."""
    if _RESET.search(text):
        return "", None
    match = _DOCUMENT.search(text)
    if not match:
        return None, None
    years = [piece.when.year for piece in pieces if piece.when and piece.end <= match.start()]
    return match["place"] + match["year"], years[0] if years else None
