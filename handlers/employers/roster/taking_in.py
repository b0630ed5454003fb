"""An employer's roster: uploaded, matched with who has joined, asked about. Whether somebody may is asked before."""

from __future__ import annotations

from dataclasses import replace

from handlers.asking import option_rows
from handlers.employers.roster.account import account_text, joined_line, line_of, whole_account
from handlers.employers.roster.cells import RosterProblem
from handlers.employers.roster.matching import Matches, match
from handlers.employers.roster.reading import Roster, read_roster
from handlers.say import Say
from handlers.scene import Scene
from handlers.state import Option
from handlers.wording import rosters as say
from handlers.wording.figures import day
from nlu.reading import Intent
from storage.database import Turn
from storage.employers import Employer
from storage.employers.rosters import Colleague

ASKED = "namesake"  # what the open question is about


def upload(scene: Scene, employer: Employer, content: bytes, file: str) -> Say:
    """Take a roster in, with an account of every row. The one before holds no longer."""
    try:
        roster = read_roster(content)
    except RosterProblem as problem:
        return told(say.PROBLEMS[problem.code].format(seen=problem.seen))
    own, by = scene.turn.employers, scene.turn.account(scene.message.user)
    before = own.rosters.last(employer.id)
    people = [Colleague(each.name, each.number or None, each.department or None, each.row) for each in roster.people]
    own.rosters.keep(employer.id, file, people, by)
    own.audit.append(employer.id, by, "roster", rows=len(people))
    found = settle(scene.turn, employer.id)
    text = account_text(roster, found, day(before.at.date()) if before else None, code_line(scene, employer))
    return asked_next(scene, replace(told(text), files=whole_account(scene, roster, found)), found)


def not_joined(scene: Scene, employer: Employer) -> Say:
    """Who is on the roster and has not joined."""
    own = scene.turn.employers
    last, people = own.rosters.last(employer.id), own.rosters.people(employer.id)
    if last is None:
        return told(say.NO_ROSTER)
    found = settle(scene.turn, employer.id)
    lines = [say.ABSENT_HEAD.format(day=day(last.at.date()), count=len(people)), joined_line(found, len(people))]
    lines += [code_line(scene, employer)] if found.absent else []
    return asked_next(scene, replace(told("\n".join(lines)), files=whole_account(scene, Roster(), found)), found)


def how(_scene: Scene) -> Say:
    """How a roster is uploaded."""
    return told(say.HOW)


def settle(turn: Turn, employer: int) -> Matches:
    """Match the roster with the members as they are now, and put down for each what it says of them."""
    own = turn.employers
    found = match(own.rosters.people(employer), own.members.of(employer))
    for member, line in found.pairs:
        if (member.department, member.staff_number) != (line.department, line.staff_number):
            own.members.place(member.id, line.department, line.staff_number)
    return found


def asked_next(scene: Scene, said: Say, found: Matches, after: int = 0) -> Say:
    """What is said, and after it the question who the next of the members is (by membership, beyond `after`) that
    several lines could be."""
    doubtful = sorted((pair for pair in found.unsure if pair[0].id > after), key=lambda pair: pair[0].id)
    if not doubtful or scene.message.group is not None:
        return said
    member, lines = doubtful[0]
    options = tuple(Option(line_of(line), value=f"{member.id}:{line.line}") for line in lines if line_of(line))
    options += (Option(say.NONE_OF_THEM, value=f"{member.id}:"),)
    scene.state = scene.state.asking(ASKED, "entry", options)
    question = say.UNSURE.format(lines=len(lines), name=member.name, joined=day(member.joined_at.date()))
    rows = option_rows(scene.state.serial, options)
    return replace(said, text=f"{said.text}\n\n{question}", buttons=rows, asks=("entry",))


def settled(scene: Scene, value: str) -> Say:
    """A member is the person of that line, or none of them; then the next one is asked about.

    `value` comes from our own open question; that the employer is still the asker's is asked before.
    """
    membership, _, line = value.partition(":")
    own = scene.turn.employers
    member = own.members.member(int(membership))
    assert member is not None
    scene.remember(asked=None)
    lines = own.rosters.named(member.employer, member.name)
    chosen = next((each for each in lines if str(each.line) == line), None)
    said = told(say.LEFT_OPEN.format(name=member.name))
    if chosen is not None and member.stands:
        own.members.place(member.id, chosen.department, chosen.staff_number)
        own.audit.append(member.employer, scene.turn.account(scene.message.user), "matched", member.account)
        said = told(say.SETTLED.format(name=member.name, line=line_of(chosen)))
    return asked_next(scene, said, settle(scene.turn, member.employer), member.id)


def code_line(scene: Scene, employer: Employer) -> str:
    """How those who are missing can join."""
    code = scene.turn.employers.codes.current(employer.id)
    return say.NEXT_ABSENT.format(code=code.code) if code else say.NO_CODE


def told(text: str) -> Say:
    return Say(text, intent=Intent.GROUP)
