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
# what a person reads of what was done to their own records; beside it, what an administrator reads in the whole log
WHAT = {
    "person": "看了您的情况",
    "list": "看了未完成名单和各人差额",
    "queue": "看了您待审核的记录",
    "proof": "看了您交的材料",
    "approved": "核准了您的一条记录",
    "rejected": "不予认定您的一条记录",
    "returned": "退回您的一条记录，请补材料",
    "depart": "看了您的情况，准备办离职",
    "departed": "给您办了离职",
    "matched": "把您和名单对上了",
    "workbook": "导出了单位台账（含您的明细）",
    "statements": "导出了每个人的学时报告",
    "import_sheet": "导出了批量导入表",
    "suppose": "试算了全员换一份文件的结果",
    "appointed": "设您为管理员",
    "dismissed": "取消了您的管理员",
    "members": "看了成员名单",
    "join": "您同意加入",
    "leave": "您退出了单位",
    "late": "您说明理由后改动了已关闭年度",
}
DONE = {
    "person": "看了情况",
    "list": "看了未完成名单",
    "queue": "看了待审核的记录",
    "proof": "看了材料",
    "approved": "核准了一条记录",
    "rejected": "不予认定一条记录",
    "returned": "退回一条记录补材料",
    "depart": "准备办离职",
    "departed": "办了离职",
    "matched": "把成员和名单对上",
    "workbook": "导出了单位台账",
    "statements": "导出了每个人的学时报告",
    "import_sheet": "导出了批量导入表",
    "suppose": "试算了换一份文件",
    "appointed": "设为管理员",
    "dismissed": "取消管理员",
    "roster": "上传了名单",
    "short": "提醒了没完成的人",
    "text": "群发了通知",
    "closed": "关闭了一个年度",
    "reopened": "重新打开了一个年度",
    "set": "改了单位设置",
    "create": "创建了单位",
    "code": "换了加入码",
    "code_revoked": "作废了加入码",
    "bind": "绑定了一个群",
    "unbind": "解绑了一个群",
    "join": "加入了单位",
    "leave": "退出了单位",
    "members": "看了成员名单",
    "late": "说明理由后改动了已关闭年度",
}
