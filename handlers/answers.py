"""Answers to the open question: from a button, a bare word, or a sentence that says it in passing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from handlers.bounds import out_of_bounds
from handlers.drafts import allowed, answers, draft_of, filled, need_of
from handlers.parts import in_part, told_apart
from handlers.record import advance, record
from handlers.say import Say
from handlers.scene import Scene
from handlers.state import Asked, Draft, Option
from handlers.wording import records as say
from nlu.reading import Intent, Mood, Parse, Report
from policies.facts import Attributes, Period

LEAST_TELLING = {"organizer": {"organizer": "other"}}  # what "I do not know" may be taken for, where it is the lowest


def answer(scene: Scene, parse: Parse) -> Say | None:
    """Take the message as an answer to the open question about a draft; None where it is none."""
    asked, drafts = scene.state.asked, scene.state.drafts
    if asked is None or not drafts:
        return None
    if parse.reply.cancel:
        return drop(scene)
    option = chosen(asked, parse.text)
    if option is not None:
        return choose(scene, option)
    if said := answered_by_report(scene, parse):
        return said
    if beside(scene, parse):
        first = bare(scene, asked, replace(parse, reports=()))  # 一作。另外还有一篇二作的
        return first.then(record(scene, parse.reports)) if first else None
    if parse.reports or parse.query or parse.profile or parse.change:
        return None
    return bare(scene, asked, parse)


def beside(scene: Scene, parse: Parse) -> bool:
    """Whether a message answers and goes on to other things: 一作。另外还有一篇二作的; 编著的，还有核心论文两篇."""
    activity = scene.state.drafts[0].activity
    others = [report for report in parse.reports if report.another or report.activity not in {None, activity}]
    answers = bool(parse.reply.parts or allowed(scene, activity, parse.reply.attributes))
    return bool(others) and answers and len(others) == len(parse.reports)


def chosen(asked: Asked, text: str) -> Option | None:
    """The offered answer whose label was typed."""
    if asked.about == "region":
        return None  # a place says more than its name: since when, and whether it is a move
    word = text.strip(" 。！!，,.的")
    return next((option for option in asked.options if word and option.label == word), None)


def choose(scene: Scene, option: Option) -> Say:
    """Settle the open question with one of the answers offered."""
    asked, draft = scene.state.asked, scene.state.drafts[0]
    assert asked is not None
    if option.value in {"yes", "no"}:
        return yes_or_no(scene, asked, yes=option.value == "yes")
    if asked.about == "when":
        return put(scene, replace(draft, when=year_period(int(option.value)), when_unsure=False))
    return put(scene, filled(scene, draft, option.sets))


def yes_or_no(scene: Scene, asked: Asked, *, yes: bool) -> Say:
    """Yes or no: to a doubt, to a twin, or to an attribute that is true or false."""
    draft = scene.state.drafts[0]
    if asked.about == "doubt":
        return put(scene, replace(draft, doubt=None)) if yes else drop(scene)
    if asked.about == "twin":
        return put(scene, replace(draft, twin_agreed=True)) if yes else drop(scene)
    return put(scene, filled(scene, draft, {asked.about: yes}))


def put(scene: Scene, draft: Draft) -> Say:
    """Put the changed draft back and go on."""
    scene.remember(drafts=(draft, *scene.state.drafts[1:]), asked=None)
    return advance(scene)


def drop(scene: Scene) -> Say:
    """Give up the draft that is asked about; the next one's question follows."""
    scene.remember(drafts=scene.state.drafts[1:], asked=None)
    dropped = Say(say.DROPPED, intent=Intent.RECORD)
    return dropped.then(advance(scene)) if scene.state.drafts else dropped


def bare(scene: Scene, asked: Asked, parse: Parse) -> Say | None:
    """A bare word or two."""
    draft, reply = scene.state.drafts[0], parse.reply
    if asked.about in {"doubt", "twin"}:
        return None if reply.yes is None else yes_or_no(scene, asked, yes=reply.yes)
    if reply.skip:
        return unknown(scene, asked, draft)
    sets = allowed(scene, draft.activity, answers(draft, asked.about, asked.alternatives, reply))
    if not (sets or reply.parts) and reply.when is None:
        return None
    if out_of_bounds(scene, sets):
        return Say(say.IMPOSSIBLE.format(said=parse.text), intent=Intent.RECORD)
    if parts := told_apart(scene, draft, reply) or ([] if reply.applies_to_all else in_part(scene, draft, reply, sets)):
        scene.remember(drafts=(*parts, *scene.state.drafts[1:]), asked=None)
        return advance(scene)
    if reply.applies_to_all:
        return put_in_all(scene, sets)
    return put(scene, filled(scene, draft, sets, reply.when, unsure=reply.when_unsure))


def put_in_all(scene: Scene, sets: Attributes) -> Say:
    """One answer for all open drafts ("都是我一个人写的")."""
    scene.remember(drafts=tuple(filled(scene, draft, sets) for draft in scene.state.drafts), asked=None)
    return advance(scene)


def unknown(scene: Scene, asked: Asked, draft: Draft) -> Say:
    """Not known ("不知道"): the lowest figure where one is certain, else the draft waits."""
    if asked.about in LEAST_TELLING:
        return put(scene, filled(scene, draft, LEAST_TELLING[asked.about]))
    scene.remember(drafts=(*scene.state.drafts[1:], draft), asked=None)
    return Say(say.KEPT_OPEN, intent=Intent.RECORD)


def answered_by_report(scene: Scene, parse: Parse) -> Say | None:
    """A report that only completes the open draft ("哦那个培训是市人社局办的"), maybe with others."""
    asked, draft = scene.state.asked, scene.state.drafts[0]
    assert asked is not None
    for index, report in enumerate(parse.reports):
        if completes(scene, asked, draft, report):
            rest = parse.reports[:index] + parse.reports[index + 1 :]
            return taken_in(scene, draft, report, rest)
    return None


def completes(scene: Scene, asked: Asked, draft: Draft, report: Report) -> bool:
    """Whether a report speaks of the draft: same activity, nothing that contradicts it, and the answer in it."""
    if report.another or report.problems:
        return False
    if report.mood not in {Mood.DONE, Mood.FAILED} or report.activity not in {None, draft.activity}:
        return False
    if report.activity and report.when and draft.when is None and need_of(scene, draft_of(scene, report)) is None:
        return False  # told with its time and all that is needed: another one
    known = allowed(scene, draft.activity, report.attributes)
    if len(known) < len(report.attributes):
        return False
    if any(draft.attributes.get(name, value) != value for name, value in known.items() if name != asked.about):
        return False
    return bool(wanted(asked) & set(known)) or (asked.about == "when" and report.when is not None)


def wanted(asked: Asked) -> set[str]:
    """The attributes any of which answers the question."""
    names = {asked.about, *asked.alternatives}
    if asked.about in {"sole", "rank", "role"}:
        names |= {"sole", "rank", "role"}
    if asked.slot == "venue":
        names |= {"cn", "core", "foreign", "level"}
    return names


def taken_in(scene: Scene, draft: Draft, report: Report, rest: tuple[Report, ...]) -> Say:
    """The draft with the report's words put in; the other reports become drafts of their own."""
    whole = filled(scene, draft, report.attributes, report.when, unsure=report.when_unsure)
    scene.remember(drafts=(whole, *scene.state.drafts[1:]), asked=None)
    first = advance(scene)
    return first.then(record(scene, rest)) if rest else first


def year_period(year: int) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31))
