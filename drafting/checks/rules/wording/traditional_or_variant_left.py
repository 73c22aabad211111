"""No traditional character, variant or regional word is left in a simplified draft.

What it does:
    Reports characters that only traditional text writes (裏, 於, 覈, 爲), all places of one
    character in one finding, and words that a converter from Taiwan or Hong Kong wording leaves
    (大学联考 for 高考).
Why:
    They come in with pieces copied from pages in traditional script.
Limits:
    Works on simplified drafts; where most of the text is traditional one finding says so.
    Characters that a simplified text may hold (乾坤, 著名, 瞭望) are no fault. A name may rightly
    keep its character: then it is ignored at its place.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.checks.kinds.places import how_many, related_places, replace_all
from drafting.checks.kinds.preferred_forms import iter_wrong_forms, wrong_words
from drafting.model.finding import Fix, Severity
from drafting.text.characters import is_han
from drafting.text.edits import TextEdit
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.lexicons.tsv import Table
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

# Above this share of all characters the text is traditional, not a draft with leftovers.
_TRADITIONAL_SHARE = 0.08
_FEW = 12


@cache
def _simplified(table: Table) -> tuple[dict[str, str], re.Pattern[str]]:
    pairs = dict(zip(table.column("traditional"), table.column("simplified"), strict=True))
    return pairs, re.compile("[" + "".join(re.escape(one) for one in pairs) + "]")


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    text = draft.text
    pairs, pattern = _simplified(context.lexicons.table("script_telling"))
    places: dict[str, list[Span]] = defaultdict(list)
    for match in pattern.finditer(text):
        places[match.group()].append(Span(*match.span()))
    total = sum(map(len, places.values()))
    if total > _FEW and total > _TRADITIONAL_SHARE * sum(map(is_han, text)):
        yield _whole_text(places, pairs, total)
        return
    yield from _characters(places, pairs)
    for form in iter_wrong_forms(text, context.lexicons.table("checks_regional_words")):
        message = f"“{form.wrong}”是繁体转换留下的用词，通常写作“{form.right}”"
        yield RULE.finding(form.span, message, fixes=form.fixes)


def _characters(places: dict[str, list[Span]], pairs: dict[str, str]) -> Iterator[Finding]:
    for character, spans in places.items():
        right = pairs[character]
        title = f"改为“{right}”" if len(spans) == 1 else f"全部改为“{right}”"
        yield RULE.finding(
            spans[0],
            f"简体稿中有繁体字或异体字{how_many(len(spans), character)}，应为“{right}”",
            fixes=(replace_all(spans, right, title),),
            related=related_places(spans[1:], "又见于此"),
        )


def _whole_text(places: dict[str, list[Span]], pairs: dict[str, str], total: int) -> Finding:
    edits = sorted(
        (TextEdit(span, pairs[character]) for character, spans in places.items() for span in spans),
        key=lambda edit: edit.span,
    )
    fix = Fix("全部改为简体字", tuple(edits))
    message = f"全文有 {total} 处繁体字，似为繁体文本"
    return RULE.finding(edits[0].span, message, fixes=(fix,))


RULE = Rule(
    code="WD004",
    name="traditional-or-variant-left",
    summary="残留繁体字、异体字或地区用词",
    severity=Severity.WARNING,
    check=_check,
    words=lambda lexicons: (wrong_words(lexicons.table("checks_regional_words")),),
    why="公文用规范汉字；夹着繁体字、异体字，说明有段落是从繁体网页拷来、没有转换干净。",
    source="《国家通用语言文字法》第十七条；《通用规范汉字表》（2013）",
    flagged=(
        "同志们：\n这项工作关系到全县发展，心裏要有数。",
        "同志们：\n年底要严格考覈，兑现奖惩。",
        "同志们：\n各镇要把任务落实到人，爲完成目标打基础；剛才几个单位表了态。",
        "同志们：\n今年大学联考成绩取得新突破。",
        "同志们：\n各镇要抓专案建设，盯住招商专案落地，最佳化营商环境。",
        "同志们：\n秸秆利用形成良性回圈，回圈经济有了样子。",
    ),
    clean=(
        "同志们：\n这项工作关系到全县发展，心里要有数。",
        "同志们：\n要站在山顶瞭望，扭转乾坤靠实干，这位著名专家说得好。",
        "同志们：\n今年高考成绩取得新突破，数位同志受到表扬，社会考核继续推进。",
        "同志们：\n于镇长、后勤处、干部人事都要落实，里程碑式的项目要抓紧。",
        "同志们：\n大会考虑到各镇实际，作了调整；公车改革按期完成。",
        "同志们：\n县公安局成立专案组，侦办了三个专案，专案管理有章可循；契约精神要讲。",
        "同志们：\n收回圈占的耕地，羊群傍晚回圈；扩大回圈养殖，达到最佳化解效果。",
    ),
)
