"""The sentences of the command line and the channels themselves; what the assistant says stands in handlers.wording."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # importing storage would cost every command half a second
    from storage.problem import StorageProblem

# settings
DOTENV_UNREADABLE = "读不了设置文件 {file}：{why}。请检查文件权限，并用 UTF-8 保存。"
DOTENV_LINE = "设置文件 {file} 第 {number} 行看不懂。每行请写成 名称=值，例如 XUESHI_TIMEZONE=Asia/Shanghai。"
SETTING_UNKNOWN = "没有名为 {key} 的设置，您是不是想写 {near}？全部设置见 .env.example。"
NO_FOLDER = "{key} 指的文件夹不存在：{value}。请建好文件夹，或去掉这项设置。"
NO_KEY = "{key} 里第 {number} 个密钥不对。请用 xueshi seal --new-key 生成，多个用逗号隔开，最新的写在最前。"
NO_TIMEZONE = "{key} 不是时区名：{value}。请用 IANA 名称，例如 Asia/Shanghai。"
OPINION_NO_URL = "{key} 不是网址。请写成 https://主机/v1 这样，密钥写在 XUESHI_OPINION_KEY。"
OPINION_NO_MODEL = "设了 {url}，还要用 {key} 写明用哪个模型。"
OPINION_NO_KEY = "{key} 里有不能发送的字符。请重新复制一遍密钥。"
OPINION_NO_NUMBER = "{key} 不能是 {value}，要写 {least} 到 {most} 之间的数。"
NO_LISTEN = "{key} 不能是 {value}，请写成 地址:端口，例如 127.0.0.1:8080。"
STATUS_TAKEN = "监听不了 {host}:{port}（{why}）。请换一个端口：XUESHI_STATUS=127.0.0.1:9101，或去掉这项设置。"
NO_LEVEL = "{key} 不能是 {value}，只能是 {choices}。"

# the database, by StorageProblem.code
STORAGE_PROBLEMS = {
    "not_a_database": "{where} 不是数据库文件，没有动它。请换一个文件名，或把它移走后再试。",
    "foreign": "{where} 是别的程序的数据库，没有动它。请换一个文件名再试。",
    "corrupted": "数据库文件 {where} 已损坏，没有再写入。请用最近的备份换掉它。",
    "not_writable": "写不了 {where}。请检查这个位置是否存在、是否允许写入，或用 --db 换一个位置。",
    "unreachable": "连不上数据库 {where}。请检查它是否在运行、磁盘是否正常，然后再试。",
    "locked": "数据库正被另一个程序占用，这条没有记上。请稍后再发一次。",
    "newer": "{where} 是更新版本的学时管家写的，这个版本读不了，没有动它。请先升级程序。",
    "disk_full": "磁盘满了，这条没有记上。请腾出空间后再发一次。",
    "no_room": "磁盘满了，{where} 没有写成，原来的都没有动。请腾出空间后再试一次。",
    "bad_address": "看不懂数据库地址 {where}。例如 sqlite:////home/me/xueshi.db，或者直接写文件路径。",
    "no_driver": "缺少连接 {where} 的驱动程序。PostgreSQL 请先安装 psycopg。",
    "wrong_key": "数据是加密的，XUESHI_KEYS 里的密钥打不开 {where}。请写上原来的密钥（可以和新的并列，用逗号隔开）。",
    "missing": "{where} 还没有数据库，没有可备份的。请检查 XUESHI_DB，或用 --db 指明位置。",
    "moved": "数据库文件 {where} 被移走或换掉了，这条没有记上。请把它放回原处，或重新启动程序，然后再发一次。",
    "bad_backup": "{where} 不是完好的备份，没有用它。请换一份备份，或重新备份一次。",
    "in_use": "xueshi serve 正在用数据库 {where}，没有恢复。请先把它停下，再恢复一次。",
    "not_empty": "数据库 {where} 里已经有数据，没有覆盖。请恢复到一个空的数据库里。",
    "conflict": "刚才有两条消息撞在了一起，这条没有记上。请再发一次。",
}

# one turn
INTERNAL = "抱歉，我这边出了点问题，这条没有记上，之前的记录都在。请换个说法再试一次。"

# the JSONL channel
BAD_REQUESTS = {
    "bad_encoding": "这一行不是 UTF-8。",
    "bad_json": "这一行不是有效的 JSON。",
    "not_object": "每行应当是一个 JSON 对象。",
    "too_long": "这一行超过 {limit} 字节。",
    "missing_user": "缺少 user（tick 之外都要有）。",
    "missing_driver": "text、press、file、statement、tick 要有其一。",
    "several_drivers": "text、press、file、statement、tick 只能有其一（file 可以带 text）。",
    "bad_field": "{field} 应当是{kind}。",
    "bad_now": "now 应当是带时区的 RFC 3339 时间，例如 2026-11-20T10:00:00+08:00。",
}
KINDS = {str: "非空字符串", bool: "true 或 false", int: "整数", dict: '对象，例如 {"year": 2025}'}


def storage_problem(problem: StorageProblem) -> str:
    """The sentence for what is wrong with the database, and what to do."""
    return STORAGE_PROBLEMS.get(problem.code, STORAGE_PROBLEMS["unreachable"]).format(where=problem.where)


# the command line
DESCRIPTION = "学时管家：继续教育学时，说一句就记好，随时问还差多少。"
HELP = {
    "help": "显示帮助",
    "version": "显示版本",
    "chat": "聊天（不带命令时就是它）",
    "jsonl": "逐行读写 JSON，供别的程序使用",
    "db": "数据库：SQLAlchemy 地址或文件路径",
    "debug": "每次回答后显示是怎样理解的",
    "serve": "接通 Telegram（令牌写在 .env）",
    "tick": "把到点的提醒、没发完的消息发出去就结束（不常开 serve 时，用 cron 定时跑）",
    "policy": "查看、检查认定文件",
    "check": "检查认定文件写得对不对",
    "file": "认定文件（TOML）",
    "show": "显示某地某年的认定标准",
    "parse": "逐步显示一句话是怎样理解的",
    "backup": "备份全部数据（运行中也可以）",
    "restore": "用一份备份恢复；原来的数据会另存",
    "archive": "备份文件（.zip）",
    "to": "备份写到这里；是文件夹就自动取名",
    "seal": "用最新的密钥把已有数据重新加密一遍（换密钥或刚开始加密时用）",
    "new_key": "只生成一个新密钥",
    "stats": "看看有多少人、多少记录、哪些话没听懂",
    "doctor": "检查数据、设置和运行情况",
    "sentence": "要理解的话，记得加引号",
    "today": "当作今天的日期，例如 2026-11-20",
}
BAD_USAGE = "{usage}看不懂这个命令（{why}）。输入 {prog} --help 看用法。\n"
BAD_DATE = "{value} 不是日期，请写成 2026-11-20 这样。"
STOPPED = "已停止。"

# the terminal
GREETING = "学时管家 {version} · 直接打字就行，例如：我在常州工作"
NOWHERE = "这次的记录只在内存里，退出就没有了"
WHERE = "记录保存在 {where}"
HINT = "输入 /help 看帮助，/exit 退出"
TERMINAL_HELP = """\
直接打字聊天；看到编号就回复编号。
  /help  帮助    /exit  退出（Ctrl-D 也行）
  Alt+回车 换行；上下方向键翻看以前说过的话"""
ONCE_MORE = "再按一次 Ctrl-C 退出。"
FAREWELL = "再见，记录都保存好了。"
LOADING = "正在准备…"
NOTHING_TYPED = "请说一句话，例如：去年发表了一篇CN论文，第二作者"
HELP_WORD = "帮助"
PROMPT = "您> "
BROKEN = "抱歉，程序出了问题，已停下；之前的记录都在。详情：{why}"

# backups
BACKUP_NAME = "xueshi-{moment}.zip"
BACKED_UP = "✓ 已备份到 {archive}：{people} 人，{entries} 条记录，{files} 个文件。已重新读过一遍，完好。"
RESTORED = """\
✓ 已恢复到 {moment} 的备份：{people} 人，{entries} 条记录，{files} 个文件。
原来的数据（如果有）改名另存，名字里带 before-restore。"""

# the picture of the year
TALLY = {"total": "合计", "public": "公需", "professional": "专业"}
BAR = "还差 {short}"
BAR_COMPLETE = "✓"

# the documents
PACK_SOUND = "✓ {file}：《{title}》，{rules} 条，没有发现问题"
BAD_PACK = "认定文件有问题，请先改好：\n{why}"
NO_PLACE = "没找到叫“{place}”的地方。请写省、市或区县的名字，例如 常州。"
NO_DOCUMENT = "没有 {place} {year} 年的认定文件。有文件的地区：{regions}。"
YEARS = "{first}年至{last}"
REQUIRED = "{year}年要求 {total} {unit}{parts}（{document} {article}）"

# how a sentence was understood, by the fields of nlu.reading.Parse
UNDERSTOOD = {
    "text": "整理后的话",
    "intent": "意图",
    "reports": "事项",
    "query": "问题",
    "change": "更改",
    "profile": "个人情况",
    "reply": "对提问的回答",
    "options": "其他",
    "exact": "（逐日说明）",
    "lost": "（落选：{lost}）",
}
