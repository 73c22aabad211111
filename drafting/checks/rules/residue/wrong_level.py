"""A county speaks of itself as a county.

What it does:
    Takes the own level from the office profile, else from what the draft says most surely (我县,
    全县上下), and reports another level named as one's own (我市, 全市上下), or two own levels of
    one rank in one text (全县 beside 全区).
Why:
    Speeches are lent between counties, districts and cities, and one word is left as it was.
Limits:
    全市第一, 从全市看 name the level above and are right; so is 全区 in an autonomous region. The
    title names the level of the meeting: who speaks of one level below it alone (我县 at a city's
    ceremony), or pledges or reports there (我镇), speaks for his own.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.checks.kinds.places import related_places, replacement
from drafting.model.finding import Fix, Severity
from drafting.model.particulars import SpeechType
from drafting.text.edits import TextEdit
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_SURE = re.compile(
    "我(?P<a>[县市区旗州镇乡])(?![域长级场民])"
    "|全(?P<b>[县市区旗州镇乡])"
    "(?=上下|各级|广大|人民|干部|党员|政府系统|领导干部|经济工作)"
)
# 我代表市委, 经市委、市政府研究: whoever says so belongs there.
_ON_BEHALF = re.compile(
    "(?:代表|受|经)(?P<c>[县市区旗州])委(?:[、和，][县市区旗州]政府|托|常委会)?"
)
_PLAIN = re.compile("全(?P<b>[县区旗])(?![域块位长级]|第|前|首|平均|最)")
_RANKS = {"县": 3, "区": 3, "旗": 3, "市": 2, "州": 2, "镇": 4, "乡": 4}
_REGION = re.compile("自治区|开发区|园区|高新区|灌区|库区|景区|牧区|林区|矿区|新区")
_LEAST, _NEAR = 2, 16
# A township's pledge at the county's meeting says 我镇.
_OF_THOSE_BELOW = {SpeechType.PLEDGE, SpeechType.REPORT_UPWARD}
_TITLE = re.compile("全(?P<level>[县市区旗州镇乡])")


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    text = draft.text
    sure: dict[str, list[Span]] = {}
    for match in _SURE.finditer(text):
        sure.setdefault(match["a"] or match["b"], []).append(Span(*match.span()))
    is_region = bool(_REGION.search(text)) or any(
        "自治区" in superior.name for superior in context.profile.superiors
    )
    spoken_for = [
        (match["c"], Span(match.start("c"), match.end("c") + 1))
        for match in _ON_BEHALF.finditer(text)
    ]
    own = _own_level(draft, context, sure, [level for level, _ in spoken_for])
    for level, span in spoken_for:
        # A county speaks for itself at a city's meeting; for the city it does not.
        if own and level != own and _RANKS[level] <= _RANKS[own]:
            sure.setdefault(level, []).append(span)
    others = {level for level in sure if level != own and not (level == "区" and is_region)}
    if draft.particulars.kind in _OF_THOSE_BELOW:
        others = {level for level in others if own and _RANKS[level] <= _RANKS[own]}
    if own and others:
        for level in sorted(others):
            if _is_wrong(text, own, level, sure):
                yield _finding(text, sure[level], own, level)
    elif not is_region:
        yield from _two_of_one_rank(text, own)


def _own_level(
    draft: Draft, context: CheckContext, sure: dict[str, list[Span]], spoken_for: Sequence[str]
) -> str:
    """Return the level of the profile, of the title, or the one that most sure places name."""
    if context.profile.level in _RANKS:
        return context.profile.level
    titled = _TITLE.search(draft.title)
    if titled:
        return _speaking_at(titled["level"], sure)
    counts = Counter(spoken_for)
    counts.update({level: len(spans) for level, spans in sure.items()})
    first, *others = [*counts.most_common(2), ("", 0)]
    if first[1] < _LEAST or others[0][1] * 2 > first[1]:
        return ""
    return first[0]


def _speaking_at(level: str, sure: dict[str, list[Span]]) -> str:
    """Return whose speech it is at a meeting of ``level``.

    A county's leader at a city's meeting says 我县 and never 我市: the meeting is the city's, the
    speech is not.
    """
    below = [one for one in sure if _RANKS[one] > _RANKS[level]]
    return below[0] if len(sure) == len(below) == 1 else level


def _is_wrong(text: str, own: str, level: str, sure: dict[str, list[Span]]) -> bool:
    """Return whether a level above is spoken of as one's own: 我市, 全市上下 in a county."""
    if _RANKS[level] >= _RANKS[own]:
        return True
    spoken = [
        span
        for span in sure[level]
        if f"{level}委" not in text[max(0, span.start - _NEAR) : span.start]
    ]
    return 0 < len(spoken) <= max(len(sure.get(own, ())), 1)


def _two_of_one_rank(text: str, own: str) -> Iterator[Finding]:
    """Yield one finding where 全县 and 全区 stand in one text."""
    places: dict[str, list[Span]] = {}
    for match in _PLAIN.finditer(text):
        places.setdefault(match["b"], []).append(Span(*match.span()))
    often = {level: spans for level, spans in places.items() if len(spans) >= _LEAST}
    if len(often) < _LEAST:
        return
    main = own if own in often else max(often, key=lambda level: len(often[level]))
    for level, spans in often.items():
        if level != main:
            yield _finding(text, spans, main, level)


def _finding(text: str, spans: Sequence[Span], own: str, level: str) -> Finding:
    wording = spans[0].of(text)
    right = wording.replace(level, own)
    where = f"（共 {len(spans)} 处）" if len(spans) > 1 else ""
    fixes = replacement(spans[0], right)
    if len(spans) > 1:
        edits = (TextEdit(span, span.of(text).replace(level, own)) for span in sorted(spans))
        fixes += (Fix(f"{len(spans)} 处全部改", tuple(edits)),)
    return RULE.finding(
        spans[0],
        f"“{wording}”与本文的“全{own}”级别不一，应为“{right}”{where}",
        fixes=fixes,
        related=related_places(spans[1:], "又见于此"),
    )


RULE = Rule(
    code="RS004",
    name="wrong-level",
    summary="级别称呼不一",
    severity=Severity.WARNING,
    check=_check,
    why="县里的讲话说成“我市”“全区”，一听就是从别处搬来的。",
    source="由真实讲话稿的残留归纳",
    flagged=(
        "在全县春耕现场会上的讲话\n同志们：\n全县上下要动起来，我县春耕早，我市的农机要提前检修。",
        (
            "在全县招商大会上的讲话\n同志们：\n全县上下要动起来。全市上下都要把招商放在心上，我县任"
            "务最重。"
        ),
        (
            "同志们：\n全县各级要抓紧，全区工业增速加快。我们对全区人民作出承诺，全县政府系统要带头"
            "，全区各级都要落实。"
        ),
    ),
    clean=(
        (
            "在全县春耕现场会上的讲话\n同志们：\n全县上下要动起来，我县增速居全市第一，从全市看差距"
            "还不小。"
        ),
        "在全县招商大会上的讲话\n同志们：\n市里下达我县的任务，全县上下要完成，走在全市前列。",
        (
            "在全市经济工作会议上的讲话\n同志们：\n全市上下要动起来，各县要抓紧，全县域推进，我市要"
            "争先。"
        ),
        "在全市作风建设大会上的表态发言\n同志们：\n受县委委托，我代表县委作表态，全市上下看着我们。",
        "在自治区会议上的讲话\n同志们：\n全区上下团结一心，全县都要落实，自治区党委有部署。",
        "同志们：\n全县上下要动起来，全区域推进整治，全区块链应用。",
        (
            "在全县项目推进大会上的表态发言\n各位领导、同志们：\n我乡承担三个项目，全县上下都看着我"
            "们。我乡一定按时完成。"
        ),
        "在全市项目集中开工活动分会场上的致辞\n同志们：\n今天，我县12个项目集中开工，我县的后劲更足了。",
    ),
)
