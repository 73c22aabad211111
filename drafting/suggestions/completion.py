"""What was begun at the caret, and the phrases that finish it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.model.phrase import PhraseKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from drafting.model.phrase import Suggestion

_SHOWN = 6
_INITIALS = re.compile("(?<![A-Za-z0-9])[a-z]{2,8}$")
_HAN_RUN = re.compile("[\u4e00-\u9fff]{2,12}$")
# 二、 alone on its line: the next heading of a row is begun. (一、 asks for a whole set.)
_HAN = "[一二三四五六七八九十]{1,3}"
_NEXT_HEADING = re.compile(f"(?:^|\n)[ \u3000]*(?:(?!一、){_HAN}、|（(?!一）){_HAN}）)$")
_LENGTHS = (6, 5, 4, 3, 2)
# Two characters begin too much to be finished unasked, unless few phrases begin so.
_SURE = 3
_FEW = 4


@dataclass(frozen=True, slots=True)
class Completion:
    """``typed`` characters before the caret make way for one of ``suggestions``."""

    typed: int
    suggestions: tuple[Suggestion, ...]


def is_begun(before: str) -> bool:
    """Return whether what stands before the caret may be worth finishing unasked."""
    line = before[-24:]
    return any(one.search(line) for one in (_INITIALS, _HAN_RUN, _NEXT_HEADING))


def complete(
    find: Callable[[str], Sequence[Suggestion]], before: str, *, is_asked: bool
) -> Completion:
    """Return what finishes the text before the caret; ``find`` looks phrases up by a query.

    Unasked only what was clearly begun is finished; asked, the place itself is enough.
    """
    line = before[-24:]
    if _NEXT_HEADING.search(line):
        rows = [one for one in find("") if one.phrase.kind is PhraseKind.HEADING]
        return _first(0, rows if is_asked or rows else ())
    initials = _INITIALS.search(line)
    if initials:
        found = [one for one in find(initials.group()) if "\n" not in one.phrase.text]
        if found or not is_asked:
            return _first(len(initials.group()), found)
    run = _HAN_RUN.search(line)
    for length in _LENGTHS if run else ():
        if run is None or len(run.group()) < length:
            continue
        query = run.group()[-length:]
        found = [one for one in find(query) if _finishes(one.phrase.text, query)]
        if found and (is_asked or length >= _SURE or len(found) <= _FEW):
            return _first(length, found)
    return _first(0, find("") if is_asked else ())


def _finishes(phrase: str, query: str) -> bool:
    return phrase.startswith(query) and len(phrase) > len(query) and "\n" not in phrase


def _first(typed: int, suggestions: Sequence[Suggestion]) -> Completion:
    return Completion(typed, tuple(suggestions[:_SHOWN]))
