"""Texts with HTML as Telegram reads them: which tags there are, that they close, what remains to read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tests.telegram.fake.refusal import Json, Misuse

KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
_PIECES = re.compile(
    r"<(?P<close>/?)(?P<tag>[A-Za-z][\w-]*)(?P<rest>[^<>]*)>|&(?P<name>#?\w+);|(?P<bare>[<>&])|[^<>&]+"
)
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_ATTRIBUTES = {
    "a": re.compile(r'\s+href="(?P<url>[^"]+)"'),
    "span": re.compile(r'\s+class="tg-spoiler"'),
    "code": re.compile(r'(\s+class="language-[\w-]+")?'),
    "blockquote": re.compile(r"(\s+expandable)?"),
}
_NONE = re.compile("")


@dataclass(frozen=True, slots=True)
class Formatted:
    """What a person reads, and the entities over it (offsets in UTF-16 units, as in the Bot API)."""

    text: str
    entities: tuple[Json, ...] = ()

    @property
    def length(self) -> int:
        """How long it is as Telegram counts."""
        return units(self.text)


def units(text: str) -> int:
    """The length of a text in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def read(text: str, mode: str | None) -> Formatted:
    """The text that a parse mode leaves to read. Raises Misuse where Telegram could not parse it, and for anything
    that the documentation wants escaped although the server would let it pass."""
    if not mode:
        return Formatted(text.strip())
    if mode.upper() != "HTML":
        raise _unparsable(f"parse mode {mode}", "unsupported parse_mode")
    return _html(text)


def _html(text: str) -> Formatted:
    plain, open_tags, entities = "", list[tuple[str, Json]](), list[Json]()
    for piece in _PIECES.finditer(text):
        if piece["bare"]:
            raise _unparsable(text, f"bare {piece['bare']} must be escaped")
        if piece["tag"] and not piece["close"]:
            open_tags.append((piece["tag"].lower(), {**_opened(piece), "offset": units(plain)}))
        elif piece["tag"]:
            entities.append(_closed(piece, open_tags, units(plain)))
        else:
            plain += _character(piece) if piece["name"] else piece[0]
    if open_tags:
        raise _unparsable(text, f'Can\'t find end tag corresponding to start tag "{open_tags[-1][0]}"')
    stripped = plain.strip()
    return Formatted(stripped, tuple(entity for entity in entities if entity["length"]))


def _opened(piece: re.Match[str]) -> Json:
    tag = piece["tag"].lower()
    if tag not in KINDS:
        raise _unparsable(piece[0], f'Unsupported start tag "{tag}" at byte offset {piece.start()}')
    attributes = _ATTRIBUTES.get(tag, _NONE).fullmatch(piece["rest"].rstrip())
    if attributes is None:
        raise _unparsable(piece[0], f'attributes of "{tag}"')
    return {"type": KINDS[tag], **({"url": attributes["url"]} if tag == "a" else {})}


def _closed(piece: re.Match[str], open_tags: list[tuple[str, Json]], end: int) -> Json:
    tag, entity = open_tags.pop() if open_tags else ("", {})
    if tag != piece["tag"].lower():
        raise _unparsable(piece[0], f'Unmatched end tag at byte offset {piece.start()}, expected "</{tag}>"')
    return {**entity, "length": end - int(str(entity["offset"]))}


def _character(piece: re.Match[str]) -> str:
    name = piece["name"]
    if name in _NAMED:
        return _NAMED[name]
    if not re.fullmatch(r"#(\d+|x[0-9a-fA-F]+)", name):
        raise _unparsable(piece[0], f"entity &{name}; is none of Telegram's")
    return chr(int(f"0{name[1:]}", 16) if name[1] == "x" else int(name[1:]))


def _unparsable(text: str, why: str) -> Misuse:
    return Misuse(f"Bad Request: can't parse entities: {why}", f"{why}: {text[:80]!r}")


def html_of(fields: Mapping[str, object], key: str) -> Formatted:
    """The formatted text of a call's field `key`, with the parse mode that came along."""
    mode = fields.get("parse_mode")
    return read(str(fields.get(key) or ""), str(mode) if mode else None)
