"""The corpus of whole messages: what each phrasing must be understood as, and how a parse differs from it.

A file under corpus/messages has `today` and examples of one meaning in several phrasings: intent, reports, reply,
query, change, profile, and the context in which it was said. Only reports of the mood `done` that could be posted are
compared unless an expectation names a mood. Free text (names, titles, places) is compared only where listed.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from nlu import parse
from nlu.reading import Context, Intent, Mood, Parse, Report
from policies.facts import Range

FOLDER = Path(__file__).parent / "corpus" / "messages"
FREE = frozenset({"title", "certificate", "place"})
COUNTED = frozenset({"exam", "digital_exam", "degree_course", "public_course"})
NOT_ATTRIBUTES = frozenset({"activity", "year", "from", "to", "mood", "when_unsure", "made_up_for"})


@dataclass(frozen=True, slots=True)
class Example:
    """One phrasing and what it must be understood as."""

    text: str
    today: date
    expected: Mapping[str, Any]
    file: str

    @property
    def context(self) -> Context:
        get = self.expected.get
        intent = get("last_intent")
        return Context(
            asked=get("asked"),
            asked_activity=get("asked_activity"),
            last_activity=get("last_activity"),
            last_year=get("last_year"),
            last_intent=Intent(intent) if intent else None,
            refused=get("refused"),
        )

    def parse(self) -> Parse:
        return parse(self.text, self.today, self.context)


@cache
def examples() -> tuple[Example, ...]:
    """Every phrasing of every file."""
    return tuple(example for file in sorted(FOLDER.glob("*.toml")) for example in examples_of(file))


def examples_of(file: Path) -> Iterator[Example]:
    raw = tomllib.loads(file.read_text(encoding="utf-8"))
    for example in raw.get("example", ()):
        for text in example["texts"]:
            yield Example(text, example.get("today", raw.get("today")), example, file.stem)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is wrong with a parse, part by part; `harmful`: a report that could be posted and was not meant."""

    wrong: tuple[str, ...]
    harmful: bool = False


def outcome(example: Example) -> Outcome:
    """How the parse of an example differs from what is expected."""
    parsed = example.parse()
    wrong = [*_intent(example, parsed)]
    harmful = False
    if "reports" in example.expected:
        missing, extra = compare_reports(example, parsed)
        wrong += [f"missing {each}" for each in missing] + [f"extra {each}" for each in extra]
        harmful = bool(extra)
    for part, check in (("reply", _reply), ("query", _query), ("change", _change), ("profile", _profile)):
        if part in example.expected:
            wrong += [f"{part}: {each}" for each in check(example.expected[part], parsed)]
    return Outcome(tuple(wrong), harmful)


def _intent(example: Example, parsed: Parse) -> list[str]:
    wanted = example.expected["intent"]
    allowed = wanted if isinstance(wanted, list) else [wanted]
    return [] if parsed.intent in allowed else [f"intent {parsed.intent.value}, not {'/'.join(allowed)}"]


def compare_reports(example: Example, parsed: Parse) -> tuple[list[str], list[str]]:
    """The expected reports that the parse lacks, and those that it has too many."""
    wanted, got = reports_of(example, parsed)
    for each in list(wanted):
        if each in got:
            got.remove(each)
            wanted.remove(each)
    return [_show(each) for each in wanted], [_show(each) for each in got]


def reports_of(example: Example, parsed: Parse) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """The reports that are expected and those that the parse has, in one form that can be compared."""
    wanted = [_wanted(raw) for raw in example.expected["reports"]]
    moods = {raw.get("mood", "done") for raw in example.expected["reports"]} | {"done"}
    got = [
        _got(report, example)
        for report in parsed.reports
        if report.mood.value in moods and not (report.mood is Mood.DONE and report.problems)
    ]
    return wanted, got


def _wanted(raw: Mapping[str, Any]) -> dict[str, object]:
    attributes = {name: value_of(value) for name, value in raw.items() if name not in NOT_ATTRIBUTES}
    report: dict[str, object] = {"activity": raw["activity"], "mood": raw.get("mood", "done"), "year": raw.get("year")}
    if "from" in raw:
        report |= {"from": str(raw["from"]), "to": str(raw["to"])}
    if raw.get("when_unsure"):
        report["when_unsure"] = True
    return report | plain(attributes, raw["activity"])


def _got(report: Report, example: Example) -> dict[str, object]:
    activity = report.activity or example.context.last_activity
    found: dict[str, object] = {
        "activity": activity,
        "mood": report.mood.value,
        "year": report.when.year if report.when else None,
    }
    if report.when and any("from" in raw for raw in example.expected["reports"]):
        found |= {"from": str(report.when.start), "to": str(report.when.end)}
    if report.when_unsure:
        found["when_unsure"] = True
    listed = {name for raw in example.expected["reports"] for name in raw}
    attributes = {name: value for name, value in report.attributes.items() if name not in FREE or name in listed}
    return found | plain(attributes, activity)


def plain(attributes: Mapping[str, object], activity: str | None) -> dict[str, object]:
    """Attributes without what goes without saying: one paper is a paper, a third author is not the only one."""
    kept = dict(attributes)
    if kept.get("count") == 1 and activity not in COUNTED:
        kept.pop("count")
    if kept.get("kind") == "monograph":
        kept.pop("kind")
    if kept.get("sole") is False and kept.get("rank") not in (None, Decimal(1)):
        kept.pop("sole")
    return kept


def value_of(raw: object) -> object:
    """A value as the corpus writes it: "2-" is a range of ranks."""
    if isinstance(raw, str) and raw[:1].isdigit() and "-" in raw and len(raw) < 6:
        low, high = raw.split("-")
        return Range(int(low), int(high) if high else None)
    if isinstance(raw, bool | str):
        return raw
    return Decimal(str(raw))


def _differences(wanted: Mapping[str, Any], got: Mapping[str, object]) -> list[str]:
    return [f"{name} {got.get(name)!s}, not {value!s}" for name, value in wanted.items() if got.get(name) != value]


def _reply(wanted: Mapping[str, Any], parsed: Parse) -> list[str]:
    reply = parsed.reply
    got: dict[str, object] = dict(reply.attributes)
    got |= {"yes": reply.yes, "cancel": reply.cancel, "skip": reply.skip, "when_unsure": reply.when_unsure}
    got |= {"when_year": reply.when.year if reply.when else None, "all": reply.applies_to_all}
    got |= {"parts": Decimal(len(reply.parts))}
    expected = {name: value_of(value) for name, value in wanted.items()}
    extra = [
        f"{name} {value} too many"
        for name, value in reply.attributes.items()
        if name not in expected and name not in FREE | {"count", "sole"}
    ]
    return _differences(expected, got) + extra


def _query(wanted: Mapping[str, Any], parsed: Parse) -> list[str]:
    query = parsed.query
    if query is None:
        return ["none"]
    got: dict[str, object] = dict(query.attributes) | {"topic": query.topic.value, "years": list(query.years)}
    got |= {
        "activity": query.activity,
        "subject": query.subject,
        "place": query.place,
        "title_level": query.title_level,
    }
    counted = query.activity in COUNTED or wanted.get("count") != 1
    expected = {name: value for name, value in wanted.items() if name != "count" or counted}
    return _differences({name: value if name == "years" else value_of(value) for name, value in expected.items()}, got)


def _change(wanted: Mapping[str, Any], parsed: Parse) -> list[str]:
    change = parsed.change
    if change is None:
        return ["none"]
    target = change.target
    got: dict[str, object] = dict(change.attributes)
    got |= {"number": target.number, "last": target.last, "all": target.all, "activity": target.activity}
    got |= {"year": target.year, "which": dict(target.attributes), "back": change.back, "to_activity": change.activity}
    got |= {"to_year": change.when.year if change.when else None}
    got |= {"was": change.was, "to": change.number, "part": change.part}
    return _differences({name: value if name == "which" else value_of(value) for name, value in wanted.items()}, got)


def _profile(wanted: Mapping[str, Any], parsed: Parse) -> list[str]:
    profile = parsed.profile
    if not wanted:
        return [] if profile is None else [f"{profile}, not none"]
    if profile is None:
        return ["none"]
    names = ("place", "moved", "since", "timezone", "trade", "title_level", "name", "document", "document_year")
    got = {name: getattr(profile, name) for name in names}
    got["since"] = str(profile.since) if profile.since else None
    return _differences(wanted, got)


def _show(report: Mapping[str, object]) -> str:
    return " ".join(f"{name}={value}" for name, value in report.items() if value is not None and value != "done")
