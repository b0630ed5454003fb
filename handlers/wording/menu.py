"""The commands of a chat's menu: what each is called there, and which sentence it stands for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """A command. `shown` is its line in the menu, `says` the sentence that it stands for, `with_rest` the sentence
    where more was typed behind it."""

    shown: str
    says: str
    with_rest: str = "{rest}"


MENU = {
    "gap": Item("我还差多少学时", "我还差多少学时", "{rest}还差多少学时"),
    "plan": Item("怎么补最快", "怎么补最快", "{rest}怎么补最快"),
    "list": Item("列出我的记录", "列一下", "列一下{rest}的记录"),
    "undo": Item("撤销上一条", "撤销", "撤销{rest}"),
    "policy": Item("按哪份文件、怎么算", "依据是什么", "{rest}算多少学时"),
    "remind": Item("提醒", "我有哪些提醒", "{rest}提醒我"),
    "export": Item("导出表格、PDF、日历", "导出", "导出{rest}"),
    "region": Item("换地区", "", "我在{rest}工作"),
    "help": Item("能做什么", "帮助"),
    "privacy": Item("我的数据", ""),
    "start": Item("重新认识一下", ""),
}

EXAMPLES = {
    "gap": "我还差多少学时",
    "try": "如果今年发表一篇CN论文，第二作者，够不够",
    "plan": "怎么补最快",
}
LABELS = {"gap": "试试：我还差多少", "try": "试试：发篇论文够不够", "plan": "试试：怎么补最快"}

START_REGION = (
    "您好，我是学时管家。您说做过什么，我按当地文件算继续教育学时、记账、提醒还差多少。\n"
    "三步就好：①选地区 ②说做过什么 ③问还差多少。\n"
    "先选您工作的地区，别的地方直接打字，比如：我在苏州工作。"
)
START_KNOWN = "您好，我是学时管家。现在按{place}来算。"
START_SAY = (
    "做过什么，直接打一句话：\n• 去年发表了一篇CN论文，第二作者\n• 单位组织培训两天\n"
    "证书、期刊封面拍照发来，我替您存着。"
)
START_TRY = "先点一个试试（不会记账）："
REGION_NOW = "📍 现在按{place}来算。要换，点一个，或者直接说，比如：从今年7月起在南通工作。"
PRIVACY = (
    "🔒 您的数据：\n"
    "• 只存您告诉我的话、由它算出的记录和您发来的文件；谁的账只有谁看得到。\n"
    "• 加入单位以后，单位管理员能看到的，加入前会先跟您说清楚，您同意才算。\n"
    "• 说“导出全部数据”可以拿走一份，说“清除我的数据”会全部删掉，不能恢复。"
)
