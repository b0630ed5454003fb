"""What a sheet is: a person's entries to import, an employer's roster, or neither."""

from __future__ import annotations

from handlers.employers.roster.sent import roster_sent
from handlers.imports.reading import BYTES, COLUMNS, ROWS, SheetProblem, rows_of
from handlers.imports.rows import columns_of
from handlers.imports.taking import imported
from handlers.say import Say
from handlers.scene import Scene
from handlers.wording import imports as say
from nlu.reading import Intent


def sheet_sent(scene: Scene, content: bytes, words: str, name: str) -> Say:
    """Take a sheet: what is headed like the template is imported, else an administrator's roster is."""
    try:
        rows = rows_of(content)
    except SheetProblem as problem:
        told = say.PROBLEMS[problem.code].format(most=BYTES // 2**20, rows=ROWS - 1, columns=COLUMNS)
        # a roster may be longer than anybody's list of entries
        roster = None if problem.code == "bomb" else roster_sent(scene, content, words, name)
        return roster or Say(told, intent=Intent.UNKNOWN)
    if columns_of(rows) is not None:
        return imported(scene, rows)
    return roster_sent(scene, content, words, name) or Say(say.UNKNOWN_SHEET, intent=Intent.UNKNOWN)
