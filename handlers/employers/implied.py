"""What an administrator means without the form of an order: 张三怎么样了, and 导出台账 with no entries of their own.

Only an administrator's words are looked at, and a name counts only where a member bears it; so nothing of this can
tell anybody else who belongs to an employer.
"""

from __future__ import annotations

from handlers.scene import Scene
from nlu.ordering import Order, Wanted, asked_after, of_oneself
from nlu.reading import Intent, Mood, Parse
from storage.employers import Employer

QUESTIONS = frozenset({Intent.UNKNOWN, Intent.BALANCE, Intent.LEDGER, Intent.POLICY, Intent.SMALLTALK})
LONGEST = 40  # characters of a message that asks after somebody
SHORTEST = 2  # characters of a name that is looked for among other words
TABLES = frozenset({"table", "unclear"})


def implied(scene: Scene, parsed: Parse) -> Order | None:
    """The order that the words come to; None where they are no administrator's, or speak of themselves."""
    exports = parsed.intent is Intent.EXPORT
    if not (exports or parsed.intent in QUESTIONS) or len(parsed.text) > LONGEST or of_oneself(parsed.text):
        return None
    if any(report.mood is Mood.DONE for report in parsed.reports):
        return None
    administered = scene.turn.employers.registry.administered_by(scene.turn.account(scene.message.user))
    if not administered:
        return None
    return table_of_all(scene, parsed) if exports else about_member(scene, parsed, administered)


def table_of_all(scene: Scene, parsed: Parse) -> Order | None:
    """Who has nothing of their own to export means the employer's."""
    if parsed.export is None or parsed.export.what not in TABLES or scene.facts():
        return None
    return Order(Wanted.WORKBOOK, parsed.text, years=parsed.export.years)


def about_member(scene: Scene, parsed: Parse, administered: tuple[Employer, ...]) -> Order | None:
    """The question after the member whose name stands in the words."""
    members = scene.turn.employers.members
    named = {
        name
        for employer in administered
        for name in members.names(employer.id)
        if len(name) >= SHORTEST and name in parsed.text
    }
    years = parsed.query.years if parsed.query else ()
    if named:
        return Order(Wanted.PERSON, parsed.text, person=max(named, key=len), years=years)
    name = asked_after(parsed.text) if parsed.intent is Intent.UNKNOWN else None
    if name is None or scene.library.find_place(name) is not None:
        return None
    return Order(Wanted.PERSON, parsed.text, person=name, years=years)
