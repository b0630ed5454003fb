"""How the Bot API says no: the code, the description and the parameters that programs go by."""

from __future__ import annotations

from collections.abc import Mapping

Json = dict[str, object]


class Refusal(Exception):  # noqa: N818 - the server refuses; nothing of ours failed
    """An answer with `ok` false. `parameters` are the published ones (retry_after, migrate_to_chat_id)."""

    def __init__(self, code: int, description: str, parameters: Mapping[str, int] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = dict(parameters or {})

    def as_json(self) -> Json:
        """The body of the answer."""
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        return {**body, "parameters": self.parameters} if self.parameters else body


class Misuse(Refusal):
    """A call that no program should ever make; `complaint` says to the tests what was wrong with it."""

    def __init__(self, description: str, complaint: str, code: int = 400) -> None:
        super().__init__(code, description)
        self.complaint = complaint


def bad_request(why: str, **parameters: int) -> Refusal:
    """A call that is well formed, but does not fit what there is."""
    return Refusal(400, f"Bad Request: {why}", parameters)


def forbidden(why: str) -> Refusal:
    """A chat that the bot may not write to."""
    return Refusal(403, f"Forbidden: {why}")


def too_many(seconds: int) -> Refusal:
    """Flood control: try again after so many seconds."""
    return Refusal(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


def conflict(why: str) -> Refusal:
    """Two that want the same updates."""
    return Refusal(409, f"Conflict: {why}")
