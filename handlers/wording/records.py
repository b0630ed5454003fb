"""What is said after something was recorded, refused, amended or taken back."""

from __future__ import annotations

from decimal import Decimal

from handlers.wording.figures import CLASS_HOURS, hours, plain, subject
from policies.statement import Appraisal, Balance, Credit, Outcome

UNDO, AMEND = "撤销", "修改"
MOVE = "改到{year}年"
RECORDED = "✅ 已记下：{entry}"
RECORDED_MANY = "✅ 已记下{count}条："
PRESUMED_YEAR = "没说时间，先按今年（{year}年）记。"
MADE_UP = "这是补{year}年的学时，要单位认可才算数。"
AMENDED = "✏️ 已改成：{entry}"
REMOVED = "↩️ 已撤销：{entry}"
RESTORED = "↩️ 已恢复：{entry}"
NOTHING_TO_UNDO = "没有可以撤销的记录。"
NOTHING_TO_AMEND = "还没有可以改的记录。先告诉我您做了什么，比如：去年发表了一篇CN论文，第二作者。"
WHAT_TO_AMEND = "想改「{entry}」的哪里？直接说就行，比如“改成3天”“是第二作者”“是去年的”。"
DROPPED = "好的，这条先不记。"
KEPT_OPEN = "没关系，这条先放着，查到了再告诉我。"
NO_SUCH_ENTRY = "没找到这一条。说“列一下”可以看到全部记录。"
EDIT_SAME = "改动看到了，记录没有变化。"
EDIT_UNCLEAR = "看到您改了前面那句话，可我没看出记录要怎么改，先没动。它记下的是："
EDIT_LATE = "前面那句话后来已经接着说完了，我没按改动再记。要改记录，直接说就行，比如“改成3天”。"
STALE = "这个按钮已经过期了。说“列一下”可以看到现在的记录。"
FUTURE = "“{said}”还没到，先不记。等做完了再告诉我。"
IMPOSSIBLE = "“{said}”这个数不太对，没有记。请核对后再说一次。"
NOT_ATTAINED: dict[str, str] = {
    "passed": "没考过的不算学时，这条先不记。通过了再告诉我，随时补上。",
    "concluded": "课题要结项以后才认定，这条先不记。结项了告诉我一声就行。",
    "attained": "还没正式发表或授权的先不记。拿到以后告诉我一声就行。",
}
MOODS: dict[str, str] = {
    "failed": "没办成的不记学时。下次成了再告诉我。",
    "planned": "这是打算做的，先不记。做完了告诉我，我来登记。",
    "supposed": "这是假设，没有记账。",
    "hearsay": "别人的学时要本人来登记，我只记您自己的。",
    "unserious": "学时得有真凭实据才能记。把您实际参加的学习告诉我，我来算。",
    "asked": "",
}
NO_ITEM = "这条记下了，但{document}里没有这一项，算0学时。"
REFUSED = "这条记下了，但按{document}{article}算0学时：{says}"
NO_DOCUMENT = "这条先记着，但我这里没有{place}{year}年的文件，暂时算0学时。"
WAITING = "这条记下了，按{document}{article}单独一项还不够，攒够了就认定：{says}"
DEEMED = "按{document}{article}，视为完成{years}年继续教育学时。"


def credit_line(appraisal: Appraisal, credits: tuple[Credit, ...], unit: str = CLASS_HOURS) -> str:
    """Figures first: "+10学时（专业），常人社职〔2024〕1号 四（九）"."""
    cite = appraisal.citation
    where = f"{cite.document} {cite.article}" if cite else ""
    shares = "；".join(
        f"{share.year}年 +{hours(share.hours, unit)}（{subject(share.subject)}）" for share in appraisal.shares
    )
    if len(appraisal.shares) == 1:
        share = appraisal.shares[0]
        shares = f"+{hours(share.hours, unit)}（{subject(share.subject)}）"
    cut = "".join(cut_line(credit, unit) for credit in credits)
    return f"{shares}\n依据：{where}{cut}"


def cut_line(credit: Credit, unit: str = CLASS_HOURS) -> str:
    """Why less counts than the rule gives."""
    if credit.credited == credit.hours or not credit.cuts:
        return ""
    cut = credit.cuts[0]
    if cut.reason == "cap" and cut.limit is not None:
        why = f"这一项每年最多{hours(cut.limit, unit)}"
    elif cut.reason in {"once", "best"}:
        why = "同一项内容只算一次"
    elif cut.reason == "rejected":
        why = "单位不予认定"
    else:
        why = "有限额"
    return f"\n{credit.year}年实际计入{hours(credit.credited, unit)}：{why}（{cut.citation.article}）"


def outcome_line(
    appraisal: Appraisal, credits: tuple[Credit, ...], place: str, *, deemed: bool, unit: str = CLASS_HOURS
) -> str:
    """What became of one recorded fact; `unit` is what its document counts in."""
    cite = appraisal.citation
    document, article, says = (cite.document, cite.article, cite.says) if cite else ("", "", "")
    if deemed or appraisal.outcome is Outcome.DEEMED:
        years = sorted({d.year for d in appraisal.deems} or {credit.year for credit in credits})
        span = f"{years[0]}–{years[-1]}" if len(years) > 1 else str(years[0])
        return DEEMED.format(document=document, article=article, years=span)
    if appraisal.outcome is Outcome.CREDITED:
        return credit_line(appraisal, credits, unit)
    if appraisal.outcome is Outcome.WAITING:
        return WAITING.format(document=document, article=article, says=says)
    if appraisal.outcome is Outcome.NO_DOCUMENT:
        return NO_DOCUMENT.format(place=place, year=appraisal.fact.year)
    if appraisal.outcome is Outcome.REFUSED:
        return REFUSED.format(document=document, article=article, says=says)
    return NO_ITEM.format(document=document or "当地文件")


def proof_line(appraisal: Appraisal) -> str:
    """The papers to keep, and where that is written."""
    if not appraisal.proof:
        return ""
    source = f"（{appraisal.proof_source}）" if appraisal.proof_source else ""
    return f"留好凭证：{'、'.join(appraisal.proof)}{source}"


def standing_line(balance: Balance) -> str:
    """The year's standing in one line."""
    if balance.citation is None:
        return ""
    if balance.complete:
        return f"{balance.year}年已达标：合计{of(balance.credited.total, balance.required.total)}。"
    parts = [f"合计{of(balance.credited.total, balance.required.total)}"]
    parts += [f"公需{of(balance.credited.public, balance.required.public)}"] if balance.required.public else []
    parts += (
        [f"专业{of(balance.credited.professional, balance.required.professional)}"]
        if balance.required.professional
        else []
    )
    return f"{balance.year}年：{'，'.join(parts)}，还差{hours(balance.short.total or Decimal(0), balance.unit)}"


def of(credited: Decimal | None, required: Decimal | None) -> str:
    return (
        f"{plain(credited or Decimal(0))}/{plain(required)}" if required is not None else plain(credited or Decimal(0))
    )
