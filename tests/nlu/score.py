"""`make eval`: how well the project's own corpora are understood, in tables, with what is confused and what is weakest.

python -m tests.nlu.score                  the tables
python -m tests.nlu.score --show 20        and twenty failures in words
python -m tests.nlu.score --file b-slips   of one file alone
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tests.nlu.dimension_score import dimension_scores
from tests.nlu.message_corpus import Example, examples, outcome, reports_of
from tests.nlu.tally import Tally, matched

WEAKEST = 8
CONFUSIONS = 12


@dataclass(frozen=True, slots=True)
class Scores:
    """What came of the messages. `right`, `of` and `harmful` are by file; `confusions` pairs of intents."""

    of: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    harmful: Counter[str] = field(default_factory=Counter)
    negatives: Counter[bool] = field(default_factory=Counter)
    intents: Tally = field(default_factory=Tally)
    activities: Tally = field(default_factory=Tally)
    attributes: Tally = field(default_factory=Tally)
    reports: Tally = field(default_factory=Tally)
    confusions: Counter[tuple[str, str]] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)


def score(chosen: Iterable[Example]) -> Scores:
    """Scores of whole messages."""
    scores = Scores()
    for example in chosen:
        _count(scores, example)
    return scores


def _count(scores: Scores, example: Example) -> None:
    found = outcome(example)
    scores.of[example.file] += 1
    scores.right[example.file] += not found.wrong
    scores.harmful[example.file] += found.harmful
    if example.expected.get("reports") == []:
        scores.negatives[not found.harmful] += 1
    if found.wrong:
        mark = "harmful " if found.harmful else ""
        scores.failures.append(f"{mark}{example.file} {example.text!r}: {'; '.join(found.wrong)}")
    _count_intent(scores, example)
    if "reports" in example.expected:
        _count_reports(scores, example)


def _count_intent(scores: Scores, example: Example) -> None:
    wanted = example.expected["intent"]
    allowed = wanted if isinstance(wanted, list) else [wanted]
    got = example.parse().intent.value
    if got in allowed:
        scores.intents.add(got, hits=1)
        return
    scores.intents.add(allowed[0], missed=1)
    scores.intents.add(got, extra=1)
    scores.confusions["/".join(allowed), got] += 1


def _count_reports(scores: Scores, example: Example) -> None:
    wanted, got = reports_of(example, example.parse())
    for due, found in matched(wanted, got):
        scores.reports.add(
            "reports", hits=due == found, missed=bool(due) and due != found, extra=due != found and bool(found)
        )
        scores.activities.compare(*([(str(each["activity"]), True)] if each else [] for each in (due, found)))
        scores.attributes.compare(*(list(_details(each.items())) for each in (due, found)))


def _details(items: Iterable[tuple[str, object]]) -> Iterator[tuple[str, object]]:
    return ((name, value) for name, value in items if name not in {"activity", "mood"} and value is not None)


def files_table(scores: Scores) -> Iterator[str]:
    yield f"{'file':<34}{'right':>7}{'of':>7}{'share':>8}{'harmful':>9}"
    for file, of in sorted(scores.of.items()):
        yield f"{file:<34}{scores.right[file]:>7}{of:>7}{scores.right[file] / of:>8.1%}{scores.harmful[file]:>9}"
    right, of = scores.right.total(), scores.of.total()
    yield f"{'whole messages':<34}{right:>7}{of:>7}{right / max(of, 1):>8.1%}{scores.harmful.total():>9}"
    kept, negatives = scores.negatives[True], scores.negatives.total()
    yield f"{'of these nothing to be recorded':<34}{kept:>7}{negatives:>7}{kept / max(negatives, 1):>8.1%}"


def tally_table(title: str, tally: Tally, limit: int | None = None) -> Iterator[str]:
    """Precision, recall and F1 by name, the weakest first."""
    yield f"{title:<34}{'precision':>10}{'recall':>8}{'F1':>8}{'hits':>7}{'missed':>8}{'extra':>7}"
    rows = [(name, tally.score(name)) for name in tally.names[:limit]]
    for name, each in [*rows, *([("all", tally.total)] if len(tally.names) > 1 else [])]:
        figures = f"{each.precision:>10.1%}{each.recall:>8.1%}{each.f1:>8.1%}"
        yield f"{name:<34}{figures}{each.hits:>7}{each.missed:>8}{each.extra:>7}"


def confusion_table(confusions: Counter[tuple[str, str]]) -> Iterator[str]:
    yield f"{'intent meant':<34}{'understood as':<16}{'times':>6}"
    for (meant, got), times in confusions.most_common(CONFUSIONS):
        yield f"{meant:<34}{got:<16}{times:>6}"


def tables(scores: Scores, limit: int | None) -> Iterator[str]:
    """Every table of whole messages; `limit` rows of each long one."""
    yield from files_table(scores)
    for title, tally in (
        ("reports", scores.reports),
        ("activity", scores.activities),
        ("attribute", scores.attributes),
        ("intent", scores.intents),
    ):
        yield ""
        yield from tally_table(title, tally, limit)
    if scores.confusions:
        yield ""
        yield from confusion_table(scores.confusions)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.nlu.score", description="score understanding")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="show N failures, the harmful ones first")
    parser.add_argument("--file", default="", help="only files whose name has this in it")
    parser.add_argument("--all", action="store_true", help="all rows, not only the weakest")
    chosen = parser.parse_args(arguments)
    scores = score(example for example in examples() if chosen.file in example.file)
    print(*tables(scores, None if chosen.all else WEAKEST), sep="\n")
    dimensions, failures = dimension_scores()
    print("", *tally_table("dimension", dimensions), sep="\n")
    shown = [*sorted(scores.failures, key=lambda line: not line.startswith("harmful")), *failures][: chosen.show]
    if shown:
        print("", *shown, sep="\n")


if __name__ == "__main__":
    main()
