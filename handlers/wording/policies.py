"""Answers to questions about the documents, and to "what if"."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from handlers.wording.figures import CLASS_HOURS, hours, plain, subject
from policies.clauses import Clause
from policies.statement import Appraisal, Balance, Citation, Outcome

RATE = "{what}：{figure}（{subject}）。"
CITE = "依据：{document} {article}"
NO_ITEM = "{document}里没有这一项，不计学时。"
NO_DOCUMENT = "我这里没有{place}{year}年的文件，答不了。有文件的地方：{places}。"
REQUIREMENT = "{region}{year}年每年要{total}{parts}。"
REQUIREMENT_PARTS = "，其中公需不少于{public}、专业不少于{professional}"
REQUIREMENT_PUBLIC = "，其中公需不少于{public}"
REQUIREMENT_PROFESSIONAL = "，其中专业不少于{professional}，公需没有单独的最低数"
GOVERNING = "{region}{year}年按《{title}》（{document}）。"
ASK_WHAT = "您想问哪一项？比如：第二作者算多少学时、公需课最少要多少、专利能算吗。"
CARRY_NONE = "学时当年有效，多出来的不能转到下一年。"
CARRY_SILENT = "{document}没有说可以结转，按当年有效来算。"
SURPLUS_NO = "公需和专业各有最低数，一个科目多出来的学时算进总数，但不能顶另一个科目的最低数。"
ASK_PROOF = "{document}没有单列登记的办法。想知道某一项要留什么凭证，说具体点，比如：论文要什么材料。"
PROOF_SILENT = "文件没有列这一项的凭证。通知、证书、成绩单、签到表这些都留着，交单位审核。"
DEADLINE_SILENT = "{document}没有写截止日期，一般以单位年底审核为准，建议12月前办完。"
WHERE_SILENT = "{document}没有写在哪里办，先问所在单位的人事部门。"
MAKE_UP_SILENT = "{document}没有说可以补学。往年的要先问单位认不认；认的话，说“这是补2024年的学时”我来登记。"
CLASS_HOUR_SILENT = "{document}没有写一个学时是多少分钟，按通知或证书上写的学时算。"
PENALTY_SILENT = "{document}没有单列处罚。学时要如实申报，弄虚作假单位不予认定。"
WHAT_IF = "如果这样，能再计{gain}（没有记账）。"
WHAT_IF_NOTHING = "如果这样，学时不会增加（没有记账）。"
WHAT_IF_MISSING = "还差一个条件才能算：{question}"
CHOICE = "{label}：{hours}"
WHY = "{entry}：认定{hours}。"
UNITS = {"day": "天", "hour": "学时", "month": "个月", "word": "字", "point": "分"}
STEP = {
    "rate": "{quantity}{unit} × {rate} = {hours}",
    "factor": "{quantity}{unit} × {rate}倍 = {hours}",
    "bonus": "另加{hours}",
    "cap": "封顶后{hours}",
    "count": "× {quantity} = {hours}",
    "spread": "分到各年{hours}",
}


def cite_line(citation: Citation | None) -> str:
    return CITE.format(document=citation.document, article=citation.article) if citation else ""


def rate_text(what: str, appraisal: Appraisal, unit: str = CLASS_HOURS) -> str:
    """What an activity gives, figures first, then the article's content."""
    cite = appraisal.citation
    lines: list[str] = []
    if appraisal.outcome is Outcome.CREDITED:
        figure = "、".join(hours(share.hours, unit) for share in appraisal.shares)
        lines.append(RATE.format(what=what, figure=figure, subject=subject(appraisal.shares[0].subject)))
    elif appraisal.outcome is Outcome.NO_ITEM:
        lines.append(NO_ITEM.format(document=cite.document if cite else "当地文件"))
    elif appraisal.outcome is Outcome.REFUSED:
        lines.append(f"{what}：0学时。")
    if cite and cite.says and (appraisal.rule or appraisal.outcome is not Outcome.NO_ITEM):
        lines.append(cite.says)
    return "\n".join([*lines, cite_line(cite)] if cite else lines)


def requirement_text(balance: Balance) -> str:
    """How many hours the year wants."""
    required = balance.required
    if required.public is not None and required.professional is not None:
        parts = REQUIREMENT_PARTS.format(public=plain(required.public), professional=plain(required.professional))
    elif required.public is not None:
        parts = REQUIREMENT_PUBLIC.format(public=plain(required.public))
    elif required.professional is not None:
        parts = REQUIREMENT_PROFESSIONAL.format(professional=plain(required.professional))
    else:
        parts = ""
    total = hours(required.total or Decimal(0), balance.unit)
    text = REQUIREMENT.format(region=balance.region, year=balance.year, total=total, parts=parts)
    return f"{text}\n{cite_line(balance.citation)}"


def clauses_text(clauses: Iterable[Clause]) -> str:
    """Clauses one by one, each with its article."""
    return cites_text(clause.citation for clause in clauses)


def cites_text(cites: Iterable[Citation]) -> str:
    """What several articles say, one on a line."""
    return "\n".join(dict.fromkeys(f"{cite.says}（{cite.document} {cite.article}）" for cite in cites))


def steps_text(appraisal: Appraisal, counted: str) -> str:
    """The arithmetic, step by step; `counted` is what the activity is counted in (篇)."""
    lines = []
    for step in appraisal.steps:
        template = STEP.get(step.kind, "{hours}")
        figures = {
            "quantity": plain(step.quantity) if step.quantity is not None else "",
            "rate": plain(step.rate) if step.rate is not None else "",
            "hours": hours(step.hours),
            "unit": UNITS.get(step.unit, counted),
        }
        lines.append(template.format(**figures) + (f"（{step.note}）" if step.note else ""))
    return "\n".join(lines)
