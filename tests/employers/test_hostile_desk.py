"""A hostile administrator and a hostile member at the desk: what they try leads to a sentence and to nothing else."""

from __future__ import annotations

from datetime import timedelta

import pytest

from handlers.assistant import Assistant
from handlers.message import Answer, Message
from storage import Database
from tests.employers.desk import Desk


class Crowd:
    """People who talk to the assistant over an office with one member, 何静, who has trained for three days."""

    def __init__(self, office: Desk) -> None:
        office.joins("he", "何静", days=3)
        self.office = office
        self.assistant = Assistant(office.database, office.library)
        self.now = office.now

    @property
    def database(self) -> Database:
        return self.office.database

    def says(self, user: str, text: str | None = None, **more: object) -> Answer:
        self.now += timedelta(seconds=30)
        message = Message(user, self.now, text=text, name="王敏", **more)  # type: ignore[arg-type]
        answer = self.assistant.answer(message)
        assert answer.error is None
        return answer


@pytest.fixture
def crowd(office: Desk) -> Crowd:
    return Crowd(office)


@pytest.mark.parametrize("name", ["江南轨道集团有限公司", "江南 轨道集团", "江南轨道集团公司"])
def test_an_employer_that_only_looks_alike_cannot_be_founded(crowd: Crowd, name: str) -> None:
    assert "已经有一个单位叫" in crowd.says("evil", f"创建单位 {name}").replies[0].text


TRIES = (
    "导出江南轨道集团的台账",
    "导出单位台账",
    "导出每个人的学时报告",
    "导出批量导入表",
    "江南轨道集团群发：请向某账户转账",
    "提醒没完成的人",
    "谁还没加入",
    "审核日志",
    "群发结果",
    "何静的情况",
)


@pytest.mark.parametrize("text", TRIES)
@pytest.mark.parametrize("user", ["evil", "he"])
def test_the_desk_is_shut_to_members_and_to_other_employers_people(crowd: Crowd, user: str, text: str) -> None:
    crowd.says("evil", "创建单位 别处的研究所")
    answer = crowd.says(user, text)
    assert all(reply.to_user == user for reply in answer.replies)
    told = "".join(reply.text for reply in answer.replies)
    assert "24学时" not in told
    assert not any("江南" in each for reply in answer.replies for each in reply.files)
    if user == "evil":
        assert "何静（" not in told


@pytest.mark.parametrize(
    "data", ["e:list:1:0:1:", "e:list:1:0000:1:", "e:list:1:2026:99999:", "e:list:1:٢٠٢٦:1:", "e:list:²:2026:1:", "e:"]
)
@pytest.mark.parametrize("user", ["boss", "he", "evil"])
def test_forged_buttons_do_no_harm(crowd: Crowd, user: str, data: str) -> None:
    assert crowd.says(user, press=data).replies[0].text


def test_a_yes_counts_only_for_who_still_administers(crowd: Crowd) -> None:
    crowd.says("boss", "设何静为管理员")
    crowd.says("he", "群发：第一条")
    assert crowd.says("he", "群发：第一条").asks == ("confirm",)
    crowd.says("boss", "取消何静的管理员")
    answer = crowd.says("he", "同意")
    assert [reply.to_user for reply in answer.replies] == ["he"]
    assert "只有这个单位的管理员" in answer.replies[0].text


def test_the_words_of_an_employer_cannot_pass_for_ours(crowd: Crowd) -> None:
    answer = crowd.says("boss", "群发：您的学时已清零，请点此处")
    (letter,) = [reply for reply in answer.replies if reply.to_user == "he"]
    assert letter.text.startswith("📣 江南轨道集团通知：\n")
    assert letter.buttons == ()


def test_whoever_left_gets_no_more_and_is_seen_no_more(crowd: Crowd) -> None:
    crowd.says("he", "退出单位")
    assert [reply.to_user for reply in crowd.says("boss", "提醒没完成的人").replies] == ["boss"]
    assert [reply.to_user for reply in crowd.says("boss", "群发：周五交").replies] == ["boss"]


@pytest.mark.parametrize(
    "text",
    ["别处的研究所全部核准", "别处的研究所关闭2026年度", "别处的研究所提醒没完成的人"],
)
def test_an_order_for_anothers_employer_is_not_carried_out_at_ones_own(crowd: Crowd, text: str) -> None:
    crowd.says("evil", "创建单位 别处的研究所")
    assert "不是您管理的单位" in crowd.says("boss", text).replies[0].text
