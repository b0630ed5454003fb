"""Which kind of update goes where, as aiogram's dispatcher has it. Each handler gives back the parcels that arrived."""

from __future__ import annotations

import logging
from dataclasses import replace
from time import monotonic

from aiogram import Bot, Dispatcher, types
from aiogram.enums import ChatMemberStatus, ChatType
from aiogram.exceptions import AiogramError

from bot import wording_telegram as wording
from bot.channels.telegram.admins import Admins
from bot.channels.telegram.allowance import OF_GROUP, Allowance
from bot.channels.telegram.clerk import Clerk
from bot.channels.telegram.commands import linked
from bot.channels.telegram.files import NotFetched, fetched
from bot.channels.telegram.incoming import Me, edited, heard, pressed
from bot.channels.telegram.live import Live
from handlers.message import Answer, Message
from handlers.wording.employers import STALE as STALE_ORDER
from handlers.wording.records import STALE

logger = logging.getLogger(__name__)

UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]  # all that we want to be told
SHUT_OUT = {ChatMemberStatus.KICKED, ChatMemberStatus.LEFT}


class Routes:
    """The handlers of one bot."""

    def __init__(self, live: Live, clerk: Clerk, admins: Admins, me: Me) -> None:
        self._live, self._clerk, self._admins, self._me = live, clerk, admins, me
        self._groups = Allowance(monotonic, OF_GROUP)

    def dispatcher(self) -> Dispatcher:
        """A dispatcher with every route. It has no filters and no routers below it: either takes about as long as all
        else that it does with a message, most of all a filter that is no coroutine, which is asked in a thread.
        """
        dispatcher = Dispatcher(disable_fsm=True)
        dispatcher.message.register(self.message)
        dispatcher.edited_message.register(self.edit)
        dispatcher.callback_query.register(self.press)
        dispatcher.my_chat_member.register(self.membership)
        return dispatcher

    async def message(self, message: types.Message, bot: Bot) -> list[int]:
        """Words or a file, in private or to us in a group; or that a group has another id now."""
        if message.migrate_to_chat_id or message.migrate_from_chat_id:
            return await self.group_moved(message)
        said = heard(message, self._me)
        if said is None:
            return []
        if said.group and not self._groups.spend(said.group):
            return await self._crowded(said, said.group)
        try:
            async with fetched(bot, message) as path:
                return await self._turn(replace(said, file=path))
        except NotFetched as trouble:
            return await self._live.apologise(said, str(trouble))

    async def edit(self, message: types.Message, event_update: types.Update) -> list[int]:
        """Words that replace those of an earlier message."""
        said = edited(message, self._me, event_update.update_id)
        return await self._turn(said) if said else []

    async def press(self, query: types.CallbackQuery) -> list[int]:
        """A button. What it does shows in the message that has it; an old one's says so in passing."""
        said = pressed(query, self._clerk.now())
        if said is None:
            await acknowledge(query, STALE)
            return []
        answer = await self._answer(said)
        if words := stale(answer):
            await acknowledge(query, words)
            return [reply.parcel for reply in answer.replies if reply.parcel is not None]
        arrived = await self._live.deliver(answer)
        await acknowledge(query)
        return arrived

    async def group_moved(self, message: types.Message) -> list[int]:
        """A group that became a supergroup has another id; both the old and the new one tell us."""
        old = message.migrate_from_chat_id or message.chat.id
        new = message.migrate_to_chat_id or message.chat.id
        await self._clerk.ask(lambda turn: turn.group_moved(str(old), str(new)))
        return []

    async def membership(self, change: types.ChatMemberUpdated) -> list[int]:
        """Somebody shut us out, or let us in again."""
        if change.chat.type != ChatType.PRIVATE:
            return []
        user, out = str(change.chat.id), change.new_chat_member.status in SHUT_OUT
        await self._clerk.ask(lambda turn: turn.reach.closed(user) if out else turn.reach.reopened(user))
        return []

    async def _crowded(self, said: Message, group: str) -> list[int]:
        """Leave undone what is too much for one group, and say so there now and then."""
        return await self._live.apologise(said, wording.GROUP_TOO_FAST) if self._groups.refuse(group) else []

    async def _turn(self, said: Message) -> list[int]:
        return await self._live.deliver(await self._answer(said))

    async def _answer(self, said: Message) -> Answer:
        if said.group is not None:
            said = replace(said, group_admin=await self._admins.matters(said))
        return linked(await self._live.answer(said), self._me.name)


async def acknowledge(query: types.CallbackQuery, words: str | None = None) -> None:
    """Take the waiting sign off the button."""
    try:
        await query.answer(words, show_alert=words is not None)
    except (AiogramError, OSError) as error:
        logger.debug("a press was not acknowledged: %s", error)  # too old: nobody waits any more


def stale(answer: Answer) -> str | None:
    """What is to be said where the button was of no use any more."""
    texts = [reply.text for reply in answer.replies]
    return texts[0] if len(texts) == 1 and texts[0] in {STALE, STALE_ORDER} else None
