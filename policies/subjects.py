"""The subject that a rule gives its hours to: one, several in their order, or the one that was said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from policies.pack import SUBJECTS
from policies.problems import shown

if TYPE_CHECKING:
    from policies.checking import NameCheck

_STATED = '{ stated = true, unsaid = "professional" }'


def check_subject(subject: object, activities: Sequence[str], check: NameCheck) -> None:
    """Report a subject that does not exist, none at all, and one to be said that cannot be."""
    names = subject if isinstance(subject, list) else [subject]
    if isinstance(subject, Mapping):
        names = [subject["unsaid"]] if "unsaid" in subject else []
        check_stated(subject, () if names else activities, check)
    elif not names:
        check.sink.add("subject", "没写科目", '写成 "professional" 或 "public"')
    for name in names:
        check.one_of("subject", name, SUBJECTS, "科目")


def check_stated(subject: Mapping[str, Any], activities: Sequence[str], check: NameCheck) -> None:
    """A subject as it was said, which every one of the activities must have."""
    if subject.get("stated") is not True:
        check.sink.add("subject", f"这里不能写 {shown(subject)}", f"写成 {_STATED}")
        return
    for kind in (check.vocabulary.activities[activity] for activity in activities):
        if "subject" not in kind.attributes:
            check.sink.add("subject", f"“{kind.name}”没有科目可说", f"写上没说时算什么，如 {_STATED}")
