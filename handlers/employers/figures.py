"""谁还没完成, 完成率多少, 平均差多少: counts for groups, names and figures for administrators, in pages."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.employers.authority import Role, role, sees_names
from handlers.employers.counting import bring_up
from handlers.message import Button, Json
from handlers.say import Rows, Say
from handlers.scene import Scene
from handlers.wording import standings as say
from nlu.ordering import Order, Wanted
from nlu.reading import Intent
from storage.employers import Employer, Shortfall, Tally

PAGE = 20  # people on a page
FIRST_YEAR = 1990  # nothing is recorded of earlier ones
MOST_NAMES = 100  # names in a group's answer


def figures(scene: Scene, order: Order, employer: Employer) -> Say:
    """How the employer's people stand."""
    year = order.years[0] if order.years else scene.today.year
    department = department_of(scene, order, employer)
    return page_of(scene, employer, year, department, 1, average=order.wanted is Wanted.AVERAGE)


def page_of(
    scene: Scene, employer: Employer, year: int, department: str | None, page: int, *, average: bool = False
) -> Say:
    """One page of those who are short, under the counts."""
    in_group, names = scene.message.group is not None, sees_names(scene, employer)
    bring_up(scene.turn, scene.library, employer.id, year)
    kept, stamp, head = scene.turn.employers.standings, scene.library.stamp, ""
    counts = kept.tally(employer.id, year, stamp, department)
    if department and counts.members < say.FEWEST and not names:
        head = say.DEPARTMENT_FEW.format(department=department)
        department, counts = None, kept.tally(employer.id, year, stamp)
    text = say.tally_text(employer.name, year, counts, department, average=average)
    people = kept.shortfalls(employer.id, year, stamp, department) if names else None
    shown, rows = listed(scene, employer, year, department, page, people or [])
    if people is not None and role(scene, employer) is Role.ADMINISTRATOR:
        looked(scene, employer, year, len(people))
    return Say(
        "\n".join(part for part in (head, text, *shown) if part),
        rows,
        intent=Intent.GROUP,
        org=org_json(employer, year, counts, people),
        open_to_all=in_group,
    )


def listed(
    scene: Scene, employer: Employer, year: int, department: str | None, page: int, people: Sequence[Shortfall]
) -> tuple[list[str], Rows]:
    """The names, and in private the figures of one page with buttons to the others."""
    if not people:
        return [], ()
    if scene.message.group is not None:
        return [say.names_text(people, MOST_NAMES)], ()
    pages = -(-len(people) // PAGE)
    page = min(max(page, 1), pages)
    first = (page - 1) * PAGE
    lines = say.lines_of(people[first : first + PAGE], first + 1)
    if pages == 1:
        return [*lines, say.FOOT], ()
    departments = sorted(scene.turn.employers.members.departments(employer.id))
    part = departments.index(department) if department in departments else ""
    turns = [(say.BEFORE, page - 1)] * (page > 1) + [(say.NEXT, page + 1)] * (page < pages)
    row = tuple(Button(label, f"e:list:{employer.id}:{year}:{to}:{part}") for label, to in turns)
    return [*lines, say.PAGE.format(page=page, pages=pages)], (row,)


def turned(scene: Scene, employer: Employer, year: str, page: str, part: str) -> Say | None:
    """A page that was asked for by a button; None where the button makes no sense."""
    departments = sorted(scene.turn.employers.members.departments(employer.id))
    numbers = [each for each in (year, page, part) if each]
    if len(year) != 4 or len(page) > 4 or not all(each.isdecimal() and len(each) < 5 for each in numbers):
        return None
    if int(year) < FIRST_YEAR or not page or (part and int(part) >= len(departments)):
        return None
    return page_of(scene, employer, int(year), departments[int(part)] if part else None, int(page))


def department_of(scene: Scene, order: Order, employer: Employer) -> str | None:
    """The department that is named: one of the roster's, as it stands there or in short."""
    words = (order.scope or "").removeprefix(employer.name).strip("的 ")
    known = scene.turn.employers.members.departments(employer.id)
    if not known:
        return None
    exact = [each for each in known if each in order.text]
    near = [each for each in known if len(words) > 1 and (words in each or words.startswith(each))]
    return max(exact, key=len) if exact else near[0] if len(near) == 1 else None


def org_json(employer: Employer, year: int, counts: Tally, people: Sequence[Shortfall] | None) -> Json:
    """The contract's `org`; `people` only where names may be shown."""
    org: Json = {
        "name": employer.name,
        "year": year,
        "members": counts.members,
        "complete": counts.complete,
        "short": counts.short,
    }
    if people is not None:
        org["people"] = [
            {
                "name": name,
                "short": {"total": hours(gap), "public": hours(public), "professional": hours(professional)},
            }
            for name, _, gap, public, professional in people
        ]
    return org


def hours(thousandths: int | None) -> int | float | None:
    """Thousandths of an hour as a JSON number of hours."""
    if thousandths is None:
        return None
    whole, rest = divmod(thousandths, 1000)
    return thousandths / 1000 if rest else whole


def looked(scene: Scene, employer: Employer, year: int, count: int) -> None:
    """Put down that an administrator looked at the list."""
    by = scene.turn.account(scene.message.user)
    scene.turn.employers.audit.append(employer.id, by, "list", year=year, count=count)
