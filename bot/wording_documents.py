"""The sentences of the commands that compare documents and use documents of one's own."""

HELP = {
    "diff": "比较两份认定文件：改了什么，对一本台账有什么影响",
    "place": "地区，例如 常州；也可以写文件名，例如 常州2011",
    "year": "年份，例如 2026；不写就是今年",
    "document": "文件的名称或编号，例如 常州2011、changzhou-2024",
    "ledger": "台账的数据库：SQLAlchemy 地址或文件路径（要和 --user 一起用）",
    "user": "台账里的哪一位",
}
LEDGER_AND_USER = (
    "--ledger 和 --user 要一起写，例如：\n  xueshi policy diff 常州2011 常州2024 --ledger xueshi.db --user wang"
)
NO_SUCH_DOCUMENT = "没找到叫“{words}”的文件。现有的文件（写最前面的编号就行）：\n{choices}"
WHICH_DOCUMENT = "“{words}”说不准是哪一份，请写最前面的编号：\n{choices}"
NO_LEDGER = "没有这个台账：{where}。请检查 --ledger 的路径。"
NO_USER = "{where} 里没有“{user}”的记录。请检查 --user，大小写也要一样。"
LEDGER_EMPTY = "{user}的台账里还没有记录。"
LEFT_OUT = "有认定文件没有用上，其他的照常使用。请改好以后重新启动：\n{problems}"
REMARK = "  提示：{remark}"
