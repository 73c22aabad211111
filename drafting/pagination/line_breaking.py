"""Where the lines of a Chinese paragraph end.

The rules are LibreOffice's with the settings that our files carry: 避头尾 by ``kinsoku``, no mark
hangs in the margin, marks keep their width, Latin words and figures stay whole, a gap parts them
from Chinese. (Word hangs a mark and leaves a slightly wider gap: its lines may end one character
later.) All work is linear in the text.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from drafting.pagination.glyph_widths import is_wide
from drafting.pagination.kinsoku import may_part

if TYPE_CHECKING:
    from collections.abc import Sequence

# LibreOffice sets a fifth of an em between Chinese and Latin letters or figures, Word a quarter.
GAP = 0.2
# Layout programs count in twentieths of a point.
_TOLERANCE = 0.05


@dataclass(frozen=True, slots=True)
class MeasuredText:
    """Characters of one paragraph with their places on one endless line, in points.

    ``left[i]`` is where character ``i`` begins, ``right[i]`` where its glyph ends; what lies
    between the two of neighbours is letter spacing or a gap.
    """

    text: str
    left: tuple[float, ...]
    right: tuple[float, ...]

    @classmethod
    def measure(cls, text: str, widths: Sequence[float], spacings: Sequence[float]) -> MeasuredText:
        """Return the places of characters with these widths and the spacing after each."""
        latin = [not is_wide(character) for character in text]
        advances = [width + spacing for width, spacing in zip(widths, spacings, strict=True)]
        if True in latin:
            for index in range(1, len(text)):
                if latin[index] is not latin[index - 1]:
                    # A change of script ends a run, and runs keep no spacing behind them.
                    advances[index - 1] = widths[index - 1]
                    if text[index].isalnum() and text[index - 1].isalnum():
                        advances[index - 1] += GAP * max(widths[index], widths[index - 1])
        left = tuple(accumulate(advances, initial=0.0))[:-1]
        right = tuple(map(float.__add__, left, map(float, widths)))
        return cls(text, left, right)


def break_lines(measured: MeasuredText, first_room: float, room: float) -> list[int]:
    """Return the end of each line, the last being the length of the text.

    The first line is ``first_room`` points wide, the others ``room``. A line holds at least one
    character.
    """
    ends: list[int] = []
    start, length, available = 0, len(measured.text), first_room
    while start < length:
        limit = measured.left[start] + available + _TOLERANCE
        fitting = bisect_right(measured.right, limit, lo=start)
        end = length if fitting >= length else _line_end(measured.text, start, fitting)
        ends.append(end)
        start, available = end, room
    return ends or [0]


def may_break(text: str, position: int) -> bool:
    """Return whether a line may end before ``text[position]``."""
    before, after = text[position - 1], text[position]
    if after == " " or not may_part(before, after):
        return False
    if before == " ":
        return True
    return is_wide(before) or is_wide(after) or (before == "-" and not after.isdecimal())


def _line_end(text: str, start: int, fitting: int) -> int:
    """Return where the line from ``start`` ends when ``text[fitting]`` no longer fits."""
    end, length = fitting, len(text)
    if text[end] == " ":  # blanks at the end of a line take no room
        while end < length and text[end] == " ":
            end += 1
        return end
    while end > start and not may_break(text, end):
        end -= 1
    return end if end > start else max(fitting, start + 1)
