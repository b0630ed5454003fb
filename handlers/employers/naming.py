"""Names: of employers, told apart from those that only look alike, and of the people who join."""

from __future__ import annotations

import unicodedata

from handlers.scene import Scene
from handlers.wording import employers as say

SHORTEST, LONGEST = 2, 40
LONGEST_PERSON = 30
# the same employer to whoever reads its name; the longest first
_ENDINGS = ("股份有限公司", "有限责任公司", "有限公司", "公司")
_LOOK_ALIKES = str.maketrans("01oiıl|οОо", "oloolllooo")


def skeleton(name: str) -> str:
    """What is left of a name when spaces, marks, look-alike letters and 有限公司 make no difference."""
    plain = unicodedata.normalize("NFKC", name).casefold().translate(_LOOK_ALIKES)
    bare = "".join(letter for letter in plain if letter.isalnum())
    ending = next((ending for ending in _ENDINGS if bare.endswith(ending)), "")
    return bare.removesuffix(ending) or bare


def own_name(scene: Scene, given: str | None = None) -> str:
    """The name somebody goes by: given with the order, told before, else the platform's."""
    return clean(given or scene.profile.name or scene.message.name or "") or say.NAMELESS


def clean(name: str) -> str:
    """A name on one line, without what could pass for other lines of a list."""
    visible = "".join(letter for letter in name if unicodedata.category(letter)[0] not in "CZ" or letter == " ")
    return " ".join(visible.split())[:LONGEST_PERSON]
