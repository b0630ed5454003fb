"""A reply as calls: escaped, cut where a reader would pause, within every limit of the platform."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.cutting import cut
from bot.channels.telegram.letters import LONGEST_TEXT, formatted, letters, measured, reflowed
from handlers.message import Button, Reply

TEXTS = st.text(st.sampled_from("学时管家。，！\n a<&>😀"), max_size=400)


@pytest.mark.parametrize(
    ("text", "most", "pieces"),
    [
        ("一段。\n\n二段。", 6, ["一段。", "二段。"]),
        ("第一行\n第二行", 5, ["第一行", "第二行"]),
        ("一句话。又一句", 5, ["一句话。", "又一句"]),
        ("甲乙丙丁戊己", 4, ["甲乙丙丁", "戊己"]),
        ("很短", 10, ["很短"]),
        ("  \n ", 10, []),
    ],
)
def test_a_text_is_cut_at_the_best_border(text: str, most: int, pieces: list[str]) -> None:
    assert list(cut(text, most)) == pieces


@given(TEXTS, st.integers(8, 60))
def test_pieces_fit_and_nothing_but_space_is_lost(text: str, most: int) -> None:
    pieces = list(cut(text, most, measured))
    assert all(0 < measured(piece) <= max(most, measured(piece[:1])) for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


@given(TEXTS)
def test_formatting_says_exactly_the_text(text: str) -> None:
    html = formatted(text)
    assert unescape(html.replace("<b>", "").replace("</b>", "")) == text
    bare = html.replace("<b>", "", 1).replace("</b>", "", 1)
    assert "<" not in bare
    assert ">" not in bare


def test_the_first_of_several_lines_stands_out() -> None:
    assert formatted("还差10学时\n合计 80/90") == "<b>还差10学时</b>\n合计 80/90"
    assert formatted("好的。") == "好的。"


def test_a_long_reply_is_several_calls_with_the_buttons_under_the_last() -> None:
    rows = ((Button("撤销", "u:1"),),)
    each = letters(Reply("<很长的一行>\n" * 700, to_user="7", buttons=rows))
    assert len(each) > 1
    assert all(len(letter.html.encode("utf-16-le")) // 2 <= LONGEST_TEXT for letter in each)
    assert [letter.rows for letter in each] == [()] * (len(each) - 1) + [rows]


def test_a_picture_takes_short_words_along_and_long_ones_go_first(tmp_path: Path) -> None:
    picture = tmp_path / "卡片.png"
    picture.write_bytes(b"png")
    (one,) = letters(Reply("您的进度", to_user="7", files=(str(picture),)))
    assert (one.html, one.file, one.is_photo) == ("您的进度", picture, True)
    words, file = letters(Reply("长" * 1100, to_user="7", files=(str(picture),)))
    assert (words.file, file.html, file.file) == (None, "", picture)


def test_a_file_that_is_gone_takes_its_words_not_along(tmp_path: Path) -> None:
    (one,) = letters(Reply("做好了", to_user="7", files=(str(tmp_path / "gone.pdf"),)))
    assert (one.html, one.file) == ("做好了", None)


def test_buttons_that_a_phone_would_cut_get_rows_of_their_own() -> None:
    short = tuple(Button(label, "x") for label in ("撤销", "修改", "改到2025年"))
    assert reflowed([short]) == (short,)
    long = tuple(Button(label, "x") for label in ("国内统一刊号的刊物上发表的", "国外的刊物"))
    assert reflowed([long]) == ((long[0],), (long[1],))


def test_a_button_that_the_platform_refuses_does_not_take_the_message_along() -> None:
    assert reflowed([(Button("好", "x" * 65),)]) == ()
