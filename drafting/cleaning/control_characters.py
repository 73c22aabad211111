"""Step: characters that nobody sees go; odd blanks and line breaks become plain ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.cleaning.step import Found
from drafting.text.edits import TextEdit
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# C0 and C1 controls, soft hyphen, zero-width and bidi marks, word joiners, fillers, variation
# selectors of emoji, byte order mark, lone surrogates, non-characters, tags.
_INVISIBLE = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\ufffe"
    "\uffff\ufdd0-\ufdef\ud800-\udfff\U000e0000-\U000e007f"
)
_ODD_BLANK = "\xa0\u1680\u2000-\u200a\u202f\u205f"
# Begun by one class of characters, at which the search alone need not stop anywhere else.
_STRANGE = re.compile(
    f"[{_INVISIBLE}{_ODD_BLANK}](?:(?<=[{_ODD_BLANK}])[{_ODD_BLANK}]*|(?<![{_ODD_BLANK}])[{_INVISIBLE}]*)"
)
_ODD_BLANKS = re.compile(f"[{_ODD_BLANK}]")
# Line breaks of other systems and of Word (vertical tab, form feed, Unicode separators).
_BREAK = re.compile("[\r\x0b\x0c\x85\u2028\u2029](?:(?<=\r)\n)?")
# Pages indent a paragraph by &nbsp; or &emsp;: its layout, no fault to be told.
_PAGE_BLANKS = "\xa0\u2002\u2003"
_INDENT = re.compile(
    f"(?<![^\n\r\x0b\x0c\x85\u2028\u2029])[ \t\u3000]*[{_ODD_BLANK}][ \t\u3000{_ODD_BLANK}]*"
)


def find_control_characters(text: str) -> Found:
    """Return the edits that drop unseen characters and make odd blanks plain."""
    edits: list[TextEdit] = []
    places: list[Span] = []
    for match in _STRANGE.finditer(text):
        span = Span(*match.span())
        blank = _ODD_BLANKS.match(match.group()) is not None
        edits.append(TextEdit(span, " " * len(span) if blank else ""))
        places.extend(Span(at, at + 1) for at in range(span.start, span.end))
    return Found(tuple(edits), tuple(places))


def find_line_breaks(text: str) -> Found:
    """Return the edits that make every line break a plain line feed, and every indent plain."""
    edits = [TextEdit(Span(*m.span()), "\n") for m in _BREAK.finditer(text)]
    if any(blank in text for blank in _PAGE_BLANKS):
        edits += (TextEdit(span, " " * len(span)) for span in _indents(text))
        edits.sort(key=lambda edit: edit.span)
    return Found(tuple(edits))


def _indents(text: str) -> Iterator[Span]:
    return (Span(*match.span()) for match in _INDENT.finditer(text))
