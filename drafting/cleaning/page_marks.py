"""Step: page marks that a document site put into the text go, and cut sentences are joined."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.cleaning.lines import Line, filled_lines
from drafting.cleaning.speech_signs import END_MARK, SENTENCE_MARK
from drafting.cleaning.step import NOTHING, Found
from drafting.text.characters import HAN
from drafting.text.edits import TextEdit
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NUMBERED = re.compile(r"(\d{1,3})、")
# Marks that cannot begin a paragraph: before them the page was broken inside a sentence.
_CONTINUES = re.compile("[,，。、;；:：!！?？”’)）》】…]")
_POINT = re.compile(f"[{HAN}][”）)]?[.]$")
# A line that is nothing but the number of a page.
_PAGE_LINE = re.compile(
    r"[-—–－·]{1,3} ?\d{1,3} ?[-—–－·]{1,3}"
    r"|第 ?\d{1,3} ?页(?: ?[,/共]{1,3} ?\d{1,3} ?页)?|\d{1,3} ?/ ?\d{1,3}"
    r"|[Pp]age ?\d{1,3}(?: of \d{1,3})?"
)
_LONG_LINE = 120
# 乡镇河道清淤工作讲话稿 同志们: the first page begins with a title.
_TITLE = re.compile("[^，。,;:]{4,50}(?:讲话|发言|致辞|报告|讲话?稿|主持词)(?![的要是])")


def find_page_marks(text: str) -> Found:
    """Return the edits that take page marks out.

    Known are ``1、`` ``2、`` … at the beginning of lines, ascending by one, of which at least two
    cut a sentence (real list numbers stand between whole sentences) or one does, the first begun by
    a title; and lines that hold nothing but a page number.
    """
    lines = filled_lines(text)
    marks = dict(_numbered_marks(lines))
    marks.update(_page_lines(lines))
    if not marks:
        return NOTHING
    edits: list[TextEdit] = []
    places: list[Span] = []
    for index in sorted(marks):
        places.append(Span(lines[index].start, marks[index]))
        edits.append(_removal(lines, marks, index))
    return Found(_without_overlap(edits), tuple(places))


def _numbered_marks(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield line index and end of mark for the marks of one ascending series."""
    numbered = [
        (index, int(match[1]), line.start + match.end())
        for index, line in enumerate(lines)
        if (match := _NUMBERED.match(line.folded))
    ]
    cutting = [
        entry for entry in numbered if _cuts(lines, entry[0], entry[2] - lines[entry[0]].start)
    ]
    chain = _longest_chain(cutting)
    if len(chain) < 2 and not _begins_with_title(lines, chain, numbered):
        return
    yield from ((index, end) for index, _, end in _completed(chain, numbered))


_Mark = tuple[int, int, int]


def _begins_with_title(
    lines: Sequence[Line], chain: Sequence[_Mark], numbered: Sequence[_Mark]
) -> bool:
    """Return whether the only mark that cuts is the second page's, the first the title's."""
    first = numbered[0] if numbered else None
    if first is None or first[1] != 1 or not chain or chain[0][1] != 2:
        return False
    return _TITLE.match(lines[first[0]].folded, first[2] - lines[first[0]].start) is not None


def _longest_chain(cutting: Sequence[_Mark]) -> list[_Mark]:
    """Return the marks that ascend by one or two (a page may end with its sentence)."""
    best: dict[int, list[_Mark]] = {}
    longest: list[_Mark] = []
    for mark in cutting:
        number = mark[1]
        chain = [*max(best.get(number - 1, []), best.get(number - 2, []), key=len), mark]
        best[number] = chain
        if len(chain) > len(longest):
            longest = chain
    return longest


def _completed(chain: Sequence[_Mark], numbered: Sequence[_Mark]) -> list[_Mark]:
    """Return ``chain`` with its first page and with pages that end where a sentence ends."""
    known = {number for _, number, _ in chain}
    first, last = chain[0], chain[-1]
    result = list(chain)
    for mark in numbered:
        index, number, _ = mark
        inside = first[0] < index < last[0] and number not in known and number > chain[0][1]
        after = index > last[0] and number == last[1] + 1
        if inside or after:
            known.add(number)
            result.append(mark)
            last = mark if after else last
    for mark in reversed(numbered):
        # The first page begins with the text; another 1、 is a list's.
        is_first_page = mark[1] > 1 or mark == numbered[0]
        if mark[0] < first[0] and mark[1] == first[1] - 1 and is_first_page:
            result.append(mark)
            first = mark
    return sorted(result)


def _cuts(lines: Sequence[Line], index: int, mark_length: int) -> bool:
    if index == 0:
        return False
    before = lines[index - 1].folded
    after = lines[index].folded[mark_length:].lstrip()
    if _CONTINUES.match(after):
        return True
    if _is_whole(before):
        return False
    return len(before) >= _LONG_LINE or SENTENCE_MARK.search(before) is not None


def _is_whole(line: str) -> bool:
    """Return whether a line ends with its sentence; of old texts a point ends it."""
    return END_MARK.search(line) is not None or _POINT.search(line) is not None


def _page_lines(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    for index, line in enumerate(lines):
        if len(line) <= 24 and _PAGE_LINE.fullmatch(line.folded):
            yield index, line.end


def _removal(lines: Sequence[Line], marks: dict[int, int], index: int) -> TextEdit:
    """Return the edit for one mark: the mark alone, or with the break before it."""
    line = lines[index]
    if marks[index] == line.end:  # a line of its own
        return _line_removal(lines, index)
    end = marks[index]
    if index and _joins(lines[index - 1], line.folded[end - line.start :]):
        return TextEdit(Span(lines[index - 1].end, end), "")
    return TextEdit(Span(line.start, end), "")


def _line_removal(lines: Sequence[Line], index: int) -> TextEdit:
    line = lines[index]
    inside = 0 < index < len(lines) - 1
    if inside and _joins(lines[index - 1], lines[index + 1].folded):
        return TextEdit(Span(lines[index - 1].end, lines[index + 1].start), "")
    return TextEdit(Span(line.first, line.next), "")


def _joins(before: Line, after: str) -> bool:
    """Return whether what follows belongs to the sentence before it."""
    if _CONTINUES.match(after.lstrip()):
        return True
    return not _is_whole(before.folded) and (
        len(before) >= _LONG_LINE or SENTENCE_MARK.search(before.folded) is not None
    )


def _without_overlap(edits: Sequence[TextEdit]) -> tuple[TextEdit, ...]:
    """Join edits that share characters (two page lines in a row)."""
    result: list[TextEdit] = []
    for edit in edits:
        start, end = edit.span.start, edit.span.end
        if result and start < result[-1].span.end:
            last = result.pop().span
            start, end = last.start, max(last.end, end)
        result.append(TextEdit(Span(start, end), ""))
    return tuple(result)
