"""One message a person, whatever has come together: their own reminders first, then the year, calendars, progress."""

from __future__ import annotations

from handlers.message import Button, Reply
from handlers.reminding.dossier import Dossier
from handlers.reminding.occurrence import Occurrence
from handlers.reminding.workdays import announced
from handlers.say import Rows
from handlers.wording import reminders as say
from handlers.wording.balances import REGION_FIRST, balance_text

KEPT = 10  # due times of one source that are remembered as told; the older ones cannot come again


def message_of(dossier: Dossier, worth: tuple[Occurrence, ...]) -> Reply:
    """The one message about everything in `worth`, which is not empty."""
    parts = [*owns(worth), *years(dossier, worth), *occasions(dossier, worth)]
    summed_up = [one for one in worth if one.kind == "summary"]
    parts += [say.summary_text(dossier.balance(one.year)) for one in summed_up[-1:]]
    if any(one.kind == "digest" for one in worth):
        parts.append(digest(dossier))
    return Reply(
        "\n\n".join(parts),
        to_user=dossier.user,
        buttons=buttons(worth),
        kind="reminder",
        key=f"remind:{dossier.user}:{worth[0].key}",
    )


def told(worth: tuple[Occurrence, ...]) -> tuple[str, ...]:
    """The keys to remember: of each source the latest."""
    by_source: dict[object, list[str]] = {}
    for one in worth:
        by_source.setdefault(one.reminder.id if one.reminder else one.kind, []).append(one.key)
    return tuple(key for keys in by_source.values() for key in keys[-KEPT:])


def owns(worth: tuple[Occurrence, ...]) -> list[str]:
    """Each own reminder once, however often it was missed."""
    texts = dict.fromkeys(one.reminder.text for one in worth if one.reminder and one.kind == "own" and not one.of_year)
    if len(texts) > 1:
        return [say.OWN.format(text="".join(say.OWN_LINE.format(text=text) for text in texts))]
    return [say.OWN.format(text=text) for text in texts]


def years(dossier: Dossier, worth: tuple[Occurrence, ...]) -> list[str]:
    """What is missing and the quickest way, once a year however many due times there were."""
    latest = {one.year: one for one in worth if one.of_year}
    if not dossier.subject.person.stays:
        return [REGION_FIRST] if latest else []
    return [year_text(dossier, one) for one in latest.values()]


def year_text(dossier: Dossier, one: Occurrence) -> str:
    balance, deadline = dossier.balance(one.year), one.deadline
    assert deadline is not None
    head = say.deadline_text(balance, deadline, dossier.today, own=dossier.subject.deadline is not None)
    if deadline < dossier.today:
        return f"{head}{say.source_text(balance)}"
    steps = say.steps_text(dossier.steps(one.year, deadline))
    return f"{head}{say.source_text(balance)}\n{steps}{say.THEN}"


def occasions(dossier: Dossier, worth: tuple[Occurrence, ...]) -> list[str]:
    """What the documents' calendars open; the latest of each."""
    latest = {one.occasion.id: one for one in worth if one.occasion}
    return [occasion_text(dossier, one) for one in latest.values()]


def occasion_text(dossier: Dossier, one: Occurrence) -> str:
    assert one.occasion is not None
    said = say.occasion_text(one.occasion, dossier.balance(dossier.today.year))
    guessed = one.occasion.after_holidays and not announced(one.year)
    return f"{said}\n{say.PROVISIONAL.format(year=one.year)}" if guessed else said


def digest(dossier: Dossier) -> str:
    """The year so far."""
    if not dossier.subject.person.stays:
        return REGION_FIRST
    return f"{say.DIGEST}\n{balance_text(dossier.balance(dossier.today.year))}"


def buttons(worth: tuple[Occurrence, ...]) -> Rows:
    """One tap to put it off, to take note, to stop."""
    own = [one.reminder.id for one in worth if one.reminder]
    which = str(own[0]) if len(own) == len(worth) == 1 else "0"
    return (
        (Button(say.SNOOZE_DAY, f"r:{which}:day"), Button(say.SNOOZE_DAYS, f"r:{which}:days")),
        (Button(say.DONE, f"r:{which}:done"), Button(say.STOP, f"r:{which}:stop")),
    )
