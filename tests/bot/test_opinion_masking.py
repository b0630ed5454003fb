"""What identifies a person does not leave: asserted on what came over the wire."""

from __future__ import annotations

import pytest

from policies.library import Library
from tests.bot.completions import Completions
from tests.bot.second import TODAY, opinion

MASKED = [
    ("我手机13812345678，做了两场示范", "我手机〔号码〕，做了两场示范"),
    ("打138 1234 5678或0519-8688 1234", "打〔号码〕或〔号码〕"),
    ("１３８－１２３４－５６７８", "〔号码〕"),
    ("13\u200b812345678", "〔号码〕"),
    ("电话一三八一二三四五六七八", "电话〔号码〕"),
    ("138****5678是我", "〔号码〕是我"),
    ("身份证32040419850304123X", "身份证〔号码〕"),
    ("身份证号是320404 19850304 1234", "身份证号是〔号码〕"),
    ("护照E12345678", "护照〔号码〕"),
    ("工号：A1027，去讲了课", "工号：〔号码〕，去讲了课"),
    ("证书编号HX-2024-88", "证书编号〔号码〕"),
    ("微信 lao_wang88 联系", "微信 〔号码〕 联系"),
    ("发到 zhang.san@example.cn 了", "发到 〔邮箱〕 了"),
    ("发到zhang＠example。cn", "发到zhang〔姓名〕。cn"),
    ("见https://example.cn/u?id=7，做完了", "见〔网址〕，做完了"),
    ("我叫张三，去年做了示范", "我叫〔姓名〕，去年做了示范"),
    ("我叫张三去年做了示范", "我叫〔姓名〕去年做了示范"),
    ("本人姓名：欧阳小明做了示范", "本人姓名：〔姓名〕做了示范"),
    ("姓名阿卜杜拉·买买提，做了示范", "姓名〔姓名〕，做了示范"),
    ("我叫 John Smith，做了示范", "我叫 〔姓名〕，做了示范"),
    ("作者：张三、李四，登了", "作者：〔姓名〕，登了"),
    ("@张三 做了两场示范", "〔姓名〕 做了两场示范"),
]
KEPT = [
    "2024-06-18至2024.6.20培训了3天",
    "2023-2024年做了两场",
    "二〇二四年写了100000字，学强12000分",
    "第一作者：我，刊号CN32-1234/G4",
    "24年6月3号到8号，40学时",
]


@pytest.mark.parametrize(("said", "sent"), [*MASKED, *((kept, kept) for kept in KEPT)])
def test_who_wrote_it_does_not_leave(said: str, sent: str, server: Completions, library: Library) -> None:
    opinion(server.url, library).propose(said, TODAY)
    assert server.received[0].asked["sentence"] == sent
