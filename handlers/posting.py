"""Replies laid into the outbox, in the transaction that decided them.

A channel that is at work on a message sends its own chat's replies at once, so they are its own for `CLAIM`; whatever
it has not sent by then, and all that goes to others, is sent by whoever empties the outbox.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from handlers.message import Message, Reply
from handlers.wording import people as words
from storage.outbox import Label, Outbox

Clock = Callable[[], datetime]

CLAIM = timedelta(seconds=60)  # longer than a channel tries to send one reply


def post(outbox: Outbox, replies: tuple[Reply, ...], clock: Clock, message: Message) -> Iterator[Reply]:
    """Lay a message's replies down. Where its writer asked in a group and cannot be told in private, the group is told
    how that can be changed."""
    private = message.group is not None and any(reply.to_user == message.user for reply in replies)
    if private and outbox.unreachable(message.user):
        others = tuple(reply for reply in replies if not is_own(reply, message))
        replies = (Reply(words.OPEN_PRIVATE, to_group=message.group), *others)
    return lay_down(outbox, replies, clock, message)


def lay_down(outbox: Outbox, replies: Iterable[Reply], clock: Clock, message: Message | None = None) -> Iterator[Reply]:
    """Lay each reply into the outbox and give it back with its number. What another one of the same `key` has said is
    left out. With `message`, the replies to its own chat are left to the channel that is at work on it, unless earlier
    ones still wait there."""
    for reply in replies:
        own = message is not None and is_own(reply, message)
        card = message.card if own and message and reply.to_group == message.group and not reply.below else None
        label = Label(reply.to_user, reply.to_group, reply.kind, reply.key, reply.order)
        body = {**reply.as_json(), "card": card} if card else reply.as_json()
        at_once = own and not outbox.holds_up(label)
        number = outbox.put(label, body, clock() + CLAIM if at_once else clock(), claimed=at_once)
        if number is not None:
            yield replace(reply, parcel=number if at_once else None, card=card)


def lay_down_all(outbox: Outbox, replies: Iterable[Reply], clock: Clock) -> None:
    """Lay many replies down that nobody waits for."""
    labelled = [(Label(one.to_user, one.to_group, one.kind, one.key, one.order), one.as_json()) for one in replies]
    outbox.put_all(labelled, clock())


def is_own(reply: Reply, message: Message) -> bool:
    """Whether this answers the one who wrote, where they wrote or in private."""
    if reply.to_group is not None:
        return reply.to_group == message.group
    return reply.to_user == message.user
