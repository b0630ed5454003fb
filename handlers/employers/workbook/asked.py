"""导出单位台账, 导入表: an administrator asks for the audit's files. Whether they may have them is asked before."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from zoneinfo import ZoneInfo

from handlers.employers.workbook.import_sheet import read_form
from handlers.employers.workbook.making import Asked, make_import_sheet, make_workbook
from handlers.employers.workbook.statements import MOST, make_statements
from handlers.employers.workbook.summary import Heading
from handlers.long_work import Work, WorkWanted
from handlers.say import Say
from handlers.scene import Scene
from handlers.wording import workbooks as say
from nlu.reading import Intent
from storage.employers import Employer


def workbook(scene: Scene, employer: Employer, year: int, department: str | None = None) -> Say:
    """The workbook of a year, of all or of one department."""
    asked = Asked(employer, year, scene.message.now, department)
    heading = heading_of(scene, employer, year, department)
    content = worked(scene, partial(make_workbook, asked, heading, scene.library))
    name = say.FILE.format(employer=named(employer, department), year=year)
    return handed_over(
        scene,
        asked,
        name,
        content,
        say.MADE_WORKBOOK.format(employer=named(employer, department), year=year),
        "workbook",
    )


def import_sheet(scene: Scene, employer: Employer, year: int, department: str | None = None) -> Say:
    """The sheet for an official system's batch form."""
    asked = Asked(employer, year, scene.message.now, department)
    content = worked(scene, partial(make_import_sheet, asked, read_form(), scene.library))
    if not content:
        return Say(say.NOTHING_TO_IMPORT.format(year=year), intent=Intent.EXPORT)
    name = say.IMPORT_FILE.format(employer=named(employer, department), year=year)
    return handed_over(scene, asked, name, content, say.MADE_IMPORT.format(year=year), "import_sheet")


def statements(scene: Scene, employer: Employer, year: int, department: str | None = None) -> Say:
    """Everybody's statement as a PDF, in one archive; too many people are asked for by department."""
    asked = Asked(employer, year, scene.message.now, department)
    own = scene.turn.employers.members
    known = own.departments(employer.id)
    count = known.get(department, 0) if department else len(own.names(employer.id))
    if not count:
        return Say(say.NO_MEMBERS.format(employer=employer.name), intent=Intent.EXPORT)
    if count > MOST:
        example = next(iter(known), say.SOME_DEPARTMENT)
        text = say.TOO_MANY_STATEMENTS.format(employer=employer.name, count=count, most=MOST, department=example)
        return Say(text, intent=Intent.EXPORT)
    content = worked(scene, partial(make_statements, asked, scene.today, scene.library))
    name = say.STATEMENTS_FILE.format(employer=named(employer, department), year=year)
    return handed_over(scene, asked, name, content, say.MADE_STATEMENTS.format(count=count, year=year), "statements")


def worked(scene: Scene, work: Work) -> bytes:
    """What the work made; the turn is given up where it was not done yet."""
    if scene.worked is None:
        raise WorkWanted(work)
    return scene.worked


def handed_over(scene: Scene, asked: Asked, name: str, content: bytes, text: str, action: str) -> Say:
    """The file in private, and a record that it was made: it shows everybody's data."""
    by = scene.turn.account(scene.message.user)
    scene.turn.employers.audit.append(asked.employer.id, by, action, year=asked.year)
    return replace(Say(text, intent=Intent.EXPORT), files=(scene.proofs.make(name, content),))


def heading_of(scene: Scene, employer: Employer, year: int, department: str | None) -> Heading:
    """Whose workbook it is, who made it when, and how far the audit log went."""
    here = ZoneInfo(scene.timezone)
    moment = scene.message.now.astimezone(here).strftime("%Y-%m-%d %H:%M")
    digest = scene.turn.employers.audit.last_digest(employer.id)
    return Heading(named(employer, department), year, scene.profile.name or "", moment, digest)


def named(employer: Employer, department: str | None) -> str:
    return f"{employer.name}{department or ''}"
