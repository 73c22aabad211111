"""Step: lines that were broken at a fixed width are joined into paragraphs."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from drafting.cleaning.lines import Line, filled_lines, split_lines
from drafting.cleaning.ragged_lines import LEFT_OVER, ragged_breaks, tears_heading, tears_word
from drafting.cleaning.speech_signs import (
    END_MARK,
    HEADING_MARKER,
    begins_with_salutation,
    is_salutation,
)
from drafting.cleaning.step import Found
from drafting.text.edits import TextEdit
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping, Sequence

# A wrapped text has many lines of one width and none longer; punctuation may hang or be pulled
# up, which moves the width by up to two characters.
_FEWEST_LINES = 6
_WIDTHS = range(16, 61)
_SLACK = 2
_FAR_TOO_WIDE = 130
_SHARE = 0.35
_CUT_SHARE = 0.6
_MARKED_SHARE = 0.3
_NO_BEGINNING = ",、。;:!?)”"


def find_hard_wraps(text: str) -> Found:
    """Return the edits that join wrapped lines; nothing unless the line lengths prove wrapping."""
    lines = split_lines(text)
    filled = filled_lines(text)
    # Most texts have long lines: no width is looked for in them.
    far_too_wide = [line for line in filled if line.end - line.first > _FAR_TOO_WIDE]
    if len(far_too_wide) <= len(filled) // 5:
        for measure in (_width, _display_width):
            full = _full_lines(filled, measure)
            if full:
                return _joined(lines, full)
    return _joined(lines, dict.fromkeys(ragged_breaks(lines), "whole"))


def _width(line: Line) -> int:
    return line.end - line.first


def _display_width(line: Line) -> int:
    return _width(line) - len(line.folded.encode("ascii", "ignore")) // 2


def _full_lines(
    lines: Sequence[Line], measure: Callable[[Line], int]
) -> Mapping[int, Literal["whole", "short"]]:
    """Return the starts of the lines that fill the width, empty where nothing is proved.

    A ``short`` one lacks a character or two, as lines do before a mark that may not begin one.
    """
    if len(lines) < _FEWEST_LINES:
        return {}
    sizes = {line.start: measure(line) for line in lines}
    counted = Counter(sizes.values())
    width = max(_WIDTHS, key=lambda one: (counted[one] + counted[one + 1] // 2, one))
    near = [line for line in lines if abs(sizes[line.start] - width) <= _SLACK]
    wider = sum(count for size, count in counted.items() if size > width + _SLACK)
    # Headings and last lines of paragraphs are shorter; longer lines speak against wrapping.
    if len(near) < max(_FEWEST_LINES, _SHARE * len(lines)) or wider > len(near) // 10:
        return {}
    cut = sum(END_MARK.search(line.folded) is None for line in near)
    starts = {line.start for line in near}
    marked = _count_lists(lines, starts)
    if cut < _CUT_SHARE * len(near) or marked > _MARKED_SHARE * len(near):
        return {}
    if not _are_torn(lines, starts):
        return {}
    return {line.start: "whole" if sizes[line.start] >= width else "short" for line in near}


def _are_torn(lines: Sequence[Line], near: Container[int]) -> bool:
    """Return whether a full line ends within a word, or before a mark; of parallel lines none does.

    Slogans, verses and the items of a day's order may well be of one length.
    """
    filled = (line for line in lines if len(line))
    return any(
        line.start in near
        and (
            after.folded[0] in _NO_BEGINNING
            or bool(_glue(line, after))
            or tears_word(line.folded, after.folded)
        )
        for line, after in pairwise(filled)
    )


def _count_lists(lines: Sequence[Line], near: Container[int]) -> int:
    """Return how many full lines are numbered and followed by a numbered one: a list."""
    numbered = [
        (line, HEADING_MARKER.match(line.folded) is not None) for line in lines if len(line)
    ]
    return sum(
        line.start in near and first and second for (line, first), (_, second) in pairwise(numbered)
    )


def _joined(lines: Sequence[Line], full: Mapping[int, Literal["whole", "short"]]) -> Found:
    edits = [
        TextEdit(Span(line.end, after.start), _glue(line, after))
        for line, after in pairwise(lines)
        if after.end > after.start
        and (
            (line.start in full and not _begins_paragraph(line, after, full[line.start]))
            or (after.end - after.start <= LEFT_OVER and tears_heading(line.folded, after.folded))
        )
    ]
    return Found(tuple(edits))


def _glue(line: Line, after: Line) -> str:
    # Latin words were parted at a blank, Chinese ones were not.
    latin = line.folded[-1].isascii() and line.folded[-1].isalpha()
    return " " if latin and after.folded[0].isascii() and after.folded[0].isalpha() else ""


def _begins_paragraph(line: Line, after: Line, filled: Literal["whole", "short"]) -> bool:
    if after.indented or is_salutation(after.folded):
        return True
    if END_MARK.search(line.folded) is None:
        # A heading has no end mark either; it hardly fills its line to the last character.
        return filled == "short" and HEADING_MARKER.match(line.folded) is not None
    return (
        filled == "short"
        or HEADING_MARKER.match(after.folded) is not None
        or begins_with_salutation(after.folded)
    )
