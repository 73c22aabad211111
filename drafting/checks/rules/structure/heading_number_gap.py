"""The numbers of headings run on without a gap.

What it does:
    Follows the numbers of sibling headings of one form of marker (一、 or （一） or 1.) and
    reports a number that is left out, comes twice, or a row that does not begin with one.
Why:
    A gap usually means that a part was cut and the rest not renumbered.
Limits:
    A row of another form ((三) followed by 一是) is no gap; a row that begins anew with one is a
    second list; rows that begin late are reported for written markers only, since a speaker may
    say 第二， without a 第一. Nothing is reported where the missing marker stands in the text
    between, unrecognised as a heading. Lists after the closing are left alone.
"""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.model.finding import Fix, Related, Severity
from drafting.model.headings import MarkerKind
from drafting.text.edits import TextEdit
from drafting.text.numerals import CIRCLED, format_han

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding
    from drafting.model.headings import Heading
    from drafting.model.outline import Section

_WRITTEN = {
    MarkerKind.HAN_COMMA,
    MarkerKind.HAN_BRACKET,
    MarkerKind.ARABIC_DOT,
    MarkerKind.ARABIC_COMMA,
    MarkerKind.ARABIC_BRACKET,
    MarkerKind.CIRCLED,
}
# A row with more faults than this is no row of headings.
_MOST = 20
_LONGEST_ROW = 100
_HAN_DIGITS = frozenset("一二三四五六七八九十百")


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    if draft.outline is None:
        return
    for group in draft.outline.sibling_groups():
        for row in _rows(draft, group):
            yield from _late_start(draft, row)
            steps = (_step(draft, row, index) for index in range(1, len(row)))
            yield from islice(chain.from_iterable(steps), _MOST)


def _rows(draft: Draft, group: Sequence[Section]) -> Iterator[list[Heading]]:
    """Yield the numbered siblings form by form, begun anew where a second list begins."""
    end = len(draft.text) if draft.closing is None else draft.closing.start
    by_kind: dict[MarkerKind, list[list[Heading]]] = {}
    for section in group:
        heading = section.heading
        if heading.number is None or heading.span.start >= end:
            continue
        rows = by_kind.setdefault(heading.kind, [[]])
        if heading.number == 1 and rows[-1] and (rows[-1][-1].number or 0) > 1:
            rows.append([])
        rows[-1].append(heading)
    for rows in by_kind.values():
        yield from (row for row in rows if row)


def _late_start(draft: Draft, row: Sequence[Heading]) -> Iterator[Finding]:
    first = row[0]
    number = first.number or 1
    if number == 1 or first.kind not in _WRITTEN:
        return
    wanted = _marker(first, 1)
    if wanted in draft.text[: first.span.start]:
        return
    yield RULE.finding(
        first.marker_span,
        f"标题序号从“{first.marker}”开始，前面没有“{wanted}”",
        fixes=_fixes(row, 0, 1),
    )


def _step(draft: Draft, row: Sequence[Heading], index: int) -> Iterator[Finding]:
    before, after = row[index - 1], row[index]
    last, number = before.number or 0, after.number or 0
    if number == last + 1:
        return
    wanted = _marker(after, last + 1)
    between = draft.text[before.span.end : after.span.start]
    if number > last + 1 and wanted in between:
        return
    if number == last:
        message = f"标题序号“{after.marker}”重复，应为“{wanted}”"
    elif number < last:
        message = f"标题序号由“{before.marker}”退回“{after.marker}”"
    else:
        message = f"标题序号由“{before.marker}”跳到“{after.marker}”，缺“{wanted}”"
    yield RULE.finding(
        after.marker_span,
        message,
        fixes=_fixes(row, index, last + 1),
        related=(Related(before.marker_span, "前一个序号在此"),),
    )


def _fixes(row: Sequence[Heading], index: int, wanted: int) -> tuple[Fix, ...]:
    """Return the renumbering of one heading, and of all from it on where there are more."""
    here = row[index]
    marker = _marker(here, wanted)
    one = Fix(f"改为“{marker}”", (TextEdit(here.marker_span, marker),))
    if len(row) > _LONGEST_ROW:
        return (one,)
    rest = tuple(
        TextEdit(heading.marker_span, _marker(heading, wanted + offset))
        for offset, heading in enumerate(row[index:])
    )
    return (one,) if len(rest) == 1 else (one, Fix("此处起依次重新编号", rest))


def _marker(heading: Heading, number: int) -> str:
    """Return the heading's marker with another number in it."""
    marker = heading.marker
    if heading.kind is MarkerKind.CIRCLED:
        return CIRCLED[number - 1] if 0 < number <= len(CIRCLED) else marker
    digits = [i for i, one in enumerate(marker) if one in _HAN_DIGITS or one.isdecimal()]
    if not digits or number > 9999:
        return marker
    numeral = str(number) if marker[digits[0]].isdecimal() else format_han(number)
    return marker[: digits[0]] + numeral + marker[digits[-1] + 1 :]


RULE = Rule(
    code="ST001",
    name="heading-number-gap",
    summary="标题序号不连续",
    severity=Severity.ERROR,
    check=_check,
    why="序号跳号、重号，多半是删并段落后没有重新编号，念到“三”而没有“二”，台下一听便知。",
    source="GB/T 9704-2012 7.3.3（结构层次序数依次为“一、”“（一）”“1.”“（1）”）",
    flagged=(
        "一、看清形势\n当前任务很重。\n二、突出重点\n各镇要动起来。\n四、压实责任\n各级要负起责任。",
        "一、看清形势\n当前任务很重。\n一、突出重点\n各镇要动起来。\n二、压实责任\n各级要负起责任。",
        "一、任务\n（一）抓学习。各支部要先学一步。\n（三）抓落实。各部门要跟上。\n二、保障\n经费要到位。",
        "一、任务\n（二）抓学习。各支部要先学一步。\n（三）抓落实。各部门要跟上。\n二、保障\n经费要到位。",
        "同志们：\n我讲三点意见。\n一要抓早。春播不等人。\n二要抓细。地块要落图。\n四要抓实。种子要到户。",
    ),
    clean=(
        "一、看清形势\n当前任务很重。\n二、突出重点\n各镇要动起来。\n三、压实责任\n各级要负起责任。",
        (
            "一、任务\n（一）抓学习。先学一步。\n（二）抓落实。跟上来。\n（三）抓督查。见结果。\n"
            "一是督查要勤。每月一次。\n二是通报要准。点到单位。\n二、保障\n经费要到位。"
        ),
        (
            "一、上半年情况\n（一）增长较快。工业带动明显。\n（二）结构更优。三产占比提高。\n"
            "二、下半年打算\n（一）抓项目。盯住开工。\n（二）抓招商。盯住签约。"
        ),
        "同志们：\n发展是第一要务，人才是第一资源。我县要保持在全市第一方阵。",
        "同志们：\n今天只说两句。第二句留到最后。第二，请大家把汛期值班排好。",
    ),
)
