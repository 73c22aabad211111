"""A known saying is quoted exactly.

What it does:
    Compares what stands near to a saying of the quotation bank (verse, classics, proverbs, short
    published phrases) with its exact wording, character by character. Where marks show that the
    saying is all that is quoted, a character too many at its edge is told too, and a word that
    is exchanged throughout.
Why:
    Half the audience knows it by heart.
Limits:
    Marks do not count, wordings in general use beside the original are accepted. An error within
    quotation marks, where exactness is claimed; elsewhere a warning. A play on a saying that
    changes more than two characters is not looked at.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from drafting.checks.base import Rule, Scope
from drafting.checks.kinds.near_forms import NearForms
from drafting.checks.kinds.places import replacement
from drafting.checks.kinds.quotations import quoted_spans, within
from drafting.checks.kinds.whole_quotations import WholeQuotations
from drafting.lexicons.tsv import split_values
from drafting.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.lexicons.tsv import Table
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding
    from drafting.text.span import Span

# A second difference only in a wording of twice this length.
_CHARACTERS_PER_EDIT = 5


@cache
def _finder(table: Table) -> tuple[NearForms, tuple[str, ...]]:
    accepted = [split_values(cell) for cell in table.column("accept")]
    return NearForms(
        table.column("quotation"), accepted, _CHARACTERS_PER_EDIT, has_free_ends=True
    ), table.column("source")


@cache
def _whole_finder(table: Table) -> tuple[WholeQuotations, dict[str, str]]:
    """Return what knows all wordings and variants, and the source of each."""
    sources = {
        wording: source
        for quotation, accept, source in zip(
            table.column("quotation"), table.column("accept"), table.column("source"), strict=True
        )
        for wording in (quotation, *split_values(accept))
    }
    return WholeQuotations(tuple(sources)), sources


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    table = context.lexicons.table("checks_quotations")
    told = list(_iter_near(draft.text, table))
    yield from told
    whole, sources = _whole_finder(table)
    for span, right in whole.iter_near(draft.text):
        if not any(span.overlaps(one.span) for one in told):
            yield _finding(draft.text, span, right, sources[right])


def _iter_near(text: str, table: Table) -> Iterator[Finding]:
    finder, sources = _finder(table)
    quotes = quoted_spans(text)
    for near in finder.iter_near(text):
        severity = None if within(near.span, quotes) else Severity.WARNING
        right, source = finder.wordings[near.index], sources[near.index]
        yield _finding(text, near.span, right, source, severity)


def _finding(
    text: str, span: Span, right: str, source: str, severity: Severity | None = None
) -> Finding:
    message = f"“{span.of(text)}”与原文不符，{source}作“{right}”"
    return RULE.finding(span, message, fixes=replacement(span, right), severity=severity)


RULE = Rule(
    code="EX005",
    name="quotation-differs",
    summary="引文与原文不符",
    severity=Severity.ERROR,
    check=_check,
    words=lambda lexicons: (_finder(lexicons.table("checks_quotations"))[0].matcher,),
    why="引用名句差一个字，台下很多人背得出来。",
    source="各句出处列在词表中",
    flagged=(
        "同志们：\n古人说，“纸上得来终觉浅，绝知此事要恭行”。",
        "同志们：\n正所谓“衙斋卧听潇潇竹，疑是民间疾苦声”。",
        "同志们：\n“不积跬步，无以致千里；不积小流，无以成江海”，要从小事做起。",
        "同志们：\n要有“咬住青山不放松，立根原在破岩中”的韧劲。",
        "同志们：\n“打铁还须自身硬气”，先管好自己；“幸福都是奋出来的”，先干起来。",
        "同志们：\n要懂得“人民就是天下、天下就是人民”的道理。",
        "同志们：\n俗话说“人齐心，泰山移”，大家要拧成一股绳。",
    ),
    clean=(
        "同志们：\n古人说，“纸上得来终觉浅，绝知此事要躬行”。",
        "同志们：\n正所谓“衙斋卧听萧萧竹、疑是民间疾苦声”。",
        "同志们：\n“不积跬步无以至千里，不积小流无以成江海”，要从小事做起。",
        "同志们：\n大道之行，天下为公；业精于勤，荒于嬉。",
        "同志们：\n没有规矩，不成方圆；差之毫厘，谬以千里。",
        "同志们：\n要咬定目标不放松，千里之行要从脚下走起，水能载舟，水能覆舟。",
        "同志们：\n要“以不以物喜，不以己悲”的心态干事，有“咬定产业不放松”的劲头，懂得“打铁还须自身硬的”。",
        "同志们：\n要不拘一格用人才，“好日子是奋斗出来的”，群众的期盼都是我们的奋斗目标。",
        "同志们：\n绿水青山就是金山银山，冰天雪地也是金山银山，人民就是江山。",
    ),
    scope=Scope.LINE,
)
