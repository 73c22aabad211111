"""Silent step: blanks at the edges of lines and empty lines go, one paragraph stays a line."""

from __future__ import annotations

from drafting.cleaning.step import Found
from drafting.text.edits import TextEdit
from drafting.text.span import Span


def find_layout(text: str) -> Found:
    """Return the edits that leave one paragraph a line."""
    edits: list[TextEdit] = []
    start = len(text) - len(text.lstrip())
    end = max(len(text.rstrip()), start)
    if start:
        edits.append(TextEdit(Span(0, start), ""))
    position = -1 if _is_tidy(text[start:end]) else text.find("\n", start, end)
    while position != -1:
        first, last = position, position + 1
        while first > start and text[first - 1] in " \t\u3000":
            first -= 1
        while last < end and text[last].isspace():
            last += 1
        if last - first > 1:
            edits.append(TextEdit(Span(first, last), "\n"))
        position = text.find("\n", last, end)
    if end < len(text):
        edits.append(TextEdit(Span(end, len(text)), ""))
    return Found(tuple(edits))


def _is_tidy(text: str) -> bool:
    """Return whether no line is empty or has blanks at its edges, as nearly always."""
    lines = text.split("\n")
    return all(lines) and list(map(str.strip, lines)) == lines
