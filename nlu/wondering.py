"""What is wondered about, planned or said of others: it answers no question and changes no entry."""

from __future__ import annotations

from nlu.phrases import said
from nlu.reading import Intent
from nlu.view import View


def wonders(view: View, *, told: bool) -> bool:
    """Whether a question is all that it is; `told`: it has what was asked for. 5天，能算多少 tells that and wonders
    besides; 如果培训5天呢, 培训5天能算多少 and 核心期刊能算多少 speak of what may never have been."""
    if view.has(Intent.WHAT_IF):
        return True
    if view.strong(Intent.BALANCE) or view.strong(Intent.POLICY) or said("decide", "questions", view.text):
        return not (told and said("decide", "tells_and_asks", view.text))
    return view.has(Intent.TITLE_CHECK, Intent.PLAN) and not told


def varies_what_was_told(view: View) -> bool:
    """那第一作者呢 after a paper was recorded: what another one would be worth."""
    return view.just_told and view.bare and view.detail and said("decide", "varies", view.text)


def of_no_entry(view: View) -> bool:
    """那再去2天吧, 还有2天没参加, 别人都是5天, 是不是少算了3天: still to be done, somebody else's, or asked."""
    return said("sentence", "proposed", view.text) or said("decide", "of_no_entry", view.text)
