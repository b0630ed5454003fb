"""What stands in the workbook that an employer audits by: its sheets, heads and words."""

from __future__ import annotations

SUMMARY, BALANCES, ENTRIES, UNREVIEWED, ABSENT = "汇总", "余额", "明细", "未审核", "未加入"
STATE, DECISION = "是否达标", "审核状态"
BALANCE_HEADS = (
    ("姓名", 10),
    ("工号", 11),
    ("部门", 16),
    ("地区", 8),
    (STATE, 9),
    ("还差合计", 9),
    ("还差公需", 9),
    ("还差专业", 9),
    ("计入合计", 9),
    ("计入公需", 9),
    ("计入专业", 9),
    ("要求合计", 9),
    ("要求公需", 9),
    ("要求专业", 9),
    ("上年结转", 9),
    ("视为完成", 12),
    ("未审核条数", 10),
    ("依据文件", 24),
)
ENTRY_HEADS = (
    ("姓名", 10),
    ("工号", 11),
    ("部门", 16),
    ("编号", 8),
    ("内容", 40),
    ("科目", 7),
    ("认定学时", 9),
    ("计入学时", 9),
    ("少计原因", 16),
    ("依据文件", 24),
    ("条款", 12),
    ("规定要点", 36),
    ("应备材料", 32),
    ("已交材料", 9),
    (DECISION, 13),
    ("审核意见", 20),
    ("本人原话", 30),
)
NOT_FOR_REVIEW = {"计入学时", "少计原因", "规定要点"}  # heads that a reviewer can do without
ABSENT_HEADS = (("姓名", 12), ("工号", 14), ("部门", 20), ("名单第几行", 11))
STATUS = {"reported": "自报待审", "returned": "已退回补材料", "approved": "已核准", "rejected": "不予认定"}
COUNTED, NOT_COUNTED = "达标", "未达标"
NO_DOCUMENT = "没有文件"
COVERS = {"total": "合计", "public": "公需", "professional": "专业"}
CUT = {
    "cap": "超过上限（{article}）",
    "once": "同一内容只算一次（{article}）",
    "best": "同一内容取最高（{article}）",
    "rejected": "单位不予认定",
    "year": "年度限额（{article}）",
}
MADE_UP = "补{year}年"
FILES = "{count}份"
NONE = "没有"
TITLE = "{employer} {year}年继续教育学时台账"
MADE = "截至{at}，{by}导出"
FACTS = (
    ("成员", "{members}人"),
    ("达标", "{complete}人（{rate}）"),
    ("未达标", "{short}人，平均每人还差{average}学时"),
    ("明细", "{entries}条：已核准{approved}，自报待审{reported}，退回补材料{returned}，不予认定{rejected}"),
    ("名单上还没加入", "{absent}"),
)
ABSENT_COUNT, NO_ROSTER = "{count}人，见“未加入”", "没有上传名单"
DEPARTMENT_HEADS = ("部门", "成员", "达标", "未达标", "达标率", "还差学时合计")
NO_DEPARTMENT = "（没有部门）"
DOCUMENTS = "依据的文件：{documents}"
UNOFFICIAL = "非官方证明，以单位审核登记为准。学时由成员自报，按文件算出；“审核状态”是单位的决定。"
ANCHOR = "审核日志校验码：{digest}（此后日志若被删改，对照这个码就能看出来）"
CHART = "各部门达标情况"
FOOTER = "&L非官方证明，以单位审核登记为准&R第 &P 页，共 &N 页"
FILE = "{employer}-{year}年学时台账.xlsx"
MADE_WORKBOOK = "📗 “{employer}”{year}年的台账做好了：汇总、余额、明细（带依据、材料和审核状态）、未审核，都在表里。"
MADE_IMPORT = (
    "📗 {year}年的批量导入表做好了：只有已核准、算学时的记录，一条一行。"
    "证件号码我这里不存，请补上再导入；列不对可以请维护的人改。"
)
MADE_STATEMENTS = "🗂 {count}人{year}年的学时报告都在压缩包里，每人一份 PDF。"
NOTHING_TO_IMPORT = "{year}年还没有已核准、算学时的记录，导入表是空的。先说“审核”，核准以后再导出。"
IMPORT_FILE = "{employer}-{year}年批量导入表.xlsx"
STATEMENTS_FILE = "{employer}-{year}年学时报告.zip"
STATEMENT_FILE = "{department}-{name}-{number}-{year}年.pdf"
SOME_DEPARTMENT = "信息部"
TOO_MANY_STATEMENTS = (
    "“{employer}”有{count}人，一次最多做{most}份 PDF。请按部门来，比如：导出{department}每个人的报告。"
)
NO_MEMBERS = "“{employer}”还没有成员，没有可以导出的。"
