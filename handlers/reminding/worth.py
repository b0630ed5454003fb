"""Whether what is due still has a point: nobody who is complete is told what is missing."""

from __future__ import annotations

import re

from handlers.reminding.dossier import Dossier
from handlers.reminding.occurrence import Occurrence
from handlers.reminding.occurring import local

# "补学时", "凑公需", "把公需课学完": done with as soon as nothing is missing any more
_EARNING = re.compile(
    r"(补|凑|攒|赚|挣|刷|修|赶)(齐|满|够|完|一?下|点|些|上)?.{0,4}(学时|学分|课时|公需|专业(课|科目)|继续教育|继教|网课)"
    r"|(学|上|看|听|报|考|报名|参加|完成).{0,4}(公需|继续教育|继教)|(公需|继续教育|继教|学时).{0,4}(学完|补|凑|刷|看完|修完|修满|考)"
)
_PUBLIC = re.compile("公需|公共科目")


def is_worth(one: Occurrence, dossier: Dossier) -> bool:
    """Whether to say it at all."""
    if one.until is not None and dossier.today > one.until:
        return False
    if one.of_year and (dossier.subject.person.stays or not one.own):
        return dossier.is_short(one.year)
    if one.kind == "occasion":
        return _concerned(one, dossier)
    if one.kind == "summary":
        known = local(dossier.first_seen, dossier.subject.timezone).year <= one.year
        return known and dossier.balance(one.year).citation is not None
    return one.kind == "digest" or not (one.reminder and _earned(one.reminder.text, dossier))


def _concerned(one: Occurrence, dossier: Dossier) -> bool:
    if one.occasion is None or one.occasion.concerns != "public":
        return True
    return bool(dossier.balance(dossier.today.year).short.public)


def _earned(text: str, dossier: Dossier) -> bool:
    """Whether a reminder to earn hours finds nothing left to earn."""
    if not _EARNING.search(text) or not dossier.subject.person.stays:
        return False
    balance = dossier.balance(dossier.today.year)
    if _PUBLIC.search(text) and balance.required.public is not None and not balance.short.public:
        return True
    return balance.complete
