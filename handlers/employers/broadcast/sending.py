"""Writing to many: a reminder with their own figures to those who are short, or the employer's words to all.

An order and the messages that it leads to are one transaction, each message with a key of its own; so a crash leaves
all or nothing, and what waits in the outbox goes on from where it stood. Whether somebody may order it is asked before.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import sha256

from handlers.asking import option_rows
from handlers.message import Reply
from handlers.say import Say
from handlers.scene import Scene
from handlers.state import Option
from handlers.wording import broadcasts as say
from nlu.reading import Intent
from storage.employers import Employer, Member, Standing
from storage.employers.broadcasts import Broadcast

ASKED = "broadcast"  # what the open question is about
UNASKED = 10  # a text to fewer people goes out at once; beyond, who ordered it sees it first
LONGEST = 800  # characters of a text
MOST_A_DAY = 12  # orders of one employer: who agreed to be counted did not agree to be flooded


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be sent. `kind`: short (own figures to those who lack hours in `year`) or text."""

    employer: int
    kind: str
    year: int
    department: str | None = None
    text: str = ""

    @property
    def fingerprint(self) -> str:
        """Names what is ordered: the same order has the same one, whoever gives it and however it is spaced."""
        said = "".join(self.text.split())
        return sha256(f"{self.kind}|{self.year}|{self.department or ''}|{said}".encode()).hexdigest()[:32]

    def dumped(self) -> str:
        """The order as text, for the open question to keep."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def loaded(cls, text: str) -> Order:
        """The order that `dumped` wrote."""
        return cls(**json.loads(text))


@dataclass(frozen=True, slots=True)
class Letter:
    """One member's message."""

    account: int
    user: str
    name: str
    text: str


def nudge(scene: Scene, employer: Employer, order: Order, short: Sequence[Standing], *, agreed: bool = False) -> Say:
    """Remind those who are short. `agreed`: to send it although the same was sent within a day."""
    who = order.department or say.ALL
    if not short:
        return told(say.NOBODY_SHORT.format(year=order.year, who=who), scene)
    deadline = scene.turn.employers.settings.of(employer.id).deadline
    letters = [
        Letter(each.account, each.user, each.name, say.own_figures(employer.name, each.balance, deadline))
        for each in short
    ]
    head = say.NUDGED.format(count="{count}", year=order.year, who="" if who == say.ALL else who)
    return ask_again(scene, order) if not agreed and sent_before(scene, order) else send(scene, order, letters, head)


def announce(scene: Scene, employer: Employer, order: Order, members: Sequence[Member], *, agreed: bool = False) -> Say:
    """Send the employer's words to all members; to many only after they were seen."""
    if not members:
        return told(say.NOBODY_HERE.format(employer=employer.name), scene)
    if not order.text.strip():
        return told(say.WHAT_TEXT, scene)
    if len(order.text) > LONGEST:
        return told(say.TOO_LONG.format(length=len(order.text), most=LONGEST), scene)
    text = say.FROM_EMPLOYER.format(employer=employer.name, text=order.text)
    if not agreed and sent_before(scene, order):
        return ask_again(scene, order)
    if not agreed and len(members) >= UNASKED:
        return preview(scene, employer, order, members, text)
    letters = [Letter(each.account, each.user, each.name, text) for each in members]
    return send(scene, order, letters, say.SENT.format(count="{count}", text=first_words(order.text)))


def sent_before(scene: Scene, order: Order) -> Broadcast | None:
    """The same order of the last 24 hours."""
    return scene.turn.employers.broadcasts.alike(order.employer, order.fingerprint)


def ask_again(scene: Scene, order: Order) -> Say:
    """Whether to send a second time what was sent within a day."""
    before = sent_before(scene, order)
    assert before is not None
    when = say.ago((scene.message.now - before.at).total_seconds())
    count = scene.turn.employers.broadcasts.written(before.id)
    return ask(scene, order, say.AGAIN.format(ago=when, count=count))


def preview(scene: Scene, employer: Employer, order: Order, members: Sequence[Member], text: str) -> Say:
    """Show what everybody will read, and how many they are."""
    missed = len(unreachable(scene, order.employer, (each.account for each in members)))
    besides = say.PREVIEW_UNREACHED.format(count=missed) if missed else ""
    return ask(
        scene,
        order,
        say.PREVIEW.format(employer=employer.name, count=len(members) - missed, unreached=besides, text=text),
    )


def ask(scene: Scene, order: Order, question: str) -> Say:
    """Ask for a yes, with the order kept in the question."""
    options = (Option(say.SEND, value=order.dumped()), Option(say.DO_NOT))
    scene.state = scene.state.asking(ASKED, "confirm", options)
    return replace(told(question, scene), buttons=option_rows(scene.state.serial, options), asks=("confirm",))


def send(scene: Scene, order: Order, letters: Sequence[Letter], head: str) -> Say:
    """Put the order down and give each their letter; who cannot be written to is told to whoever ordered it."""
    letters = list({letter.account: letter for letter in letters}.values())
    kept = scene.turn.employers.broadcasts
    if kept.of_late(order.employer) >= MOST_A_DAY:
        return told(say.TOO_OFTEN.format(count=MOST_A_DAY), scene)
    number = kept.order(
        order.employer, order.kind, order.fingerprint, order.text or None, scene.turn.account(scene.message.user)
    )
    missed = unreachable(scene, order.employer, (letter.account for letter in letters))
    kept.address(number, ((letter.account, missed.get(letter.account)) for letter in letters))
    reached = [letter for letter in letters if letter.account not in missed]
    scene.turn.employers.audit.append(
        order.employer, scene.turn.account(scene.message.user), order.kind, broadcast=number, count=len(reached)
    )
    names = [(letter.name, missed[letter.account]) for letter in letters if letter.account in missed]
    lines = [head.format(count=len(reached)) if reached else say.NOBODY_REACHED]
    lines += [say.unreached(names)] if names and scene.message.group is None else []
    return replace(told("\n".join(lines), scene), others=tuple(reply_of(number, letter) for letter in reached))


def reply_of(number: int, letter: Letter) -> Reply:
    """A member's letter; its key lets it go out once, however often it is laid down."""
    key = f"broadcast:{number}:{letter.account}"
    return Reply(letter.text, to_user=letter.user, kind="broadcast", key=key, order=number)


def unreachable(scene: Scene, employer: int, accounts: Iterable[int]) -> dict[int, str]:
    """Which of these members cannot be written to, and why."""
    wanted, found = set(accounts), scene.turn.employers.broadcasts.unreachable(employer)
    return {account: why for account, why in found.items() if account in wanted}


def told(text: str, scene: Scene) -> Say:
    """What the one who ordered it reads, where they ordered it: there are no names in it for a group."""
    return Say(text, intent=Intent.GROUP, open_to_all=scene.message.group is not None)


def first_words(text: str, most: int = 40) -> str:
    """A text's beginning, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most]}……"
