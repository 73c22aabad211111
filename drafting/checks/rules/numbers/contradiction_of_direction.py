"""A verb of direction and its figure point the same way.

What it does:
    Reports 下降-1.8%, 增长负1.8%, 降幅为-1.8%, and from-to pairs that run against their verb
    (由5.2%提高到4.8%).
Why:
    The verb was changed and the sign left, or figures were exchanged; the sentence then says the
    opposite.
Limits:
    负增长（-1.8%） is right; what a figure falls to may be negative (下降到-1.8%); ranks are left
    out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.checks.base import Rule, Scope
from drafting.checks.kinds.figures import NUMBER, SCALE, UNIT, parse_figure
from drafting.checks.kinds.places import replacement
from drafting.model.finding import Severity
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_SIGN = "[-－−–—负]"
_SIGNS = re.compile(f"(?P<sign>{_SIGN})(?:{NUMBER})(?:{SCALE})?(?:{UNIT})?")
_FALLS = re.compile(
    "(?:下降|减少|回落|降低|下滑|下跌|下挫|缩减|负增长|[降减跌]幅)(?:率?[为达是])?了?约?[-－−–—负]$"
)
_RISES_BY = re.compile("(?:增长|增加|上升|提高)了?约?[负\\-－−]$")
_FROM_TO = re.compile(
    f"[由从](?:[^0-9，。；、\n由从]{{0,8}}?的)?(?P<first>{NUMBER})(?P<first_unit>(?:{SCALE})?(?:{UNIT})?)"
    f"(?P<verb>(?:稳步|大幅|快速|逐步|进一步)?(?P<act>提高|增长|增加|上升|提升|扩大|扩增|攀升|下降"
    f"|减少|降低|回落|缩短|压缩|压减|下滑|缩小)|降)"
    f"[到至](?P<second>{NUMBER})(?P<second_unit>(?:{SCALE})?(?:{UNIT})?)"
)
_RISES = frozenset(("提高", "增长", "增加", "上升", "提升", "扩大", "扩增", "攀升"))


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    yield from _signed_changes(draft.text)
    yield from _from_and_to(draft.text)


def _signed_changes(text: str) -> Iterator[Finding]:
    """Yield changes whose verb and sign say the direction twice, or against each other."""
    for sign in _SIGNS.finditer(text):
        floor = max(0, sign.start() - 8)
        falls = _FALLS.search(text, floor, sign.end("sign"))
        wrong = falls or _RISES_BY.search(text, floor, sign.end("sign"))
        if wrong is None:
            continue
        span = Span(wrong.start(), sign.end())
        # What rises by a minus falls or has a wrong sign: only the writer knows which.
        unsigned = text[span.start : sign.start()] + text[sign.end("sign") : span.end]
        yield RULE.finding(
            span,
            f"“{span.of(text)}”升降方向与负号重复或矛盾，请核对",
            fixes=replacement(span, unsigned) if falls else (),
        )


def _from_and_to(text: str) -> Iterator[Finding]:
    """Yield changes from one figure to another that the verb does not fit."""
    for match in _FROM_TO.finditer(text):
        first = parse_figure(match["first"] + match["first_unit"])
        second = parse_figure(match["second"] + match["second_unit"])
        if first is None or second is None or second.unit == "位":
            continue
        if first.unit != second.unit and match["first_unit"]:
            continue
        rises = match["act"] in _RISES
        if not match["first_unit"] and match["second_unit"] not in ("", second.unit):
            continue
        if first.value == second.value or (second.value > first.value) == rises:
            continue
        span = Span(*match.span())
        yield RULE.finding(span, f"“{span.of(text)}”的升降与前后两个数不符，请核对")


RULE = Rule(
    code="NU008",
    name="contradiction-of-direction",
    summary="升降与数字矛盾",
    severity=Severity.ERROR,
    check=_check,
    why="动词已经说明了升降，数字再带负号就成了相反的意思。",
    source="GB/T 15835-2011；公文数字使用通例",
    flagged=(
        "同志们：\n一季度外贸进出口同比下降-1.8%，要引起重视。",
        "同志们：\n上月工业用电量增长负3.2%，要逐户分析。",
        "同志们：\n税收收入降幅为-5.6%，缺口不小。",
        "同志们：\n城镇化率由62.5%提高到61.8%，进步明显。",
        "同志们：\n办理时限由5天压缩到7天，群众满意。",
    ),
    clean=(
        "同志们：\n一季度外贸进出口同比下降1.8%，要引起重视。",
        "同志们：\n上月工业用电量负增长（-3.2%），要逐户分析。",
        "同志们：\n增速由正转负，下降到-1.8%，要逐户分析。",
        "同志们：\n综合考核由第8位提高到第3位，进步明显。",
        "同志们：\n为企业减负2500万元，群众得实惠。",
        "同志们：\n收入由9800元增加到1.2万元，全县增长5—8%。",
    ),
    scope=Scope.LINE,
)
