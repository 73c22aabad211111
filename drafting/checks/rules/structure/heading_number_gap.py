"""The numbers of headings run on without a gap.

What it does:
    Follows the numbers of sibling headings of one form of marker (一、 or （一） or 1.) and
    of series inside a paragraph (一要…二要…), and reports a number that is left out, comes twice,
    or a row of headings that does not begin with one.
Why:
    A gap usually means that a part was cut and the rest not renumbered.
Limits:
    A row of another form ((三) followed by 一是) is no gap; a row that begins anew with one is a
    second list; rows that begin late are reported for written markers only, since a speaker may
    say 第二， without a 第一. Nothing is reported where the missing marker stands in the text
    between, unrecognised as a heading. Lists after the closing are left alone.
"""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from drafting.checks.base import Rule
from drafting.checks.kinds.line_markers import line_markers
from drafting.model.finding import Fix, Related, Severity
from drafting.model.headings import MarkerKind
from drafting.text.edits import TextEdit
from drafting.text.numerals import renumbered
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft, ItemSeries
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
# 首先、其次、第三 mixes two ways of counting on purpose; it is no gap.
_INSIDE = {MarkerKind.MUST, MarkerKind.IS, MarkerKind.LOOK, MarkerKind.ORDINAL}
# A row with more faults than this is no row of headings.
_MOST = 20
_LONGEST_ROW = 100
_MOST_MISSING = 6
_OTHER_FORMS = ("一是", "一要", "一看", "第一，", "第一、")
# 再一个意思， between 一个意思， and 第三个意思，.
_ONE_MORE = "(?:再|另|还有|又|下)一[个点条层句项张件类种]"
_SECOND = re.compile("[^，。；：\n]{0,6}[。：，]\\s*(?P<marker>二[是要]|第二(?=[，、]))")


class _Mark(NamedTuple):
    """One number in a row, where it stands, and where what it numbers ends."""

    kind: MarkerKind
    number: int
    marker: str
    span: Span
    end: int


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    if draft.outline is None:
        return
    odd = _odd_forms(draft)
    for group in draft.outline.sibling_groups():
        for row in _rows(draft, group):
            if row[0].span.start not in odd:
                yield from _late_start(draft, row)
            yield from _steps(draft, row, odd)
    for series in draft.items:
        if not series.complete and series.kind in _INSIDE and series.numbers[0] == 1:
            yield from _steps(draft, _row_inside(series))
    yield from _without_first(draft)


def _odd_forms(draft: Draft) -> frozenset[int]:
    """Return where one marker of a row has another form (一、（二）三、), which is ST002's."""
    marks = line_markers(draft)
    return frozenset(
        mark.span.start
        for before, mark, after in zip(marks, marks[1:], marks[2:], strict=False)
        if before.form == after.form != mark.form
        and before.number + 1 == mark.number == after.number - 1
    )


def _without_first(draft: Draft) -> Iterator[Finding]:
    """Yield 二是 right behind an announced count (办好四件实事。二是…): the first is gone."""
    for promise in draft.promises:
        if promise.count is None or promise.kept:
            continue
        match = _SECOND.match(draft.text, promise.span.end)
        if match is not None:
            span, marker = Span(*match.span("marker")), match["marker"]
            first = renumbered(marker, 1)
            fix = Fix(
                f"补上“{first}”", (TextEdit(Span(span.start, span.start), f"{first}{{待补}}。"),)
            )
            yield RULE.finding(span, f"从“{marker}”开始，前面没有“{first}”", fixes=(fix,))


def _rows(draft: Draft, group: Sequence[Section]) -> Iterator[list[_Mark]]:
    """Yield the numbered siblings form by form, begun anew where a second list begins."""
    end = len(draft.text) if draft.closing is None else draft.closing.start
    by_kind: dict[MarkerKind, list[list[_Mark]]] = {}
    for section in group:
        mark = _mark_of(section.heading)
        if mark is None or mark.span.start >= end:
            continue
        rows = by_kind.setdefault(mark.kind, [[]])
        if mark.number == 1 and rows[-1] and rows[-1][-1].number > 1:
            rows.append([])
        rows[-1].append(mark)
    for rows in by_kind.values():
        yield from (row for row in rows if row)


def _mark_of(heading: Heading) -> _Mark | None:
    number, span = heading.number, heading.marker_span
    if number is None:
        return None
    return _Mark(heading.kind, number, heading.marker, span, heading.span.end)


def _row_inside(series: ItemSeries) -> list[_Mark]:
    places = zip(series.numbers, series.markers, series.starts, strict=True)
    return [
        _Mark(series.kind, number, marker, Span(start, start + len(marker)), start + len(marker))
        for number, marker, start in places
    ]


def _late_start(draft: Draft, row: Sequence[_Mark]) -> Iterator[Finding]:
    first = row[0]
    if first.number == 1 or first.kind not in _WRITTEN:
        return
    wanted = renumbered(first.marker, 1)
    if wanted in draft.text[: first.span.start]:
        return
    yield RULE.finding(
        first.span,
        f"标题序号从“{first.marker}”开始，前面没有“{wanted}”",
        fixes=_fixes(row, 0, 1),
    )


def _steps(
    draft: Draft, row: Sequence[_Mark], odd: Collection[int] = frozenset()
) -> Iterator[Finding]:
    steps = (
        _step(draft, row, index)
        for index in range(1, len(row))
        if row[index].number != row[index - 1].number + 2
        or not any(row[index - 1].end <= start < row[index].span.start for start in odd)
    )
    return islice(chain.from_iterable(steps), _MOST)


def _step(draft: Draft, row: Sequence[_Mark], index: int) -> Iterator[Finding]:
    before, after = row[index - 1], row[index]
    if after.number == before.number + 1:
        return
    wanted = renumbered(after.marker, before.number + 1)
    if after.number > before.number:
        between = draft.text[before.end : after.span.start]
        if wanted in between or _counted_otherwise(draft, before, after):
            return
    if after.number == before.number:
        message = f"序号“{after.marker}”重复，应为“{wanted}”"
    elif after.number < before.number:
        message = f"序号由“{before.marker}”退回“{after.marker}”"
    else:
        message = f"序号由“{before.marker}”跳到“{after.marker}”，缺“{wanted}”"
    yield RULE.finding(
        after.span,
        message,
        fixes=_fixes(row, index, before.number + 1) + _missing(draft, before, after),
        related=(Related(before.span, "前一个序号在此"),),
    )


def _counted_otherwise(draft: Draft, before: _Mark, after: _Mark) -> bool:
    """Return whether the number is there in another form: 二是…三要…四是… (ST003's), 再一个…."""
    if after.kind not in _INSIDE or after.number != before.number + 2:
        return False
    line_start = draft.text.rfind("\n", 0, after.span.start) + 1
    opens = not draft.text[line_start : after.span.start].strip()
    lead = "\n[ \t　]*" if opens else "[。；，：]"
    forms = "|".join(renumbered(form, before.number + 1) for form in _OTHER_FORMS)
    forms = f"{forms}|{_ONE_MORE}" if after.kind is MarkerKind.ORDINAL else forms
    return re.search(f"{lead}(?:{forms})", draft.text[before.end : after.span.start]) is not None


def _missing(draft: Draft, before: _Mark, after: _Mark) -> tuple[Fix, ...]:
    """Return the insertion of the parts left out between two that open paragraphs."""
    start = after.span.start
    opens = not draft.text[draft.text.rfind("\n", 0, start) + 1 : start].strip()
    left_out = range(before.number + 1, min(after.number, before.number + _MOST_MISSING))
    if not opens or not left_out:
        return ()
    lines = "".join(f"{renumbered(after.marker, number)}{{待补}}\n" for number in left_out)
    shown = renumbered(after.marker, before.number + 1)
    return (Fix(f"在此补上“{shown}”", (TextEdit(Span(start, start), lines),)),)


def _fixes(row: Sequence[_Mark], index: int, wanted: int) -> tuple[Fix, ...]:
    """Return the renumbering of one mark, and of all from it on where there are more."""
    here = row[index]
    marker = renumbered(here.marker, wanted)
    one = Fix(f"改为“{marker}”", (TextEdit(here.span, marker),))
    if len(row) > _LONGEST_ROW:
        return (one,)
    rest = tuple(
        TextEdit(mark.span, renumbered(mark.marker, wanted + offset))
        for offset, mark in enumerate(row[index:])
    )
    return (one,) if len(rest) == 1 else (one, Fix("此处起依次重新编号", rest))


RULE = Rule(
    code="ST001",
    name="heading-number-gap",
    summary="序号不连续",
    severity=Severity.ERROR,
    check=_check,
    why="序号跳号、重号，多半是删并段落后没有重新编号，念到“三”而没有“二”，台下一听便知。",
    source="GB/T 9704-2012 7.3.3（结构层次序数依次为“一、”“（一）”“1.”“（1）”）",
    flagged=(
        "一、看清形势\n当前任务很重。\n二、突出重点\n各镇要动起来。\n四、压实责任\n各级要负起责任。",
        "一、看清形势\n当前任务很重。\n一、突出重点\n各镇要动起来。\n二、压实责任\n各级要负起责任。",
        "一、任务\n（一）抓学习。各支部要先学一步。\n（三）抓落实。各部门要跟上。\n二、保障\n经费要到位。",
        "一、任务\n（二）抓学习。各支部要先学一步。\n（三）抓落实。各部门要跟上。\n二、保障\n经费要到位。",
        "一、任务\n1.抓学习。先学一步。\n2.抓落实。跟上来。\n2.抓督查。见结果。\n二、保障\n经费要到位。",
        "同志们：\n我讲三点意见。\n一要抓早。春播不等人。\n二要抓细。地块要落图。\n四要抓实。种子要到户。",
        "同志们：\n入户走访时，一要问清收成，二要看清住房，四要记清诉求。各村要动起来。",
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
        "同志们：\n我讲四点。\n一是抓早。\n二是抓细。\n三要抓实。\n四是抓好考核。各镇动起来。",
        (
            "同志们：\n我讲几个意思。\n一个意思，旅游要有魂。文化就是魂。\n再一个意思，旅游要有形。路要好走。\n"
            "第三个意思，旅游要有人。导游要培养。"
        ),
        "同志们：\n发展是第一要务，人才是第一资源。我县要保持在全市第一方阵。",
        "同志们：\n这件事，首先要有人管，其次要有钱办，第三要有章可循。各村要动起来。",
        "同志们：\n今天只说两句。第二句留到最后。第二，请大家把汛期值班排好。",
    ),
)
