"""The sentences of `xueshi doctor`, what was found and what to do where something is wrong; and of `xueshi stats`."""

from __future__ import annotations

from storage.health import Finding

SOUND = "全部正常。"
WRONG = "有 {count} 项要处理，处理后再运行一次 xueshi doctor。"
NOT_GIVEN = "未设置（不连 Telegram）"

_SOUND = {
    "version": "数据库版本 {what}",
    "structure": "数据库结构完好",
    "references": "记录之间的引用完好",
    "clock": "时钟正常，最近一条记录 {what}",
    "proofs": "证明材料齐全",
    "audit": "审计日志完好，{what} 条",
    "outbox": "没有积压的消息",
    "documents": "认定文件都能用",
    "token": "Telegram 令牌：{what}",
}
_WRONG = {
    "database": "{what}",
    "version": "数据库是旧版本 {what}；下次启动时会自动升级，升级前请先备份（xueshi backup）",
    "structure": "数据库文件损坏：{what}。请停下程序，用最近的备份恢复（xueshi restore）",
    "references": "有 {what} 处引用指向不存在的记录。请用最近的备份恢复，或把数据库文件交给维护者查看",
    "clock": "这台机器的时钟（早于最近一条记录 {what}）不对。请校准时钟",
    "proofs": "有 {what} 份证明材料的文件不见了。请从备份中找回，或请本人重新上传",
    "audit": "审计日志从第 {what} 条起对不上，可能被改动过。请保留现场，对照备份查看",
    "outbox": "有 {what} 条消息超过一小时没发出去。请检查网络，以及 xueshi serve 是否在运行",
    "token": "{what}",
    "refused": "Telegram 不认这个令牌（{what}）。请找 @BotFather 核对，写进 TELEGRAM_BOT_TOKEN",
    "unheard": "连不上 Telegram（{what}），没能核对令牌。请检查网络，再试一次",
    "clocks": "这台机器的时钟和 Telegram 的差 {what} 分钟。请校准时钟",
    "documents": "有认定文件用不了：{what}。请运行 xueshi policy check 看原因",
}

STATS = """\
人数    {people}（7 天内来过 {week}，30 天内 {month}）
记录    {entries} 条（另有 {withdrawn} 条已撤销或改过），证明材料 {proofs} 份
单位    {employers} 家，成员 {members} 人
提醒    {reminders} 个；等着发出的消息 {waiting} 条"""
SEALED = "✓ 已用最新的密钥加密：{texts} 处文字，{files} 个文件。旧密钥可以从 XUESHI_KEYS 里去掉了。"
NO_KEYS = "还没有密钥。先运行 xueshi seal --new-key 生成一个，写进 XUESHI_KEYS，再运行 xueshi seal。"
UNREAD = "近两个月没听懂的话（只记句子的样子，不记内容；“某”代表隐去的词）："
UNREAD_LINE = "  {times:>5} 次  {shape}"


def line(finding: Finding) -> str:
    """One finding in a line."""
    sentence = (_SOUND if finding.sound else _WRONG)[finding.name].format(what=finding.what)
    return f"{'✓' if finding.sound else '✗'} {sentence}"
