"""Lines of a PDF page from its glyphs; running heads and page numbers told from the text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from drafting.text.characters import WIDE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.importers.pdf.glyphs import Glyph

_SAME_LINE = 0.5  # of the size: baselines of raised and lowered characters
_LATIN_GAP, _WIDE_GAP = 0.2, 0.8  # of the size: a gap that is a blank
_AGAIN = 0.25  # of the size: the same character drawn twice to look bold
_WIDE = re.compile(f"[{WIDE}]")
_NUMBER = re.compile(
    r"[-—–－─·\s]{0,6}(?:第\s?)?(?:\d{1,4}|[〇一二三四五六七八九十百]{1,6}|[IVXivx]{1,6})(?:\s?页)?"
    r"(?:\s?[/／,，]?\s?共?\s?\d{1,4}\s?页?)?[-—–－─·\s]{0,6}"
)
_DASHED = re.compile(r"[-—–－─·第]")
_PLACE = 4.0  # points by which a running head may move from page to page
_EDGE_LINES = 3
_WEIGHT = 4  # of a Chinese character beside a figure; a page has fewer than 10,000 lines
_NOTE_SIZE, _NOTE_HEIGHT = 0.6, 1.6  # of the size of the line below
_LOWERED = 0.25  # of the size: what is lower and small belongs to the line below
_PINYIN = re.compile("[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿêế ]{1,80}", re.IGNORECASE)
_LINE_NUMBER = re.compile(r"(\d{1,4})(?:\s|$)")
_FEW_NUMBERS = 5
_APART = 1.3  # pitches
_HEAD_SHARE, _HEAD_PAGES = 0.4, 3


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: edges, baseline and size in points, page and place on it from 0.

    ``inner`` is the left edge of what follows the first gap, ``left`` where there is none.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    page: int
    number: int
    inner: float


def lines_of(glyphs: Sequence[Glyph], page: int) -> list[Line]:
    """Return a page's lines from top to bottom; columns are read across."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda one: -one.baseline):
        if not glyph.text.strip():
            continue
        if rows and _is_in(glyph, rows[-1][0]):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    blanks = [one for one in glyphs if not one.text.strip()]
    lines = []
    for number, row in enumerate(rows):
        main = _main_size(row)
        row.sort(key=lambda one: one.left)
        text = _text_of(row, [one for one in blanks if _is_on(one, row[0], main)])
        left, right = row[0].left, max(one.right for one in row)
        inner = next(
            (two.left for one, two in pairwise(row) if two.left - one.right > _gap(one, two)),
            left,
        )
        lines.append(Line(text, left, right, row[0].baseline, main, page, number, inner))
    return lines


def _is_in(glyph: Glyph, first: Glyph) -> bool:
    """Return whether a glyph stands in the row of ``first``, which is not below it."""
    lower = first.baseline - glyph.baseline
    if glyph.size < _NOTE_SIZE * first.size and lower > _LOWERED * first.size:
        return False  # pinyin of the row below
    return lower <= _SAME_LINE * max(first.size, glyph.size)


def _main_size(row: list[Glyph]) -> float:
    """Return the size of most characters; figures in the margin weigh less than a word."""
    sizes = Counter[float]()
    for one in row:
        sizes[one.size] += (_WEIGHT if _WIDE.match(one.text) else 1) * len(one.text)
    return sizes.most_common(1)[0][0]


def _is_on(blank: Glyph, first: Glyph, size: float) -> bool:
    return abs(blank.baseline - first.baseline) < _SAME_LINE * size


def _gap(one: Glyph, two: Glyph, share: float = _WIDE_GAP) -> float:
    """Return the room between two glyphs, in points, above which they are apart."""
    return share * min(one.size, two.size)


def _text_of(row: list[Glyph], blanks: list[Glyph]) -> str:
    pieces: list[str] = []
    last: Glyph | None = None
    for one in sorted([*row, *blanks], key=lambda glyph: glyph.left):
        if last is not None:
            if one.text == last.text and one.left - last.left < _AGAIN * one.size:
                continue
            gap = one.left - last.right
            wide = _WIDE.match(last.text[-1]) or _WIDE.match(one.text)
            least = _gap(last, one, _WIDE_GAP if wide else _LATIN_GAP)
            if gap > least and last.text.strip():
                pieces.append(" " if one.text.strip() else "")
        pieces.append(one.text)
        last = one
    return "".join(pieces).strip(" \t\xa0")


def drop_line_numbers(pages: list[list[Line]]) -> tuple[list[list[Line]], list[str]]:
    """Return the pages without numbers that count the lines in the margin, and those numbers."""
    marks = [
        (line, int(found.group(1)))
        for lines in pages
        for line in lines
        if (found := _LINE_NUMBER.match(line.text)) is not None
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
    return replace(line, text=text, left=line.inner)


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


def drop_furniture(pages: list[list[Line]]) -> tuple[list[Line], list[Line], list[Line]]:
    """Return the lines of the text, the page numbers, and the running heads and feet."""
    repeated = _repeated(pages)
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
                if _is_number(line, lines, repeated):
                    numbers.append(line)
                elif any(key in repeated for key in _keys(line)):
                    heads.append(line)
                else:
                    break
                last, first = (last - 1, first) if backward else (last, first + 1)
        body += lines[first:last]
    return body, numbers, heads


def _is_number(line: Line, lines: list[Line], repeated: set[tuple[str, int]]) -> bool:
    if _NUMBER.fullmatch(line.text) is None:
        return False
    if _DASHED.search(line.text) or any(key in repeated for key in _keys(line)):
        return True
    # A bare figure is a page number only apart from the text.
    steps = [one.baseline - two.baseline for one, two in pairwise(lines)]
    gap = min((abs(line.baseline - one.baseline) for one in lines if one is not line), default=99.0)
    return line.text.isascii() and gap > max(1.8 * line.size, _APART * median(steps or [0.0]))


def _repeated(pages: list[list[Line]]) -> set[tuple[str, int]]:
    counts: Counter[tuple[str, int]] = Counter()
    for lines in pages:
        edges = {*lines[:_EDGE_LINES], *lines[-_EDGE_LINES:]}
        counts.update({key for line in edges for key in _keys(line)})
    enough = max(_HEAD_PAGES, _HEAD_SHARE * len(pages))
    return {key for key, count in counts.items() if count >= enough}


def _keys(line: Line) -> tuple[tuple[str, int], ...]:
    """Return what a running head has in common with the others: its words and its place."""
    words = re.sub(r"\d{1,4}", "#", line.text)
    place = int(line.baseline / _PLACE)
    return (words, place), (words, place + 1)
