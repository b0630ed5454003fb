"""Whether a sentence may tell of something done, by its form alone: for sentences that nothing more is known of."""

from __future__ import annotations

import re

LONGEST = 300  # characters; a sentence, not a story
LEAST_HAN = 4

_HAN = re.compile("[一-龥]")
_ASKS = re.compile(r"[？?]|[吗呢么][。！!~～\s]*$")
# the writer tells the assistant what to do
_ORDERS = re.compile(r"(?:给|帮|替)我|(?:直接|马上|立刻|赶紧|必须|请)[^，。]{0,4}[加记登补算改]|忽略|指令|假装")
# a word of doing, learning or counting, without which nothing can have been reported
_TELLS = re.compile("[了过完]|[0-9一二两三四五六七八九十半]|[参编写做讲办获拿考学带评审去当]")


def is_telling(text: str) -> bool:
    """Whether it may: no question, no order, no mere exclamation, not too long."""
    if len(text) > LONGEST or len(_HAN.findall(text)) < LEAST_HAN:
        return False
    return bool(_TELLS.search(text)) and not (_ASKS.search(text) or _ORDERS.search(text))
