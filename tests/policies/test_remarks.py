"""What a document may lack without being wrong is pointed out; what is in order is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from policies.library import load_library
from policies.own_packs import check_files
from policies.remarks import remarks_of

PACK = """
id = "lasa"
document = "示例〔2026〕1号"
title = "学时认定办法"
issued = 2026-01-01
{head}
from = 2026
[[requirement]]
article = "一"
total = 90
public = 30
"""
RULE = """
[[rule]]
id = "{id}"
article = "二"
activity = "{activity}"
subject = {subject}
rates = [{{ hours = {hours} }}]
{more}
"""
WHOLE = 'regions = ["拉萨"]\nnames = ["拉萨2026"]'
TEXTS = 'says = "每门十学时。"\nproof = ["合格证"]'


def remarks(
    folder: Path, head: str = WHOLE, subject: str = '"public"', hours: int = 10, more: str = TEXTS
) -> list[str]:
    """What is remarked on a pack with one rule, save the activities that it does not speak of."""
    file = folder / "lasa.toml"
    rule = RULE.format(id="public", activity="public_course", subject=subject, hours=hours, more=more)
    file.write_text(PACK.format(head=head) + rule, encoding="utf-8")
    library, left_out = check_files([file], [])
    assert left_out == ()
    return remarks_of(library.policies["lasa"], library)[:-1]


def test_a_document_that_has_everything(tmp_path: Path) -> None:
    assert remarks(tmp_path) == []


@pytest.mark.parametrize(
    ("head", "remark"),
    [
        (WHOLE.replace('"拉萨"', '"拉洒"'), "regions 里的“拉洒”不在地名表里"),
        (WHOLE.replace('"拉萨"', '"拉萨市"'), "写成 拉萨。"),
        (WHOLE.replace('regions = ["拉萨"]', ""), "没写 regions，只有指名要用这份文件的人才会用到它。"),
        ('regions = ["拉萨"]', "没写 names，别人只能用文件号“示例〔2026〕1号”来称呼它。"),
    ],
)
def test_how_it_is_found(tmp_path: Path, head: str, remark: str) -> None:
    (found,) = remarks(tmp_path, head=head)
    assert remark in found


def test_a_trades_document_needs_no_place(tmp_path: Path) -> None:
    assert remarks(tmp_path, head='trade = "accounting"\nnames = ["会计2026"]') == []


@pytest.mark.parametrize("subject", ['{ stated = true, unsaid = "professional" }', '["professional", "public"]'])
def test_a_subject_that_some_item_may_fill(tmp_path: Path, subject: str) -> None:
    assert remarks(tmp_path, subject=subject) == []


def test_a_subject_that_no_item_fills(tmp_path: Path) -> None:
    assert remarks(tmp_path, subject='"professional"') == ["要求了公需学时，但没有一条给公需学时。"]


def test_items_that_say_nothing(tmp_path: Path) -> None:
    assert remarks(tmp_path, more="") == [
        "public 没写 says，助手说不出这一条的大意。",
        "public 没写 proof，助手不知道该提醒留什么凭证。",
    ]
    assert remarks(tmp_path, hours=0, more="") == ["public 没写 says，助手说不出这一条的大意。"]


def test_activities_that_it_does_not_speak_of(tmp_path: Path) -> None:
    library = load_library()
    last = remarks_of(library.policies["changzhou-2024"], library)[-1]
    assert last.startswith("没有写到的活动：")
    assert "专利" in last
    assert "论文" not in last
    assert remarks(tmp_path) == []
