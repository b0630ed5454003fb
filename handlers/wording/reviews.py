"""What is said while an employer looks at and decides on its people's entries."""

from __future__ import annotations

QUEUE_EMPTY = "没有待审核的记录{whose}。"
QUEUE_OF = "（{name}）"
QUEUE_HEAD = "待审核{count}条{whose}，下面是第{first}–{last}条："
ITEM = "{number}. {name} {entry} {hours}"
SAID = "　原话：“{said}”"
PROOFS = "　凭证{count}份"
NO_PROOFS = "　还没交凭证"
SENT_BACK = "　已退回补材料"
MADE_UP = "　这是补学，单位认可才算数"
NO_HOURS = "0学时"
QUEUE_FOOT = "按按钮，或者直接说“{name}的{activity}核准”“第1条不予认定，理由……”。"
APPROVE, REJECT, RETURN, PROOF = "核准", "不予认定", "退回补材料", "看凭证"
APPROVE_ALL = "全部核准（{count}条）"
NEXT, BEFORE = "下一页", "上一页"

DONE = {
    "approved": "✅ 已核准：{name} {entry}",
    "rejected": "🚫 不予认定：{name} {entry}（{reason}）。已经告诉{name}，这条不再计入。",
    "returned": "↩️ 已退回补材料：{name} {entry}{reason}。已经告诉{name}，补齐前仍按自报计入。",
}
BECAUSE = "（{reason}）"
APPROVED_ALL = "✅ 已核准{count}条{whose}。"
REST = "还有{count}条待审核，说“审核”继续。"
ALL_REVIEWED = "待审核的都审完了。"
ASK_REASON = "不予认定“{name} {entry}”的理由是什么？按一个，或者直接写，会原样告诉本人。"
ASK_CLOSED_REASON = "{year}年度已经关闭，再改动要写明理由，会留痕。为什么要改“{name} {entry}”？"
REASONS = ("没有凭证", "凭证不齐", "不在认定范围", "时间不在本年度", "重复申报")
WHICH = "您说的是哪一条？"
OPTION = "{name} {entry}"
NO_ENTRY = "{name}没有这样一条记录。说“{name}的情况”可以看全部。"
NO_WAITING = "现在没有这样的待审核记录。说“审核”看看还有哪些。"
CANCELLED = "好的，没有改动。"
DECIDED_ALREADY = "这条已经是“{status}”了。"
STATUS = {"approved": "单位已核准", "rejected": "不予认定", "returned": "已退回补材料", "reported": "自报"}

TO_OWNER = {
    "rejected": "🚫 “{employer}”不予认定您的这条记录：{entry}。\n理由：{reason}\n"
    "这条不再计入学时。有疑问找单位管理员；记错了可以改好再报。",
    "returned": "↩️ “{employer}”把您的这条记录退回补材料：{entry}。{reason}\n"
    "把凭证的照片或PDF发给我就行；补齐之前仍按自报计入。",
}
WHAT_TO_ADD = "\n要补的：{reason}"

PERSON_HEAD = "{name}{where}：{standing}"
PERSON_WHERE = "（{known}）"
PERSON_ENTRIES = "{year}年登记了{count}条："
PERSON_LINE = "{number}. {entry} {hours}（{status}）"
PERSON_NONE = "{year}年还没有登记。"
PERSON_OTHER_YEARS = "其他年度：{years}"
PERSON_NO_PLACE = "还没说在哪里工作，算不出还差多少"
PROOFS_OF = "{name} {entry}的凭证："
PROOFS_NONE = "{name} {entry}还没交凭证。说“退回补材料”可以请本人补。"

DEPART_ASK = "要给{name}办离职吗？{pending}确认后出一份最终对账单，{name}退出“{employer}”，单位不再看到他的记录。"
DEPART_PENDING = "还有{count}条没审核：\n{lines}\n不审就按自报记入对账单。\n"
DEPART_NONE_PENDING = "待审核的都审完了。"
CONFIRM, CANCEL = "确认", "取消"
DEPARTED = "✅ 已为{name}办理离职。最终对账单：\n{lines}"
DEPART_YEAR = "{year}年 {standing}，{count}条记录（已核准{approved}，自报{reported}，不予认定{rejected}）"
DEPART_TOLD = "“{employer}”为您办理了离职，您不再是它的成员，它从现在起看不到您的记录。您自己的记录都还在。"
DEPART_LAST = "{name}是“{employer}”唯一的管理员，先设另一位管理员，再办离职。"

YEAR_CLOSED = "🔒 “{employer}”的{year}年度已关闭。之后要改动这一年的记录，都要写明理由，并且留痕。"
YEAR_ASK = "{year}年度还有{count}条没审核，关闭后仍按自报计入。要关闭吗？"
YEAR_OPENED = "🔓 “{employer}”的{year}年度重新打开了，可以照常审核和登记。"
YEAR_CLOSED_ALREADY = "“{employer}”的{year}年度本来就是关闭的。"
YEAR_OPEN_ALREADY = "“{employer}”的{year}年度没有关闭。"
YEAR_FUTURE = "{year}年度还没开始，不能关闭。"
LOCKED = "“{employer}”的{year}年度已经审核关闭。还要改动的话，请说明理由（会留痕，管理员看得到）；不改就说“算了”。"

SUPPOSED = "如果“{employer}”的{count}位成员{year}年都按{document}算：完成{then}人（现在{now}人），还差{short}人。"
SUPPOSED_BETTER = "会变成完成的：{names}。"
SUPPOSED_WORSE = "会变成没完成的：{names}。"
SUPPOSED_SAME = "完不完成的人和现在一样。"
SUPPOSED_FOOT = "这只是试算，没有改动。真要这样认定，说“单位按{words}认定”。"
