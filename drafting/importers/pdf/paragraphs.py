"""Paragraphs from the lines of a PDF: by indent, by width, by marks at the end."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from drafting.text.characters import WIDE

if TYPE_CHECKING:
    from drafting.importers.pdf.lines import Line

_INDENT = 1.2  # characters from which a first line counts as indented
_SHORT, _RAGGED = 3.2, 1.2  # characters that a line may lack at the right margin
_APART = 1.5  # pitches between two paragraphs set apart
_SPACE, _FEW_STEPS = 0.08, 3  # pitches more, seen so often, that are a space between paragraphs
_LARGER = 1.15
_WIDEST = 3.0  # characters from line to line
_GAP = 1.9  # characters between two words of one text at most
_WIDE = re.compile(f"[{WIDE}]")
_ENDS = "。！？：；”’）…"
_FINISHED = "。！？：”"
# What is not parted at a line's end: Latin letters and figures, and for LibreOffice the character
# and mark that they follow (盼。2021年); “一、2021年” begins a paragraph.
_WORD = re.compile("(?:[^一二三四五六七八九十!-~][。，；：！？](?=[0-9A-Za-z]))?[!-~]{0,40}")
_NUMBERED = re.compile(
    "[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|(?:同志们|各位代表|各位委员)[：，！]"
)
_ROUND = 2.0
_FEW_FIRST, _MOSTLY = 3, 4
_FIGURES = "0123456789.,%"
_FEW_LINES = 5

# Left and right edge in points, by even or odd page and column.
Margins = dict[tuple[int, int], tuple[float, float]]


def paragraphs_of(lines: list[Line]) -> list[list[Line]]:
    """Return the lines of each paragraph; none is lost."""
    if not lines:
        return []
    size = Counter[float]()
    for line in lines:
        size[round(line.size, 1)] += len(line.text)
    body = size.most_common(1)[0][0]
    margins = _margins(lines, body)
    pitch = _pitch(lines, body)
    is_indented = _is_indented(lines, margins, body)
    apart = _APART * pitch if is_indented else _apart(lines, margins, body, pitch)
    paragraphs = [[lines[0]]]
    for last, line in pairwise(lines):
        goes_on = _goes_on(last, line, margins[_place(line)], apart, body)
        begins = not is_indented and _is_part(last, line)
        one_text = (goes_on and not begins) and (
            not _is_short(last, line, margins[_place(last)])
            or (is_indented and _turns_the_page(last, line, body))
        )
        if one_text or _is_title(last, line, margins[_place(line)], body):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def join_lines(first: str, second: str) -> str:
    """Return what stands between two lines of a paragraph: a blank between Latin words."""
    if not first or not second or first.endswith("-"):
        return ""
    if first[-1] in _FIGURES and second[0] in _FIGURES:  # a number that was cut
        return ""
    return "" if _WIDE.match(first[-1]) or _WIDE.match(second) else " "


def _margins(lines: list[Line], body: float) -> Margins:
    """Return left and right margin of each column on even and on odd pages, which may differ."""
    places: dict[tuple[int, int], list[Line]] = {}
    columns: dict[int, list[Line]] = {}
    for line in lines:
        places.setdefault(_place(line), []).append(line)
        columns.setdefault(line.column, []).append(line)
    columns[0] = lines  # a title over columns has the margins of all of them
    found = {}
    for place, own in places.items():
        text = _sized(own, body)
        if len(text) < _FEW_LINES and len(places) > 1:
            text = _sized(columns[place[1]], body)
        lefts = Counter(round(one.left / _ROUND) for one in text)
        often = max(2, len(text) * 0.05)
        left = min((one for one, count in lefts.items() if count >= often), default=min(lefts))
        rights = sorted(one.right for one in text)
        found[place] = (left * _ROUND, rights[-1 - len(rights) // 50])
    return found


def _place(line: Line) -> tuple[int, int]:
    """Return by what margins differ: even or odd pages, and the column."""
    return line.page % 2, line.column


def _sized(lines: list[Line], body: float) -> list[Line]:
    return [one for one in lines if abs(one.size - body) < 1.0] or lines


def _pitch(lines: list[Line], body: float) -> float:
    # Where most paragraphs have one line, most steps are those between paragraphs.
    steps = [
        one.baseline - two.baseline
        for one, two in pairwise(lines)
        if one.page == two.page and one.baseline > two.baseline
    ]
    return min(sorted(steps)[len(steps) // 6], _WIDEST * body) if steps else 1.5 * body


def _apart(lines: list[Line], margins: Margins, body: float, pitch: float) -> float:
    """Return the step, in points, from which two lines of one column are two paragraphs.

    Where what follows lines left before the margin always stands further below than what follows
    those full to the margin within a sentence, the step lies between the two.
    """
    ended: list[float] = []
    running: list[float] = []
    for last, line in pairwise(lines):
        is_beside = (last.page, last.column) == (line.page, line.column)
        if not is_beside or max(abs(line.size - body), abs(last.size - body)) > 1.0:
            continue
        if _is_short(last, line, margins[_place(last)]):
            ended.append(last.baseline - line.baseline)
        elif last.text[-1:] not in _ENDS:
            running.append(last.baseline - line.baseline)
    if min(len(ended), len(running)) < _FEW_STEPS:
        return _APART * pitch
    least, most = sorted(ended)[len(ended) // 10], sorted(running)[-1 - len(running) // 20]
    return (least + most) / 2 if least - most > _SPACE * pitch else _APART * pitch


def _goes_on(
    last: Line, line: Line, margin: tuple[float, float], apart: float, body: float
) -> bool:
    """Whether a line may continue a paragraph by where and how large it stands."""
    if abs(line.size - last.size) > max(1.0, 0.08 * body):
        return False
    if line.left - margin[0] > _INDENT * line.size or not _is_one_flow(last, line):
        return False
    return line.page != last.page or last.baseline - line.baseline < apart


def _is_one_flow(last: Line, line: Line) -> bool:
    """Whether text runs on from one line to the other: from column to column, not from a cell."""
    if max(last.widest / last.size, line.widest / line.size) > _GAP:
        return False  # a line of a list with tabs
    return last.column == line.column or (last.column > 0 and line.column > 0)


def _is_short(last: Line, line: Line, margin: tuple[float, float]) -> bool:
    """Whether a line ended before the margin, so that its paragraph ended with it."""
    missing = (margin[1] - last.right) / last.size
    word = _WORD.match(line.text).group()  # type: ignore[union-attr]  # always matches
    if missing > _SHORT + sum(0.5 if one.isascii() else 1.0 for one in word):
        return True
    return missing > _RAGGED and last.text[-1:] in _ENDS


def _is_indented(lines: list[Line], margins: Margins, body: float) -> bool:
    """Whether paragraphs are told by the indent of their first lines.

    What follows a line that was left before the margin is indented then, pages aside.
    """
    firsts = Counter(
        line.left - margins[_place(line)][0] > _INDENT * line.size
        for last, line in pairwise(lines)
        if (last.page, last.column) == (line.page, line.column)
        and abs(line.size - body) < 1.0
        and last.text[-1:] in _ENDS
        and _is_short(last, line, margins[_place(last)])
    )
    return firsts[True] >= _FEW_FIRST and firsts[True] > _MOSTLY * firsts[False]


def _is_part(last: Line, line: Line) -> bool:
    """Whether a part with its number, or an address, begins behind a finished sentence."""
    return last.text[-1:] in _FINISHED and _NUMBERED.match(line.text) is not None


def _turns_the_page(last: Line, line: Line, body: float) -> bool:
    """Whether a page ended early, as those do that end with a sentence for the speaker's sake."""
    if last.page + 1 != line.page or abs(line.size - body) > 1.0:
        return False
    return not line.text.endswith(("：", ":"))


def _is_title(last: Line, line: Line, margin: tuple[float, float], body: float) -> bool:
    """Whether two lines are one title: larger than the text, centred, close together."""
    if line.size < _LARGER * body or abs(line.size - last.size) > 0.5 or line.page != last.page:
        return False
    middle = (margin[0] + margin[1]) / 2
    centred = all(abs((one.left + one.right) / 2 - middle) < 2 * one.size for one in (last, line))
    return centred and last.baseline - line.baseline < 2.2 * line.size
