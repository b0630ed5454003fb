"""What is said of an employer's roster: what was taken in, what not and why, who has not joined."""

from __future__ import annotations

TAKEN = "📋 名单收下了：{count}人{departments}。"
DEPARTMENTS = "，{count}个部门"
REPLACED = "（换掉了{day}上传的那份）"
JOINED = "已加入{joined}人，还没加入{absent}人{names}。"
ALL_JOINED = "名单上的人都加入了。"
NAMES = "：{names}"
MORE = "等"
REFUSED = "有{count}行没收下："
ROW = "第{row}行{sheet}{said}：{why}"
OF_SHEET = "（{sheet}）"
SAID = "“{said}”"
WHY = {
    "no_name": "没有姓名",
    "not_a_name": "不像姓名",
    "uncalculated": "是还没算出结果的公式，请在表格软件里打开、保存后再传",
    "error_value": "单元格里是错误值（如 #N/A）",
    "repeated": "和第{like}行是同一个人，只收一次",
    "number_taken": "工号和第{like}行重复，请核对是谁的",
    "namesake": "和第{like}行同名，又没有工号或部门能分开；如果是两个人，请都填上工号",
}
MORE_ROWS = "……还有{count}行，都在附件里。"
STRANGERS = "已加入、但名单上没有的{count}人：{names}。"
UNSURE = "名单上有{lines}位{name}，已加入的{name}（{joined}加入）是哪一位？"
LINE = "{number}{department}"
NONE_OF_THEM = "都不是"
SETTLED = "好的，{name}对上了：{line}。"
LEFT_OPEN = "好的，{name}先不对。"
NEXT_ABSENT = "把加入码发给他们就行：加入单位 {code}"
NO_CODE = "发加入码给他们就行。说“加入码”我给您看。"
ABSENT_HEAD = "按{day}上传的名单（{count}人）："
NO_ROSTER = "还没有名单。把名单（xlsx 或 csv，要有“姓名”一列，最好还有“工号”“部门”）发给我，我就能告诉您谁还没加入。"
HOW = (
    "把名单文件直接发给我：xlsx 或 csv，第一行写“姓名”“工号”“部门”（写成名字、编号、科室也认得）。"
    "我会逐行告诉您收下了谁、哪行有问题、谁还没加入。新的一份会换掉旧的。"
)
FILE = "名单核对结果.xlsx"
SHEETS = ("没收下的行", "还没加入", "分不清的")
HEADS = (("工作表", "行号", "写的是", "原因"), ("姓名", "工号", "部门", "名单第几行"), ("已加入的", "可能是"))
PROBLEMS = {
    "too_big": "这份文件太大了（解开来超过上限）。请只留名单这一张表，再发一次。",
    "too_many_rows": "名单超过{seen}行了，请分单位上传。",
    "old_format": "这是旧格式的 .xls，或者加了密码，我打不开。请在 Excel 或 WPS 里另存为 .xlsx（不加密码），再发一次。",
    "web_page": "这其实是网页，只是名字叫 .xls。请打开后另存为 .xlsx，再发一次。",
    "not_a_table": "这不像名单。请发 .xlsx 或 .csv 文件，第一行写“姓名”“工号”“部门”。",
    "damaged": "这份文件打不开，可能没传完整。请在 Excel 或 WPS 里打开看看，另存一份再发。",
    "no_names": "没找到“姓名”这一列。我看到的第一行是：{seen}。请把姓名那一列的表头写成“姓名”，再发一次。",
    "empty": "这份名单里没有人。请检查是不是发错了文件。",
}
WHOSE = "您管着{names}。这份名单是哪个单位的？请把单位名写在文件的说明里，再发一次。"
EVERYBODY = ("全", "整个", "本", "我们", "咱", "单位", "公司", "所有", "各")  # words that mean no department of its own
NO_SUCH_DEPARTMENT = "没有叫“{named}”的部门。有：{known}。"
NO_DEPARTMENTS = "我还不知道谁在“{named}”。先上传带“部门”一列的名单，就能按部门来了。"
ENDINGS = ("部", "处", "科", "室", "组", "队", "车间", "中心", "公司", "学院", "系", "所")  # what departments end in
