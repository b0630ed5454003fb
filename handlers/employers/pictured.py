"""单位进度图: the counts as a picture. Bands and departments that are too small stay out."""

from __future__ import annotations

from handlers.employers.authority import Role, role
from handlers.employers.counting import bring_up
from handlers.employers.figures import org_json
from handlers.pictures.employer import Bar, Standing, draw_standing
from handlers.pictures.shown import drawn, foot
from handlers.say import Say
from handlers.scene import Scene
from handlers.wording import standings as say
from nlu.ordering import Order
from nlu.reading import Intent
from storage.employers import Employer, Tally

MOST_DEPARTMENTS = 20


def picture(scene: Scene, order: Order, employer: Employer) -> Say:
    """The employer's year as a picture, with the counts beneath."""
    year, stamp = order.years[0] if order.years else scene.today.year, scene.library.stamp
    bring_up(scene.turn, scene.library, employer.id, year)
    counts = scene.turn.employers.standings.tally(employer.id, year, stamp)
    text = say.tally_text(employer.name, year, counts, None, average=False)
    in_group = scene.message.group is not None
    said = Say(text, intent=Intent.GROUP, org=org_json(employer, year, counts, None), open_to_all=in_group)
    if not counts.members:
        return said
    shown = standing_of(scene, employer, year, counts)
    return said.then(Say(files=(drawn(scene, say.PICTURE_NAME, shown, draw_standing),)))


def standing_of(scene: Scene, employer: Employer, year: int, counts: Tally) -> Standing:
    """The picture's content."""
    bands = zip(say.BANDS, counts.bands, strict=True) if counts.members >= say.FEWEST else ()
    figures = (counts.members, counts.complete, counts.short)
    return Standing(
        title=say.PICTURE_TITLE.format(year=year),
        who=employer.name,
        note=say.PICTURE_NOTE.format(members=counts.members),
        complete=counts.complete,
        members=counts.members,
        headline=say.PICTURE_HEADLINE.format(complete=counts.complete, members=counts.members),
        facts=tuple((name, str(figure)) for name, figure in zip(say.PICTURE_FACTS, figures, strict=True)),
        bands_heading=say.PICTURE_BANDS,
        bands=tuple(Bar(name, part, counts.short, say.PICTURE_PEOPLE.format(count=part)) for name, part in bands),
        departments_heading=say.PICTURE_DEPARTMENTS,
        departments=departments_of(scene, employer, year),
        source=say.PICTURE_SOURCE,
        foot=foot(scene),
    )


def departments_of(scene: Scene, employer: Employer, year: int) -> tuple[Bar, ...]:
    """A bar for each department: all of them to an administrator in private, else those that are large enough."""
    own, stamp = scene.turn.employers, scene.library.stamp
    desk = scene.message.group is None and role(scene, employer) is Role.ADMINISTRATOR
    known = own.members.departments(employer.id).items()
    named = [name for name, count in known if desk or count >= say.FEWEST][:MOST_DEPARTMENTS]
    return tuple(bar(name, own.standings.tally(employer.id, year, stamp, name)) for name in named)


def bar(name: str, counts: Tally) -> Bar:
    figure = say.PICTURE_SHARE.format(complete=counts.complete, members=counts.members)
    return Bar(name, counts.complete, counts.members, figure)
