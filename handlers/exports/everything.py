"""All that is kept of a person, as JSON: their own right. Rows as they lie, and what they come to under documents."""

from __future__ import annotations

import json

from handlers.scene import Scene
from handlers.views import statement_json

FORMAT = "xueshi/1"


def everything(scene: Scene) -> bytes:
    """Every row of theirs by table, and the statement of each year that has an entry."""
    rows = scene.turn.belongings(scene.message.user)
    years = sorted({fact.year for fact in scene.facts()})
    made = {
        "format": FORMAT,
        "made_at": scene.message.now.isoformat(),
        "user": scene.message.user,
        "rows": rows,
        "statements": [statement_json(scene.statement(year)) for year in years],
    }
    return json.dumps(made, ensure_ascii=False, indent=1).encode()
