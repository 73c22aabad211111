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
_KEPT_FREE = 0.4


@dataclass(frozen=True, slots=True)
class MeasuredText:
    """Characters of one paragraph with their places on one endless line, in points.

    ``left[i]`` is where character ``i`` begins, ``right[i]`` where its glyph ends; what lies
    between the two of neighbours is letter spacing or a gap. No line ends at ``joined`` places.
    """

    text: str
    left: tuple[float, ...]
    right: tuple[float, ...]
    joined: frozenset[int] = frozenset()

    @classmethod
    def measure(
        cls,
        text: str,
        widths: Sequence[float],
        spacings: Sequence[float],
        joined: frozenset[int] = frozenset(),
    ) -> MeasuredText:
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
        return cls(text, left, right, joined)


def break_lines(
    measured: MeasuredText, first_room: float, room: float, *, start: int = 0, stop: int = -1
) -> list[int]:
    """Return the end of each line from ``start``, the last being ``stop`` (the text's length).

    The first line is ``first_room`` points wide, the others ``room``. A line holds at least one
    character.
    """
    ends: list[int] = []
    length, available = len(measured.text) if stop < 0 else stop, first_room
    while start < length:
        limit = measured.left[start] + available + _TOLERANCE
        fitting = bisect_right(measured.right, limit, lo=start)
        end = length if fitting >= length else min(_line_end(measured, start, fitting), length)
        ends.append(end)
        start, available = end, room
    return ends or [start]


def may_break(text: str, position: int) -> bool:
    """Return whether a line may end before ``text[position]``."""
    before, after = text[position - 1], text[position]
    if after == " " or not may_part(before, after):
        return False
    if before == " ":
        return True
    return is_wide(before) or is_wide(after) or (before == "-" and not after.isdecimal())


def slack_of(measured: MeasuredText, start: int, end: int, available: float) -> float:
    """Return how much wider a line must be set to end at ``end`` without ``joined``; 0 if it does.

    Some of the next character's width is left over, for programs that set a little wider.
    """
    limit = measured.left[start] + available + _TOLERANCE
    fitting = bisect_right(measured.right, limit, lo=start)
    if not any(may_break(measured.text, place) for place in range(end + 1, fitting + 1)):
        return 0.0
    rest = available - (measured.right[end - 1] - measured.left[start])
    return max(rest - _KEPT_FREE * (measured.right[end] - measured.left[end]), 0.0)


def _line_end(measured: MeasuredText, start: int, fitting: int) -> int:
    """Return where the line from ``start`` ends when ``text[fitting]`` no longer fits."""
    text, end, length = measured.text, fitting, len(measured.text)
    if text[end] == " ":  # blanks at the end of a line take no room
        while end < length and text[end] == " ":
            end += 1
        return end
    while end > start and (end in measured.joined or not may_break(text, end)):
        end -= 1
    return end if end > start else max(fitting, start + 1)
