"""What is not wrong with a document but worth a second look: a place nobody finds, an item without proof, gaps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from policies.library import Library
from policies.pack import Policy, Rule

Remarks = Iterator[str]


def remarks_of(policy: Policy, library: Library) -> list[str]:
    """Everything worth a second look, in the order of the file."""
    checks: tuple[Callable[[Policy, Library], Remarks], ...] = (places, names, subjects, texts, activities)
    return [remark for check in checks for remark in check(policy, library)]


def places(policy: Policy, library: Library) -> Remarks:
    """Regions that the gazetteer does not have; a document that holds for nobody by itself."""
    known = {place.name for place in library.places.places}
    for region in policy.regions:
        if region in known:
            continue
        found = library.find_place(region)
        cure = f"写成 {found.name}。" if found else "写上级的省、市，或者请管理员把它加进 policies/places.toml。"
        yield f"regions 里的“{region}”不在地名表里，没有人能说“我在{region}工作”来用这份文件。{cure}"
    if not policy.regions and policy.trade is None:
        yield "没写 regions，只有指名要用这份文件的人才会用到它。"


def names(policy: Policy, library: Library) -> Remarks:  # noqa: ARG001
    if not policy.names:
        yield f"没写 names，别人只能用文件号“{policy.document}”来称呼它。"


def subjects(policy: Policy, library: Library) -> Remarks:  # noqa: ARG001
    """A minimum that no item of the document leads to."""
    given = {subject for rule in policy.rules for subject in subjects_of(rule)}
    for subject, name in (("public", "公需"), ("professional", "专业")):
        demanded = any(requirement.minimum(subject) for requirement in policy.requirements)
        if demanded and subject not in given:
            yield f"要求了{name}学时，但没有一条给{name}学时。"


def subjects_of(rule: Rule) -> tuple[str, ...]:
    found = rule.subject
    if found.stated:
        return "public", "professional"
    return found.order or (found.fixed or "",)


def texts(policy: Policy, library: Library) -> Remarks:  # noqa: ARG001
    """Items that cannot be explained, or for which no proof can be named."""
    if silent := listed(rule.id for rule in policy.rules if not rule.citation.says):
        yield f"{silent} 没写 says，助手说不出这一条的大意。"
    if bare := listed(rule.id for rule in policy.rules if not rule.proof and any(map(gives, rule.rows))):
        yield f"{bare} 没写 proof，助手不知道该提醒留什么凭证。"


def gives(row: object) -> bool:
    """Whether a row gives anything at all."""
    return any(getattr(row, part) for part in ("hours", "by_rank", "deems", "tallies"))


def activities(policy: Policy, library: Library) -> Remarks:
    """Activities that the document does not speak of."""
    silent = [activity.name for name, activity in library.vocabulary.activities.items() if not policy.by_activity[name]]
    if silent:
        yield f"没有写到的活动：{'、'.join(silent)}。有人说起时，助手会答文件里没有这一项。"


def listed(names: Iterable[str]) -> str:
    return "、".join(names)
