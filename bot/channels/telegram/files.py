"""Photos and documents that people send, fetched into a temporary file for one turn."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from aiogram import Bot, types
from aiogram.exceptions import AiogramError

from bot import wording_telegram as wording

BIGGEST = 20_000_000  # bytes; the platform hands out no more
PATIENCE = 60  # seconds
LONGEST_NAME = 80  # characters


class NotFetched(Exception):  # noqa: N818 - told to the sender
    """A file that did not come. The text is the sentence for its sender."""


def sent_file(message: types.Message) -> types.PhotoSize | types.Document | None:
    """The file of a message; of a photo the largest size."""
    return message.photo[-1] if message.photo else message.document


@asynccontextmanager
async def fetched(bot: Bot, message: types.Message) -> AsyncIterator[str | None]:
    """The path of a message's file while the block runs; None where it has none. Raises NotFetched."""
    file = sent_file(message)
    if file is None:
        yield None
        return
    if (file.file_size or 0) > BIGGEST:
        raise NotFetched(wording.FILE_TOO_BIG.format(megabytes=BIGGEST // 1_000_000))
    with TemporaryDirectory(prefix="xueshi-") as folder:
        path = Path(folder) / name_of(file)
        try:
            await bot.download(file, path, timeout=PATIENCE)
        except (TimeoutError, AiogramError, OSError, ValueError) as error:
            raise NotFetched(wording.FILE_LOST) from error
        yield str(path)


def name_of(file: types.PhotoSize | types.Document) -> str:
    """The name that its sender gave it, without any folder; a photo has none."""
    given = PurePath((file.file_name or "") if isinstance(file, types.Document) else "photo.jpg").name
    stem, suffix = PurePath(given).stem, PurePath(given).suffix
    return f"{stem[:LONGEST_NAME] or 'file'}{suffix[:10]}"
