"""Cards and charts: as wide as a phone wants, about the right thing, drawn once, however odd the content."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from handlers.pictures import palette
from handlers.pictures.canvas import WIDTH, fitted, width_of
from handlers.pictures.employer import Bar, Standing, draw_standing
from handlers.pictures.fonts import font_file, writable
from handlers.pictures.progress import Line, Progress, Ring, draw_progress
from handlers.pictures.years import Year, Years, draw_years
from tests.exports.talk import Talk, made, text_of

FOOT = ("以单位审核登记为准", "学时管家")
RING = Ring("total", "合计", 0.5, "45", "/90", "", "差45", met=False)
CARD = Progress("2026年", "常州", "还有41天", "还差45学时", False, (RING,), "计入", (), "", "没有记录", "依据", FOOT)
COLUMN = Year("2026", (("public", 30.0), ("professional", 24.0)), 90.0, "54", "running", "差36", "54/90", "文件")
CHART = Years("近五年", "常州", "", "还缺1年", False, (("public", "公需"),), (COLUMN,) * 5, "依据", FOOT)
LONG = "城市轨道交通盾构隧道下穿既有运营线路施工风险评估与控制关键技术综合研究" * 4


def size(content: bytes) -> tuple[int, int]:
    return Image.open(BytesIO(content)).size


@pytest.mark.parametrize(
    "card",
    [
        CARD,
        replace(CARD, rings=(), complete=True),
        replace(CARD, rings=(replace(RING, share=1.0, short="", met=True),) * 3),
        replace(CARD, rings=(replace(RING, share=1.7, have="12345.5", need=""),)),
        replace(CARD, rings=(replace(RING, share=1.0, have="0", need="", note="　视为完成", short="", met=True),)),
        replace(
            CARD, title=LONG, who=LONG, headline=LONG, source=LONG, lines=(Line(LONG, LONG, "+1000.5", "elective"),)
        ),
        replace(CARD, who="😀𠮷\n\t", lines=(Line("=1+1", "", "+0", "public"),) * 6, more="还有9项"),
    ],
)
def test_a_card_is_drawn_whatever_it_shows(card: Progress) -> None:
    wide, high = size(draw_progress(card))
    assert wide == WIDTH == 1080
    assert high > wide


@pytest.mark.parametrize(
    "chart",
    [
        CHART,
        replace(CHART, years=(COLUMN,)),
        replace(CHART, years=(COLUMN,) * 12),
        replace(CHART, complete=True, years=(replace(COLUMN, parts=(("public", 4000.0),), status="good", short=""),)),
        replace(CHART, years=(replace(COLUMN, parts=(), need=0.0, status="unknown", short="无文件", source=LONG),)),
    ],
)
def test_a_chart_is_drawn_whatever_it_shows(chart: Years) -> None:
    assert size(draw_years(chart))[0] == WIDTH


def test_an_employers_picture_leaves_out_what_it_was_not_given() -> None:
    facts = (("成员", "3"), ("已达标", "1"))
    bare = Standing("2026年", "某单位", "", 1, 3, "1/3人", facts, "还差多少", (), "各部门", (), "依据", FOOT)
    full = replace(
        bare, bands=(Bar("10以内", 0, 2, "0人"), Bar("10以上", 2, 2, "2人")), departments=(Bar(LONG, 1, 3, "1/3"),)
    )
    nobody = replace(bare, members=0, complete=0)
    heights = [size(draw_standing(each))[1] for each in (bare, full, nobody)]
    assert heights[0] == heights[2] < heights[1]


def test_the_ring_is_filled_as_far_as_it_should_be() -> None:
    def colours(share: float) -> set[tuple[int, ...]]:
        drawn = draw_progress(replace(CARD, rings=(replace(RING, share=share),)))
        image = Image.open(BytesIO(drawn)).convert("RGB")
        # on the ring's middle line: right, below, left
        return {image.getpixel(at) for at in ((297 + 187, 558), (297, 558 + 187), (297 - 187, 558))}  # type: ignore[misc]

    full, track = (tuple(bytes.fromhex(shade[1:])) for shade in (palette.TOTAL, palette.TOTAL_TRACK))
    assert colours(1.0) == {full}
    assert colours(0.0) == {track}
    assert colours(0.35) == {full, track}


def test_words_are_cut_to_the_room_they_have() -> None:
    assert fitted("论文", 36, 500) == "论文"
    cut = fitted(LONG, 36, 500)
    assert cut.endswith("…")
    assert width_of(cut, 36) <= 500


def test_the_font_is_found_without_matplotlib() -> None:
    code = (
        "import sys; from handlers.pictures.fonts import font_file; font_file(); sys.exit('matplotlib' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    assert font_file().stat().st_size > 1_000_000
    assert writable("张三😀〔2024〕1号　①") == "张三〔2024〕1号　①"


def test_asking_for_the_progress_gives_words_figures_and_a_card(author: Talk) -> None:
    answer = author.say("看看我的进度")
    assert answer.intent == "balance"
    assert "2026年还差74学时" in text_of(answer)
    assert size(made(answer).read_bytes())[0] == WIDTH


def test_the_same_card_is_drawn_once_and_a_changed_one_anew(author: Talk) -> None:
    first = made(author.say("进度图"))
    before = first.stat().st_mtime_ns
    assert made(author.say("看看学时进度")) == first
    assert first.stat().st_mtime_ns == before
    author.say("公需课考过一门")
    assert made(author.say("进度图")) != first


@pytest.mark.parametrize("words", ["近五年图", "多年图", "近五年进度", "历年学时图表"])
def test_several_years_make_a_chart(author: Talk, words: str) -> None:
    answer = author.say(words)
    assert "2025年：还差80学时" in text_of(answer)
    assert made(answer).name == "学时历年图.png"


def test_a_plain_question_gets_no_picture(author: Talk) -> None:
    assert [reply.files for reply in author.say("我还差多少学时").replies] == [()]
