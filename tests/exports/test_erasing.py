"""清除我的数据: told first, done only on a second word, and then nothing is left anywhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from storage.database import Database
from storage.tables import METADATA
from tests.exports.talk import START, Talk, text_of


def everything_kept(database: Database) -> str:
    """The whole database as text."""
    with database.turn(START) as turn:
        rows = [str(row) for table in METADATA.sorted_tables for row in turn._connection.execute(table.select())]
    return "\n".join(rows)


@pytest.fixture
def marked(author: Talk) -> Talk:
    """Somebody whose words can be told from all others."""
    author.user = "user-4711"
    author.say("我在常州工作，我叫欧阳小满")
    author.say("今年发表了一篇CN论文《玲珑》，第二作者", message_id="m1")
    author.photo("封面")
    author.say("看看我的进度")
    return author


def test_what_goes_is_told_and_nothing_goes_yet(marked: Talk) -> None:
    answer = marked.say("清除我的数据")
    assert answer.asks == ("confirm",)
    assert "学时记录1条" in text_of(answer)
    assert "证明材料1份" in text_of(answer)
    assert "玲珑" in text_of(marked.say("列一下"))


@pytest.mark.parametrize("word", ["确认清除", "同意", "是"])
def test_a_second_word_erases_every_row_and_file(marked: Talk, database: Database, files: Path, word: str) -> None:
    marked.say("清除我的数据")
    assert "都清除了" in text_of(marked.say(word))
    left = everything_kept(database)
    assert not [trace for trace in ("user-4711", "欧阳小满", "玲珑") if trace in left]
    mine = [file for file in files.parent.rglob("*") if file.is_file() and "kept" in str(file)]
    assert mine == []


def test_the_button_erases_too_and_other_people_keep_theirs(marked: Talk, database: Database) -> None:
    marked.say("注销账号")
    marked.press("确认清除")
    left = everything_kept(database)
    assert "玲珑" not in left
    assert "深基坑监测" in left
    other = Talk(marked.assistant, marked.folder, "u1", now=marked.now)
    assert "深基坑监测" in text_of(other.say("列一下"))


@pytest.mark.parametrize("word", ["先不清除", "算了", "不"])
def test_a_no_keeps_everything(marked: Talk, word: str) -> None:
    marked.say("清除我的数据")
    assert "什么都没动" in text_of(marked.say(word))
    assert "玲珑" in text_of(marked.say("列一下"))


def test_a_later_yes_meant_for_something_else_erases_nothing(marked: Talk) -> None:
    marked.say("清除我的数据")
    marked.say("我还差多少学时")
    marked.say("是")
    assert "玲珑" in text_of(marked.say("列一下"))


def test_the_same_message_again_gets_the_same_answer_and_makes_nobody_known(marked: Talk, database: Database) -> None:
    marked.say("清除我的数据")
    first = marked.say("确认清除", message_id="m9")
    again = marked.say("确认清除", message_id="m9")
    assert text_of(first) == text_of(again)
    assert "user-4711" not in everything_kept(database)


def test_who_was_erased_is_a_new_person(marked: Talk) -> None:
    marked.say("清除我的数据")
    marked.say("确认清除")
    assert marked.say("公需课考过一门").asks == ("region",)


def test_who_is_erased_is_no_member_any_more_and_a_last_administrator_is_warned(
    marked: Talk, database: Database
) -> None:
    boss = Talk(marked.assistant, marked.folder, "boss")
    founded = text_of(boss.say("创建单位 江北测试院"))
    code = re.findall("加入单位 ([A-Z0-9]{8})", founded)[0]
    marked.say(f"加入单位 {code}")
    marked.say("同意")
    assert (boss.say("谁还没完成").org or {})["members"] == 1
    assert "单位成员身份1个" in text_of(marked.say("清除我的数据"))
    marked.say("确认清除")
    assert (boss.say("谁还没完成").org or {})["members"] == 0
    assert "玲珑" not in everything_kept(database)
    assert "唯一的管理员" in text_of(boss.say("清除我的数据"))
    boss.say("确认清除")
    assert "boss" not in everything_kept(database)
