"""Quotations whose whole content is nearly a wording that is known by heart.

Where the marks show where a saying begins and ends, a character too many at its edge tells too,
and so does a slip in a variant that is in general use.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.checks.kinds.quotations import quoted_spans
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MARKS = re.compile("[，。；：、！？\\s]")
_SHORTEST, _LONGEST = 6, 60
# A word exchanged at each of its places is told in wordings of this length.
_SHORTEST_EXCHANGED = 8
# What leads in or follows a saying within the marks does not belong to it.
_LEADING = frozenset("要是有以把从让使说即这那其用凭靠按对")
_TRAILING = frozenset("的了吗呢啊吧者般等")


class WholeQuotations:
    """Finds quotations that differ a little from one of many wordings."""

    def __init__(self, wordings: Sequence[str]) -> None:
        """``wordings`` with the variants that are in general use."""
        self._forms = {plain: one for one in wordings if (plain := _MARKS.sub("", one))}
        # A form stands under its first and under its last character: one of both is kept.
        self._by_edge: dict[tuple[int, str], list[str]] = {}
        for plain in self._forms:
            for key in {(0, plain[0]), (-1, plain[-1])}:
                self._by_edge.setdefault(key, []).append(plain)

    def iter_near(self, text: str) -> Iterator[tuple[Span, str]]:
        """Yield the content of each such quotation and the wording that is meant."""
        for quotation in quoted_spans(text):
            span = Span(quotation.start + 1, quotation.end - 1)
            plain = _MARKS.sub("", span.of(text)) if len(span) <= _LONGEST else ""
            if len(plain) < _SHORTEST or plain in self._forms:
                continue
            near = self._by_edge.get((0, plain[0]), []) + self._by_edge.get((-1, plain[-1]), [])
            meant = next((one for one in near if _is_near(plain, one)), None)
            if meant is not None:
                yield span, self._forms[meant]


def _is_near(written: str, known: str) -> bool:
    if len(known) < _SHORTEST or abs(len(written) - len(known)) > 1:
        return False
    if written[:-1] == known:
        return written[-1] not in _TRAILING
    if written[1:] == known:
        return written[0] not in _LEADING
    return _is_one_off(written, known) or _is_exchanged(written, known)


def _is_one_off(written: str, known: str) -> bool:
    """Return whether one character differs, is missing or too many, or two changed places."""
    most = min(len(written), len(known))
    first = next((at for at in range(most) if written[at] != known[at]), most)
    rest, wanted = written[first:], known[first:]
    if rest[1:] == wanted[1:] or rest[1:] == wanted or rest == wanted[1:]:
        return True
    return rest[:2] == wanted[:2][::-1] and rest[2:] == wanted[2:]


def _is_exchanged(written: str, known: str) -> bool:
    """Return whether one word stands for another at each of its places, two at least."""
    if len(written) != len(known) or len(known) < _SHORTEST_EXCHANGED:
        return False
    changed = [(one, other) for one, other in zip(known, written, strict=True) if one != other]
    pairs = set(changed)
    return (
        len(pairs) <= 2
        and 2 * len(changed) < len(known)
        and all(changed.count(pair) > 1 for pair in pairs)
    )
