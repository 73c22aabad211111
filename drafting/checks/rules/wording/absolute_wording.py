"""Nothing is claimed without leaving room.

What it does:
    Reports wording that claims everything (绝对, 百分之百, 前所未有, 最…之一种) where no figure
    stands in the same sentence.
Why:
    What is claimed absolutely is refuted by a single case.
Limits:
    Off by default. Set terms (党对军队的绝对领导, 绝对贫困) are left alone, and everything in
    quotation marks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.checks.base import Rule, Scope
from drafting.checks.kinds.quotations import quoted_spans, title_spans, within
from drafting.checks.matching import is_protected, matcher_for
from drafting.lexicons.tsv import split_values
from drafting.model.finding import Severity
from drafting.text.sentences import sentence_around
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_ONE_OF = re.compile("最[^，。；、！？\n]{1,12}(?:之一种|一[种个项]之一)|最最[^，。；、！？\n]")
# A promise or a boast: no figure in the sentence makes it better.
_BOAST = re.compile(
    "(?:保证|确保|务必)[^，。；\n]{0,8}(?:100[%％]|百分之百)"
    "|(?:建成|打造|创建|争创|建设|做成)[^，。；\n]{0,12}(?:世界|全球|全国|全省|全市)(?:第一|最好|最优|最强|最大|最美)(?!方阵|梯队|批)"
    "|(?:完全|彻底|全部)[^，。；\n]{0,2}(?:消除|杜绝|解决|根除)了?(?:所有|一切|全部)"
)
_FIGURE = re.compile("[0-9０-９%％]")


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    text = draft.text
    table = context.lexicons.table("checks_absolute_words")
    aside = (quoted_spans(text), title_spans(text))
    for index, span in matcher_for(table.column("wrong")).iter_matches(text):
        row = table.by_number[index]
        if is_protected(text, span, split_values(row["keep"])) or _has_figure(text, span):
            continue
        if not any(within(span, spans) for spans in aside):
            message = f"“{span.of(text)}”{row['message']}，宜有依据、留余地"
            yield RULE.finding(span, message)
    for match in _BOAST.finditer(text):
        yield RULE.finding(Span(*match.span()), f"“{match.group()}”说得太满，宜留余地")
    for match in _ONE_OF.finditer(text):
        yield RULE.finding(Span(*match.span()), f"“{match.group()}”前后抵牾，宜改说法")


def _has_figure(text: str, span: Span) -> bool:
    return _FIGURE.search(sentence_around(text, span).of(text)) is not None


RULE = Rule(
    code="WD011",
    name="absolute-wording",
    summary="话说得太满",
    severity=Severity.SUGGESTION,
    check=_check,
    why="话说满了，一个反例就能推翻；没有数据支撑的结论和承诺要留余地。",
    source="公文语体通例",
    flagged=(
        "同志们：\n年底前要彻底解决所有遗留问题，绝对不出任何差错。",
        "同志们：\n群众百分之百满意，成绩前所未有。",
        "同志们：\n这是全市最好的办法之一种。",
    ),
    clean=(
        "同志们：\n坚持党对军队的绝对领导，消除绝对贫困。",
        "同志们：\n抽查 320 户，百分之百满意。",
        "同志们：\n年底前要基本解决遗留问题，力求不出差错。",
        "同志们：\n这是全市最好的办法之一，相对数和绝对值都要看。",
        "同志们：\n有人拍胸脯说“绝对没问题”，结果问题不少。",
    ),
    default_on=False,
    scope=Scope.LINE,
)
