"""The build that the headings of a row share in the draft itself, offered for the next of them."""

from __future__ import annotations

import re
from itertools import groupby, takewhile
from typing import TYPE_CHECKING

from drafting.text.numerals import format_han

if TYPE_CHECKING:
    from collections.abc import Sequence

_NUMERAL = "[一二三四五六七八九十]{1,3}"
_MAIN = re.compile(f"^{_NUMERAL}、(?P<text>[^。；！？\n]{{2,60}})", re.MULTILINE)
_MINOR = re.compile(f"^（{_NUMERAL}）(?P<text>[^。；！？\n]{{2,60}})", re.MULTILINE)
_MARKS = re.compile("([，、：])")
_LEAST = 2  # headings make a row
_LONGEST_COUNTED = 8  # characters that are told by their number


def own_frame(before: str) -> str:
    """Return the shared build of the headings before the caret, with slots where they differ.

    认清形势，把劲鼓起来 and 突出重点，把活干起来 give {四个字}，把{两个字}起来. The row is that of
    the caret's line: 三、 or （三） within its part. Empty where they share too little.
    """
    line = before.rpartition("\n")[2].strip()
    above = before[: len(before) - len(line)]
    if line.startswith("（"):
        last = [match.end() for match in _MAIN.finditer(above)]
        rows = _MINOR.finditer(above, last[-1] if last else 0)
    else:
        rows = _MAIN.finditer(above)
    headings = [match["text"].strip() for match in rows]
    if len(headings) < _LEAST or any("{" in one for one in headings):
        return ""
    return frame_of(headings)


def frame_of(headings: Sequence[str]) -> str:
    """Return what two or more headings have in common clause by clause; empty for too little."""
    pieces = [_MARKS.split(one) for one in headings]
    if len({tuple(one[1::2]) for one in pieces}) != 1:
        return ""
    built, fixed, is_even = "", 0, True
    for number, column in enumerate(zip(*pieces, strict=True)):
        if number % 2:
            built += column[0]
            continue
        piece, shared, is_counted = _clause(column)
        built, fixed, is_even = built + piece, fixed + shared, is_even and is_counted
    has_clauses = len(pieces[0]) > 1
    # Something must ring: two words in common, or one within the same number of characters.
    rings = fixed >= 2 or (fixed == 1 and (is_even or has_clauses)) or (is_even and has_clauses)
    return built if rings and "{" in built else ""


def _clause(wordings: Sequence[str]) -> tuple[str, int, bool]:
    """Return the frame of one clause, how much of it is fixed, and whether all are of a length."""
    if len({len(one) for one in wordings}) == 1:
        return _place_by_place(wordings)
    start = _shared_start(wordings)
    rest = [one[len(start) :] for one in wordings]
    end = _shared_start([one[::-1] for one in rest])[::-1]
    return f"{start}{{内容}}{end}", len(start) + len(end), False


def _shared_start(wordings: Sequence[str]) -> str:
    columns = zip(*wordings, strict=False)
    same = takewhile(lambda one: len(set(one)) == 1, columns)
    return "".join(one[0] for one in same)


def _place_by_place(wordings: Sequence[str]) -> tuple[str, int, bool]:
    """Return the frame of wordings of one length: what they share stays at its place."""
    built, fixed = "", 0
    runs = groupby(zip(*wordings, strict=True), key=lambda one: len(set(one)) == 1)
    for is_shared, places in runs:
        characters = [one[0] for one in places]
        count = len(characters)
        if is_shared:
            built, fixed = built + "".join(characters), fixed + count
        else:
            built += f"{{{_counted(count)}}}"
    return built, fixed, True


def _counted(characters: int) -> str:
    if characters > _LONGEST_COUNTED:
        return "内容"
    return f"{'两' if characters == 2 else format_han(characters)}个字"
