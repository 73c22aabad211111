"""Step: a title that runs into the salutation gets a line of its own, and so does the latter."""

from __future__ import annotations

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


def find_glued_titles(text: str) -> Found:
    """Return the edits that part title, salutation and text where they share a line."""
    lines = [line for line in split_lines(text[:_REACH]) if len(line)][:_LINES]
    for index, line in enumerate(lines):
        if begins_with_salutation(line.folded):
            return NOTHING
        result = _parted(text, line, lines[:index])
        if result.edits:
            return result
    return NOTHING


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
        return Found(tuple(edits), (Span(max(first - 8, line.start), end),))
    return NOTHING


def _is_title(title: str, before: list[Line]) -> bool:
    if not 4 <= len(title) <= _LONGEST_TITLE or title.endswith(("、", ":")):
        return False
    known = any(line.folded == title for line in before)
    return known or len(title) >= _SURE_TITLE or TITLE_WORD.search(title) is not None
