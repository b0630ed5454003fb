"""Which kind of update goes where, as aiogram's dispatcher has it. Each handler gives back the parcels that arrived."""

from __future__ import annotations

import logging

from aiogram import Dispatcher, Router, types
from aiogram.exceptions import AiogramError

from bot.channels.telegram.clerk import Clock
from bot.channels.telegram.incoming import Me, heard, pressed
from bot.channels.telegram.live import Live
from handlers.message import Answer, Message
from handlers.wording.records import STALE

logger = logging.getLogger(__name__)

UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]  # all that we want to be told


class Routes:
    """The handlers of one bot."""

    def __init__(self, live: Live, me: Me, clock: Clock) -> None:
        self._live, self._me, self._clock = live, me, clock

    def dispatcher(self) -> Dispatcher:
        """A dispatcher with every route."""
        router = Router()
        router.message.register(self.message)
        router.callback_query.register(self.press)
        dispatcher = Dispatcher(disable_fsm=True)
        dispatcher.include_router(router)
        return dispatcher

    async def message(self, message: types.Message) -> list[int]:
        """Words, in private or to us in a group."""
        said = heard(message, self._me)
        return await self._turn(said) if said else []

    async def press(self, query: types.CallbackQuery) -> list[int]:
        """A button. What it does shows in the message that has it; an old one's says so in passing."""
        said = pressed(query, self._clock())
        if said is None:
            await self._acknowledge(query, STALE)
            return []
        answer = await self._live.answer(said)
        if is_stale(answer):
            await self._acknowledge(query, STALE)
            return [reply.parcel for reply in answer.replies if reply.parcel is not None]
        arrived = await self._live.deliver(answer)
        await self._acknowledge(query)
        return arrived

    async def _turn(self, said: Message) -> list[int]:
        return await self._live.deliver(await self._live.answer(said))

    async def _acknowledge(self, query: types.CallbackQuery, words: str | None = None) -> None:
        """Take the waiting sign off the button."""
        try:
            await query.answer(words, show_alert=words is not None)
        except (AiogramError, OSError) as error:
            logger.debug("a press was not acknowledged: %s", error)  # too old: nobody waits any more


def is_stale(answer: Answer) -> bool:
    """Whether the button was of no use any more."""
    return [reply.text for reply in answer.replies] == [STALE]
