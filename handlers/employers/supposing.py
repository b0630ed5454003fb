"""如果都按江苏2023算会怎样: everybody's year under another document, nothing changed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from handlers.employers.setting import document_meant, no_such_document
from handlers.long_work import Tell, WorkWanted
from handlers.say import Say
from handlers.scene import Scene
from handlers.wording import reviews as say
from nlu.ordering import Order
from nlu.reading import Intent
from policies.assess import assess
from policies.library import Library
from policies.pack import Policy
from storage.database import Database, Turn
from storage.employers import Employer

MOST_AT_ONCE = 300  # people that are computed within the turn
MOST_NAMES = 20


def suppose(scene: Scene, order: Order, employer: Employer) -> Say:
    """How many would be complete if everybody went by that document."""
    own, year = scene.turn.employers, order.years[0] if order.years else scene.today.year
    found = document_meant(scene, employer, order.document or "", year)
    if found is None:
        return Say(no_such_document(scene, order.document or ""), intent=Intent.GROUP)
    members = {each.account: each.name for each in own.members.of(employer.id)}
    pairs = compared(scene, list(members), year, found)
    own.audit.append(employer.id, scene.turn.account(scene.message.user), "suppose", policy=found.id, year=year)
    better = [members[account] for account, (now, then) in pairs.items() if then and not now]
    worse = [members[account] for account, (now, then) in pairs.items() if now and not then]
    then = sum(each[1] for each in pairs.values())
    head = say.SUPPOSED.format(
        employer=employer.name,
        count=len(pairs),
        year=year,
        document=found.document,
        then=then,
        now=sum(each[0] for each in pairs.values()),
        short=len(pairs) - then,
    )
    return Say(
        "\n".join([head, *changes(better, worse), say.SUPPOSED_FOOT.format(words=order.document)]), intent=Intent.GROUP
    )


def changes(better: list[str], worse: list[str]) -> list[str]:
    """Who would be complete that is not, and the other way round."""
    lines = [say.SUPPOSED_BETTER.format(names=some(better))] if better else []
    lines += [say.SUPPOSED_WORSE.format(names=some(worse))] if worse else []
    return lines or [say.SUPPOSED_SAME]


def some(names: list[str]) -> str:
    return "、".join(names[:MOST_NAMES]) + (f"等{len(names)}人" if len(names) > MOST_NAMES else "")


Pairs = dict[int, tuple[bool, bool]]  # account: complete now, complete then


def compared(scene: Scene, accounts: list[int], year: int, policy: Policy) -> Pairs:
    """Each member's year as it is and as it would be; many people are computed while no transaction is open."""
    if len(accounts) <= MOST_AT_ONCE:
        return dict(both(scene.turn, scene.library, accounts, year, policy))
    if scene.worked is None:
        now, library = scene.message.now, scene.library

        def work(database: Database, tell: Tell) -> bytes:
            pairs: Pairs = {}
            for start in range(0, len(accounts), MOST_AT_ONCE):
                with database.turn(now) as turn:
                    pairs |= both(turn, library, accounts[start : start + MOST_AT_ONCE], year, policy)
                tell(len(pairs), len(accounts))
            return json.dumps(pairs).encode()

        raise WorkWanted(work)
    return {int(account): (now, then) for account, (now, then) in json.loads(scene.worked).items()}


def both(
    turn: Turn, library: Library, accounts: list[int], year: int, policy: Policy
) -> Iterable[tuple[int, tuple[bool, bool]]]:
    """Whether each is complete now, and under the document."""
    for account, person, facts in turn.employers.crowd.people(accounts):
        under = replace(person, chosen={None: policy.id})
        free = [replace(fact, policy=None) for fact in facts]
        now, then = assess(facts, person, year, library), assess(free, under, year, library)
        yield account, (now.balance.complete, then.balance.complete)
