"""What an expectation holds of an answer. Both are JSON objects; the answer's form is the channel's contract.

`posted`       hours posted by the turn, summed by year and subject; [] is none
`asks_any`     one of these slots is asked, and nothing is posted unless `posted` stands beside it
`intent`       one of these
`balance`, `statement`   the figures given agree, others are not compared
`zero`         no hours and no question
`deemed`       an entry completes the year and carries no hours
`removed`      so many entries were voided
`reply_has_any`, `reply_lacks`   words of the replies
`org`          the employer's figures given agree; `org_people` the names that were shown, null for none
`to_has`, `to_lacks`, `to_once`   who was written to, was not, was once; `sent` how many messages there were
`group_lacks`  words that no group may read
`files`        whether a file came with the answer
`any`          one of these alternatives
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

Json = Mapping[str, Any]
Hours = dict[tuple[int, str], Decimal]


def misses(expected: Json, answer: Json) -> list[str]:
    """What the answer lacks, as sentences; empty where all holds."""
    return list(_misses(expected, answer))


def _misses(expected: Json, answer: Json) -> Iterator[str]:
    if answer["error"]:
        yield f"error: {answer['error']}"
    for key, wanted in expected.items():
        if key == "any":
            tries = [misses(alternative, answer) for alternative in wanted]
            if all(tries):
                yield f"none of {len(tries)} alternatives; the first: {tries[0]}"
        elif key == "asks_any":
            yield from _asked(wanted, answer, "posted" in expected)
        elif key == "deemed":
            yield from _deemed(answer, "posted" in expected)
        elif key in {"balance", "statement", "org"}:
            yield from _figures(wanted, answer.get(key), key)
        else:
            yield from PLAIN[key](wanted, answer)


def hours_of(entries: Sequence[Json]) -> Hours:
    """Hours by year and subject; entries without hours say nothing."""
    sums: dict[tuple[int, str], Decimal] = defaultdict(Decimal)
    for entry in entries:
        sums[int(entry["year"]), entry["subject"]] += Decimal(str(entry["hours"]))
    return {key: hours for key, hours in sums.items() if hours}


def _posted(wanted: Sequence[Json], answer: Json) -> Iterator[str]:
    if (got := hours_of(answer["posted"])) != (due := hours_of(wanted)):
        yield f"posted: want {due}, got {got}, asks {answer['asks']}"


def _asked(wanted: Sequence[str], answer: Json, may_post: bool) -> Iterator[str]:
    if not may_post and (got := hours_of(answer["posted"])):
        yield f"should ask {wanted}, posted {got}"
    if not set(wanted) & set(answer["asks"]):
        yield f"should ask {wanted}, asks {answer['asks']}"


def _deemed(answer: Json, may_post: bool) -> Iterator[str]:
    if not any(entry.get("deemed") for entry in answer["posted"]):
        yield "no entry completes the year"
    if not may_post and (got := hours_of(answer["posted"])):
        yield f"what completes the year carries no hours: {got}"


def _intent(wanted: str | Sequence[str], answer: Json) -> Iterator[str]:
    if answer["intent"] not in ([wanted] if isinstance(wanted, str) else wanted):
        yield f"intent: want {wanted}, got {answer['intent']}"


def _figures(wanted: Json, got: Json | None, path: str) -> Iterator[str]:
    for key, value in wanted.items():
        have = (got or {}).get(key)
        if isinstance(value, dict):
            yield from _figures(value, have, f"{path}.{key}")
        elif have != value:
            yield f"{path}.{key}: want {value}, got {have}"


def _zero(wanted: bool, answer: Json) -> Iterator[str]:
    if wanted and (hours_of(answer["posted"]) or answer["asks"]):
        yield f"zero: posted {hours_of(answer['posted'])}, asks {answer['asks']}"


def _removed(wanted: int, answer: Json) -> Iterator[str]:
    if len(answer["removed"]) != wanted:
        yield f"removed: want {wanted}, got {answer['removed']}"


def _text(answer: Json) -> str:
    return "\n".join(reply["text"] for reply in answer["replies"])


def _has_any(wanted: Sequence[str], answer: Json) -> Iterator[str]:
    if not any(words in _text(answer) for words in wanted):
        yield f"the reply has none of {wanted}: {_text(answer)}"


def _lacks(wanted: Sequence[str], answer: Json) -> Iterator[str]:
    if found := [words for words in wanted if words in _text(answer)]:
        yield f"the reply has {found}"


def _org_people(wanted: Sequence[str] | None, answer: Json) -> Iterator[str]:
    shown = (answer.get("org") or {}).get("people")
    names = None if shown is None else sorted(each["name"] for each in shown)
    if names != (None if wanted is None else sorted(wanted)):
        yield f"names: want {wanted}, got {names}"


def _recipients(answer: Json) -> list[Json]:
    return [reply["to"] for reply in answer["replies"]]


def _to_has(wanted: Sequence[Json], answer: Json) -> Iterator[str]:
    if missed := [to for to in wanted if to not in _recipients(answer)]:
        yield f"nothing was sent to {missed}, but to {_recipients(answer)}"


def _to_lacks(wanted: Sequence[Json], answer: Json) -> Iterator[str]:
    if found := [to for to in wanted if to in _recipients(answer)]:
        yield f"sent to {found}"


def _to_once(wanted: Sequence[Json], answer: Json) -> Iterator[str]:
    for to in wanted:
        if (count := _recipients(answer).count(to)) != 1:
            yield f"sent {count} times to {to}"


def _sent(wanted: int, answer: Json) -> Iterator[str]:
    if len(answer["replies"]) != wanted:
        yield f"sent: want {wanted}, got {len(answer['replies'])}"


def _group_lacks(wanted: Sequence[str], answer: Json) -> Iterator[str]:
    text = "\n".join(reply["text"] for reply in answer["replies"] if "group" in reply["to"])
    if found := [words for words in wanted if words in text]:
        yield f"a group reads {found}"


def _files(wanted: bool, answer: Json) -> Iterator[str]:
    if wanted != any(reply.get("files") for reply in answer["replies"]):
        yield f"files: want {wanted}: {_text(answer)}"


PLAIN: dict[str, Callable[[Any, Json], Iterator[str]]] = {
    "posted": _posted,
    "intent": _intent,
    "zero": _zero,
    "removed": _removed,
    "reply_has_any": _has_any,
    "reply_lacks": _lacks,
    "org_people": _org_people,
    "to_has": _to_has,
    "to_lacks": _to_lacks,
    "to_once": _to_once,
    "sent": _sent,
    "group_lacks": _group_lacks,
    "files": _files,
}
