"""The picture of the year, and the marks of buttons."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.channels import ring
from bot.channels.choices import Choices, offered
from handlers.message import Answer, Button, Reply

BALANCE = {
    "year": 2025,
    "region": "常州",
    "required": {"total": 90, "public": 30, "professional": 60},
    "credited": {"total": 40, "public": 0, "professional": 40},
    "short": {"total": 50, "public": 30, "professional": 20},
}

PICTURE = """\
  ⠀⣠⠔⠊⠉⠿⢷⣦⣄⠀
  ⡰⠁⠀⠀⠀⠀⠀⠈⢿⣆  合计 ████████░░░░░░░░░░ 40/90 还差 50
  ⡇⠀⠀44%⠀⠀⢸⣿  公需 ░░░░░░░░░░░░░░░░░░ 0/30 还差 30
  ⠱⡀⠀⠀⠀⠀⠀⢀⣾⠏  专业 ████████████░░░░░░ 40/60 还差 20
  ⠀⠙⠢⢄⣀⣀⡸⠟⠋⠀"""


def test_the_picture_of_a_year() -> None:
    assert "\n".join(ring.draw(BALANCE)) == PICTURE


def test_a_subject_without_a_minimum_has_no_bar() -> None:
    required = {"total": 90, "public": None, "professional": 60}
    lines = "\n".join(ring.draw({**BALANCE, "required": required}))
    assert "公需" not in lines
    assert "专业" in lines


def test_a_year_without_a_document_has_no_picture() -> None:
    nothing = {"total": None, "public": None, "professional": None}
    assert ring.draw({**BALANCE, "required": nothing, "short": nothing}) == []


def test_a_year_deemed_complete_is_full_though_nothing_was_credited() -> None:
    nothing = {"total": 0, "public": 0, "professional": 0}
    lines = "\n".join(ring.draw({**BALANCE, "credited": nothing, "short": nothing}))
    assert "100%" in lines
    assert "░" not in lines


def test_nothing_looks_full_before_it_is() -> None:
    assert "░" in ring.bar("合计", 89.5, 90, 0.5)
    assert "99%" in "".join(ring.ring(0.9999))


@pytest.mark.parametrize("share", [0, 0.25, 0.5, 0.75, 1])
def test_the_ring_grows_with_the_share(share: float) -> None:
    def dots(part: float) -> int:
        return sum(
            (ord(character) - ring.BLANK).bit_count()
            for line in ring.ring(part)
            for character in line
            if ord(character) >= ring.BLANK
        )

    assert dots(share) >= dots(max(0, share - 0.25))
    assert all(len(line) == ring.COLUMNS for line in ring.ring(share))


def answer_with(*labels: str, asks: tuple[str, ...] = ()) -> Answer:
    row = tuple(Button(label, f"data:{label}") for label in labels)
    return Answer((Reply("问题", to_user="u", buttons=(row,)),), asks=asks)


def test_buttons_are_pressed_by_their_number() -> None:
    choices = offered(answer_with("撤销", "修改"))
    assert choices.line() == "[1] 撤销  [2] 修改"
    assert choices.pressed("2") == choices.pressed(" ２ ") == "data:修改"
    assert choices.pressed("3") is choices.pressed("撤销") is choices.pressed("") is None


@pytest.mark.parametrize("slot", ["days", "author_position", "count", "entry"])
def test_a_number_that_may_be_the_answer_presses_nothing(slot: str) -> None:
    choices = offered(answer_with("独立", "第一", "其他", asks=(slot,)))
    assert choices.line() == "[A] 独立  [B] 第一  [C] 其他"
    assert choices.pressed("2") is None
    assert choices.pressed("b") == "data:第一"


def test_without_buttons_nothing_can_be_pressed() -> None:
    assert offered(Answer()).pressed("1") is None
    assert Choices().line() == ""


def test_hours_are_written_as_people_write_them() -> None:
    assert "7.5/30 还差 22.5" in ring.bar("公需", 7.5, 30, float(Decimal("22.5")))
