"""What is told as being like what was told before: 去年的也是; 2024年的也合格了; 不是，是上个月去的."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from nlu.decide import ATTAINED
from nlu.known import attributes_of
from nlu.phrases import said
from nlu.pieces import Piece
from nlu.reading import Context, Mood, Report
from nlu.times import without

AMOUNTS = frozenset({"days", "hours", "count"})


def as_before(text: str, pieces: list[Piece], reports: Iterable[Report], context: Context) -> tuple[Report, ...]:
    """The reports, those that lean on what was told before marked as such."""
    if context.asked:
        return tuple(reports)
    times = [piece for piece in pieces if piece.when and not piece.when.unsure]
    if times and context.last_activity and said("decide", "the_same", without(text, times)):
        return tuple(_again(piece, context.last_activity) for piece in times)
    if context.last_activity and not times and said("decide", "once_more", text):
        return (Report(context.last_activity, said=text, another=True, alike=True),)
    if context.refused == "exam" and not (reports := tuple(reports)):
        return tuple(_passed_after_all(text, pieces))
    corrected = context.refused is not None and said("decide", "happened", text)
    return tuple(_leaning(report, context, corrected=corrected) for report in reports)


def _passed_after_all(text: str, pieces: list[Piece]) -> Iterator[Report]:
    """实务倒是过了 after a subject that was not passed: another one of that exam."""
    subjects = [piece for piece in pieces if "subject_name" in piece.cues]
    if subjects and any("result" in piece.cues for piece in pieces):
        yield Report("exam", {"passed": True, "count": Decimal(len(subjects))}, said=text, alike=True)


def _again(piece: Piece, activity: str) -> Report:
    assert piece.when
    return Report(activity, {}, piece.when.period, said=piece.text, another=True, alike=True)


def _leaning(report: Report, context: Context, *, corrected: bool) -> Report:
    if report.mood is not Mood.DONE:
        return report
    fits = context.refused is None or set(report.attributes) <= attributes_of(context.refused)
    if corrected and fits and report.activity in (None, context.refused):
        return replace(report, activity=context.refused, alike=True)
    elliptic = report.another and report.when is not None and report.activity in (None, context.last_activity)
    told = set(report.attributes) - ATTAINED - (AMOUNTS if said("decide", "likewise", report.said) else set())
    return replace(report, alike=True) if elliptic and not told else report
