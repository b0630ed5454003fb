"""Random dialogues of several people against a plain model of the ledger: whatever is said, pressed, repeated or cut
off by a restart, everybody's statement holds just what they reported, and nobody's holds another's."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from handlers.message import Message
from tests.fuzz.world import PEOPLE, World, people

YEAR = 2025
A_DAY = 8  # hours, 江苏2023 四（一）

starts = st.integers(0, 40).map(lambda week: date(YEAR, 1, 6) + timedelta(weeks=week))
lengths = st.integers(1, 5)


@dataclass
class Model:
    """What one person's ledger must hold: by entry the first and last day that were named, and the days that count,
    which 改成 changes without the named ones; `last` is what it speaks of."""

    standing: dict[str, tuple[date, date, int]] = field(default_factory=dict)
    last: str | None = None

    def tells(self, start: date, end: date, days: int) -> bool:
        return (start, end, days) in self.standing.values()


class Dialogues(World):
    """The whole core over a database in a file."""

    def __init__(self) -> None:
        super().__init__(datetime(2026, 3, 1, 2, 0, tzinfo=UTC))
        self.models = {person: Model() for person in PEOPLE}

    @initialize()
    def all_work_somewhere(self) -> None:
        for person in PEOPLE:
            self.turn(person, "我在苏州工作")

    @rule(person=people, start=starts, days=lengths)
    def report(self, person: str, start: date, days: int) -> None:
        model, end = self.models[person], start + timedelta(days=days - 1)
        told_before = model.tells(start, end, days)
        when = f"{start:%-m月%-d}号" + (f"到{end:%-m月%-d}号" if days > 1 else "一天")
        answer = self.turn(person, f"{YEAR}年{when}参加了单位组织的培训")
        if told_before:
            assert answer.posted == ()
            self.turn(person, "算了")
        else:
            (posted,) = answer.posted
            model.standing[posted.id], model.last = (start, end, days), posted.id

    @rule(person=people, index=st.integers(0, 30))
    def take_back(self, person: str, index: int) -> None:
        model = self.models[person]
        ids = sorted(model.standing)
        if ids:
            gone = ids[index % len(ids)]
            assert self.turn(person, press=f"u:{gone}").removed == (gone,)
            del model.standing[gone]
            model.last = None

    @rule(person=people, other=people, index=st.integers(0, 30))
    def press_what_is_anothers(self, person: str, other: str, index: int) -> None:
        ids = sorted(self.models[other].standing)
        if ids and person != other:
            answer = self.turn(person, press=f"{'um'[index % 2]}:{ids[index % len(ids)]}")
            assert (answer.removed, answer.posted) == ((), ())

    @rule(person=people, days=lengths)
    def correct_the_last(self, person: str, days: int) -> None:
        model = self.models[person]
        if model.last is None or model.standing[model.last][2] == days:
            return
        answer = self.turn(person, f"改成{days}天")
        (posted,) = answer.posted
        assert answer.removed == (model.last,)
        start, end, _ = model.standing.pop(model.last)
        model.standing[posted.id], model.last = (start, end, days), posted.id

    @rule(
        person=people,
        text=st.sampled_from(("还差多少学时", "看看明细", "你好", "打算明年去培训", "同事过了一建", "？？？")),
    )
    def say_what_records_nothing(self, person: str, text: str) -> None:
        answer = self.turn(person, text)
        assert (answer.posted, answer.removed) == ((), ())

    @invariant()
    def everybody_has_their_own(self) -> None:
        for person, model in self.models.items():
            answer = self.assistant.answer(Message(person, self.now, statement_year=YEAR))
            assert answer.statement is not None
            found = {entry["id"]: entry["hours"] for entry in answer.statement["entries"]}  # type: ignore[attr-defined]
            assert found == {entry: days * A_DAY for entry, (_, _, days) in model.standing.items()}


TestDialogues = Dialogues.TestCase
TestDialogues.settings = settings(
    max_examples=20,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
