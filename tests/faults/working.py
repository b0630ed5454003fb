"""An employer's year for the faults: founded, joined, bound to a group, reviewed, told, exported, left, closed."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from handlers.message import Message
from tests.faults.papers import Papers

START = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
CODE = "J7K29QXM"
NAMES = ("何静", "林一鸣", "周彬", "吴越", "孙健")
BOSS, GROUP = "boss", "g"
Did = dict[str, str]
TOLD = (
    "今年单位组织培训{days}天",
    "今年{month}月{day}号市人社局组织的培训，{days}天",
    "今年发表了一篇CN论文，第二作者，题目《{month}号线第{day}标段》",
    "公需课考过一门",
    "撤销",
    "改成{days}天",
    "我还差多少",
)
ORDERS = (
    "审核",
    "{name}的培训核准",
    "{name}的论文不予认定，刊号查不到",
    "{name}的培训退回补材料，缺签到表",
    "公需课全部核准",
    "谁还没完成",
    "{name}的情况",
    "群发：周五前交第{day}号材料",
    "提醒没完成的人",
    "发送",
    "单位截止日期改为12月{day}号",
    "单位地区设为常州",
    "单位按江苏2023认定",
    "群里显示姓名",
    "群里不显示姓名",
    "换一个加入码",
    "审核日志",
    "导出单位台账",
    "把{name}设为管理员",
    "移除管理员{name}",
    "{name}离职",
    "确认",
    "关闭2025年度",
    "重新打开2025年度",
)
BELONGING = ("退出单位", "加入单位 " + CODE, "同意", "同意", "我的单位")
IN_GROUP = ("完成率多少", "谁还没完成", "解绑单位", "绑定单位 江南轨道集团")
PRESSES = ("e:ok:{0}:1", "e:no:{0}:1", "e:back:{0}:1", "e:queue:1:0")


def year_of_employer(chance: random.Random, folder: Path, *, length: int = 50) -> tuple[Message, ...]:
    """One employer with a few members; everything in private, save for the group's own."""
    papers = Papers(folder)
    messages = [*_founding(papers), *_going_on(chance, papers, length)]
    return tuple(_message(number, who, did) for number, (who, did) in enumerate(messages))


def _message(number: int, who: str, did: Did) -> Message:
    """What somebody did; with `group` it was in the group, where BOSS is an administrator."""
    group = GROUP if "group" in did else None
    return Message(
        who,
        START + timedelta(minutes=number),
        text=did.get("text"),
        press=did.get("press"),
        file=did.get("file"),
        name=who,
        group=group,
        group_admin=group is not None and who == BOSS,
        addressed=group is not None,
        message_id=f"m{number}",
    )


def _founding(papers: Papers) -> Iterator[tuple[str, Did]]:
    yield BOSS, {"text": "创建单位 江南轨道集团"}
    yield BOSS, {"text": "单位地区设为常州"}
    yield BOSS, {"file": str(papers.roster([*NAMES]))}
    for name in NAMES[:3]:
        yield name, {"text": f"加入单位 {CODE}"}
        yield name, {"text": f"同意，我叫{name}"}
        yield name, {"text": "今年单位组织培训三天"}
        yield name, {"text": "今年发表了一篇CN论文，第二作者"}
    yield BOSS, {"text": "绑定单位 江南轨道集团", "group": ""}


def _going_on(chance: random.Random, papers: Papers, length: int) -> Iterator[tuple[str, Did]]:
    for _ in range(length):
        kind = chance.choices(
            ("tell", "belong", "proof", "order", "press", "group", "roster"), (40, 8, 4, 30, 10, 6, 2)
        )
        name = chance.choice(NAMES)
        said = {"month": chance.randint(1, 2), "day": chance.randint(1, 28), "days": chance.randint(1, 5), "name": name}
        if kind[0] in {"tell", "belong", "proof"}:
            yield name, _of_member(kind[0], chance, papers, said)
        else:
            yield BOSS, _of_boss(kind[0], chance, papers, said)


def _of_member(kind: str, chance: random.Random, papers: Papers, said: Mapping[str, object]) -> Did:
    if kind == "proof":
        return {"file": str(papers.photo(chance.randrange(40)))}
    return {"text": chance.choice(TOLD if kind == "tell" else BELONGING).format(**said)}


def _of_boss(kind: str, chance: random.Random, papers: Papers, said: Mapping[str, object]) -> Did:
    if kind == "press":
        return {"press": chance.choice(PRESSES).format(chance.randint(1, 15))}
    if kind == "roster":
        return {"file": str(papers.roster([*NAMES, *"甲乙丙丁"[: chance.randint(1, 4)]]))}
    if kind == "group":
        return {"text": chance.choice(IN_GROUP), "group": ""}
    return {"text": chance.choice(ORDERS).format(**said)}
