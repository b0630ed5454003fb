"""The menu that Telegram shows beside the place where people type, and the links that lead into a chat."""

from __future__ import annotations

import logging
import re
from dataclasses import replace

from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.types import BotCommand

from bot import wording_telegram as wording
from handlers.menu import JOIN
from handlers.message import Answer
from handlers.wording.menu import MENU
from nlu.reading import Intent
from storage.employers.joining import ALPHABET, LENGTH

logger = logging.getLogger(__name__)

_CODE = re.compile(rf"(?<=加入单位 )[{ALPHABET}]{{{LENGTH}}}\b")


async def show_menu(bot: Bot) -> None:
    """Set the menu. A bot without one still answers, so a failure is only noted."""
    try:
        await bot.set_my_commands([BotCommand(command=name, description=item.shown) for name, item in MENU.items()])
    except (AiogramError, OSError) as error:
        logger.warning("the menu could not be set: %s", error)


def linked(answer: Answer, name: str) -> Answer:
    """The answer; where it hands out a code to join an employer, with the link that does the same at a tap."""
    if answer.intent != Intent.GROUP or not name:
        return answer
    return replace(answer, replies=tuple(replace(each, text=with_link(each.text, name)) for each in answer.replies))


def with_link(text: str, name: str) -> str:
    """Words with the link that their code stands for, if they have one."""
    found = _CODE.search(text)
    return f"{text}\n{wording.JOIN_LINK.format(name=name, payload=JOIN + found[0])}" if found else text
