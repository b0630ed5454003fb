"""The picture that goes with somebody's weekly progress: the same card that they get when they ask for it."""

from __future__ import annotations

import logging
from datetime import datetime

from handlers.message import Message
from handlers.scene import Scene, local_date
from handlers.state import State
from nlu.reading import ExportWish
from policies.library import Library
from storage import Turn

logger = logging.getLogger(__name__)


def pictured(turn: Turn, user: str, library: Library, now: datetime, timezone: str) -> tuple[str, ...]:
    """The card's path; none where it cannot be drawn, for the words matter more."""
    from handlers.pictures.shown import progress_card  # noqa: PLC0415 - Pillow is loaded for who gets a picture

    profile = turn.people(user)
    scene = Scene(
        message=Message(user, now),
        ledger=turn.ledger(user),
        profile=profile,
        library=library,
        state=State(),
        person=profile.person(),
        today=local_date(now, timezone),
        turn=turn,
        timezone=timezone,
    )
    try:
        return progress_card(scene, ExportWish("picture")).files
    except OSError:
        logger.exception("a picture could not be drawn")
        return ()
