"""Amendments and withdrawals: which entry is meant, and what holds instead."""

from __future__ import annotations

import re

from nlu.dimensions.numeral import read_number
from nlu.draft import Draft, read, when_of
from nlu.reading import Change, Context, Reference

_NUMBER = re.compile(r"第(?P<nth>[一二三四五六七八九十\d]+)(?:条|个|项|号)|(?P<no>\d+)号(?:那条|条目)?")
_LAST = re.compile(
    r"刚才|刚刚|上(一)?(面|条|个|篇|次)|最后(一)?(条|那|个)|最近(一)?条|倒数第一|最下面|剛才|剛剛|刚(记|发|录)的"
)
_ALL = re.compile(r"全(部|删|都)|所有|清空|都(删|是|撤)|统统")
_BACK = re.compile(r"改回|恢复|还原|放回|撤销(刚才)?的?(撤销|修改|删除)|不删了|别删|删错")


def change_of(text: str, drafts: list[Draft], context: Context) -> Change:
    """What is to change, and where."""
    draft = drafts[-1] if drafts else None
    number = _NUMBER.search(text)
    named = next((each.activity for each in drafts if each.activity and any(unit.anchor for unit in each.units)), None)
    nth = read_number(number["nth"] or number["no"]) if number else None
    target = Reference(
        number=int(nth.value) if nth else None,
        last=bool(_LAST.search(text)),
        all=bool(_ALL.search(text)),
        activity=named,
    )
    when = when_of(draft) if draft else None
    return Change(
        target,
        attributes=read(text, draft) if draft else {},
        when=when.period if when and not when.unsure else None,
        back=bool(_BACK.search(text)),
    )
