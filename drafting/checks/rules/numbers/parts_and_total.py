"""Parts make up their total.

What it does:
    Adds up what is given as the parts of a figure: 14项指标（6+4+4）, the shares of the three
    industries, 其中 and colon lists in the same measure.
Why:
    A part is brought up to date and the total forgotten, or the other way round.
Limits:
    A list behind 其中 may name some parts only; too small a sum is reported only where it falls
    short by one or two, as a slip does.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import chain
from typing import TYPE_CHECKING

from drafting.checks.base import Rule, Scope
from drafting.checks.kinds.anchored import iter_in_lines, places_of
from drafting.checks.kinds.figures import FIGURE, Figure, read_figure
from drafting.checks.kinds.places import replacement
from drafting.model.finding import Related, Severity
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_CHAIN = re.compile("[0-9]{1,5}(?:[+＋][0-9]{1,5})+")
_TOTAL_AHEAD = re.compile(
    "(?P<total>[0-9]{1,6})(?:项|个|条|件|家|名|人|类|种|座|处|支)[^0-9，。；：、“”（(\n]{0,10}[（(“]{1,2}$"
)
_TOTAL_BEHIND = re.compile("[）)”]?(?:=|＝|，?(?:共计?|合计|总计|计)(?:有)?)(?P<total>[0-9]{1,6})")
_SHARES = re.compile(
    "(?P<a>[0-9]{1,2}(?:\\.[0-9]{1,2})?)[:：∶](?P<b>[0-9]{1,2}(?:\\.[0-9]{1,2})?)[:：∶](?P<c>[0-"
    "9]{1,2}(?:\\.[0-9]{1,2})?)"
)
_SHARES_AHEAD = re.compile("(?:产业|产)[^。；\n]{0,20}$")
_LEADS = (
    re.compile("其中[，：:]?"),
    re.compile("：(?=[^。；\n]{0,20}[0-9])"),
    re.compile("，(?:包括|分别[为是]|即|含)"),
    re.compile("，(?=(?:第一[批期]|首批|一期)[^，。；\n]{0,8}[0-9])"),
)
_SUMMED = re.compile(f"(?:合计|总计|共计|一共|共)[^0-9，。；、\n]{{0,8}}{FIGURE}")
_AMOUNT = re.compile(FIGURE)
_CHANGE = re.compile(
    "(?:增加|减少|增长|下降|提高|同比|高于|低于|占|比|较(?=[上去同])|超|第|每|人均|平均)[^，、]{0,8}$"
)
_INNER = re.compile("[（(][^（）()]{0,40}[）)]")
_REACH, _SLIP, _MOST_SHARE = 160, 2, 0.15


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    yield from _chains(draft.text)
    yield from _industries(draft.text)
    yield from _lists(draft.text)
    yield from _sums(draft.text)


def _chains(text: str) -> Iterator[Finding]:
    signs = sorted(place for sign in "+＋" for place in places_of(sign, text))
    for match in iter_in_lines(_CHAIN, text, signs):
        ahead = _TOTAL_AHEAD.search(text, max(0, match.start() - 24), match.start())
        total = ahead or _TOTAL_BEHIND.match(text, match.end())
        if total is None:
            continue
        added = sum(int(part) for part in re.split("[+＋]", match.group()))
        if added != int(total["total"]):
            yield _finding(Span(*match.span()), Span(*total.span("total")), text, str(added))


def _industries(text: str) -> Iterator[Finding]:
    if "产" not in text:
        return
    for mark in _COLON.finditer(text):
        match = _SHARES.search(text, max(0, mark.start() - 5), mark.end() + 12)
        if match is None or match.end("a") != mark.start():
            continue
        added = sum(Decimal(match[part]) for part in "abc")
        ahead = _SHARES_AHEAD.search(text, max(0, match.start() - 30), match.start())
        if ahead and not Decimal("99.7") <= added <= Decimal("100.3"):
            span = Span(*match.span())
            yield RULE.finding(span, f"三次产业占比相加为{added}%，不等于100%，请核对")


_COLON = re.compile("[:：∶](?=[0-9])")


def _lists(text: str) -> Iterator[Finding]:
    for lead in chain.from_iterable(pattern.finditer(text) for pattern in _LEADS):
        totals = list(_AMOUNT.finditer(text, max(0, lead.start() - 26), lead.start()))
        if not totals or not totals[-1]["unit"] or text[lead.start() - 1] == "、":
            continue
        last = totals[-1]
        if re.search("[。；\n]", text[last.end() : lead.start()]) or _CHANGE.search(
            text, max(0, last.start() - 10), last.start()
        ):
            continue
        total = read_figure(last)
        parts = _parts(text, lead.end(), total.unit)
        if len(parts) < 2:
            continue
        added = sum((part.value for part in parts), Decimal(0))
        spare = sum((part.tolerance for part in parts), total.tolerance)
        if total.tolerance <= Decimal("0.5"):
            spare = Decimal(0)
        short = total.value - added
        is_slip = 0 < short <= min(Decimal(_SLIP), total.value * Decimal(_MOST_SHARE))
        if (added > total.value + spare) or (is_slip and spare == 0):
            span = Span(last.start(), last.end())
            yield RULE.finding(
                span, f"“{span.of(text)}”与所列分项之和{_shown(added, last)}不符，请核对"
            )


def _sums(text: str) -> Iterator[Finding]:
    """Yield totals behind their parts (12公里和15公里，全年共完成28公里)."""
    for match in _SUMMED.finditer(text):
        start = max(text.rfind(mark, 0, match.start()) for mark in "。；！？\n") + 1
        start = max(start, match.start() - _BACK)
        ahead = list(_AMOUNT.finditer(text, start, match.start()))
        total = read_figure(match)
        if len(ahead) < 2 or not total.unit or not _RESPECTIVELY.search(text, start, match.start()):
            continue
        parts = [read_figure(one) for one in ahead]
        if any(part.unit != total.unit for part in parts):
            continue
        added = sum((part.value for part in parts), Decimal(0))
        if added != total.value:
            span = Span(match.start("number"), match.end())
            shown = _shown(added, match)
            yield RULE.finding(span, f"“{span.of(text)}”与前面各项之和{shown}不符，请核对")


_RESPECTIVELY = re.compile("分别|各")
_BACK = 60


def _parts(text: str, start: int, unit: str) -> list[Figure]:
    """Return the figures in ``unit`` up to the sentence's end, one from each member."""
    end = _END.search(text, start, start + _REACH)
    stretch = text[start : end.start() if end else start + _REACH]
    stretch = _INNER.sub(lambda match: "　" * len(match.group()), stretch)
    found: list[Figure] = []
    for member in re.split("[、，,和]", stretch):
        amounts = [m for m in _AMOUNT.finditer(member) if not _CHANGE.search(member[: m.start()])]
        if not amounts:
            continue
        figure = read_figure(amounts[0])
        if len(amounts) > 1 or figure.unit != unit or _CHANGE.search(member):
            return found
        found.append(figure)
    return found


_END = re.compile("[。；！？\n]")


def _shown(value: Decimal, like: re.Match[str]) -> str:
    """Return an amount in the scale and unit of the total."""
    figure = read_figure(like)
    scale = figure.value / Decimal(like["number"].replace(",", "")) if figure.value else Decimal(1)
    return f"{(value / scale).normalize():f}{like['scale'] or ''}{like['unit']}"


def _finding(span: Span, total: Span, text: str, added: str) -> Finding:
    return RULE.finding(
        span,
        f"“{span.of(text)}”相加得{added}，与总数{total.of(text)}不符",
        fixes=replacement(total, added),
        related=(Related(total, "总数在此"),),
    )


RULE = Rule(
    code="NU007",
    name="parts-and-total",
    summary="分项与总数不符",
    severity=Severity.WARNING,
    check=_check,
    why="分项加起来不等于总数，台下拿笔一加就露馅。",
    source="公文数字核校通例",
    flagged=(
        "同志们：\n今年考核14项指标（6+4+5），项项都有牵头单位。",
        "同志们：\n三次产业结构调整为12.5:40.3:49.2，结构更优。",
        "同志们：\n全县实施重点项目32个，其中工业项目15个、农业项目9个、社会事业项目10个。",
        "同志们：\n去年全县新增市场主体4218户，其中企业986户、个体工商户3322户。",
        "同志们：\n抽查村36个，其中好的18个、较好的12个、一般的5个。",
    ),
    clean=(
        "同志们：\n今年考核14项指标（6+4+4），项项都有牵头单位。",
        "同志们：\n三次产业结构调整为12.5:40.3:47.2，结构更优。",
        "同志们：\n全县实施重点项目32个，其中工业项目15个、农业项目9个。",
        "同志们：\n抽查村36个，其中好的18个、较好的12个、一般的6个。",
        "同志们：\n推行“1+6”工作机制，落实“3+2”产业布局，建好16个专班。",
        "同志们：\n完成投资86亿元，其中工业投资30亿元，比上年增加60亿元。",
    ),
    scope=Scope.LINE,
)
