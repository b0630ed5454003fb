"""The questions that the assistant asks, one at a time."""

from __future__ import annotations

from policies.vocabulary import Vocabulary

REGION = "您在哪个城市工作？各地的学时标准不一样，告诉我一次就好，比如：我在常州工作。"
WHEN = "是哪一年的事？"
ACTIVITY = "这是哪一类活动？比如论文、培训、考试、课题。"
DOUBT = "“{heard}”，您是指「{taken_as}」吗？"
TWIN = "这条好像已经记过了：{entry}。\n要当作另外一条再记一次吗？"
WHICH_ENTRY = "您说的是哪一条？"
UNDO_ALL = "要把{count}条记录都撤销吗？"
STILL = "（刚才的还等您一句——{question}）"
YES, NO = "是", "不是"
AGAIN, NOT_AGAIN = "再记一条", "不用了"

BY_ACTIVITY: dict[tuple[str, str], str] = {
    ("paper", "rank"): "您是第几作者？",
    ("paper", "sole"): "您是第几作者？",
    ("book", "sole"): "是您一个人写的，还是合著？合著的话您是第一作者吗？",
    ("book", "rank"): "是您一个人写的，还是合著？合著的话您是第几作者？",
    ("patent", "rank"): "专利证书上您排第几？",
    ("award", "rank"): "获奖名单里您排第几？",
    ("project", "role"): "您在课题里是主持人，还是主要完成人（排第几）？",
    ("project", "rank"): "您是主持人，还是排第几？",
    ("project", "level"): "是哪一级的课题？国家、省部、市厅，还是单位的？",
    ("project", "kind"): "您在主课题组，还是子课题组？",
    ("project", "concluded"): "课题结项了吗？没结项的先不记。",
    ("conference", "level"): "是哪一级的会议？国际、全国、省级，还是市级？",
    ("conference", "days"): "会议开了几天？",
    ("conference", "presented"): "您在会上报告论文了吗？",
    ("conference", "words"): "报告的论文大概多少字？",
    ("paper", "cn"): "发在什么刊物上？有国内统一刊号（CN）吗？",
    ("paper", "core"): "发在什么刊物上？是核心期刊吗？",
    ("paper", "foreign"): "发在什么刊物上？国内还是国外的？",
    ("paper", "level"): "刊物是哪一级的？省部级、市级，还是县级？",
    ("paper", "count"): "一共几篇？",
    ("book", "words"): "您写了多少字？版权页上有字数。",
    ("exam", "count"): "当年一共通过了几科？",
    ("exam", "passed"): "考试通过了吗？",
    ("exam", "exam_level"): "这个资格是初级、中级，还是高级？",
    ("digital_exam", "count"): "合格了几个模块？",
    ("degree_course", "count"): "考过了几门课？",
    ("degree_course", "subject"): "这些课是公需课，还是专业课？",
    ("degree_course", "passed"): "课程考试合格了吗？",
    ("public_course", "count"): "学完了几门公需课？",
    ("public_course", "passed"): "公需课考试通过了吗？",
    ("public_course", "hours"): "这门公需课是多少学时？",
    ("skill", "grade"): "证书是初级、中级，还是高级？",
    ("skill", "passed"): "证书考下来了吗？",
    ("training", "days"): "培训了几天？",
    ("training", "hours"): "培训了多少学时？",
    ("training", "organizer"): "培训是谁办的？",
    ("training", "mode"): "是全脱产，还是半脱产？",
    ("training", "passed"): "结业考核合格了吗？",
    ("online_course", "hours"): "这门网课标的是多少学时？",
    ("teaching", "hours"): "您讲了多少学时？",
    ("teaching", "kind"): "讲的是继续教育的课，还是学术报告、讲座？",
    ("patent", "kind"): "是发明、实用新型，还是外观设计？",
    ("patent", "attained"): "专利已经授权了吗？",
    ("award", "level"): "是哪一级的奖？国家、省部，还是市厅？",
    ("award", "grade"): "是几等奖？",
    ("award", "kind"): "是什么奖？科技（社科）奖，还是其他的？",
    ("service", "days"): "去了几天？",
    ("service", "months"): "去了多久？从什么时候到什么时候？",
    ("service", "passed"): "期满考核合格了吗？",
    ("service", "kind"): "是援派（援藏、援疆等）、驻点任职，还是专家服务基层？",
    ("service", "level"): "是哪一级派的？",
    ("self_study", "organised"): "自学是单位统一组织并考核的吗？",
    ("self_study", "hours"): "单位核了多少学时？",
    ("xuexi", "points"): "学习强国今年积了多少分？",
    ("field_study", "days"): "除去路上，一共几天？",
    ("degree", "attained"): "毕业证或学位证拿到了吗？",
}

BY_ATTRIBUTE: dict[str, str] = {
    "count": "一共几个？",
    "authors": "一共几位作者（或完成人）？",
    "hours_printed": "通知或证书上写了课时吗？",
    "days": "一共几天？",
    "hours": "一共多少学时？",
    "months": "一共几个月？",
    "words": "大概多少字？",
    "points": "多少分？",
    "level": "是哪一级的？",
    "rank": "您排第几？",
    "sole": "是您独立完成的吗？",
    "role": "您是主持，还是参与？",
    "organizer": "是谁主办的？",
    "kind": "是哪一种？",
    "grade": "是什么等次？",
    "passed": "考核合格了吗？",
    "concluded": "结项了吗？",
    "attained": "已经正式取得了吗？",
    "presented": "报告论文了吗？",
    "subject": "是公需科目，还是专业科目？",
    "mode": "是全脱产，还是半脱产？",
    "exam_level": "是初级、中级，还是高级？",
    "abroad": "是在境外吗？",
    "filed": "向主管部门备案了吗？",
    "organised": "是单位统一组织并考核的吗？",
    "approved": "单位认可，并且交了报告吗？",
    "fifth_round": "是第五轮公需课的证书吗？",
    "term_from": "您的聘期是哪年到哪年？",
    "term_to": "您的聘期是哪年到哪年？",
}


def question(activity: str, attribute: str, vocabulary: Vocabulary) -> str:
    """How an attribute of an activity is asked for."""
    if (activity, attribute) in BY_ACTIVITY:
        return BY_ACTIVITY[activity, attribute]
    return BY_ATTRIBUTE.get(attribute) or f"{vocabulary.attributes[attribute].name}是？"


def about(name: str, text: str) -> str:
    """A question with what it is about in front, for the second one in a row."""
    return f"{name}：{text}" if name else text
