"""The statement of a year to print: who, where, by which document, the entries with their articles, sums, what is
proven and what is only reported. A4, the Chinese font embedded as a subset."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from handlers.exports.years import Item, YearOf
from handlers.pictures.fonts import font_file, writable
from handlers.wording import exports as say
from handlers.wording.facts import details, name_of
from handlers.wording.figures import day, hours, plain, subject, time_of
from policies.statement import Balance
from policies.vocabulary import Vocabulary

if TYPE_CHECKING:
    from fpdf import FPDF

FONT = "han"
WIDTHS = (9, 27, 64, 13, 16, 16, 25, 16)  # millimetres, together the breadth of the text
SUM_WIDTHS = (34, 24, 26, 24, 38, 40)
LINE = 5.4
INK, GREY, PALE = (22, 32, 46), (110, 118, 130), (233, 244, 242)
NOTHING = Decimal(0)
Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose statement it is, and the day on which it is made."""

    name: str
    today: date


def printed(years: tuple[YearOf, ...], owner: Owner, vocabulary: Vocabulary) -> bytes:
    """The statement as a PDF, each year on a page of its own."""
    pdf = _sheet()
    for year in years:
        pdf.add_page()
        _heading(pdf, year, owner)
        _table(
            pdf, say.PRINT_HEADS, WIDTHS, tuple(entry_rows(year, vocabulary)) or ((say.EMPTY_ROW,),), words=(1, 2, 6)
        )
        _sums(pdf, year)
        _ending(pdf, year.statement.balance)
    return bytes(pdf.output())


def _sheet() -> FPDF:
    from fpdf import FPDF  # noqa: PLC0415 - only who exports needs it

    class Sheet(FPDF):
        """A page with its number and the disclaimer at its foot."""

        def footer(self) -> None:
            self.set_y(-15)
            self.set_font(FONT, size=8)
            self.set_text_color(*GREY)
            self.cell(0, 4, say.DISCLAIMER, align="C", new_x="LMARGIN", new_y="NEXT")
            self.cell(0, 4, say.PAGE.format(page=self.page_no(), pages="{nb}"), align="C")

    pdf = Sheet(format="A4")
    pdf.set_margins(12, 14, 12)
    pdf.set_auto_page_break(auto=True, margin=20)
    pdf.add_font(FONT, fname=str(font_file()))
    pdf.set_title(say.TITLE)
    pdf.set_lang("zh-CN")
    return pdf


def _bold(pdf: FPDF, words: str, size: float, high: float, align: str) -> None:
    """The font has one weight: bold is drawn with an outline."""
    pdf.set_font(FONT, size=size)
    with pdf.local_context(text_mode="FILL_STROKE", line_width=size / 70, draw_color=INK, text_color=INK):
        pdf.multi_cell(0, high, writable(words), align=align, new_x="LMARGIN", new_y="NEXT")


def _heading(pdf: FPDF, year: YearOf, owner: Owner) -> None:
    balance = year.statement.balance
    _bold(pdf, say.TITLE + say.YEAR_TITLE.format(year=year.year), 17, 11, "C")
    pdf.ln(2)
    cite = balance.citation
    facts = {
        say.WHO["name"]: owner.name or say.NO_NAME,
        say.WHO["region"]: balance.region,
        say.WHO["day"]: day(owner.today),
        say.WHO["source"]: f"{cite.document} {cite.article}" if cite else say.UNKNOWN,
    }
    pdf.set_font(FONT, size=10.5)
    pdf.set_text_color(*INK)
    line = "　　".join(f"{label}：{words}" for label, words in list(facts.items())[:3])
    pdf.multi_cell(0, 6.5, writable(line), new_x="LMARGIN", new_y="NEXT")
    pdf.multi_cell(0, 6.5, writable(f"{say.WHO['source']}：{facts[say.WHO['source']]}"), new_x="LMARGIN", new_y="NEXT")
    pdf.ln(2)


def _table(pdf: FPDF, heads: tuple[str, ...], widths: tuple[int, ...], rows: Rows, words: tuple[int, ...]) -> None:
    """A table; what stands in the columns `words` begins at the left, all else is centred."""
    from fpdf.enums import TableBordersLayout, WrapMode  # noqa: PLC0415
    from fpdf.fonts import FontFace  # noqa: PLC0415

    pdf.set_font(FONT, size=9)
    pdf.set_draw_color(190, 200, 205)
    pdf.set_text_color(*INK)
    with pdf.table(
        col_widths=widths,
        width=sum(widths),
        line_height=LINE,
        padding=1,
        borders_layout=TableBordersLayout.ALL,
        headings_style=FontFace(fill_color=PALE, color=INK, emphasis=""),
        wrapmode=WrapMode.CHAR,
        v_align="M",
        text_align=tuple("LEFT" if column in words else "CENTER" for column in range(len(heads))),
    ) as table:
        for row in (heads, *rows):
            made = table.row()
            for cell in row:
                made.cell(writable(cell), colspan=len(heads) if len(row) == 1 else 1)
    pdf.ln(3)


def entry_rows(year: YearOf, vocabulary: Vocabulary) -> Iterator[tuple[str, ...]]:
    """Each entry: when, what, which subject, hours by the rule and as they count, the article, the proof."""
    for number, item in enumerate(year.items, 1):
        credit, fact = item.credit, item.credit.appraisal.fact
        cite = credit.appraisal.citation
        more = "，".join(details(fact.activity, fact.attributes, vocabulary))
        what = name_of(fact.activity, fact.attributes, vocabulary) + (f"：{more}" if more else "")
        other = cite.document + " " if cite and cite != year.statement.balance.citation and _foreign(year, item) else ""
        yield (
            str(number),
            time_of(fact),
            what,
            say.DEEMED if credit.deemed else subject(credit.subject),
            "" if credit.deemed else plain(credit.hours),
            "" if credit.deemed else plain(credit.credited),
            f"{other}{cite.article}" if cite else say.UNKNOWN,
            proof_words(item),
        )


def _foreign(year: YearOf, item: Item) -> bool:
    """Whether an entry goes by another document than the year's requirement."""
    own, cite = year.statement.balance.citation, item.credit.appraisal.citation
    return own is not None and cite is not None and own.document != cite.document


def proof_words(item: Item) -> str:
    """How an entry is proven, in a cell."""
    if not item.standing.held:
        return say.REPORTED if item.standing.wanted else say.NOTHING_WANTED
    return say.PARTLY.format(count=len(item.standing.missing)) if item.standing.missing else say.PROVEN


def _sums(pdf: FPDF, year: YearOf) -> None:
    """Required, credited and missing by subject, and how much of it is proven."""
    balance = year.statement.balance
    rows = []
    for name in ("total", "public", "professional", "elective"):
        own = [item for item in year.items if name in {"total", item.credit.subject}]
        credited = sum((item.credit.credited for item in own), NOTHING)
        if name == "elective" and not credited:
            continue
        proven = sum((item.credit.credited for item in own if item.standing.proven), NOTHING)
        required, short = (getattr(each, name, None) for each in (balance.required, balance.short))
        figures = (required, credited, short, proven, credited - proven)
        rows.append(
            (say.SUBJECT_NAMES[name], *(say.NOTHING_WANTED if each is None else plain(each) for each in figures))
        )
    _table(pdf, say.SUMS, SUM_WIDTHS, tuple(rows), words=(0,))


def _ending(pdf: FPDF, balance: Balance) -> None:
    """The verdict, what was carried over, and where to sign."""
    known = None if balance.citation is None else balance.complete
    short = hours(balance.short.total or NOTHING)
    words = say.VERDICTS[known].format(year=balance.year, short=short, region=balance.region)
    carried = sum(balance.carried.values(), NOTHING)
    _bold(pdf, words + (say.CARRIED.format(hours=hours(carried)) if carried else ""), 11, 7, "L")
    pdf.set_font(FONT, size=10)
    pdf.set_text_color(*INK)
    pdf.ln(10)
    third = sum(WIDTHS) / 3
    if pdf.will_page_break(10):
        pdf.add_page()
    for words in say.SIGNATURES:
        pdf.cell(third, 8, words)
