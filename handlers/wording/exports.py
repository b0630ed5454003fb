"""What is said of exports and of one's own data, and the words in the files themselves."""

from __future__ import annotations

WHICH_FORMAT = "要导出成哪一种？"
FORMATS = {"table": "表格（Excel）", "statement": "打印用（PDF）", "calendar": "日历", "everything": "全部数据"}
TABLE = "📄 {span}的学时台账做好了：明细{count}条，还有年度汇总、依据和材料清单。"
STATEMENT = "🖨 {span}的学时清单做好了，打印出来就能交。它不是官方证明，最终以单位审核登记为准。"
CALENDAR = "📅 日历文件做好了，有{count}个日子。在手机上点开，选“添加全部”就进日历了。"
CALENDAR_NONE = "眼下没有要放进日历的日子。"
EVERYTHING = "📦 这是我这里关于您的全部数据（JSON），一条不少。材料原件另有{count}份，说“把我的材料都发给我”就发给您。"
NOTHING_YET = "还没有记录，导出来是空的。做过什么直接告诉我，比如：去年发表了一篇CN论文，第二作者。"
EMPTY_YEARS = "{span}还没有记录，导出来是空的。说“导出”可以导出全部年份。"
NO_DOCUMENT_YEAR = "{span}没有文件可依，清单里只列了做过的事，没有学时。"
IN_PRIVATE = "这些是您自己的数据，请私聊我来拿。"
ALL_YEARS = "历年"

# erasing
ERASE_FIRST = (
    "清除以后找不回来，请确认。会清掉：\n{what}\n\n"
    "想先留一份，说“导出我的全部数据”。确定的话，点下面的按钮，或者打“确认清除”。"
)
ERASE_GOES = {
    "entry": "• 学时记录{count}条（撤销过的也算）",
    "proof": "• 证明材料{count}份，连同原件",
    "profile": "• 您的资料：地区、姓名、行业、目标",
    "dialogue": "• 聊天里记着的上下文和回答过的话",
    "reminder": "• 提醒{count}个",
    "membership": "• 单位成员身份{count}个，单位从此看不到您的学时",
}
ERASE_LAST_ADMIN = "⚠️ 您是「{names}」唯一的管理员，清除后这个单位就没有管理员了。可以先说“设某某为管理员”。"
ERASE_YES, ERASE_NO = "确认清除", "先不清除"
ERASE_WORDS = frozenset({"确认清除", "确认", "确定", "确定清除", "同意", "是", "清除", "yes", "确认删除", "确定删除"})
KEEP_WORDS = frozenset(
    {"先不清除", "不", "不是", "算了", "取消", "不要", "不清除", "别", "先不", "no", "不同意", "别删", "不删了"}
)
ERASE_KEPT = "好的，什么都没动。"
ERASED = "🧹 都清除了：记录、材料、对话、提醒和您的资料，一条不留，找不回来。以后想再用，随时跟我说话就行。"
PRIVACY = (
    "您的数据只用来给您算学时：\n"
    "• 存的是您说的话、记录、材料原件和提醒，放在运营这个助手的机器上，不给第三方。\n"
    "• 别人看不到。您加入了单位，单位管理员才看得到您的学时和材料；退出就看不到了。\n"
    "• 材料只保存，不打开、不识别内容。\n"
    "• 全部拿走：说“导出我的全部数据”。全部删掉：说“清除我的数据”，删了就没有了。\n"
    "完整说明在项目的 docs/privacy.md。"
)

# the files
TABLE_NAME = "学时台账-{span}.xlsx"
STATEMENT_NAME = "学时清单-{span}.pdf"
CALENDAR_NAME = "学时提醒.ics"
EVERYTHING_NAME = "我的全部数据.json"
SHEETS = {"entries": "明细", "years": "年度汇总", "sources": "依据", "proofs": "证明材料"}
ENTRY_HEADS = (
    ("序号", 6), ("年度", 7), ("时间", 22), ("开始", 12), ("结束", 12), ("活动", 14), ("具体情况", 40), ("科目", 8),
    ("规定学时", 10), ("计入学时", 10), ("依据文件", 26), ("条款", 12), ("状态", 10), ("材料", 14), ("还缺的材料", 30),
    ("说明", 30), ("您的原话", 40), ("登记日期", 12),
)  # fmt: skip
YEAR_HEADS = (
    ("年度", 7), ("地区", 12), ("要求合计", 10), ("要求公需", 10), ("要求专业", 10), ("计入合计", 10), ("计入公需", 10),
    ("计入专业", 10), ("还差合计", 10), ("还差公需", 10), ("还差专业", 10), ("结论", 12), ("依据文件", 28),
    ("条款", 12),
)  # fmt: skip
SOURCE_HEADS = (("依据文件", 30), ("条款", 14), ("大意", 70), ("用到几条", 10))
PROOF_HEADS = (
    ("年度", 7), ("活动", 40), ("材料", 28), ("状态", 10), ("类型", 8), ("大小（KB）", 12), ("收到日期", 12),
    ("SHA-256", 68),
)  # fmt: skip
HELD, LACKING = "已收", "还缺"
COMPLETE, INCOMPLETE, UNKNOWN = "已达标", "未达标", "没有文件"
DEEMED = "视为完成"
STATUS = {"reported": "自报", "approved": "单位已核准", "rejected": "不予认定", "returned": "退回补材料"}
NOTE = "由学时管家按自报内容和文件计算，{day}导出。非官方证明，以单位审核登记为准。"

# the printed statement
TITLE = "专业技术人员继续教育学时清单"
YEAR_TITLE = "（{year}年度）"
WHO = {"name": "姓名", "region": "地区", "source": "依据", "day": "制表日期"}
NO_NAME = "（未填）"
PRINT_HEADS = ("序号", "时间", "活动与具体情况", "科目", "规定学时", "计入学时", "依据条款", "材料")
SUMS = ("科目", "要求", "已计入", "还差", "其中材料齐全的", "仅自报、材料不全的")
SUBJECT_NAMES = {"total": "合计", "public": "公需科目", "professional": "专业科目", "elective": "个人选修"}
VERDICTS = {
    True: "结论：{year}年度继续教育学时已达到要求。",
    False: "结论：{year}年度继续教育学时还差{short}。",
    None: "结论：我这里没有{region}{year}年度的文件，未作认定。",
}
CARRIED = "另有往年结转：{hours}。"
DISCLAIMER = "非官方证明，以单位审核登记为准。本清单按本人自报内容和所列文件计算，材料由本人保存。"
SIGNATURES = ("本人签字：", "单位审核（盖章）：", "日期：")
PAGE = "第 {page} 页，共 {pages} 页"
EMPTY_ROW = "本年度没有记录。"
PROVEN, PARTLY, REPORTED = "齐全", "缺{count}样", "未交"
NOTHING_WANTED = "—"

# the calendar
EVENT_DEADLINE = "{year}年继续教育学时截止"
EVENT_SHORT = "还差{short}。按{document}{article}，要在这一天前修满。"
EVENT_COMPLETE = "已达标。交材料、等单位审核。"
EVENT_PLAIN = "{year}年的学时要在这一天前修满。"
CALENDAR_TITLE = "学时管家"


def span(years: tuple[int, ...]) -> str:
    """Years for people: 2026年, 2022–2026年, 2022、2025年."""
    if not years:
        return ALL_YEARS
    if len(years) == 1:
        return f"{years[0]}年"
    first, last = min(years), max(years)
    whole = last - first + 1 == len(years)
    return f"{first}–{last}年" if whole else "、".join(map(str, sorted(years))) + "年"
