"""Employers: who belongs to them, who administers them, what they set, decide and look at.

Whether somebody may do a thing is not decided here but in `handlers.employers.authority`; here it is only kept.
People are named by their account's number, which `Turn.account` knows.
"""

from storage.employers.access import Employers
from storage.employers.audit import AuditLog, AuditRecord
from storage.employers.closing import Closing
from storage.employers.crowd import Crowd
from storage.employers.effects import EffectsOf
from storage.employers.groups import Groups
from storage.employers.joining import Codes, JoinCode
from storage.employers.members import Member, Members
from storage.employers.registry import Administrator, Employer, Registry
from storage.employers.reviews import Pending, Review, Reviews
from storage.employers.settings import EmployerSettings, Settings
from storage.standing import Shortfall, Standing, Tally
from storage.standings import Standings

__all__ = [
    "Administrator",
    "AuditLog",
    "AuditRecord",
    "Closing",
    "Codes",
    "Crowd",
    "EffectsOf",
    "Employer",
    "EmployerSettings",
    "Employers",
    "Groups",
    "JoinCode",
    "Member",
    "Members",
    "Pending",
    "Registry",
    "Review",
    "Reviews",
    "Settings",
    "Shortfall",
    "Standing",
    "Standings",
    "Tally",
]
