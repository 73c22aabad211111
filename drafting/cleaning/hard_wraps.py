"""Step: lines that were broken at a fixed width are joined into paragraphs."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from drafting.cleaning.lines import Line, split_lines
from drafting.cleaning.speech_signs import END_MARK, HEADING_MARKER, begins_with_salutation
from drafting.cleaning.step import NOTHING, Found
from drafting.text.edits import TextEdit
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# A wrapped text has many lines of one width and none longer; punctuation may hang or be pulled
# up, which moves the width by up to two characters.
_FEWEST_LINES = 6
_WIDTHS = range(16, 61)
_SLACK = 2
_SHARE = 0.5


def find_hard_wraps(text: str) -> Found:
    """Return the edits that join wrapped lines; nothing unless the line lengths prove wrapping."""
    lines = split_lines(text)
    filled = [line for line in lines if len(line)]
    for measure in (len, _display_width):
        full = _full_lines(filled, measure)
        if full:
            return _joined(lines, full)
    return NOTHING


def _display_width(line: Line) -> int:
    return len(line) - sum(one.isascii() for one in line.folded) // 2


def _full_lines(lines: Sequence[Line], measure: Callable[[Line], int]) -> frozenset[int]:
    """Return the starts of the lines that fill the width, empty where nothing is proved."""
    if len(lines) < _FEWEST_LINES:
        return frozenset()
    counted = Counter(measure(line) for line in lines)
    width = max(_WIDTHS, key=lambda one: (sum(counted[one + by] for by in range(-1, 2)), one))
    near = {line.start for line in lines if abs(measure(line) - width) <= _SLACK}
    wider = sum(count for size, count in counted.items() if size > width + _SLACK)
    # Headings and last lines of paragraphs are shorter; longer lines speak against wrapping.
    if len(near) < max(_FEWEST_LINES, _SHARE * len(lines)) or wider > len(near) // 10:
        return frozenset()
    cut = sum(1 for line in lines if line.start in near and not END_MARK.search(line.folded))
    marked = sum(1 for line in lines if line.start in near and HEADING_MARKER.match(line.folded))
    proved = cut >= 0.6 * len(near) and marked <= 0.3 * len(near)
    return frozenset(near) if proved else frozenset()


def _joined(lines: Sequence[Line], full: frozenset[int]) -> Found:
    edits = [
        TextEdit(Span(line.end, after.start), _glue(line, after))
        for line, after in pairwise(lines)
        if line.start in full and len(after) and not _begins_paragraph(line, after)
    ]
    return Found(tuple(edits))


def _glue(line: Line, after: Line) -> str:
    # Latin words were parted at a blank, Chinese ones were not.
    latin = line.folded[-1].isascii() and line.folded[-1].isalpha()
    return " " if latin and after.folded[0].isascii() and after.folded[0].isalpha() else ""


def _begins_paragraph(line: Line, after: Line) -> bool:
    if after.indented:
        return True
    ended = END_MARK.search(line.folded) is not None
    return ended and (
        HEADING_MARKER.match(after.folded) is not None or begins_with_salutation(after.folded)
    )
