"""Step: the signs with which plain text sets headings off go (**一、…**, ## 一、…, 【一、…】).

Two stars hide names, too (20**年, **县): only those around a numbered heading are taken for signs,
and in a text that has such headings those around whole words as well. What follows such a heading
at once becomes a line of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.cleaning.step import NOTHING, Found, deletion
from drafting.text.characters import HAN
from drafting.text.edits import TextEdit
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = "[一二三四五六七八九十]{1,3}"
_MARKER = (
    f"(?:{_NUMBER}[、.．]|[（(]{_NUMBER}[）)]|第{_NUMBER}[^*，、：\n]{{0,5}}[，、：]|{_NUMBER}[是要]"
    "|[（(]?[0-9]{1,2}[.．、）)](?![0-9])|首先，|其次，|再次，|最后，)"
)
_STARS = re.compile(f"^[ \t\u3000]*(\\*\\*|__) ?(?={_MARKER})[^*\n]{{3,80}}?(\\1)", re.MULTILINE)
_WORDS = re.compile(
    f"(?<![{HAN}0-9*])(\\*\\*)(?=[{HAN}“《])(?![省市县区镇乡村局部年月日]|同志(?!们)|书记)[^*\n]{{2,80}}?"
    f"(?<=[{HAN}。：！？”》])(\\*\\*)(?!\\*)"
)
_MARKS = ("", "\n", *"。：:；，、！？ ")
_HASHES = re.compile("^[ \t]*(#{1,6}[ \t]+)(?=[^\n]{2,80}$)", re.MULTILINE)
_BRACKETS = re.compile(f"^[ \t\u3000]*(【)(?={_MARKER})[^【】\n]{{3,80}}(】)", re.MULTILINE)


def find_emphasis(text: str) -> Found:
    """Return the edits that take the signs around headings out."""
    edits = list(_iter_signs(text)) if any(sign in text for sign in "*#_【") else []
    return Found(tuple(sorted(edits, key=lambda edit: edit.span.start))) if edits else NOTHING


def _iter_signs(text: str) -> Iterator[TextEdit]:
    starred = list(_STARS.finditer(text)) if "**" in text or "__" in text else []
    hashed = list(_HASHES.finditer(text)) if "#" in text else []
    for match in starred:
        yield deletion(*match.span(1))
        yield _ended(text, match)
    for match in hashed:
        yield deletion(*match.span(1))
    if starred or hashed:
        taken = {match.start(1) for match in starred} | {match.start(2) for match in starred}
        for match in _WORDS.finditer(text):
            if not taken & {match.start(1), match.start(2)}:
                yield deletion(*match.span(1))
                yield deletion(*match.span(2))
    for match in _BRACKETS.finditer(text) if "【" in text else ():
        yield deletion(*match.span(1))
        yield _ended(text, match)


def _ended(text: str, match: re.Match[str]) -> TextEdit:
    """Return the edit at the end of a heading: a line break where its text follows at once."""
    start, end = match.span(2)
    goes_on = text[start - 1] not in _MARKS and text[end : end + 1] not in _MARKS
    return TextEdit(Span(start, end), "\n" if goes_on else "")
