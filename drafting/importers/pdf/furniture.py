"""What stands on a PDF page beside its text: line numbers, pinyin, running heads, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from math import inf
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.importers.pdf.lines import Line

PAGE_NUMBER = re.compile(
    r"[-—–－─·\s]{0,6}(?:第\s?)?(?:\d{1,4}|[〇一二三四五六七八九十百]{1,6}|[IVXivx]{1,6})(?:\s?页)?"
    r"(?:\s?[/／,，]?\s?共?\s?\d{1,4}\s?页?)?[-—–－─·\s]{0,6}"
)
_DASHED = re.compile(r"[-—–－─·第]")
_PLACE = 4.0  # points by which a running head may move from page to page
_EDGE_LINES = 3
_NOTE_SIZE, _NOTE_HEIGHT = 0.6, 1.6  # of the size of the line below
_PINYIN = re.compile("[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿêế ]{1,80}", re.IGNORECASE)
_LINE_NUMBER = re.compile(r"(\d{1,4})(?:\s|$)")
_FEW_NUMBERS = 5
_APART = 1.3  # pitches
_HEAD_SHARE, _HEAD_PAGES = 0.4, 3
_FEW_PAGES = 2  # for what stands apart from the text
_SMALL, _MARGIN, _FAR = 0.92, 65.0, 2.0  # of the text's size, points, sizes

# The lower and the upper edge of a page in points.
Sheet = tuple[float, float]
ENDLESS: Sheet = (-inf, inf)


def drop_line_numbers(pages: list[list[Line]]) -> tuple[list[list[Line]], list[str]]:
    """Return the pages without numbers that count the lines in the margin, and those numbers."""
    marks = [
        (line, int(found.group(1)))
        for lines in pages
        for line in lines
        if line.column >= 0
        and (found := _LINE_NUMBER.match(line.text)) is not None
        and (line.inner > line.left or found.group(1) == line.text)
    ]
    starts = [line.inner for line, _ in marks if line.inner > line.left]
    if len(starts) < _FEW_NUMBERS:
        return pages, []
    margin = min(Counter(round(one) for one in starts).most_common(2))[0]
    outside = {line: number for line, number in marks if line.left < margin - line.size}
    rising = [two > one for one, two in pairwise(outside.values())]
    # Counting may begin again on each page.
    if len(outside) < _FEW_NUMBERS or rising.count(False) > len(pages):
        return pages, []
    kept = [[_unnumbered(line) if line in outside else line for line in one] for one in pages]
    return [[line for line in one if line.text] for one in kept], [
        str(one) for one in outside.values()
    ]


def _unnumbered(line: Line) -> Line:
    text = line.text.lstrip("0123456789").lstrip()
    return replace(line, text=text, left=line.inner, widest=0.0)


def drop_notes(pages: list[list[Line]]) -> tuple[list[list[Line]], list[Line]]:
    """Return the pages without the pinyin that stands small above its words, and its lines."""
    notes = {
        above
        for lines in pages
        for above, line in pairwise(lines)
        if above.size < _NOTE_SIZE * line.size
        and above.baseline - line.baseline < _NOTE_HEIGHT * line.size
        and line.left - line.size < above.left
        and above.right < line.right + line.size
        and _PINYIN.fullmatch(above.text)
    }
    if not notes:
        return pages, []
    return [[one for one in lines if one not in notes] for lines in pages], sorted(
        notes, key=lambda one: (one.page, one.number)
    )


def drop_furniture(
    pages: list[list[Line]], sheets: Sequence[Sheet]
) -> tuple[list[Line], list[Line], list[Line]]:
    """Return the lines of the text, the page numbers, and the running heads and feet."""
    repeated, outside = _heads(pages, sheets)
    body: list[Line] = []
    numbers: list[Line] = []
    heads: list[Line] = []
    for lines in pages:
        first, last = 0, len(lines)
        for backward in (True, False):
            for _ in range(_EDGE_LINES):
                if first >= last:
                    break
                line = lines[last - 1 if backward else first]
                if line.column < 0:
                    break
                if _is_number(line, lines, repeated):
                    numbers.append(line)
                elif line in outside or any(key in repeated for key in _keys(line)):
                    heads.append(line)
                else:
                    break
                last, first = (last - 1, first) if backward else (last, first + 1)
        body += lines[first:last]
    return body, numbers, heads


def _heads(
    pages: list[list[Line]], sheets: Sequence[Sheet]
) -> tuple[set[tuple[str, int]], set[Line]]:
    """Return what running heads have in common, and those lines that are one by their place.

    What stands on many pages at one place is a head; on two it must be small or apart from the
    text, on one small, apart, and so near the edge of the sheet as no text is.
    """
    sizes = Counter(round(one.size, 1) for lines in pages for one in lines)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    apart = [list(_apart(lines, body)) for lines in pages]
    repeated = _repeated(pages, max(_HEAD_PAGES, _HEAD_SHARE * len(pages)))
    if len(pages) <= _HEAD_PAGES / _HEAD_SHARE:
        repeated |= _repeated(apart, _FEW_PAGES)
    outside = {
        line
        for lines, (bottom, top) in zip(apart, sheets, strict=True)
        for line in lines
        if line.size < _SMALL * body and min(top - line.baseline, line.baseline - bottom) < _MARGIN
    }
    return repeated, outside


def _apart(lines: list[Line], body: float) -> Iterator[Line]:
    """Yield the first and the last lines of a page that stand far from its text."""
    for around in (lines[: _EDGE_LINES + 1], lines[: -_EDGE_LINES - 2 : -1]):
        for index, (edge, inner) in enumerate(pairwise(around)):
            if abs(edge.baseline - inner.baseline) > _FAR * max(edge.size, body):
                yield from around[: index + 1]
                break


def _is_number(line: Line, lines: list[Line], repeated: set[tuple[str, int]]) -> bool:
    if PAGE_NUMBER.fullmatch(line.text) is None:
        return False
    if _DASHED.search(line.text) or any(key in repeated for key in _keys(line)):
        return True
    # A bare figure is a page number only apart from the text.
    steps = [one.baseline - two.baseline for one, two in pairwise(lines)]
    gap = min((abs(line.baseline - one.baseline) for one in lines if one is not line), default=99.0)
    return line.text.isascii() and gap > max(1.8 * line.size, _APART * median(steps or [0.0]))


def _repeated(pages: list[list[Line]], enough: float) -> set[tuple[str, int]]:
    """Return what lines at the edges of so many pages have in common."""
    counts: Counter[tuple[str, int]] = Counter()
    for lines in pages:
        edges = {*lines[:_EDGE_LINES], *lines[-_EDGE_LINES:]}
        counts.update({key for line in edges for key in _keys(line)})
    return {key for key, count in counts.items() if count >= enough}


def _keys(line: Line) -> tuple[tuple[str, int], ...]:
    """Return what a running head has in common with the others: its words and its place."""
    words = re.sub(r"\d{1,4}", "#", line.text)
    place = int(line.baseline / _PLACE)
    return (words, place), (words, place + 1)
