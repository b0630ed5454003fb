"""Whether what is due still has a point: nobody who is complete is told what is missing."""

from __future__ import annotations

from handlers.reminding.dossier import Dossier
from handlers.reminding.occurrence import Occurrence
from handlers.reminding.occurring import local
from nlu.reminding.earning import is_of_public, is_to_earn


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
    if not is_to_earn(text) or not dossier.subject.person.stays:
        return False
    balance = dossier.balance(dossier.today.year)
    if is_of_public(text) and balance.required.public is not None and not balance.short.public:
        return True
    return balance.complete
