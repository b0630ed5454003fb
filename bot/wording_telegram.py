"""The sentences of the Telegram channel itself; what the assistant says stands in handlers.wording."""

# settings
BOT_MISSING = (
    "还没有 Telegram 机器人的令牌。请在 Telegram 里找 @BotFather，发 /newbot，按提示取名，"
    "把它给的令牌写进 .env：TELEGRAM_BOT_TOKEN=…，再运行 xueshi serve。"
)
BOT_SHAPE = "{key} 不像机器人令牌（应当是 数字:字母数字 这样的一串）。请从 @BotFather 那里重新复制。"
NO_ADDRESS = "{key} 不是网址。请写成 https://主机名 这样。"
WEBHOOK_SHAPE = "{key} 要用 16 到 256 个字母、数字、下划线或减号。不写也行，程序会自己定一个。"

# serving
STARTING = "正在连接 Telegram…"
LISTENING = "@{name} 在听消息了（{how}）。记录保存在 {where}。按 Ctrl-C 停止。"
BY_POLLING = "主动去取，不需要公网地址"
BY_WEBHOOK = "Telegram 推送到 {url}，本机监听 {host}:{port}"
BOT_REFUSED = "Telegram 不认这个令牌（{why}）。请从 @BotFather 那里重新复制 TELEGRAM_BOT_TOKEN。"
NO_CONNECTION = "连不上 Telegram（{why}），{seconds:.0f} 秒后再试。"
SECOND_POLLER = (
    "同一个令牌还有另一个程序在取消息，Telegram 只让一个取。请关掉另一个（或者换一个令牌）；{seconds:.0f} 秒后我再试。"
)
CONNECTED = "又连上了。"
TICKED = "到点的提醒和等着发的消息都处理过了。"
STOPPING = "正在收尾，手头的话说完就停…"
STOPPED = "已停止，没说完的话存着，下次启动接着说。"
PORT_TAKEN = "监听不了 {host}:{port}（{why}）。请换一个端口：XUESHI_WEBHOOK_LISTEN=127.0.0.1:8081。"
NO_WEBHOOK = "Telegram 不接受这个推送地址（{why}）。XUESHI_WEBHOOK_URL 要是公网能访问的 https 网址。"

# to people
TOO_FAST = "您发得有点快，我跟不上了。刚才后面的没有处理，请歇一会儿再发一遍。"
GROUP_TOO_FAST = "群里问得有点快，我跟不上了。刚才后面的没有处理，请歇一会儿再问，或者私聊我。"
WORKING = "⏳ 正在整理：{count}/{of}人"
JOIN_LINK = "点这个链接也能加入：https://t.me/{name}?start={payload}"
FILE_TOO_BIG = "这个文件超过{megabytes}MB，我收不了。请压缩一下，或者拍成照片再发。"
FILE_LOST = "这个文件没收下来（网络问题），请再发一次。"
