"""The kind of rule that knows wordings by heart and reports what differs a little from one.

A wording is cut in pieces; where one piece stands in the text, what stands around it is compared
with what should. Marks do not count, accepted variants are no fault.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from drafting.checks.matching import Matcher
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PIECE = 4
_SHORTEST = 6
_MOST_EDITS = 2
# So many characters on either side are looked at first, and so many of them must be known.
_LOOK, _LIKELY = 4, 0.5
_FREE = frozenset("，。；：、！？“”‘’ ")
_MARKS = re.compile("[，。；：、！？“”‘’\\s]")


@dataclass(frozen=True, slots=True)
class NearForm:
    """A place that differs by ``edits`` characters from the wording at ``index``."""

    span: Span
    index: int
    edits: int


@dataclass(frozen=True, slots=True)
class _Piece:
    index: int
    before: str
    after: str


class NearForms:
    """Finds near misses of many wordings, in time that grows with the text alone."""

    def __init__(
        self,
        wordings: Sequence[str],
        accepted: Sequence[Sequence[str]],
        characters_per_edit: int,
        *,
        has_free_ends: bool = False,
    ) -> None:
        """One difference is allowed for so many characters, at most two and at least one.

        ``has_free_ends``: the first and last character may differ where they stand at a mark.
        """
        self._has_free_ends = has_free_ends
        self._characters_per_edit = characters_per_edit
        self.wordings = tuple(wordings)
        self._plain = tuple(_MARKS.sub("", one) for one in wordings)
        self._accepted = tuple(
            frozenset(_MARKS.sub("", variant) for variant in (*variants, wording))
            for wording, variants in zip(wordings, accepted, strict=True)
        )
        pieces: dict[str, list[_Piece]] = {}
        for index, wording in enumerate(wordings):
            if len(self._plain[index]) >= _SHORTEST:
                for start, end in _cuts(wording):
                    piece = _Piece(index, wording[:start], wording[end:])
                    pieces.setdefault(wording[start:end], []).append(piece)
        self.matcher = Matcher(tuple(pieces), has_overlaps=True)
        self._pieces = pieces

    def iter_near(self, text: str) -> Iterator[NearForm]:
        """Yield each near miss once, in the order of the text."""
        last = -1
        for word, hit in self.matcher.iter_matches(text):
            if hit.start < last:
                continue
            pieces = self._pieces[self.matcher.words[word]]
            if any(_stands(text, hit, piece) for piece in pieces):
                continue
            near = [one for piece in pieces if (one := self._compare(text, hit, piece))]
            if near:
                best = min(near, key=lambda one: one.edits)
                last = best.span.end
                yield best

    def _compare(self, text: str, hit: Span, piece: _Piece) -> NearForm | None:
        if not _is_likely(text, hit, piece):
            return None
        plain = self._plain[piece.index]
        most = min(_MOST_EDITS, max(1, len(plain) // self._characters_per_edit))
        left, left_edits = _aligned(text[: hit.start][-len(piece.before) - most :][::-1],
                                    piece.before[::-1], most)  # fmt: skip
        if left_edits > most:
            return None
        right_text = text[hit.end : hit.end + len(piece.after) + most]
        right, right_edits = _aligned(right_text, piece.after, most - left_edits)
        if left_edits + right_edits > most:
            return None
        span = Span(hit.start - left, hit.end + right)
        if "\n" in span.of(text) or not self._is_whole(text, span, piece.index):
            return None
        if self._is_accepted(text, span, piece.index):
            return None
        return NearForm(span, piece.index, left_edits + right_edits)

    def _is_whole(self, text: str, span: Span, index: int) -> bool:
        """Return whether both ends are the wording's own or, if free, stand at a mark.

        Else the words around may be others (坚持国内大循环为主体 for 以国内大循环为主体).
        """
        wording, found = self.wordings[index], span.of(text)
        is_first, is_last = found[:1] == wording[0], found[-1:] == wording[-1]
        if self._has_free_ends:
            before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
            is_first = is_first or not before or _MARKS.match(before) is not None
            is_last = is_last or not after or _MARKS.match(after) is not None
        return is_first and is_last

    def _is_accepted(self, text: str, span: Span, index: int) -> bool:
        """Return whether an accepted variant stands here, a little wider or narrower perhaps."""
        around = _MARKS.sub("", text[max(0, span.start - 6) : span.end + 6])
        return any(variant in around for variant in self._accepted[index])


def _cuts(wording: str) -> list[tuple[int, int]]:
    """Return where the pieces of a wording begin and end: one after the other, none too short."""
    count = max(2, len(wording) // _PIECE) if len(wording) < 3 * _PIECE else 3
    edges = [round(len(wording) * number / count) for number in range(count + 1)]
    return [_without_marks(wording, start, end) for start, end in pairwise(edges)]


def _without_marks(wording: str, start: int, end: int) -> tuple[int, int]:
    """Return the piece without marks at its ends: a text may have others there."""
    while start < end and wording[start] in _FREE:
        start += 1
    while end > start and wording[end - 1] in _FREE:
        end -= 1
    return start, end


def _stands(text: str, hit: Span, piece: _Piece) -> bool:
    start = hit.start - len(piece.before)
    return start >= 0 and text.startswith(piece.before, start) and text.startswith(
        piece.after, hit.end
    )  # fmt: skip


def _is_likely(text: str, hit: Span, piece: _Piece) -> bool:
    """Return whether enough of the neighbouring characters are the wording's: a cheap look."""
    near = text[max(0, hit.start - _LOOK) : hit.start]
    far = text[hit.end : hit.end + _LOOK]
    before, after = piece.before[-_LOOK:], piece.after[:_LOOK]
    known = sum(one in near for one in before) + sum(one in far for one in after)
    return known >= (len(before) + len(after)) * _LIKELY


def _weight(character: str) -> int:
    """Return what one character more or less costs: marks are free."""
    return 0 if character in _FREE else 1


def _difference(first: str, second: str) -> int:
    if first == second or (first in _FREE and second in _FREE):
        return 0
    return 1


def _aligned(text: str, wanted: str, most: int) -> tuple[int, int]:
    """Return how many characters of ``text``'s beginning stand for ``wanted``, with how many edits.

    Edit distance to the best prefix, two neighbours that changed places counted once; stops past
    ``most``.
    """
    if text.startswith(wanted):
        return len(wanted), 0
    same = 0
    while same < len(wanted) and text[same : same + 1] == wanted[same]:
        same += 1
    if same:
        length, edits = _aligned(text[same:], wanted[same:], most)
        return same + length, edits
    row = [0]
    for have in text:
        row.append(row[-1] + _weight(have))
    rows = [row]
    for number in range(len(wanted)):
        rows.append(_next_row(text, wanted, number, rows))
        if min(rows[-1]) > most:
            return 0, most + 1
    return _best_end(text, wanted, rows[-1]), min(rows[-1])


def _next_row(text: str, wanted: str, number: int, rows: Sequence[Sequence[int]]) -> list[int]:
    """Return the costs up to each place of ``text`` once ``wanted[number]`` is counted too."""
    want, above = wanted[number], rows[-1]
    missing = _weight(want)
    row = [above[0] + missing]
    for place, have in enumerate(text, start=1):
        cost = above[place - 1] + _difference(want, have)
        cost = min(cost, above[place] + missing, row[place - 1] + _weight(have))
        if number and place > 1 and text[place - 2] == want and wanted[number - 1] == have:
            cost = min(cost, rows[-2][place - 2] + 1)
        row.append(cost)
    return row


def _best_end(text: str, wanted: str, row: Sequence[int]) -> int:
    """Return where the wording ends in ``text`` among the cheapest places.

    Rather at the wording's own last character, not behind a mark, then at the wanted length: a
    substitution rather than an omission.
    """
    edits = min(row)

    def rank(place: int) -> tuple[bool, bool, int]:
        last = text[place - 1 : place]
        return last != wanted[-1:], last in _FREE, abs(place - len(wanted))

    return min((place for place, cost in enumerate(row) if cost == edits), key=rank)
