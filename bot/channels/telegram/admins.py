"""Who administers a group, asked of the platform only where an answer depends on it."""

from __future__ import annotations

from collections.abc import Callable

from aiogram import Bot
from aiogram.enums import ChatMemberStatus
from aiogram.exceptions import AiogramError

from handlers.message import Message
from nlu import parse
from nlu.reading import Intent

FRESH = 60.0  # seconds that an answer is believed
MANY = 1_000
SHORT = 6  # characters: "同意" and the like confirm an order given before
ADMINS = {ChatMemberStatus.CREATOR, ChatMemberStatus.ADMINISTRATOR}


class Admins:
    """What the platform said of whom, for a while."""

    def __init__(self, bot: Bot, clock: Callable[[], float]) -> None:
        self._bot, self._clock = bot, clock
        self._known: dict[tuple[str, str], tuple[float, bool]] = {}

    async def matters(self, message: Message) -> bool:
        """Whether the writer administers the group that the message is in; False also where it makes no difference."""
        if message.group is None or not depends(message):
            return False
        key, now = (message.group, message.user), self._clock()
        at, known = self._known.get(key, (float("-inf"), False))
        if at + FRESH > now:
            return known
        if len(self._known) > MANY:
            self._known.clear()
        try:
            member = await self._bot.get_chat_member(int(message.group), int(message.user))
        except (AiogramError, OSError):
            return False  # not known: nothing is allowed on a guess
        self._known[key] = (now, member.status in ADMINS)
        return member.status in ADMINS


def depends(message: Message) -> bool:
    """Whether what is wanted may be an administrator's to order."""
    text = message.text or ""
    if message.press is not None or len(text) <= SHORT:
        return True
    return parse(text, message.now.date()).intent is Intent.GROUP
