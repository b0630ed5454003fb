"""A file that is no TOML: the line is named, and the cure is one that somebody without any programming understands."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from policies.loading import read_file
from policies.toml_slips import slip_of


def told(text: str) -> tuple[str, str]:
    with pytest.raises(tomllib.TOMLDecodeError) as error:
        tomllib.loads(text)
    return slip_of(text, str(error.value))


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        ("id = “甲”", '换成英文标点：“ 换成 "；” 换成 "'),
        ("hours＝3", "换成英文标点：＝ 换成 ="),
        ("by_rank = [6，5，4]", "换成英文标点：， 换成 ,"),
        ("if = { rank = 1，cn = true }", "换成英文标点：， 换成 ,"),
        ('id = "甲', "这一行的引号没有成对"),
        ('title = "关于"继续教育"的通知"', "文字里面不能再用英文引号，改成中文的“ ”"),
        ("rates = [{ hours = 3 } { hours = 4 }]", "两项之间要有英文逗号"),
        ('proof = ["甲" "乙"]', "两项之间要有英文逗号"),
        ("issued = 2024-1-8", "日期的月和日写两位数，如 2024-01-08"),
        ("if = { rank = 2-5 }", '名次的范围要加英文引号，如 rank = "2-5"'),
        ("times = 1/3", '分数要加英文引号，如 times = "1/3"'),
        ("every = 10,000", "大的数字中间不写逗号，如 10000"),
        ("rates = [{ hours = 3, }]", "花括号里最后一项后面不写逗号"),
        ("hours = 30学时", "数字后面不要带单位，如 hours = 30"),
        ("from = 2024年", "数字后面不要带单位，如 hours = 30"),
        ("hours = 08", "数字前面不要加 0"),
        ("yearly = 是", "“是”写成 true，“否”写成 false"),
        ("needs = { passed = TRUE }", "“是”写成 true，“否”写成 false"),
        ("subject = professional", '文字要加英文引号，如 subject = "professional"'),
        ("这是说明", "每行写成 键 = 值；说明文字前面加 #"),
        ("hours =", "等号后面缺了内容"),
        ("rates = [{ hours = 3", "花括号 { } 要成对，并且写在同一行"),
        ("[[rule]", "这一行的 [ 和 ] 没有成对"),
        ('title = "C:\\甲"', "文字里的反斜杠 \\ 去掉，或者写两个"),
        ("hours = 3.", '文字写成 "…"，几个词写成 ["甲", "乙"]，几个键写成 { 键 = 1, 键 = 2 }'),
    ],
)
@pytest.mark.parametrize("after", ["", "\n\n[[rule]]\n"])
def test_a_line_that_cannot_be_read(line: str, cure: str, after: str) -> None:
    assert told(f"# 说明\n{line}{after}") == (f"第2行看不懂：{line}", cure)


def test_a_key_that_stands_twice() -> None:
    cure = "这个键写了两次，留下一个；要写新的一条，前面先写 [[rule]]（都是两层方括号）"
    assert told("total = 1\ntotal = 2\n") == ("第2行看不懂：total = 2", cure)
    assert told("[rule]\nid = 'a'\n\n[[rule]]\nid = 'b'")[1] == cure


@pytest.mark.parametrize("after", ["", '[[rule]]\nid = "book"\n', 'says = "甲"\n'])
def test_a_list_that_is_never_closed_is_named_where_it_begins(after: str) -> None:
    assert told(f"rates = [\n    {{ hours = 3 }},\n\n{after}") == ("第1行的 [ 没有关上", "在该结束的地方补上 ]")


def test_signs_inside_a_text_are_no_slip() -> None:
    assert told('says = "一、二，三：“四”"  # 说明，“五”\nhours = 3学时')[1] == "数字后面不要带单位，如 hours = 30"


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_file_may_begin_with_the_mark_that_windows_writes(tmp_path: Path, mark: str) -> None:
    file = tmp_path / "甲.toml"
    file.write_text(f'{mark}id = "jia"', encoding="utf-8")
    assert read_file(file).raw == {"id": "jia"}


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_a_file_in_another_encoding(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "甲.toml"
    file.write_bytes('title = "继续教育学时认定办法"'.encode(encoding))
    assert [str(each) for each in read_file(file).problems] == [
        "甲.toml：不是 UTF-8 编码\n    改法：另存时编码选 UTF-8"
    ]


@pytest.mark.parametrize("name", ["没有.toml", "文件夹.toml"])
def test_a_file_that_cannot_be_opened(tmp_path: Path, name: str) -> None:
    (tmp_path / "文件夹.toml").mkdir()
    (problem,) = read_file(tmp_path / name).problems
    assert (problem.why[:3], problem.cure) == ("打不开", "检查文件名、位置和权限")
