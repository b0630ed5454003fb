"""The whole of understanding: a message, the day it is read on and what the dialogue knows give a `Parse`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from re import Match

from nlu.alike import as_before
from nlu.answers import asks_back, parts_of, reply_of
from nlu.changes import change_of
from nlu.clauses import units_of
from nlu.decide import SHORT, answers, decide
from nlu.draft import Draft
from nlu.evidence import told
from nlu.exporting import export_of
from nlu.gather import gather
from nlu.intents import Cue, Cues, cued
from nlu.make_up import for_all
from nlu.ordering import Order, order_of, what_is_approved
from nlu.ordering.mistaken import asks_or_tells
from nlu.phrases import phrase
from nlu.phrases import said as says
from nlu.pieces import BLANK, Piece, candidates, unread, without_overlaps
from nlu.profile import profile_of
from nlu.queries import query_of, years_of
from nlu.reading import NO_CONTEXT, Context, Intent, Mood, Parse, ProfileChange, Reply, Report
from nlu.repair import Repair, Slip
from nlu.sentences import mood_over
from nlu.settle import Surroundings, report_of
from nlu.sharing import share
from nlu.sheets import with_units
from nlu.slips import by_pattern, by_sound, suspicious
from nlu.spelling import by_likeness, spelled_out, undoubled
from nlu.text import normalise
from nlu.times import without
from nlu.trace import steps
from nlu.unit import Unit
from nlu.view import CHANGING, View

MOST = 1500  # characters; whoever asks refuses longer texts, here they are merely not read to their end
UNREAD = 8  # characters that a bare detail may have around it
LONG = 1000  # characters; longer texts are neither searched for slips nor traced
END = 500  # characters at either end of such a text in which it is looked for what the person wants
ASKING = frozenset({Intent.BALANCE, Intent.POLICY, Intent.LEDGER, Intent.TITLE_CHECK, Intent.PLAN, Intent.WHAT_IF})

SILENT = frozenset({Intent.GROUP, Intent.REMIND, Intent.EXPORT, Intent.LEDGER, Intent.HELP, Intent.SET_PROFILE})


@dataclass(frozen=True, slots=True)
class Read:
    """A message taken apart. `seed` is the fact that a pending question is about."""

    text: str
    pieces: list[Piece]
    units: list[Unit]
    drafts: list[Draft]
    seed: Draft | None
    slips: tuple[Slip, ...]
    lost: list[Piece]


def parse(text: str, today: date, context: Context = NO_CONTEXT, *, traced: bool = False) -> Parse:
    """What a person said. Never raises; what was not understood has the intent `unknown`. `traced`: with its steps."""
    typed = normalise(with_units(text[:MOST]))
    said, order = take_apart(typed, today, context), order_of(typed)
    ends = said.text if len(said.text) <= LONG else f"{said.text[:END]}\n{said.text[-END:]}"
    cues = cued(ends)
    order = None if order and asks_or_tells(order, cues, said.drafts) else order
    cues |= {Intent.GROUP: Cue(typed, 0)} if order else {}
    around = Surroundings(said.text, today, context.last_year, said.slips)
    every = [(draft, report_of(draft, around, mood_over(said.text, draft, cues))) for draft in said.drafts]
    reports = for_all(said.text, tuple(report for draft, report in every if told(said.text, draft, report, context)))
    reports = as_before(said.text, said.pieces, reports, context)
    reply = _answer(said, context)
    if reply.parts:  # 一篇核心一篇普刊，今年又有一篇
        reports = tuple(each for each in reports if each.another and says("decide", "besides", each.said))
    if reports and said.seed and not said.seed.units:
        reply = replace(reply, attributes={})  # a number in what else is told answers nothing
    profile = profile_of(ends, said.pieces, today, context.asked)
    view = _view(said, cues, reports, reply, profile, context)
    intent = decide(view)
    if intent is Intent.UNDO and (anew := phrase("change", "anew").search(said.text)):
        return _told_anew(said.text, anew, today, context)
    changing = intent in (Intent.AMEND, Intent.UNDO)
    asking = intent in ASKING or (intent is Intent.RECORD and view.strong(Intent.BALANCE))
    drafts = said.drafts or ([said.seed] if said.seed else [])
    return Parse(
        text=said.text,
        intent=intent,
        reports=() if changing or intent in SILENT else _as_meant(reports, intent),
        query=query_of(said.text, intent, drafts, said.pieces, context) if asking else None,
        change=change_of(said.text, said.pieces, intent, context) if changing else None,
        profile=profile,
        reply=reply if context.asked and answers(view) else Reply(),
        export=export_of(said.text, intent, said.pieces),
        order=_whole(order, said, today, context) if order and intent is Intent.GROUP else None,
        trace=steps(said.slips, said.pieces, said.lost, every, cues) if traced and len(said.text) <= LONG else (),
    )


def _view(
    said: Read, cues: Cues, reports: tuple[Report, ...], reply: Reply, profile: ProfileChange | None, context: Context
) -> View:
    """What the decision looks at."""
    bare = not any(unit.anchor for unit in said.units) and not any(report.another for report in reports)
    detail = _details(said) and _mostly_read(said)
    turns = any(piece.when for piece in said.pieces) or says("decide", "turns", said.text)
    alone = _alone(said, context)
    return View(said.text, cues, reports, reply, profile, context, bare, detail, turns, _timed(said), alone)


def _answer(said: Read, context: Context) -> Reply:
    """What the message says as the answer to the pending question."""
    if said.seed is None:
        return Reply()
    reply = reply_of(said.text, said.seed, context)
    parts = parts_of(said.units, context) if said.units and not asks_back(said.text) else ()
    return replace(reply, parts=parts, attributes={}, applies_to_all=False) if parts else reply


def _told_anew(text: str, anew: Match[str], today: date, context: Context) -> Parse:
    """删了刚才那条，重新记：…: what is withdrawn, and what is told instead of it."""
    withdrawn = parse(text[: anew.start()], today, context)
    return replace(withdrawn, text=text, reports=parse(text[anew.end() :], today).reports)


def _whole(order: Order, said: Read, today: date, context: Context) -> Order:
    """The order with the activity and the years that the rest of understanding found in it."""
    drafts = said.drafts
    if drafts and (approved := what_is_approved(order)) is not None:
        drafts = take_apart(approved, today, context).drafts  # 批了 is the employer's word, no patent's
    activity = next((draft.activity for draft in drafts if draft.activity), None)
    years = order.years or (() if order.document else years_of(said.pieces))  # 江苏2023 names no year that is meant
    return replace(order, activity=activity, years=years)


def _as_meant(reports: tuple[Report, ...], intent: Intent) -> tuple[Report, ...]:
    """The reports; beside a question that outweighs them they are what is asked about."""
    if intent not in ASKING:
        return reports
    return tuple(replace(report, mood=Mood.ASKED) if report.mood is Mood.DONE else report for report in reports)


def _details(said: Read) -> bool:
    """Whether something was said that an entry could have."""
    return any(
        piece.quantity or piece.rank is not None or (piece.entry and (piece.entry.sets or piece.entry.by))
        for piece in said.pieces
    )


def _mostly_read(said: Read) -> bool:
    """Whether the words that were read make up the message: a longer one that was hardly read tells something else."""
    left = sum(map(str.isalnum, unread(said.text, said.pieces)))
    return left <= UNREAD or left * 2 <= sum(map(str.isalnum, said.text))


def _alone(said: Read, context: Context) -> bool:
    """Whether nothing stands beside what was read but words that mean nothing by themselves; looked at only where that
    may change what was just recorded."""
    return context.last_intent in CHANGING and says(
        "decide", "filler", unread(said.text, said.pieces).replace(BLANK, "")
    )


def _timed(said: Read) -> bool:
    """Whether a time, and at most how it came about, is all that was said: 去年发的."""
    times = [piece for piece in said.pieces if piece.when] if len(said.text) <= SHORT else []
    return bool(times) and says("decide", "of_a_time", without(said.text, times))


def take_apart(text: str, today: date, context: Context) -> Read:
    """Pieces, units and facts of a normalised message, slips repaired."""
    repair, found = _repaired(text, today, context.asked)
    pieces = without_overlaps(found)
    units = units_of(repair.text, pieces)
    seed = Draft(context.asked_activity, seed=True) if context.asked else None
    drafts = share(gather(units, seed, context.last_activity, context.pending))
    kept = set(map(id, pieces))
    lost = [piece for piece in found if id(piece) not in kept]
    return Read(repair.text, pieces, units, drafts, seed, repair.slips, lost)


def _repaired(text: str, today: date, asked: str | None) -> tuple[Repair, list[Piece]]:
    """A text whose slips are repaired as far as that helps understanding it, and all that can be read in it."""
    repair = by_pattern(text)
    found = candidates(repair.text, today, asked)
    pieces = without_overlaps(found)
    if len(text) > LONG or not suspicious(repair.text, pieces):
        return repair, found
    for mend in (undoubled, spelled_out, by_sound, by_likeness):
        mended = mend(repair, pieces)
        if mended.text != repair.text:
            repair, found = mended, candidates(mended.text, today, asked)
            pieces = without_overlaps(found)
    return repair, found
