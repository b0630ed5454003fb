"""Files that went either way: uploads of the bot, photos and documents of people, and what getFile gives back."""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass, field

from tests.telegram.fake.refusal import Json, Misuse, bad_request

MOST_TO_FETCH = 20 * 1024 * 1024
MOST_TO_SEND = 50 * 1024 * 1024
LARGEST_PHOTO = 10 * 1024 * 1024
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF", b"GIF8")


@dataclass(frozen=True, slots=True)
class Stored:
    """A file's content, its name and type, and the path that it is fetched by."""

    content: bytes
    name: str
    mime: str
    path: str
    size: int


@dataclass(slots=True)
class Files:
    """Files by their file id."""

    by_id: dict[str, Stored] = field(default_factory=dict)

    def keep(self, content: bytes, name: str, mime: str, *, size: int | None = None) -> str:
        """Take a file in; its id. `size` pretends another one, for files too big to fetch."""
        number = len(self.by_id) + 1
        folder = "photos" if mime.startswith("image/") else "documents"
        path = f"{folder}/file_{number}.{name.rpartition('.')[2]}"
        file_id = f"FILE{number}_{hashlib.sha256(content).hexdigest()[:12]}"
        self.by_id[file_id] = Stored(content, name, mime, path, len(content) if size is None else size)
        return file_id

    def found(self, file_id: str) -> Stored:
        """The file. Raises Refusal where there is none."""
        if file_id not in self.by_id:
            raise bad_request("wrong file_id or the file is temporarily unavailable")
        return self.by_id[file_id]

    def at(self, path: str) -> Stored | None:
        """The file that a download asks for."""
        return next((stored for stored in self.by_id.values() if stored.path == path), None)

    def fetchable(self, file_id: str) -> Json:
        """The answer to getFile. Raises Refusal for what is too big for bots."""
        stored = self.found(file_id)
        if stored.size > MOST_TO_FETCH:
            raise bad_request("file is too big")
        return {**_named(file_id, stored), "file_path": stored.path}

    def photo(self, file_id: str) -> Json:
        """The content of a message with a photo, in a small and a large size."""
        stored = self.found(file_id)
        width, height = dimensions(stored.content)
        small = {**_named(file_id, stored), "file_id": file_id, "width": width // 4 or 1, "height": height // 4 or 1}
        return {"photo": [small, {**_named(file_id, stored), "width": width, "height": height}]}

    def document(self, file_id: str) -> Json:
        """The content of a message with a document."""
        stored = self.found(file_id)
        return {"document": {**_named(file_id, stored), "file_name": stored.name, "mime_type": stored.mime}}


def _named(file_id: str, stored: Stored) -> Json:
    return {"file_id": file_id, "file_unique_id": file_id.partition("_")[2], "file_size": stored.size}


def check_upload(content: bytes, *, as_photo: bool) -> None:
    """Raises Misuse for an upload that Telegram would not take."""
    if not content:
        raise Misuse("Bad Request: file must be non-empty", "an empty file was uploaded")
    if len(content) > MOST_TO_SEND or (as_photo and len(content) > LARGEST_PHOTO):
        raise Misuse("Request Entity Too Large", f"an upload of {len(content)} bytes", 413)
    if not as_photo:
        return
    if not content.startswith(_PICTURES):
        raise Misuse("Bad Request: IMAGE_PROCESS_FAILED", "a photo that is no picture")
    width, height = dimensions(content)
    if width + height > 10_000 or max(width, height) > 20 * min(width, height):
        raise Misuse("Bad Request: PHOTO_INVALID_DIMENSIONS", f"a photo of {width} by {height}")


def dimensions(content: bytes) -> tuple[int, int]:
    """Width and height of a PNG; others are taken for a phone's."""
    if content.startswith(_PICTURES[0]) and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    return 1080, 1440
