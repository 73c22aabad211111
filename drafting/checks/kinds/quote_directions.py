"""Quotation marks that stand the wrong way round."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_FORMS = ("“”", "‘’")
# What a pair the wrong way round may hold: a name or a clause, never a sentence's end.
_LONGEST = 40
_SENTENCE_END = re.compile("[。！？]")
# More than two wrong marks in one paragraph are something else (lost marks, old input methods).
_MOST = 2


@lru_cache(maxsize=4)
def wrong_way_quotes(text: str) -> tuple[tuple[Span, str], ...]:
    """Return the marks that stand the wrong way round, each with the mark it should be.

    Only paragraphs with an even number of marks are judged, where one or two of them break the
    change of “ and ”; quotations inside quotations (which hold together as they are) are not.
    """
    found: list[tuple[Span, str]] = []
    for forms in _FORMS:
        if forms[0] in text or forms[1] in text:
            for places in _by_paragraph(text, forms):
                found += _wrong(text, places, forms)
    return tuple(found)


def _by_paragraph(text: str, forms: str) -> Iterator[list[int]]:
    """Yield the places of the marks of each paragraph that has any."""
    places: list[int] = []
    for match in re.finditer(f"[{forms}\n]", text):
        if match.group() != "\n":
            places.append(match.start())
        elif places:
            yield places
            places = []
    if places:
        yield places


def _wrong(text: str, places: list[int], forms: str) -> list[tuple[Span, str]]:
    if len(places) % 2 or _is_nested(text, places, forms):
        return []
    wrong = [i for i, place in enumerate(places) if text[place] != forms[i % 2]]
    if not 0 < len(wrong) <= _MOST:
        return []
    for index in wrong:
        first = index - index % 2
        inside = text[places[first] + 1 : places[first + 1]]
        if len(inside) > _LONGEST or _SENTENCE_END.search(inside[:-1]):
            return []
    return [(Span(places[i], places[i] + 1), forms[i % 2]) for i in wrong]


def _is_nested(text: str, places: list[int], forms: str) -> bool:
    """Return whether the marks hold together as quotations inside quotations."""
    depth = 0
    for place in places:
        depth += 1 if text[place] == forms[0] else -1
        if depth < 0:
            return False
    return depth == 0
