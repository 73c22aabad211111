"""No office is called by the name that it had before a reform.

What it does:
    Compares the names of offices and ministries with the date of the speech (环保局 after the
    reform of 2018, 扶贫办 after 2021).
Why:
    The people of that office sit in the room.
Limits:
    Silent without a date; the dates leave room for the slower counties. 原环保局, look-backs,
    quotations and titles in 《》 are left alone.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from drafting.checks.base import ExampleSetting, Rule, Scope
from drafting.checks.kinds.dated_forms import dated_words, iter_stale_forms, looks_back
from drafting.checks.kinds.places import replacement
from drafting.checks.kinds.quotations import quoted_spans, title_spans, within
from drafting.checks.matching import is_protected
from drafting.lexicons.tsv import split_values
from drafting.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    if context.date is None:
        return
    text = draft.text
    aside = (quoted_spans(text), title_spans(text))
    own = {name for part in context.profile.parts for name in (part.name, *part.short_names)}
    table = context.lexicons.table("checks_former_organisations")
    for span, row in iter_stale_forms(text, table, "former", context.date):
        name, now = span.of(text), row["now"]
        if any(name in one for one in own) or is_protected(text, span, split_values(row["keep"])):
            continue
        if any(within(span, spans) for spans in aside) or looks_back(text, span, row["until"]):
            continue
        fixes = () if "（" in now or "、" in now else replacement(span, now)
        yield RULE.finding(span, f"“{name}”是机构改革前的名称，现为“{now}”", fixes=fixes)


RULE = Rule(
    code="EX004",
    name="former-organisation-name",
    summary="机构名称是改革以前的",
    severity=Severity.WARNING,
    check=_check,
    words=lambda lexicons: (dated_words(lexicons.table("checks_former_organisations"), "former"),),
    why="机构改革后单位换了名称，还叫旧名，本单位的人坐在台下一听就知道是旧稿。",
    source="《深化党和国家机构改革方案》（2018）、《党和国家机构改革方案》（2023）等，列在词表中",
    flagged=(
        "同志们：\n县环保局要加大检查力度。",
        "同志们：\n县扶贫办牵头，县农业局、县国土局配合。",
        "同志们：\n县安监局、县卫计委、县工商局要联合执法。",
        "同志们：\n县国税局、地税局要做好服务，公安消防大队要加强演练。",
    ),
    clean=(
        "同志们：\n县生态环境局要加大检查力度，环保部门要主动作为。",
        "同志们：\n县农业农村局牵头，县自然资源局配合，环保部署要落实。",
        "同志们：\n原环保局的职责已经划转，原县扶贫办的老同志也来了。",
        "同志们：\n2016年，县农业局建成了第一批大棚。",
        "同志们：\n要学习《农业部关于春耕生产的意见》，农业部门要行动起来。",
        "同志们：\n县文化和旅游局、县市场监督管理局、县消防救援大队要联合检查。",
    ),
    scope=Scope.LINE,
    examples_with=ExampleSetting(date=dt.date(2026, 10, 20)),
)
