"""No placeholder is left in the text.

What it does:
    Finds hidden names and numbers (XX县, ××, *同志, 某县, 20XX年), gaps to fill (【待补】, ____,
    {会议名称}) and reports each kind once, with all its places and one fix for all.
Why:
    A speech found on a page hides its names; whoever takes it over must fill in every one.
Limits:
    Multiplication (4×4, 7×24小时), programmes (数据要素×, 双尖双领+X), model names (415X) and 某些,
    某种, 某人 are right; so is 某县 in the account of a case.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.checks.kinds.placeholders import SLOT_BEGINS, UNIT_BEHIND, iter_placeholders
from drafting.checks.kinds.places import how_many, related_places, replace_all
from drafting.model.finding import Fix, Severity
from drafting.text.edits import TextEdit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding
    from drafting.text.span import Span

_TEMPLATE_SLOT = "{"  # of templates and phrases, which Tab walks
_NAMES_A_PLACE = re.compile("[*XxＸ×某○□〇]")


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    groups: dict[str, list[Span]] = defaultdict(list)
    for group, span in iter_placeholders(draft.text):
        groups[group].append(span)
    for spans in groups.values():
        wording = spans[0].of(draft.text)
        yield RULE.finding(
            spans[0],
            f"还有{how_many(len(spans), wording)}没有填写",
            fixes=_fixes(draft.text, spans, wording, context.profile.place),
            related=related_places(spans[1:], "又见于此"),
            is_open_slot=wording.startswith(_TEMPLATE_SLOT),
        )


def _fixes(text: str, spans: Sequence[Span], wording: str, place: str) -> tuple[Fix, ...]:
    """Return the replacement of all places by the office's own name, else by one slot to fill."""
    if wording[0] in SLOT_BEGINS or not _NAMES_A_PLACE.match(wording):
        return ()
    fixes: list[Fix] = []
    own = [span for span in spans if place and _may_be(text, span, place)]
    if own:
        edits = tuple(TextEdit(span, _fitted(text, span, place)) for span in own)
        which = "全部" if len(own) == len(spans) else f"其中 {len(own)} 处"
        fixes.append(Fix(f"{which}替换为“{place}”", edits))
    fixes.append(replace_all(spans, "{待填}", "全部替换为填空“{待填}”"))
    return tuple(fixes)


def _may_be(text: str, span: Span, place: str) -> bool:
    """Return whether the placeholder can stand for ``place``: XX县, XX的, but not XX镇."""
    follows = text[span.end : span.end + 1]
    return place.endswith(follows) if UNIT_BEHIND.match(text, span.end) else True


def _fitted(text: str, span: Span, place: str) -> str:
    """Return ``place`` without its last character where the text goes on with that (XX县)."""
    follows = text[span.end : span.end + 1]
    if span.of(text).startswith("某") and span.of(text).endswith(place[-1:]):
        return place
    return place[:-1] if len(place) > 2 and place.endswith(follows) and follows else place


RULE = Rule(
    code="RS001",
    name="placeholder-left",
    summary="留有未填写的占位",
    severity=Severity.ERROR,
    check=_check,
    why="网上的稿子常用 XX、* 隐去地名人名，模板里也有待填的空；漏填一处，念出来就是事故。",
    source="公文校对通例：代填符号须在定稿前填实",
    flagged=(
        "同志们：\n今天，XX县召开春耕现场会，刚才×××同志作了安排。",
        "同志们：\n刚才，*同志通报了情况，*等六个镇作了发言。",
        "同志们：\n某某同志讲得很好，在某县四季度动员会上已经讲过。",
        "同志们：\n20XX年全县实现生产总值【待补】亿元，比上年增长____%。",
        "同志们：\n今天，我们召开{会议名称}，主要任务是部署下一步工作。",
        "同志们：\n全县要力争在X月X日前完成，涉及X个镇，增长X.X个百分点。",
        "同志们：\n201×年以来，×副县长多次到（地点）调研。",
    ),
    clean=(
        "同志们：\n要落实“数据要素×”行动，推进人工智能×制造业。",
        "同志们：\n项目占地4×4公里，实行7×24小时值守，跑道2*60米。",
        "同志们：\n要打造“415X”产业集群，推行“1+X”证书制度和双尖双领+X计划。",
        "同志们：\n某些同志、某种程度、某个环节、某项工作的问题要改，不能某人说了算。",
        "同志们：\n通报的案例中，外地某县某局一名干部受贿被查处，教训深刻。",
        "同志们：\n二〇〇八年以来，X县道改造、X光机、PPP项目逐年增加，G20峰会备受关注。",
    ),
)
