"""A reply as calls of the Bot API: escaped, cut at its limits, keyboards reflowed. No library shows here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path

from bot.channels.telegram.cutting import cut
from handlers.message import LONGEST_DATA, Button, Reply

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
BIGGEST_PHOTO = 10_000_000  # bytes
WIDEST_ROW = 36  # columns on a narrow phone; a Chinese character takes two
PHOTOS = {".png", ".jpg", ".jpeg"}

Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """One call: a text, or a file with a caption. `html` is safe as it stands."""

    html: str
    rows: Rows = ()
    file: Path | None = None

    @property
    def is_photo(self) -> bool:
        """Whether the file is shown as a picture."""
        file = self.file
        return file is not None and file.suffix.lower() in PHOTOS and file.stat().st_size <= BIGGEST_PHOTO


def letters(reply: Reply) -> tuple[Letter, ...]:
    """The calls that say it. The buttons are under the words; files come after them, or with them as their caption."""
    files = [path for path in map(Path, reply.files) if path.is_file()]
    pages = [formatted(page, head=at == 0) for at, page in enumerate(cut(reply.text, LONGEST_TEXT, measured))]
    if len(files) == 1 and measured(reply.text) <= LONGEST_CAPTION:
        return (Letter(pages[0] if pages else "", reflowed(reply.buttons), files[0]),)
    words = [Letter(page) for page in pages]
    if words:
        words[-1] = replace(words[-1], rows=reflowed(reply.buttons))
    return (*words, *(Letter("", file=file) for file in files))


def formatted(text: str, *, head: bool = True) -> str:
    """The text as HTML that says exactly it; the first line of several stands out."""
    first, line, rest = text.partition("\n")
    if head and line and rest.strip():
        return f"<b>{escape(first, quote=False)}</b>\n{escape(rest, quote=False)}"
    return escape(text, quote=False)


def measured(text: str) -> int:
    """Its length as the platform counts it, in units of UTF-16, with all that formatting adds."""
    return len(formatted(text).encode("utf-16-le")) // 2


def reflowed(rows: Iterable[tuple[Button, ...]]) -> Rows:
    """The same buttons in rows that a phone shows without cutting labels."""
    return tuple(row for each in rows for row in _broken(each))


def _broken(row: Iterable[Button]) -> Iterator[tuple[Button, ...]]:
    kept: list[Button] = []
    for button in row:
        if len(button.data.encode()) > LONGEST_DATA:
            continue  # the platform refuses the whole message for it
        if kept and (len(kept) + 1) * max(columns(each.label) + 2 for each in (*kept, button)) > WIDEST_ROW:
            yield tuple(kept)
            kept = []
        kept.append(button)
    if kept:
        yield tuple(kept)


def columns(label: str) -> int:
    """How wide a label is."""
    return sum(1 if letter.isascii() else 2 for letter in label)
