"""The template of an import: heads with hints, lists to choose from, two rows of examples, and how to fill it in."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from handlers.imports.reading import ROWS
from handlers.say import Say
from handlers.scene import Scene
from handlers.wording import imports as say
from nlu.reading import ExportWish, Intent
from policies.vocabulary import Vocabulary

_HEAD = {"bold": True, "bg_color": "#0E9384", "font_color": "#FFFFFF", "border": 1, "border_color": "#FFFFFF"}
_LIST = "lists"


def template_sent(scene: Scene, _wish: ExportWish) -> Say:
    """Send the template."""
    path = scene.proofs.make(say.TEMPLATE_NAME, template(scene.vocabulary))
    return Say(say.TEMPLATE, intent=Intent.EXPORT, files=(path,))


def template(vocabulary: Vocabulary) -> bytes:
    """The template's bytes."""
    import xlsxwriter  # noqa: PLC0415 - only who imports needs it

    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet(say.TEMPLATE_SHEET)
    _heads(book, sheet)
    _examples(book, sheet)
    _lists(book, sheet, [kind.name for kind in vocabulary.activities.values()])
    _help(book)
    sheet.activate()
    book.close()
    return out.getvalue()


def _heads(book: Any, sheet: Any) -> None:  # noqa: ANN401 - xlsxwriter has no types
    head = book.add_format(_HEAD)
    for column, (title, width, hint) in enumerate(say.TEMPLATE_HEADS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title, head)
        sheet.write_comment(0, column, hint, {"x_scale": 2})
    sheet.freeze_panes(1, 0)


def _examples(book: Any, sheet: Any) -> None:  # noqa: ANN401
    grey = book.add_format({"font_color": "#98A2B3", "italic": True})
    for row, cells in enumerate(say.EXAMPLES, 1):
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                sheet.write_string(row, column, cell, grey)
            elif cell is not None:
                sheet.write_number(row, column, cell, grey)


def _lists(book: Any, sheet: Any, kinds: list[str]) -> None:  # noqa: ANN401
    """What may be chosen and which cells take numbers; a long list stands on a hidden sheet of its own."""
    hidden = book.add_worksheet(_LIST)
    for row, kind in enumerate(kinds):
        hidden.write_string(row, 0, kind)
    hidden.very_hidden()
    source = f"={_LIST}!$A$1:$A${len(kinds)}"
    choice = {"validate": "list", "source": source, "error_message": say.BAD_CHOICE, "error_type": "warning"}
    sheet.data_validation(1, 1, ROWS - 1, 1, choice)
    amount = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1000}
    sheet.data_validation(1, 4, ROWS - 1, 5, {**amount, "error_message": say.BAD_NUMBER})


def _help(book: Any) -> None:  # noqa: ANN401
    page, wrapped = book.add_worksheet(say.HELP_SHEET), book.add_format({"text_wrap": True, "valign": "top"})
    page.set_column(0, 0, 90)
    for row, line in enumerate(say.HELP_LINES):
        page.write_string(row, 0, line, wrapped)
