"""One indicator has one figure.

What it does:
    Reads the amounts and growth rates that stand behind listed indicators and compares those of
    the same indicator, period and scope; amounts that may be one figure rounded agree.
Why:
    The figure was brought up to date in one place; the leader reads both within ten minutes.
Limits:
    Targets, forecasts, approximate figures, rows told apart by 分别 and figures of another period
    or place are not compared; what is no listed indicator is not read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from drafting.checks.base import Rule
from drafting.checks.kinds.figures import FIGURE, Figure, read_figure
from drafting.checks.matching import Matcher
from drafting.lexicons.tsv import split_values
from drafting.model.finding import Related, Severity
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.checks.base import CheckContext
    from drafting.lexicons.tsv import Table
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_GAP = (
    "(?:总额|总量|额)?(?:预计|累计|共|已|就|也|仍|实际|只|仅仅?|才|还)?"
    "(?:达到?|完成|实现|为|是|有|至|到)?了?"
)
_TOTAL = re.compile(f"{_GAP}{FIGURE}")
_GROWTH = re.compile(
    "(?:[^，。；\n0-9]{0,4}[0-9][^，。；\n]{0,10}，)?(?P<base>同比|比上年|较上年|比去年|比去年同期|年均|名义|实际|可比价|环比)?"
    f"(?P<way>增长|提高|上升|增加|下降|减少|回落|降低)了?{FIGURE}"
)
# Indicators that stand at a level, whatever the period.
_STOCKS = ("率", "企业", "人口", "主体", "比例", "农田")
_RATES = ("%", "百分点")
_NO_AMOUNTS = (None, "位", "个百分点", "百分点", "倍")
_FALLS = frozenset(("下降", "减少", "回落", "降低"))
_LOOSE = re.compile("以上|以下|左右|多|余|以内|[—\\-~～至到]|上下")
_PLAN = re.compile(
    "目标|预期|预计|力争|确保|计划|规划|任务|预算|争取|到20|将|(?<![主重需必紧])要|建议|考核|安排|应"
)
_NOT_COMPARED = re.compile("分别|如果|假如|左右")
# 全县共有行政村187个: what is counted stands between the scope and the figure.
_COUNTED = re.compile(
    f"全(?P<level>[省市县区镇乡村州旗])(?P<words>(?!平均)[^0-9，。；：、“”（）\n]{{2,16}}?)(?:达到?|为)?(?:{FIGURE})"
)
# What happens within a period; all else (共有, 现有, a share) is as it stands.
_FLOW = re.compile(
    "新增|新建|建成|完成|培训|改造|投入|发放|签约|增长|计划|实现|到位|种植|招商|造林|安排"
)
_VERBS = re.compile(
    "计划|规划|预计|共有|现有|拥有|累计|共|已|新增|新建|建成|完成|实现|达到?|总数|总计|目前|去年|今年|上半年|下半年|任务|目标|总额|要|力争|确保|安排|[为是有]$"
)
_BOUNDARY = re.compile(
    "(?:^|[，、；：。！？“（\\s]|[全我本][国省市县区镇乡村州旗]|[省市县区镇乡村州]|实现|完成"
    "|[年月份度]|累计|其中|[的和及与是]|年末|年底)$"
)
_PART = (
    "[上下]半年|前?[一二三四]个?季度|[0-9]{1,2}(?:[—\\-至到][0-9]{1,2})?月|全年"
    "|[一二三四五六七八九十]{1,3}月|五年"
)
_PERIOD = re.compile(
    f"(?P<year>20[0-9]{{2}}年|[今去前明上本]年|同期|十[一二三四]五)”?(?P<part>{_PART})?"
    f"|(?P<bare>{_PART})"
)
_OWN = re.compile("[全我本](?P<level>[国省市县区镇乡村州旗])")
_SCOPE = re.compile(
    "[全我本](?P<level>[国省市县区镇乡村州旗])"
    "|[\u4e00-\u9fff]{2,4}?(?:镇|乡|街道|园区|开发区|[省市县区](?=地|一|城|农|固|规|财|社|粮))"
)


class _Reading(NamedTuple):
    name: str
    kind: str
    figure: Figure
    span: Span
    mention: Span
    stop: int
    is_stock: bool = False


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    text = draft.text
    groups: dict[tuple[str, str], list[_Reading]] = {}
    table = context.lexicons.table("checks_indicators")
    for reading in chain(_readings(text, table), _counted(text)):
        groups.setdefault((reading.name, reading.kind), []).append(reading)
    # Only amounts that differ are worth the question what they are of.
    doubtful = [
        group
        for group in groups.values()
        if any(not group[0].figure.agrees(reading.figure) for reading in group)
    ]
    level = _own_level(text) if doubtful else ""
    sections = draft.outline.sections if draft.outline else ()
    parts = [section.span.start for section in sections]
    for group in doubtful:
        first: dict[tuple[str, str, str], _Reading] = {}
        for reading in group:
            where = _circumstances(text, reading, level, parts)
            if where is None:
                continue
            before = first.setdefault(where, reading)
            if not before.figure.agrees(reading.figure):
                yield _finding(text, before, reading)


def _finding(text: str, before: _Reading, reading: _Reading) -> Finding:
    shown, earlier = reading.span.of(text), before.span.of(text)
    return RULE.finding(
        reading.span,
        f"“{reading.name}”前面是{earlier}，这里是{shown}，请核对",
        related=(Related(before.span, "前面的数字在此"),),
    )


def _own_level(text: str) -> str:
    levels = Counter(match["level"] for match in _OWN.finditer(text))
    return levels.most_common(1)[0][0] if levels else ""


def _circumstances(
    text: str, reading: _Reading, level: str, parts: Sequence[int]
) -> tuple[str, str, str] | None:
    """Return period, scope and whether it is a target; None where it is not to be compared."""
    start = reading.mention.start
    line = text.rfind("\n", 0, start) + 1
    sentence = max(text.rfind("。", line, start), line - 1) + 1
    if _NOT_COMPARED.search(text, sentence, reading.stop):
        return None
    is_plan = _PLAN.search(text, sentence, reading.stop) is not None
    if not reading.is_stock:
        is_plan = is_plan or text.find("目标", line, start) >= 0
    period = _period(text, sentence if reading.is_stock else line, start)
    if not period and not reading.is_stock:
        # What stands without a period is of the period that its part speaks of.
        period = f"{bisect_right(parts, start)}"
    return period, _scope(text, line, start, level), "plan" if is_plan else ""


@cache
def _names(table: Table) -> dict[str, str]:
    """Return every name of every indicator with the indicator."""
    return {
        name: row["indicator"]
        for row in table
        for name in (row["indicator"], *split_values(row["names"]))
    }


@cache
def _words(table: Table) -> Matcher:
    return Matcher(tuple(_names(table)))


def _readings(text: str, table: Table) -> Iterator[_Reading]:
    names = _names(table)
    matcher = _words(table)
    mentions = list(matcher.iter_matches(text))
    ends = [*(span.start for _, span in mentions[1:]), len(text)][: len(mentions)]
    for (index, span), following in zip(mentions, ends, strict=True):
        if not _BOUNDARY.search(text, max(0, span.start - 3), span.start):
            continue
        limit = min(following, span.end + _REACH)
        end = _END.search(text, span.end, limit)
        stop = end.start() if end else limit
        for kind, figure, place in _figures(text, span.end, stop):
            name = names[matcher.words[index]]
            yield _Reading(name, kind, figure, place, span, stop, name.endswith(_STOCKS))


def _counted(text: str) -> Iterator[_Reading]:
    """Yield the amounts of whatever the own place is said to have, to build or to plan."""
    for match in _COUNTED.finditer(text):
        name = _VERBS.sub("", match["words"])
        if len(name) < 2 or match["unit"] in _NO_AMOUNTS or _LOOSE.match(text, match.end()):
            continue
        figure = read_figure(match)
        span = Span(*match.span("words"))
        is_stock = not _FLOW.search(match["words"])
        kind = f"总量{figure.unit}"
        yield _Reading(name, kind, figure, _place(match), span, match.end(), is_stock)


_END = re.compile("[。；\n]")
_REACH = 40


def _figures(text: str, start: int, end: int) -> Iterator[tuple[str, Figure, Span]]:
    total = _TOTAL.match(text, start, end)
    if total and total["unit"] and not _LOOSE.match(text, total.end()):
        figure = read_figure(total)
        yield f"总量{figure.unit}", figure, _place(total)
    growth = _GROWTH.match(text, start, end)
    if growth and growth["unit"] and not _LOOSE.match(text, growth.end()):
        figure = read_figure(growth)
        if growth["way"] in _FALLS:
            figure = figure._replace(value=-figure.value)
        if figure.unit in _RATES:
            base = growth["base"] or ""
            loose = base if base in ("年均", "环比", "名义", "实际") else ""
            yield f"增幅{loose}{figure.unit}", figure, _place(growth)


def _place(match: re.Match[str]) -> Span:
    return Span(match.start("number"), match.end("unit"))


def _period(text: str, start: int, end: int) -> str:
    """Return the last period that the paragraph names before ``end``."""
    found = list(_PERIOD.finditer(text, max(start, end - _BACK), end))
    if not found:
        return ""
    last = found[-1]
    year = _SAME_YEAR.get(last["year"] or "", last["year"] or "")
    part = (last["part"] or last["bare"] or "").replace("全年", "").replace("个", "")
    return year + part


_SAME_YEAR = {"": "今年", "本年": "今年", "上年": "去年"}
_BACK = 200


def _scope(text: str, start: int, end: int, level: str) -> str:
    """Return the last place that the paragraph names before ``end``; without one the own level."""
    found = list(_SCOPE.finditer(text, max(start, end - _BACK), end))
    name = (found[-1]["level"] or found[-1].group()) if found else ""
    return "" if name == level else name


RULE = Rule(
    code="NU006",
    name="figure-differs",
    summary="同一指标前后数字不一",
    severity=Severity.ERROR,
    check=_check,
    words=lambda lexicons: (_words(lexicons.table("checks_indicators")),),
    why="同一个指标前面念一个数、后面念另一个数，是当众出错；多半是只改了一处。",
    source="公文数字核校通例；指标名称依统计公报",
    flagged=(
        (
            "同志们：\n上半年，全县完成地区生产总值86.5亿元，增长6.2%。\n成绩来之不易。上半年地区生"
            "产总值达到85.6亿元，排名前移。"
        ),
        (
            "同志们：\n上半年，全县固定资产投资增长8.6%，势头很好。\n项目是支撑，上半年全县固定资产"
            "投资增长6.8%，主要靠项目。"
        ),
        (
            "同志们：\n2025年，全县城镇居民人均可支配收入达到32150元。\n群众得了实惠，2025年城镇居"
            "民人均可支配收入为31250元。"
        ),
        "同志们：\n去年全县粮食总产量达到32.6万吨。\n去年粮食产量36.2万吨，是近年来最高的。",
        "同志们：\n一季度，全县地区生产总值完成38.6亿元。\n一季度地区生产总值只有36.8亿元，大家紧起来。",
    ),
    clean=(
        (
            "同志们：\n上半年，全县完成地区生产总值86.5亿元，增长6.2%。\n上半年地区生产总值达到86.5"
            "亿元，排名前移。"
        ),
        "同志们：\n一季度，全县固定资产投资增长8.6%。\n上半年，全县固定资产投资增长6.8%。",
        "同志们：\n去年，全县粮食总产量达到32.6万吨。今年目标是粮食总产量达到33万吨以上。",
        "同志们：\n上半年，全市地区生产总值增长5.8%，全县地区生产总值增长6.2%。",
        (
            "同志们：\n上半年，全县地区生产总值86.52亿元。\n上半年，全县地区生产总值达到86.5亿元，"
            "近87亿元。"
        ),
        (
            "同志们：\n上半年，清河湾镇规模以上工业增加值增长9.1%，白石岭镇规模以上工业增加值增长7."
            "3%。"
        ),
        "同志们：\n去年全县工业投资增长12%，其中技改投资增长15%，民间投资增长3%。",
    ),
)
