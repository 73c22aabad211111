"""Step: title, date and salutation that share a line get lines of their own."""

from __future__ import annotations

import re

from drafting.cleaning.lines import BLANKS, Line, split_lines
from drafting.cleaning.speech_signs import (
    CLAUSE_MARK,
    SALUTATION,
    SALUTATION_MARK,
    TITLE_WORD,
    begins_with_salutation,
)
from drafting.cleaning.step import NOTHING, Found
from drafting.text.edits import TextEdit
from drafting.text.span import Span

# Only the head of a speech is looked at, and only this far into a line.
_LINES = 8
_REACH = 4_000
_LONGEST_TITLE = 80
_SURE_TITLE = 15
_SHORTEST_TITLE = 4
_LONGEST_DAY = 40
_SHOWN = 8
# The day of the speech in brackets at the end of its title, with what stands beside it there.
_DAY = re.compile(
    r"\s*(\((?:(?:19|20)\d\d|[〇零○一二三四五六七八九]{4})[年./-][\d一二三四五六七八九十]{1,3}[月./-]"
    r"[\d一二三四五六七八九十]{1,3}日?[^()]{0,16}\))$"
)


def find_glued_titles(text: str) -> Found:
    """Return the edits that part title, date, salutation and text where they share a line."""
    lines = [line for line in split_lines(text[:_REACH]) if len(line)][:_LINES]
    edits: list[TextEdit] = []
    places: list[Span] = []
    for index, line in enumerate(lines):
        if begins_with_salutation(line.folded):
            break
        result = _parted(text, line, lines[:index])
        title_end = result.edits[0].span.start if result.edits else line.end
        day = _day_apart(line, title_end)
        edits += [*day.edits, *result.edits]
        places += result.places or day.places
        if result.edits or CLAUSE_MARK.search(line.folded):
            break
    return Found(tuple(edits), tuple(places)) if edits else NOTHING


def _day_apart(line: Line, title_end: int) -> Found:
    """Return the edit that parts a title, which ends at ``title_end``, from the day behind it."""
    folded = line.folded[: title_end - line.start]
    day = _DAY.search(folded[-_LONGEST_DAY:]) if folded.endswith(")") else None
    if day is None:
        return NOTHING
    shift = title_end - min(len(folded), _LONGEST_DAY)
    title = folded[: shift + day.start() - line.start]
    if not _SHORTEST_TITLE <= len(title) <= _LONGEST_TITLE or not TITLE_WORD.search(title):
        return NOTHING
    break_ = Span(shift + day.start(), shift + day.start(1))
    place = Span(max(break_.start - _SHOWN, line.start), title_end)
    return Found((TextEdit(break_, "\n"),), (place,))


def _parted(text: str, line: Line, before: list[Line]) -> Found:
    folded = line.folded[: _LONGEST_TITLE + 40]
    for match in SALUTATION.finditer(folded):
        mark = folded[match.end() : match.end() + 1]
        title = folded[: match.start()].rstrip()
        if not mark or mark not in SALUTATION_MARK:
            continue
        if CLAUSE_MARK.search(title):
            return NOTHING
        if not _is_title(title, before):
            continue
        first = line.start + len(title)
        edits = [TextEdit(Span(first, line.start + match.start()), "\n")]
        end = line.start + match.end() + 1
        rest = end
        while rest < line.end and text[rest] in BLANKS:
            rest += 1
        if rest < line.end:
            edits.append(TextEdit(Span(end, rest), "\n"))
        return Found(tuple(edits), (Span(max(first - _SHOWN, line.start), end),))
    return NOTHING


def _is_title(title: str, before: list[Line]) -> bool:
    if _DAY.fullmatch(title):
        return True
    if not _SHORTEST_TITLE <= len(title) <= _LONGEST_TITLE or title.endswith(("、", ":")):
        return False
    known = any(line.folded == title for line in before)
    return known or len(title) >= _SURE_TITLE or TITLE_WORD.search(title) is not None
