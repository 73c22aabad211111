"""Words found in a text, if wanted whatever their case and width."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# How far a full-width character stands behind the half-width one.
_WIDER = 0xFEE0


def find_words(text: str, words: str) -> list[Span]:
    """Return every place of ``words``, in order, none overlapping another."""
    return list(iter_words(text, words))


def iter_words(
    text: str, words: str, *, exactly: bool = True, within: Sequence[Span] | None = None
) -> Iterator[Span]:
    """Yield every place of ``words``, in order, none overlapping another.

    Unless ``exactly``, ａ, A and a are the same, and so are ， and ,. With ``within`` only places
    that lie inside one of these spans (in order, apart from each other) count.
    """
    if not words:
        return
    forms = None if exactly else _forms_of(words)
    for part in (Span(0, len(text)),) if within is None else within:
        if forms is not None:
            for match in forms.finditer(text, part.start, part.end):
                yield Span(*match.span())
            continue
        place = text.find(words, part.start, part.end)
        while place >= 0:
            yield Span(place, place + len(words))
            place = text.find(words, place + len(words), part.end)


def _forms_of(words: str) -> re.Pattern[str] | None:
    """Return what matches ``words`` in whatever case and width; None if they have one form."""
    others = _other_forms()
    if not any(one in others for one in words):
        return None
    return re.compile("".join(others.get(one) or re.escape(one) for one in words))


@cache
def _other_forms() -> dict[str, str]:
    """Return for each character that has them a class of all its forms."""
    rows = [chr(code) + chr(code + _WIDER) for code in range(ord("!"), ord("~") + 1)]
    capitals = [row.upper() for row in rows if row[0].islower()]
    rows = [row + row.upper() if row[0].islower() else row for row in rows if row not in capitals]
    rows.append(" \u3000")
    return {one: f"[{re.escape(row)}]" for row in rows for one in row}
