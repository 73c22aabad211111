"""Markers that number one row of parts, put together; which rows are headings, which are items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.model.headings import MarkerKind
from drafting.parsing.headings.markers import FORMAL, Before
from drafting.parsing.headings.rows import Series
from drafting.parsing.headings.sections import (
    LONE_KINDS,
    page_sections,
    sections_of,
    spoken_sections,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from drafting.model.draft import Block
    from drafting.parsing.headings.markers import Mark

_MAX_OPEN = 12
_HEADING, _MARKS = 40, "。；，、：！"
# How well a number that comes twice goes on its row: worse than the next number, better than none.
_TWICE = 15
# Spoken forms that one row may change between.
MIXING = {MarkerKind.MUST, MarkerKind.IS, MarkerKind.ORDINAL, MarkerKind.FIRST_THEN}


def group_series(
    marks: Iterable[Mark], text: str, blocks: Sequence[Block]
) -> tuple[list[Series], list[Series]]:
    """Return the rows of ``marks`` that number headings, and those that number items."""
    headings: list[Series] = []
    items: list[Series] = []
    lone: list[Series] = []
    for series in _collect(marks, text):
        kept = sections_of(series, text, blocks)
        if kept is not None:
            headings.append(kept)
        elif _is_item_series(series):
            items.append(series)
        elif len(series.marks) == 1:
            lone.append(series)
    spoken = None if headings else spoken_sections([*items, *lone], text, blocks)
    if spoken is None:
        within = [one for one in items if all(_holds(one, row) for row in headings)]
        spoken = page_sections(within, text, blocks)
    if spoken is not None:
        headings.append(spoken)
        items = [series for series in items if series is not spoken]
    return headings, items


def _holds(series: Series, inner: Series) -> bool:
    """Return whether the whole row ``inner`` stands within one part of ``series``."""
    start, end = inner.marks[0].start, inner.last.start
    return series.marks[0].start < start and not any(
        start < one.start < end for one in series.marks
    )


def _collect(marks: Iterable[Mark], text: str) -> list[Series]:
    """Return all rows: numbers run on within one parent and one kind of marker only."""
    every: list[Series] = []
    open_rows: dict[tuple[MarkerKind, str], list[Series]] = {}
    for mark in marks:
        # Without a pause before it （一） may only follow a heading that lost its line break.
        bracket = mark.kind is MarkerKind.HAN_BRACKET
        if mark.before is Before.WORD and bracket and mark.number != 1:
            continue
        key = (mark.kind, mark.verb)
        rows = open_rows.setdefault(key, [])
        series = _continued(rows, mark, text) or _mixed(open_rows, mark, text)
        if series is None:
            series = Series(mark.kind, mark.verb)
            every.append(series)
            rows.append(series)
            del rows[:-_MAX_OPEN]
        else:
            _close_inside(open_rows, series)
        series.marks.append(mark)
        if mark.kind in FORMAL and (mark.opens_line or mark.before is Before.STOP):
            _close_below(open_rows, mark, series)
    every.sort(key=lambda one: one.marks[0].start)
    return every


def _mixed(
    open_rows: dict[tuple[MarkerKind, str], list[Series]], mark: Mark, text: str
) -> Series | None:
    """一要…二是…第三: one row in changing forms, where the number and the place fit exactly."""
    if mark.kind not in MIXING or mark.number is None or mark.number < 2:
        return None
    # 三个衔接，就是…; 四个避免，就是…: counts, each of another thing.
    if mark.kind is MarkerKind.ORDINAL and mark.verb and text[mark.start] != "第":
        return None
    for (kind, _), rows in open_rows.items():
        if kind not in MIXING or not rows:
            continue
        last = rows[-1].last
        near = last.block == mark.block or (last.opens_line and mark.block - last.block <= 2)
        if last.number == mark.number - 1 and last.opens_line == mark.opens_line and near:
            return rows[-1]
    return None


def _close_below(
    open_rows: dict[tuple[MarkerKind, str], list[Series]], mark: Mark, series: Series
) -> None:
    """A new part ends the rows that began inside the part before it."""
    rank = FORMAL[mark.kind]
    began = series.marks[0].start
    for (kind, _), rows in open_rows.items():
        if not rows:
            continue
        if kind in FORMAL:
            if FORMAL[kind] > rank:
                rows[:] = [row for row in rows if row.marks[0].start < began]
        elif mark.opens_line:
            # A spoken row that opens paragraphs may itself hold this part; it stays open.
            rows[:] = [r for r in rows if r.last.opens_line and r.marks[0].start < began]


def _close_inside(open_rows: dict[tuple[MarkerKind, str], list[Series]], series: Series) -> None:
    """The next part of ``series`` ends the rows that count anew from one inside the part before.

    （一） may hold 一、二、三、 of its own while the 一、 above it is still open: then the row that
    began inside is over. Without an older row of that kind it may stand above, and stays.
    """
    if series.kind not in FORMAL:
        return
    began, latest = series.marks[0].start, series.last.start
    for rows in open_rows.values():
        # A lone one has no older row beside it, or is that.
        if len(rows) > 1 and any(row.marks[0].start < began for row in rows):
            rows[:] = [row for row in rows if row.marks[0].start < latest or row is series]


def _continued(rows: Sequence[Series], mark: Mark, text: str) -> Series | None:
    """Return the open row that ``mark`` continues, the likeliest if there are several."""
    if mark.number is None:
        if (
            mark.kind is MarkerKind.FIRST_THEN
            and not mark.verb
            and rows
            and rows[-1].last.number is not None
        ):
            return rows[-1]
        unnumbered = mark.kind is MarkerKind.DASH or mark.verb != ""
        if unnumbered and rows and mark.block - rows[-1].last.block <= 4:
            return rows[-1]
        return None
    best: Series | None = None
    best_score = 0
    for age, row in enumerate(reversed(rows)):
        score = _continuation_score(row, mark, text) - age
        if score > best_score:
            best, best_score = row, score
    return best


def _continuation_score(row: Series, mark: Mark, text: str) -> int:
    last = row.last
    number, before = mark.number or 0, last.number or 0
    if _is_written_twice(last, mark):
        return _TWICE
    if number <= before or number == 1:
        return 0
    inline = not mark.opens_line and not last.opens_line
    is_apart = inline and last.block != mark.block and mark.kind not in FORMAL
    if is_apart and not (_ends_its_line(text, last) and _ends_its_line(text, mark)):
        return 0
    same_role = last.opens_line == mark.opens_line
    score = 100 if number == before + 1 else 0
    if number > before + 1 and same_role and (mark.opens_line or last.block == mark.block):
        score = 40 - number + before
    if not score:
        return 0
    if inline and last.block != mark.block:
        score -= 5
    if same_role:
        score += 20
    elif mark.kind not in FORMAL and last.block != mark.block:
        score -= 30
    if _ends_as_list(text, last) == _ends_as_list(text, mark):
        score += 10
    return score


def _is_written_twice(last: Mark, mark: Mark) -> bool:
    """Return whether two neighbouring lines carry one number (2.…, 2.…): one row all the same."""
    return (
        mark.number == last.number != 1
        and mark.kind in FORMAL
        and mark.kind not in LONE_KINDS
        and mark.opens_line
        and last.opens_line
    )


def _ends_as_list(text: str, mark: Mark) -> bool:
    """Return whether the marker's line is one of a list, ended by ；."""
    end = text.find("\n", mark.end, mark.end + 300)
    return end > 0 and text[end - 1] in "；;"


def _ends_its_line(text: str, mark: Mark) -> bool:
    """Return whether a heading behind the end of a sentence ends its line without a mark."""
    end = text.find("\n", mark.end, mark.end + _HEADING)
    if mark.before is not Before.STOP or end < mark.end + 2 or text[end - 1] in _MARKS:
        return False
    return not any(stop in text[mark.end : end] for stop in "。！？；")


def _is_item_series(series: Series) -> bool:
    """Return whether the row is a true series inside paragraphs."""
    marks = series.marks
    if len(marks) < 2 or series.kind is MarkerKind.DASH:
        return False
    if series.kind in FORMAL or series.kind is MarkerKind.FIRST_THEN:
        return series.marks[0].block == series.last.block
    if series.kind is MarkerKind.ON_ONE_HAND:
        return _is_pair(marks)
    return marks[0].number == 1 and any(mark.before is not Before.WORD for mark in marks[1:])


def _is_pair(marks: Sequence[Mark]) -> bool:
    """一方面…另一方面: behind a comma and then at a sentence's beginning it only links."""
    first, second = marks[0], marks[1]
    if first.block != second.block:
        return False
    behind_comma = first.previous != "" and first.previous in "，,"
    return not (behind_comma and second.before is Before.STOP)
