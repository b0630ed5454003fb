"""What is said about employers: founding, joining, leaving, administrators, groups, settings, refusals."""

from __future__ import annotations

CONSENT = "1"  # the version of ASK_CONSENT that people agree to; a new text is a new number

# refusals
ONLY_PRIVATE = "这件事请私聊我办，群里不方便说。"
ONLY_GROUP = "请到要绑定的群里@我说这句话，还要您同时是单位管理员和群管理员。"
UNBOUND = "这个群还没有绑定单位，所以没有可以看的数据。请单位管理员（同时是群管理员）在群里对我说“绑定单位 单位全称”。"
OTHER_GROUP = "这个群绑定的是别的单位，这件事不能在这里办。"
NOBODY = {
    "MEMBER": "您还没有加入单位。找单位管理员要8位加入码，私聊我说“加入单位 加入码”；只看自己的，说“我还差多少”。",
    "ADMINISTRATOR": "只有单位管理员才能这样做，您现在不是任何单位的管理员。"
    "只看自己的，说“我还差多少”；要新建单位，说“创建单位 单位全称”。",
}
NOT_ALLOWED = {
    "MEMBER": "您不是这个单位的成员，看不到它的数据。找单位管理员要加入码，私聊我说“加入单位 加入码”。",
    "ADMINISTRATOR": "只有这个单位的管理员才能这样做。要成为管理员，请现任管理员说“设某某为管理员”。",
}
NOT_GROUP_ADMIN = "绑定和解绑要由这个群的管理员来说。请让群主先设您为群管理员，再对我说一次。"
NOT_YOURS = "“{name}”不是您管理的单位，它的数据我不能给您看。"
STALE = "这个按钮已经过期或者不是给您的，没有做任何改动。"

# founding
WHICH = "您说的是哪个单位？"
FOUNDED = (
    "🏢 单位“{name}”建好了，您是管理员。\n"
    "加入码：{code}\n"
    "发给同事，让他们私聊我说“加入单位 {code}”。{until}前有效，随时可以说“换一个加入码”。\n"
    "您自己也要计入的话，同样用这个加入码加入。"
)
WHAT_NAME = "单位叫什么名字？连名字一起说就行，比如：创建单位 常州某某设计院。"
BAD_NAME = "单位名称要有2到40个字，能让同事一眼认出来。请换成全称再说一次。"
NAME_TAKEN = (
    "已经有一个单位叫“{name}”（或者看上去一样）。是您的单位，就向它的管理员要加入码；不是，请用能区分开的全称。"
)
TOO_MANY = "您已经建了{count}个单位，不能再建了。"
CODE = "“{name}”的加入码：{code}\n让同事私聊我说“加入单位 {code}”，{until}前有效。"
CODE_RENEWED = "“{name}”的新加入码：{code}\n旧的已经作废。让同事私聊我说“加入单位 {code}”，{until}前有效。"
NO_CODE = "“{name}”现在没有有效的加入码。说“换一个加入码”就有新的。"
CODE_REVOKED = "“{name}”的加入码已经作废，谁也不能再用它加入。要新的，说“换一个加入码”。"

# joining
ASK_CODE = "加入单位要用8位加入码，找单位管理员要。拿到后说“加入单位 加入码”。"
WRONG_CODE = (
    "这个加入码不对或者已经失效，没有加入任何单位。加入码是8位字母和数字（没有0、O、1、I、L），请向单位管理员核对。"
)
TOO_MANY_TRIES = "加入码试错的次数太多了，请过一小时再试。"
ASK_CONSENT = (
    "“{employer}”想把您计入它的继续教育名单。加入后，单位管理员能看到：\n"
    "• 您的姓名：{name}\n"
    "• 各年度的学时、还差多少\n"
    "• 您登记的每一条，和交来的凭证\n"
    "看不到您的聊天内容。管理员可以核准或不予认定某一条，每次有人看您的记录都会留痕，问“谁看过我的记录”就能查。\n"
    "随时可以说“退出单位”，退出后单位立刻看不到。\n"
    "愿意加入，请回“同意”（想换个名字：“同意，我叫某某”）。"
)
AGREE, DISAGREE = "同意", "不同意"
SAY_AGREE = "要加入“{employer}”，请回“同意”这两个字；不加入就回“不同意”。"
NOT_JOINED = "好的，没有加入。以后想加入，再说一次“加入单位 加入码”。"
JOINED = "✅ 已加入“{employer}”，名字是{name}。随时可以说“退出单位”。"
NO_REGION = "您还没说在哪个城市工作，说一句“我在常州工作”，我好按当地文件算。"
BY_EMPLOYER_PLACE = "单位设的地区是{place}，您没另说就按它算。"
MEMBER_ALREADY = "您已经是“{employer}”的成员了，名字是{name}。"
CODE_GONE = "这个加入码刚刚失效了，没有加入。请向单位管理员要新的。"
NAMELESS = "没留姓名的成员"

# leaving
LEFT = "已退出“{employer}”。单位从现在起看不到您的记录；您自己的记录都还在。"
LEFT_OFFICE = "您也不再是它的管理员。"
LAST_ADMINISTRATOR = "您是“{employer}”唯一的管理员，还不能退出。先说“设某某为管理员”，再退出。"
LAST_NOT_REMOVED = "{name}是“{employer}”唯一的管理员，不能取消。先设另一位管理员。"
NO_EMPLOYER = "您没有加入任何单位。"
MINE_HEAD = "您的单位："
MINE_MEMBER = "• {employer}（成员，名字是{name}）"
MINE_ADMINISTRATOR = "• {employer}（管理员）"
MINE_BOTH = "• {employer}（管理员、成员，名字是{name}）"
MINE_FOOT = "退出说“退出单位”；谁看过您的记录，说“谁看过我的记录”。"

# administrators and people
APPOINTED = "{name}现在是“{employer}”的管理员。"
APPOINTED_YOU = "您被设为“{employer}”的管理员。可以问“谁还没完成”“审核”，也可以说“单位设置”。"
IS_ADMINISTRATOR = "{name}本来就是管理员。"
DISMISSED = "{name}不再是“{employer}”的管理员。"
DISMISSED_YOU = "您不再是“{employer}”的管理员。"
IS_NONE = "{name}不是“{employer}”的管理员。"
ADMINISTRATORS = "“{employer}”的管理员：{names}。"
NO_SUCH_PERSON = "“{employer}”的成员里没有{name}。说“单位有哪些人”可以看名单。"
WHOM = "说的是谁？请连名字一起说，比如：{example}。"
NAMESAKES = "有{count}位{name}，您说的是哪一位？"
NAMESAKE = "{name}（{where}{joined}加入）"
MEMBERS_HEAD = "“{employer}”有{count}位成员："
MEMBERS_NONE = "“{employer}”还没有成员。把加入码{code}发给同事就行。"

# groups
BOUND = "这个群已经绑定“{employer}”。成员可以@我问“谁还没完成”“完成率多少”；群里{names}，各人的数字只私聊给本人。"
NAMES_SHOWN, NAMES_HIDDEN = "显示没完成的人的姓名", "只报人数，不点名"
BOUND_ALREADY = "这个群已经绑定了“{employer}”。要换，先由它的管理员说“解绑单位”。"
BOUND_OTHER = "这个群已经绑定了单位，不能再绑。要换，先由那个单位的管理员在群里说“解绑单位”。"
UNBOUND_NOW = "这个群和“{employer}”解绑了，之后在群里问不到它的数据。"

# settings
PLACE_SET = "“{employer}”的地区设为{place}：没说过在哪里工作的成员按它算。"
PLACE_GONE = "“{employer}”不再设地区，各人按自己说的算。"
PLACE_UNKNOWN = "没认出“{place}”是哪里。请说城市或省，比如：单位地区设为常州。"
DOCUMENT_SET = "“{employer}”的成员{years}按{document}认定，自己另选过文件的除外。每个数字都会写明用的是哪份文件。"
DOCUMENT_GONE = "“{employer}”恢复按各人所在地的文件认定。"
DOCUMENT_UNKNOWN = "没找到“{words}”这份文件。现在有：{documents}。"
ALL_YEARS = "各年都"
DEADLINE_SET = "“{employer}”的审核截止日期设为{month}月{day}日，提醒按它来算。"
DEADLINE_GONE = "“{employer}”不再另设截止日期，提醒按12月31日来算。"
DEADLINE_WHAT = "截止到几月几日？比如：审核截止 12月15日。"
NAMES_ON = "好的，“{employer}”的群里可以显示没完成的人的姓名（只有姓名，没有数字）。说“群里不要显示名字”可以关掉。"
NAMES_OFF = "好的，“{employer}”的群里只报人数，不显示姓名。"
REMINDERS_SET = "好的，“{employer}”截止前{days}天各提醒一次没完成的人。"
REMINDERS_OFF = "好的，“{employer}”不再按计划提醒；成员自己设的提醒照旧。"
REMINDERS_USUAL = "好的，“{employer}”恢复通常的提醒：截止前90、60、30、14、7、3、1天。"
SETTINGS = (
    "“{employer}”的设置：\n• 地区：{place}\n• 认定文件：{documents}\n• 审核截止：{deadline}\n"
    "• 群里显示姓名：{names}\n• 提醒：{reminders}\n• 群：{groups}个"
)
UNSET = {
    "place": "各人自己说的",
    "documents": "各人所在地的",
    "deadline": "12月31日",
    "reminders": "截止前90、60、30、14、7、3、1天",
}
YES, NO, NONE = "是", "否", "不发"


def on_day(month: int, day: int) -> str:
    """12月15日."""
    return f"{month}月{day}日"
