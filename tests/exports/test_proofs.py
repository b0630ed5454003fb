"""Photos and PDFs as proofs: where they go, what is missing, what comes back, what is removed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exports.talk import HEADS, Talk, made, text_of


def kept(files: Path) -> list[Path]:
    return sorted(file for file in files.rglob("*") if file.is_file())


def test_a_photo_just_after_a_record_goes_with_it_and_asks_what_it_shows(author: Talk, files: Path) -> None:
    answer = author.photo()
    assert "放在「2025年 论文《深基坑监测》" in text_of(answer)
    assert answer.asks == ("kind",)
    assert len(kept(files)) == 1
    done = author.press("刊物封面")
    assert "还缺：刊号页、目录页" in text_of(done)


@pytest.mark.parametrize(
    ("words", "item"), [("封面", "刊物封面"), ("这是目录", "目录页"), ("刚才那篇论文的刊号页", "刊号页")]
)
def test_the_caption_names_the_paper(author: Talk, words: str, item: str) -> None:
    answer = author.photo(words)
    assert f"的{item}。" in text_of(answer)
    assert answer.asks == ()


def test_words_after_the_photo_say_what_it_is(author: Talk) -> None:
    author.photo()
    assert "的刊物封面" in text_of(author.say("这是封面"))


def test_a_caption_with_a_number_points_into_the_listing(author: Talk) -> None:
    author.say("列一下")
    assert "2026年 培训" in text_of(author.photo("这是第一条的证明"))


def test_a_photo_that_comes_later_without_a_word_is_asked_about(author: Talk) -> None:
    author.wait(hours=3)
    answer = author.photo()
    assert answer.asks == ("entry",)
    assert "放在「2026年 培训" in text_of(author.press("2. 2026年 培训"))


def test_the_number_of_an_offered_entry_may_be_typed(author: Talk) -> None:
    author.wait(hours=3)
    author.photo()
    assert "放在「2026年 培训" in text_of(author.say("2"))


def test_it_can_be_put_with_another_entry(author: Talk) -> None:
    author.photo("封面")
    author.press("不是这条")
    assert "放在「2026年 培训" in text_of(author.press("1. 2026年 培训"))


def test_a_record_as_caption_is_recorded_and_the_photo_goes_with_it(talk: Talk) -> None:
    answer = talk.photo("今年公需课考过一门")
    assert [entry.activity for entry in answer.posted] == ["public_course"]
    assert "材料齐了" in text_of(answer)


def test_a_photo_of_a_record_that_lacks_a_word_waits_for_it(talk: Talk) -> None:
    answer = talk.photo("今年发表了论文一篇")
    assert answer.posted == ()
    assert "记下后就放进去" in text_of(answer)
    assert "放在「2026年 论文" in text_of(talk.say("CN，第二作者"))


def test_a_photo_before_any_record_waits_for_one(talk: Talk) -> None:
    assert talk.photo().asks == ("entry",)
    assert "2026年 公需课" in text_of(talk.say("公需课考过一门")).split("📎")[1]


def test_the_same_file_is_kept_once_and_said_so(author: Talk, files: Path) -> None:
    author.photo("封面")
    again = author.say(file=str(author.folder / "1.jpg"))
    assert "已经收过了" in text_of(again)
    assert len(kept(files)) == 1


@pytest.mark.parametrize("kind", HEADS)
def test_photos_and_pdfs_are_known_by_their_first_bytes(author: Talk, kind: str) -> None:
    assert "📎" in text_of(author.photo("封面", kind))


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.jpg", b"MZ\x90\0" * 9, "收不了"),
        ("a.pdf", b"<html>", "收不了"),
        ("a.svg", b"<svg onload='x'/>", "收不了"),
        ("a.xls", b"\xd0\xcf\x11\xe0" * 9, "xlsx"),
        ("a.jpg", b"", "空的"),
        ("a.jpg", b"\xff\xd8\xff" + b"\0" * (20 * 2**20), "20MB"),
    ],
)
def test_anything_else_gets_a_sentence_and_is_not_kept(
    author: Talk, files: Path, name: str, content: bytes, said: str
) -> None:
    assert said in text_of(author.say(file=str(author.file(name, content))))
    assert kept(files) == []


def test_a_file_that_is_not_there_is_told(author: Talk) -> None:
    assert "没有收到" in text_of(author.say(file=str(author.folder / "gone.jpg")))


def test_what_is_missing_is_shown_by_entry(author: Talk) -> None:
    author.photo("封面")
    last_year = text_of(author.say("去年的还缺什么材料"))
    assert "论文《深基坑监测》" in last_year
    assert "缺：刊号页、目录页" in last_year
    assert "缺：培训通知" in text_of(author.say("还缺什么材料"))


def test_one_file_may_hold_all_papers(author: Talk) -> None:
    author.photo(kind="pdf")
    assert "材料齐了" in text_of(author.press("整套"))
    assert "材料都齐了" in text_of(author.say("去年的材料齐了吗"))


def test_proofs_are_listed_and_sent_back_unchanged(author: Talk) -> None:
    author.photo("封面")
    assert "📎 刊物封面" in text_of(author.say("我的证明材料"))
    assert "📎材料缺2样" in text_of(author.say("列一下"))
    back = made(author.say("把论文的封面发给我"))
    assert back.read_bytes() == (author.folder / "1.jpg").read_bytes()
    assert back.name.startswith("2025论文刊物封面")


def test_a_proof_is_removed_with_its_file(author: Talk, files: Path) -> None:
    author.photo("封面")
    assert "已删除" in text_of(author.say("删掉论文的封面"))
    assert kept(files) == []
    assert "还没有收到材料" in text_of(author.say("我的证明材料"))


def test_which_one_to_remove_is_asked(author: Talk, files: Path) -> None:
    author.photo("封面")
    author.photo("目录")
    author.wait(hours=1)
    author.say("我还差多少学时")
    assert author.say("删掉论文的材料").asks == ("entry",)
    author.press("刊物封面")
    assert len(kept(files)) == 1


def test_proofs_go_with_an_amended_entry_and_with_a_restored_one(author: Talk) -> None:
    author.photo("封面")
    author.say("那篇论文改成第一作者")
    assert "缺：刊号页、目录页" in text_of(author.say("去年的还缺什么材料"))
    author.say("撤销去年那篇论文")
    author.say("恢复")
    assert "缺：刊号页、目录页" in text_of(author.say("去年的还缺什么材料"))


def test_nobody_elses_proofs_are_seen_or_sent(author: Talk, files: Path) -> None:
    author.photo("封面")
    button = dict(author.buttons)
    stranger = Talk(author.assistant, author.folder, "u2")
    stranger.say("我在常州工作")
    assert "还没有收到材料" in text_of(stranger.say("我的证明材料"))
    stranger.buttons = button
    assert "过期" in text_of(stranger.press("删掉这份"))
    assert len(kept(files)) == 1


def test_two_people_with_the_same_file_lose_nothing_by_each_other(author: Talk, files: Path) -> None:
    author.photo("封面")
    other = Talk(author.assistant, author.folder, "u2")
    other.say("我在常州工作")
    other.say("公需课考过一门")
    other.say(file=str(author.folder / "1.jpg"))
    author.say("删掉论文的封面")
    assert len(kept(files)) == 1
    assert made(other.say("把我的材料都发给我")).exists()
