"""HTML as Telegram reads it."""

from __future__ import annotations

import pytest

from tests.telegram.fake.formatting import read
from tests.telegram.fake.refusal import Misuse


def test_tags_become_entities_counted_as_telegram_counts() -> None:
    made = read(
        '😀<b>合计 <i>30</i></b>，<a href="https://example.org/?a=1">文件</a> &lt;好&gt; &#128512;&amp;', "HTML"
    )
    assert made.text == "😀合计 30，文件 <好> 😀&"
    assert made.entities == (
        {"type": "italic", "offset": 5, "length": 2},
        {"type": "bold", "offset": 2, "length": 5},
        {"type": "text_link", "url": "https://example.org/?a=1", "offset": 8, "length": 2},
    )


@pytest.mark.parametrize(
    "text",
    [
        "<b>没有关",
        "<b>交<i>错</b></i>",
        "没有开</b>",
        "<h1>标题</h1>",
        "<br>",
        "1 < 2",
        "2 > 1",
        "A & B",
        "&nbsp;",
        '<b class="x">好</b>',
        "<a>没有去处</a>",
        '<img src="x">',
        "<script>alert(1)</script>",
    ],
)
def test_what_cannot_be_parsed_is_refused(text: str) -> None:
    with pytest.raises(Misuse, match="can't parse entities"):
        read(text, "HTML")


def test_without_a_parse_mode_it_is_just_text() -> None:
    assert read("1 < 2 & <b>", None).text == "1 < 2 & <b>"


def test_other_parse_modes_are_not_ours() -> None:
    with pytest.raises(Misuse):
        read("*好*", "MarkdownV2")
