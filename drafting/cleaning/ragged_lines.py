"""Lines that were broken anywhere, at no one width, told from the words that they tear."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from drafting.cleaning.speech_signs import (
    END_MARK,
    HEADING_MARKER,
    begins_with_salutation,
    is_salutation,
)
from drafting.text.characters import is_han
from drafting.text.words import word_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.cleaning.lines import Line

# So many lines that stop within a sentence, none of them long, and so many that tear a word.
_FEWEST, _SHORTEST, _LONGEST, _FEW = 8, 12, 70, 10
_SHARE, _TORN_SHARE, _FEWEST_TORN = 0.6, 0.15, 3
_AROUND = 8
# What is left over of a heading, in a line of its own.
LEFT_OVER, _SCRAP = 16, 4
_MARKS = "。;,、"


def ragged_breaks(lines: Sequence[Line]) -> frozenset[int]:
    """Return the starts of the lines that go on in the next one, none where nothing is proved.

    In a text with a line for each paragraph nearly all lines end with a mark; where most end
    without, and several of them within a word, the breaks mean nothing.
    """
    if sum(len(one) > _LONGEST for one in lines) > len(lines) // _FEW:
        return frozenset()
    pairs = [(one, after) for one, after in pairwise(lines) if _is_of_text(one)]
    if len(pairs) < _FEWEST:
        return frozenset()
    going_on = [(one, after) for one, after in pairs if _goes_on(one, after)]
    if len(going_on) < _SHARE * len(pairs):
        return frozenset()
    torn = sum(tears_word(one.folded, after.folded) for one, after in going_on)
    if torn < max(_FEWEST_TORN, _TORN_SHARE * len(going_on)):
        return frozenset()
    headings = (one for one, after in pairwise(lines) if _breaks_heading(one, after))
    return frozenset(one.start for one in (*(one for one, _ in going_on), *headings))


def continued(lines: Sequence[Line]) -> frozenset[int]:
    """Return the starts of the lines with which the one above goes on."""
    breaks = ragged_breaks(lines)
    if not breaks:
        return breaks
    return frozenset(after.start for one, after in pairwise(lines) if one.start in breaks)


def tears_word(line: str, after: str) -> bool:
    """Return whether a line breaks within a word (…工作的紧 / 迫感)."""
    if not (is_han(line[-1]) and is_han(after[0])):
        return False
    before = line[-_AROUND:]
    return word_at(before + after[:_AROUND], len(before)).start < len(before)


def tears_heading(line: str, after: str) -> bool:
    """Return whether a heading breaks within a word, little of it being left over."""
    if len(line) < _SHORTEST or len(after) > LEFT_OVER or not HEADING_MARKER.match(line):
        return False
    if any(mark in after for mark in _MARKS) or HEADING_MARKER.match(after):
        return False
    return tears_word(line, after)


def _breaks_heading(line: Line, after: Line) -> bool:
    """Return whether a heading goes on in the next line of a text whose breaks mean nothing."""
    if not HEADING_MARKER.match(line.folded) or not _goes_on(line, after):
        return False
    if any(mark in after.folded for mark in _MARKS):
        return False
    return len(after) <= _SCRAP or tears_word(line.folded, after.folded)


def _is_of_text(line: Line) -> bool:
    """Return whether a line may be one of running text; headings stand in lines of their own."""
    return len(line) >= _SHORTEST and HEADING_MARKER.match(line.folded) is None


def _goes_on(line: Line, after: Line) -> bool:
    return (
        END_MARK.search(line.folded) is None
        and len(after) > 0
        and not after.indented
        and HEADING_MARKER.match(after.folded) is None
        and not is_salutation(after.folded)
        and not begins_with_salutation(after.folded)
    )
