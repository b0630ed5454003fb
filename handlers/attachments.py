"""A file that came with a message: a photo or PDF is a proof, a sheet is somebody's entries or an employer's roster.

What it is follows from its first bytes, never from its name; nothing in it is run or rendered.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from handlers.imports.sheets import sheet_sent
from handlers.proofs.receiving import Handed, Respond, handed_in
from handlers.say import Say
from handlers.scene import Scene
from handlers.wording import proofs as say
from nlu.reading import Intent

MOST = 20 * 2**20  # bytes
_HEIC = frozenset({b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1", b"avif"})
_WIDE = (b"\xff\xfe", b"\xfe\xff")  # UTF-16, which Excel calls Unicode text
_TESTS: tuple[tuple[str, Callable[[bytes], bool]], ...] = (
    ("jpg", lambda head: head.startswith(b"\xff\xd8\xff")),
    ("png", lambda head: head.startswith(b"\x89PNG\r\n\x1a\n")),
    ("webp", lambda head: head[:4] == b"RIFF" and head[8:12] == b"WEBP"),
    ("heic", lambda head: head[4:8] == b"ftyp" and head[8:12] in _HEIC),
    ("pdf", lambda head: head.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"%PDF-")),
    ("xlsx", lambda head: head.startswith(b"PK\x03\x04")),
    ("xls", lambda head: head.startswith(b"\xd0\xcf\x11\xe0")),
)


def attached(scene: Scene, respond: Respond) -> Say:
    """Take a message's file, and the words that came with it; `respond` answers words as if they came alone."""
    place, words = Path(scene.message.file or ""), scene.message.text or ""
    content = content_of(place)
    if isinstance(content, Say):
        return content
    kind = kind_of(content, place.suffix.lower())
    if kind in {"xlsx", "csv"}:
        return sheet_sent(scene, content, words, place.name)
    if kind is None or kind == "xls":
        return Say(say.OLD_SHEET if kind else say.BAD_KIND, intent=Intent.UNKNOWN)
    try:
        return handed_in(scene, Handed(content, kind, place.name), words.strip(), respond)
    except OSError:
        return Say(say.NO_ROOM, intent=Intent.UNKNOWN)


def content_of(place: Path) -> bytes | Say:
    """The file's content, or the sentence why there is none to work with."""
    try:
        if not place.is_file():
            return Say(say.NO_FILE.format(name=place.name), intent=Intent.UNKNOWN)
        size = place.stat().st_size
        if size > MOST:
            told = say.TOO_BIG.format(size=-(-size // 2**20), most=MOST // 2**20)
            return Say(told, intent=Intent.UNKNOWN)
        content = place.read_bytes()
    except (OSError, ValueError):
        return Say(say.NO_FILE.format(name=place.name), intent=Intent.UNKNOWN)
    return content or Say(say.EMPTY_FILE, intent=Intent.UNKNOWN)


def kind_of(content: bytes, suffix: str) -> str | None:
    """The type of a file by its first bytes; a plain text is taken for a sheet where its name says so."""
    found = next((kind for kind, test in _TESTS if test(content[:64])), None)
    text = content.startswith(_WIDE) or b"\0" not in content[:4096]
    if found is None and suffix in {".csv", ".tsv", ".txt"} and text:
        return "csv"
    return found
