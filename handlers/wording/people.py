"""What is said about the person's region and wishes, and small talk."""

REGION_SET = "📍 好的，按{place}来算。"
REGION_MOVED = "📍 好的，{since}起按{place}来算；之前的学时照旧。"
REGION_DOCUMENT = "{year}年的依据：{document}，要{total}{parts}。"
REGION_NO_DOCUMENT = "不过我这里还没有{place}的文件，您说的我会先记着，算不出学时。现在有：{places}。"
REGION_UNKNOWN = "没认出是哪里。说个城市名就行，比如：我在常州工作。"
REGION_FIRST_STEPS = "接着可以说：\n“去年发表了一篇CN论文，第二作者”\n“我还差多少学时”"
REGION_WHICH = "您之前说在{old}工作。{new}是从今天起，还是一直都在？"
FROM_TODAY, ALWAYS = "从今天起", "一直都在"
TIMEZONE_SET = "🕘 好的，按{timezone}算，提醒也照这个钟点来；各地的截止日期不变。"
TIMEZONE_UNKNOWN = "没认出这个时区。可以说“我在伦敦”，或者“时区设为 Europe/London”。"
NAME_SET = "好的，{name}。"
TRADE_SET = "好的，记下了您的行业。"
AIM_SET = "好的，记下了您想评{level}。"
LEVELS = {"senior": "高级", "intermediate": "中级", "junior": "初级"}
DOCUMENT_SET = "好的，{years}按{document}认定。每个数字都会写明用的是哪份文件。"
DOCUMENT_RESET = "好的，恢复按所在地的文件认定。"
DOCUMENT_UNKNOWN = "没找到这份文件。现在有：{documents}。"
ALL_YEARS = "各年"
WELCOME = "您好，我是学时管家。说说您做过什么，我按当地文件算继续教育学时、记账、提醒还差多少。"
HELP = (
    "我能做这些，直接说就行：\n"
    "• 记学时：去年发表了一篇CN论文，第二作者\n"
    "• 查进度：我还差多少学时；怎么补最快\n"
    "• 评职称：明年评高级够不够\n"
    "• 问政策：第二作者算多少学时\n"
    "• 试算：如果再上3天培训，够不够\n"
    "• 提醒：12月1号提醒我交材料；我的提醒\n"
    "• 看明细、看图：列一下、看看我的进度\n"
    "• 存材料：把照片或PDF发给我；还缺什么材料\n"
    "• 导出：导出明细、打印今年的学时证明、导入模板\n"
    "• 改和删：改成3天、撤销\n"
    "• 换地区：我在常州工作\n"
    "• 单位用：创建单位、加入单位"
)
THANKS = "不客气，有新的学习经历随时告诉我。"
GREETING = "您好，在的。做过什么学习，或者想问还差多少，直接说。"
FINE = "好的。"
UNKNOWN = "这句我没看懂。可以这样说：\n“{one}”\n“{two}”"
EXAMPLES = (
    "去年发表了一篇CN论文，第二作者",
    "单位组织培训两天",
    "我还差多少学时",
    "公需课考过一门，今年的",
    "第二作者算多少学时",
)
IN_PRIVATE = "已经私聊回复您了。"
OPEN_PRIVATE = "这个要私下告诉您，可我还不能给您发私聊。请先点开我的头像，按“开始”，再问一次。"
EMPTY = "没收到文字。做过什么学习，打一句话给我就行。"
TOO_LONG = "这段太长了（{length}字），我一次最多看{most}字。请分几段发给我。"
BUSY = "我正在给别人做一份很长的表，过一分钟再说一次就行。"
BROKEN = "我这里出了点问题，这句没有处理，之前记的都在。请稍后再发一次。"
