"""A fixed formulation is quoted word for word.

What it does:
    Knows fixed formulations by heart and reports wordings that differ from one by a word or two
    (“五位一体”战略布局, 以人民为中心的发展理念), and listed wrong forms.
Why:
    Such formulations are decided upon word for word; nobody may vary them.
Limits:
    Variants that official texts use too are accepted, earlier formulations are no fault. Where
    only the end differs and the words run on, the rule is silent. Titles in 《》 are left alone.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from drafting.checks.base import Rule, Scope
from drafting.checks.kinds.near_forms import NearForms
from drafting.checks.kinds.places import quoted, replacement
from drafting.checks.kinds.preferred_forms import iter_wrong_forms, wrong_words
from drafting.checks.kinds.quotations import title_spans, within
from drafting.lexicons.tsv import split_values
from drafting.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.lexicons.tsv import Table
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

# A second difference only in a wording of twice this length.
_CHARACTERS_PER_EDIT = 5


@cache
def _finder(table: Table) -> NearForms:
    accepted = [split_values(cell) for cell in table.column("accept")]
    return NearForms(table.column("formulation"), accepted, _CHARACTERS_PER_EDIT)


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    text = draft.text
    found = []
    for form in iter_wrong_forms(text, context.lexicons.table("checks_inexact_expressions")):
        found.append(form.span)
        message = f"{quoted(form.wrong)}的规范表述是{quoted(form.right)}"
        yield RULE.finding(form.span, message, fixes=form.fixes)
    finder = _finder(context.lexicons.table("checks_fixed_formulations"))
    titles = title_spans(text)
    for near in finder.iter_near(text):
        if within(near.span, titles) or any(near.span.overlaps(span) for span in found):
            continue
        right = finder.wordings[near.index]
        message = f"{quoted(near.span.of(text))}与规范表述{quoted(right)}有出入"
        yield RULE.finding(near.span, message, fixes=replacement(near.span, right))


RULE = Rule(
    code="EX003",
    name="inexact-expression",
    summary="固定表述差了字",
    severity=Severity.WARNING,
    check=_check,
    words=lambda lexicons: (
        wrong_words(lexicons.table("checks_inexact_expressions")),
        _finder(lexicons.table("checks_fixed_formulations")).matcher,
    ),
    why="这类表述有固定的写法，一个字也不能动；差一个字，意思可能就变了。",
    source="党的二十大报告；《中国共产党章程》；各条出处列在词表中",
    flagged=(
        "同志们：\n要统筹推进“五位一体”战略布局，坚持以人民为中心的发展理念。",
        "同志们：\n要在以习近平总书记为核心的党中央坚强领导下，奋发作为。",
        "同志们：\n要全面、准确、完整贯彻新发展理念，坚持稳中有进工作总基调。",
        "同志们：\n要学懂弄通习近平新时期中国特色社会主义思想。",
        "同志们：\n要推进国家治理体系和治理水平现代化，深化供给侧结构改革。",
    ),
    clean=(
        "同志们：\n要统筹推进“五位一体”总体布局，协调推进“四个全面”战略布局。",
        "同志们：\n要增强四个意识、坚定四个自信、做到两个维护，坚持以人民为中心。",
        "同志们：\n要坚持国内大循环为主体，共商共建共享，实现中华民族的伟大复兴。",
        "同志们：\n要完善法治体系，坚持稳中求进的工作总基调，促进工业化、信息化、城镇化、农业现代化同步。",
        "同志们：\n要推进全面依法治县，加快推进基层治理体系和治理能力现代化。",
        "同志们：\n要牢固树立“四个意识”，坚持稳中求进的工作总基调，打铁还需自身硬。",
    ),
    scope=Scope.LINE,
)
