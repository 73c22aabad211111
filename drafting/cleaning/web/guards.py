"""What a site sets into its text against copying: letters and signs at the ends of lines.

Forums hide such letters from their readers, and who copies the text has them: other ones on every
line, between lines and at both ends of them. Other sites put the same ones behind every paragraph.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from drafting.cleaning.step import deletion

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.cleaning.lines import Line
    from drafting.text.edits import TextEdit

_FEWEST = 3  # lines that have them
_SAME = re.compile("[ -~]{6,40}$")
_GUARD = re.compile(r"(?=.*[A-Za-z])(?=.*\d)(?=.*[#-&*;<=@^_~]).{6,}")
_GUARD_END = 6
# Letters drawn at random: figures, letters and signs mixed as nobody writes them. Where some lines
# surely have them fewer signs will do.
_BEFORE = re.compile("[ -~]{6,120}(?![ -~])")
_BEHIND = re.compile("(?<![ -~])[ -~]{6,120}$")
_LONGEST = 130
_SIGNS = frozenset("#$&*;<=>?@[]\\^_`{|}~!\"'")
_ALL_SIGNS = _SIGNS | frozenset("%()+,-./:")
_FEWEST_SIGNS, _FEWEST_KINDS = 4, 3
_FEWEST_LETTERS = 2
_WRITTEN = re.compile("[A-Za-z]{5}|//|www|[.]com|[.]cn")  # words, addresses
_MARKER = re.compile(r"\d{1,2}\. ?$")  # of a part, before which letters stand


def iter_same(lines: Sequence[Line]) -> Iterator[TextEdit]:
    """Yield edits for what stands behind at least three paragraphs alike against copying."""
    behind: dict[str, list[tuple[Line, str]]] = {}
    for line in lines:
        if line.folded[-1].isascii() and (end := _SAME.search(line.folded, len(line) - 40)):
            behind.setdefault(line.folded[-_GUARD_END:], []).append((line, end.group()[::-1]))
    for guarded in behind.values():
        # A mark of the sentence before it is half-width in the folded line, too.
        ends = [end for _, end in guarded]
        alike = takewhile(lambda signs: len(set(signs)) == 1, zip(*ends, strict=False))
        guard = "".join(signs[0] for signs in alike)
        if len(guarded) >= _FEWEST and _GUARD.fullmatch(guard):
            yield from (deletion(line.end - len(guard), line.end) for line, _ in guarded)


def find_random(lines: Sequence[Line]) -> list[TextEdit]:
    """Return edits for letters drawn at random, between lines and at their ends."""
    pieces = [(line, piece) for line in lines for piece in _pieces_of(line.text)]
    if sum(_is_random(line.text[first:end]) for line, (first, end) in pieces) < _FEWEST:
        return []
    return [
        deletion(line.first, line.next)
        if end - first == len(line)
        else deletion(line.start + first, line.start + end)
        for line, (first, end) in pieces
        if _may_be_random(line.text[first:end])
    ]


def _pieces_of(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a line begins and ends with signs that Chinese has none of."""
    before = _BEFORE.match(text) if text[0].isascii() else None
    if before is not None:
        marker = _MARKER.search(before[0]) if before.end() < len(text) else None
        yield 0, before.end() if marker is None else marker.start()
    behind = _BEHIND.search(text, len(text) - _LONGEST) if text[-1].isascii() else None
    if behind is not None and behind.start():
        yield behind.span()


def _is_random(piece: str) -> bool:
    signs = [one for one in piece if one in _SIGNS]
    if len(signs) < _FEWEST_SIGNS or len(set(signs)) < _FEWEST_KINDS:
        return False
    return _may_be_random(piece)


def _may_be_random(piece: str) -> bool:
    signs = [one for one in piece if one in _ALL_SIGNS]
    if len(signs) < _FEWEST_KINDS or len(set(signs)) < _FEWEST_KINDS:
        return False
    letters = sum(map(str.isalpha, piece))
    return letters >= _FEWEST_LETTERS and _WRITTEN.search(piece) is None
