"""The pack loader: any text is a pack that can be worked with, or is told as problems that say what to do."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random
from tempfile import mkdtemp

from policies.appraise import appraise
from policies.assess import assess
from policies.explain import explain
from policies.facts import Fact, Period, Range, Value
from policies.library import BUILT_IN, Library
from policies.loading import PackFile, build, read_file, read_folder
from policies.pack import Policy
from policies.person import Person
from policies.places import read_places
from policies.plan import Asker, plan
from policies.problems import Problem
from policies.remarks import remarks_of
from policies.vocabulary import read_vocabulary
from tests.fuzz.mangling import ODD_NUMBERS, spoilt
from tests.fuzz.target import WrongError

MOST_HOURS = Decimal(10**6)  # that any year can have
_VALUE = re.compile(r"(?<==)\s*[^\n]+|(?<=[=\[,{])\s*[^\s,\[\]{}]+")
_ODD = (
    '""',
    '"x"',
    '"2-5"',
    '"1/3"',
    '"1/0"',
    "[]",
    "{}",
    "[[]]",
    "[{}]",
    "1979-05-27",
    "07:32:00",
    "1979-05-27T07:32:00Z",
)
SAID: dict[str, Value] = {
    "days": Decimal(3),
    "count": Decimal(2),
    "rank": Range(2),
    "passed": True,
    "hours": Decimal(20),
}


class Packs:
    """The text of one file, beside those built-in ones that it may extend."""

    packages = ("policies",)

    def __init__(self) -> None:
        self._vocabulary, self._places = read_vocabulary(), read_places()
        files = read_folder(BUILT_IN)
        extended = {file.raw.get("extends") for file in files}
        self._beside = [file for file in files if file.raw["id"] in extended]
        self._texts = [path.read_bytes() for path in sorted(BUILT_IN.glob("*.toml"))]
        self._place = Path(mkdtemp()) / "甲.toml"

    def seeds(self) -> list[bytes]:
        """The packs cut down to a few rules each."""
        return [_cut(text, part) for text in self._texts for part in range(6)]

    def changed(self, data: bytes, random: Random) -> bytes:
        if random.random() < 0.1:
            return spoilt(data, random, self._texts)
        text = data.decode("utf-8", "replace")
        lines = text.splitlines(keepends=True) or ["\n"]
        at = random.randrange(len(lines))
        kind = random.random()
        if kind < 0.5:
            lines[at] = _other_value(lines[at], random, random.choice(self._texts).decode())
        elif kind < 0.65:
            del lines[at]
        elif kind < 0.8:
            lines.insert(at, random.choice(random.choice(self._texts).decode().splitlines(keepends=True)))
        elif kind < 0.9:
            lines[at] = re.sub(
                r"\w+(?= =)", lambda key: random.choice((key[0][:-1], key[0] + "s", "if", "id")), lines[at]
            )
        else:
            other = random.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        return "".join(lines).encode()

    def check(self, data: bytes) -> None:
        self._place.write_bytes(data)
        file = read_file(self._place)
        own, extended = file.raw.get("id"), file.raw.get("extends")
        beside = [each for each in self._beside if each.raw["id"] == extended != own]
        policies, problems = build([*beside, file], self._vocabulary)
        for problem in problems:
            _told(problem)
        if not problems:
            self._works(file, policies)

    def _works(self, file: PackFile, policies: dict[str, Policy]) -> None:
        """What was taken can be worked with: years, figures, explanations, remarks, plans."""
        library = Library(policies, self._vocabulary, self._places)
        policy = policies[file.raw["id"]]
        person = Person(chosen={None: policy.id})
        year = min(policy.first + 1, policy.last or 2200)
        facts = [self._fact(number, rule.activity, year) for number, rule in enumerate(policy.rules[:8], 1)]
        for fact in facts:
            explain(appraise(fact, person, library), library)
        credited = assess(facts, person, year, library).balance.credited.total
        if credited is not None and not 0 <= credited <= MOST_HOURS:
            raise WrongError(f"hours of no year: {credited}")
        remarks_of(policy, library)
        plan(Asker((), person, library, year, date(year, 6, 1)), date(year, 12, 31))

    def _fact(self, number: int, activity: str, year: int) -> Fact:
        known = self._vocabulary.activities[activity].attributes
        attributes = {name: value for name, value in SAID.items() if name in known}
        return Fact(number, activity, Period(date(year, 3, 1), date(year, 3, 3), exact=True), attributes)


def _told(problem: Problem) -> None:
    if not problem.why.strip() or not problem.cure.strip():
        raise WrongError(f"a problem without a word: {problem!r}")


def _cut(text: bytes, part: int) -> bytes:
    head, *rules = re.split(rb"(?=^\[\[rule\]\])", text, flags=re.MULTILINE)
    return head + b"".join(rules[part * 2 : part * 2 + 2])


def _other_value(line: str, random: Random, donor: str) -> str:
    """The line with one of its values replaced by another, odd or somebody else's."""
    places = [match.span() for match in _VALUE.finditer(line)]
    if not places:
        return line
    begin, end = random.choice(places)
    others = [match[0].strip() for match in _VALUE.finditer(donor)]
    value = random.choice((random.choice(_ODD), random.choice(ODD_NUMBERS), random.choice(others)))
    return f"{line[:begin]} {value}{line[end:]}"
