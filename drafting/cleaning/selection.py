"""What is done to selected lines on demand: joined, one sentence a line, simplified."""

from __future__ import annotations

from itertools import pairwise

from drafting.cleaning.lines import BLANKS, fold
from drafting.cleaning.script_conversion import iter_changes, to_simplified
from drafting.text.edits import TextEdit
from drafting.text.sentences import iter_sentences
from drafting.text.span import Span


def join_lines(text: str, span: Span) -> tuple[TextEdit, ...]:
    """Return the edits that make the lines of ``span`` one paragraph.

    An empty line parts two paragraphs; Latin words are joined with a blank.
    """
    edits: list[TextEdit] = []
    for line, after in pairwise(_lines(text, span)):
        if len(line) and len(after):
            latin = fold(text[line.end - 1]).isascii() and fold(text[after.start]).isascii()
            words = latin and text[line.end - 1].isalnum() and text[after.start].isalnum()
            edits.append(TextEdit(Span(line.end, after.start), " " if words else ""))
    return tuple(edits)


def split_sentences(text: str, span: Span) -> tuple[TextEdit, ...]:
    """Return the edits that begin each sentence of the lines of ``span`` on a line of its own."""
    edits: list[TextEdit] = []
    for line in _lines(text, span):
        for sentence, after in pairwise(iter_sentences(text, line)):
            edits.append(TextEdit(Span(sentence.end, after.start), "\n"))
    return tuple(edits)


def simplify(text: str, span: Span) -> tuple[TextEdit, ...]:
    """Return the edits that make the traditional characters in ``span`` simplified."""
    piece = span.of(text)
    return tuple(
        TextEdit(one.span.shifted(span.start), one.replacement)
        for one in iter_changes(piece, to_simplified(piece))
    )


def _lines(text: str, span: Span) -> list[Span]:
    """Return the lines that ``span`` touches, without the blanks around them."""
    first = text.rfind("\n", 0, span.start) + 1
    last = max(span.end - 1, span.start) if len(span) else span.end
    end = text.find("\n", last)
    lines: list[Span] = []
    for raw in text[first : end if end >= 0 else len(text)].split("\n"):
        start = first + len(raw) - len(raw.lstrip(BLANKS))
        lines.append(Span(start, max(start, first + len(raw.rstrip(BLANKS)))))
        first += len(raw) + 1
    return lines
