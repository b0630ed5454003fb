"""The whole of understanding: a message, the day it is read on and what the dialogue knows give a `Parse`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from nlu.answers import reply_of
from nlu.changes import change_of
from nlu.clauses import Unit, units_of
from nlu.decide import View, answers, decide
from nlu.draft import Draft
from nlu.evidence import told
from nlu.gather import gather
from nlu.intents import cued
from nlu.pieces import Piece, find_pieces
from nlu.profile import profile_of
from nlu.queries import query_of
from nlu.reading import NO_CONTEXT, Context, Intent, Parse, Reply
from nlu.settle import Surroundings, report_of
from nlu.sharing import share
from nlu.sentences import mood_over
from nlu.text import normalise

ASKING = frozenset({Intent.BALANCE, Intent.POLICY, Intent.LEDGER, Intent.TITLE_CHECK, Intent.PLAN, Intent.WHAT_IF})

SILENT = frozenset({Intent.GROUP, Intent.REMIND, Intent.EXPORT, Intent.LEDGER, Intent.HELP})


@dataclass(frozen=True, slots=True)
class Read:
    """A message taken apart. `seed` is the fact that a pending question is about."""

    text: str
    pieces: list[Piece]
    units: list[Unit]
    drafts: list[Draft]
    seed: Draft | None


def parse(text: str, today: date, context: Context = NO_CONTEXT) -> Parse:
    """What a person said. Never raises; what was not understood has the intent `unknown`."""
    said = take_apart(normalise(text), today, context)
    cues = cued(said.text)
    around = Surroundings(said.text, today, context.last_year)
    every = [(draft, report_of(draft, around, mood_over(said.text, draft, cues))) for draft in said.drafts]
    reports = tuple(report for draft, report in every if told(said.text, draft, report))
    reply = reply_of(said.text, said.seed, context) if said.seed else Reply()
    profile = profile_of(said.text, said.pieces, context.asked)
    bare = not any(unit.anchor for unit in said.units) and not any(report.another for report in reports)
    view = View(said.text, cues, reports, reply, profile, context, bare)
    intent = decide(view)
    changing = intent in (Intent.AMEND, Intent.UNDO)
    asking = intent in ASKING or (intent is Intent.RECORD and view.strong(Intent.BALANCE))
    drafts = said.drafts or ([said.seed] if said.seed else [])
    return Parse(
        text=said.text,
        intent=intent,
        reports=() if changing or intent in SILENT else reports,
        query=query_of(said.text, intent, drafts, said.pieces) if asking else None,
        change=change_of(said.text, said.pieces, intent, context) if changing else None,
        profile=profile,
        reply=reply if context.asked and answers(view) else Reply(),
    )


def take_apart(text: str, today: date, context: Context) -> Read:
    """Pieces, units and facts of a normalised message."""
    pieces = find_pieces(text, today, context.asked)
    units = units_of(text, pieces)
    seed = Draft(context.asked_activity, seed=True) if context.asked else None
    drafts = share(text, [draft for draft in gather(text, units, seed, context.last_activity).drafts if not draft.seed])
    return Read(text, pieces, units, drafts, seed)
