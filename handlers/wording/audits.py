"""What is said of the audit log: who looked at one's records, what was decided."""

from __future__ import annotations

NOBODY = "没有人看过您的记录。加入单位以后，管理员每看一次都会记在这里。"
HEAD = "看过或动过您记录的（最近{count}次）："
LINE = "{at} {employer}的{by}：{what}"
ADMINISTRATOR = "管理员"
FORMER = "一位已注销的管理员"
FOOT = "这份日志只能添加，改不了也删不掉。不想再让单位看，说“退出单位”。"
LOG_HEAD = "“{employer}”的审核日志（最近{count}条，共{all}条）："
LOG_LINE = "{at} {by} {what}{of}"
LOG_OF = "：{name}"
LOG_EMPTY = "“{employer}”还没有审核日志。"
WHOLE = "日志完好，校验码 {digest}。"
BROKEN = "⚠️ 日志从第{number}条起对不上，可能被改动过。请让维护的人运行 xueshi doctor 查看。"
FORMER_MEMBER = "一位已注销的成员"
UNKNOWN = "其他操作"
WHAT = {
    "look": "看了您的情况",
    "person": "看了您的情况",
    "short": "看了没完成的名单（有您）",
    "queue": "看了待审核的记录",
    "approved": "核准了您的一条记录",
    "rejected": "不予认定您的一条记录",
    "returned": "退回您的一条记录补材料",
    "proof": "看了您交的材料",
    "departed": "给您办了离职",
    "matched": "把您和名单对上了",
}
