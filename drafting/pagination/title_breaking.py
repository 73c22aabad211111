"""Break a long title so that no word is cut and the upper line is the longer one.

GB/T 9704-2012, 7.3.1: a title of several lines keeps words whole and stands as a trapezoid or a
diamond. The lines are made by indents on both sides, not by line breaks: the title stays one text
for the outline, the properties and whoever reads the file again.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from drafting.pagination.glyph_widths import width_table
from drafting.pagination.layout_files import POINTS_PER_MM
from drafting.pagination.line_breaking import MeasuredText, break_lines
from resources import resource_path

if TYPE_CHECKING:
    from drafting.model.layout import PageLayout

# Longer titles are left to fill the lines: nobody prints one, and the search is quadratic.
_LONGEST = 120
_LONGEST_WORD = 6
# The lower line of a trapezoid, as a share of the upper one.
_BEST_SHARE = 0.75
_CUT_WORD, _DOUBTFUL = 1.0, 0.15
# One line more is better than a word cut, and than nothing else.
_MORE_LINES = 0.7
# After these a title likes to break.
_GOOD_ENDS = (
    "暨",
    "会议",
    "大会",
    "精神",
    "工作会",
    "动员会",
    "推进会",
    "会",
    " ",
    "，",
    "”",
    "》",
)
_GOOD = 0.1


@dataclass(frozen=True, slots=True)
class _Candidate:
    cost: float
    width: float


def title_indent(text: str, layout: PageLayout) -> float:
    """Return the indent on each side of a title in points, 0 where it fits on one line."""
    style = layout.style("title")
    available = layout.type_width * POINTS_PER_MM
    table = width_table(style)
    measured = MeasuredText.measure(
        text, [table[character] for character in text], [style.spacing] * len(text)
    )
    if not text or len(text) > _LONGEST or measured.right[-1] <= available:
        return 0.0
    fewest = len(break_lines(measured, available, available))
    candidates = [
        candidate
        for end in range(1, len(text))
        if measured.right[end - 1] <= available
        and (candidate := _candidate(measured, measured.right[end - 1], fewest)) is not None
    ]
    best = min(candidates, key=lambda candidate: candidate.cost, default=None)
    if best is None:
        return 0.0
    slack = 0.25 * style.size
    return max(available - best.width - slack, 0.0) / 2


def _candidate(measured: MeasuredText, width: float, fewest: int) -> _Candidate | None:
    """Return the cost of setting the title ``width`` wide, or None if it needs too many lines."""
    ends = break_lines(measured, width, width)
    if not fewest <= len(ends) <= fewest + 1:
        return None
    last = measured.right[-1] - measured.left[ends[-2]]
    cost = abs(last / width - _BEST_SHARE) + _MORE_LINES * (len(ends) - fewest)
    for end in ends[:-1]:
        cost += word_cut_cost(measured.text, end)
        if measured.text[:end].endswith(_GOOD_ENDS):
            cost -= _GOOD
    return _Candidate(cost, width)


def is_word_cut(text: str, position: int) -> bool:
    """Return whether ``position`` lies within a word that titles are known to use."""
    return word_cut_cost(text, position) >= _CUT_WORD


def word_cut_cost(text: str, position: int) -> float:
    """Return 0 where ``position`` lies between two known words, 1 inside one, little if unsure."""
    words = _title_words()
    for length in range(2, _LONGEST_WORD + 1):
        for start in range(max(position - length + 1, 0), position):
            if text[start : start + length] in words:
                return _CUT_WORD
    before = any(text[position - n : position] in words for n in range(1, min(7, position + 1)))
    after = any(text[position : position + n] in words for n in range(1, _LONGEST_WORD + 1))
    return _DOUBTFUL * (2 - before - after)


@lru_cache(maxsize=1)
def _title_words() -> frozenset[str]:
    path = resource_path("layouts", "title_words.txt")
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return frozenset()  # a title is then broken by shape alone
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
