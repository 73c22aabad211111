"""Which sentences are rewordings of each other, and which of their characters stayed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.model.change import Piece, PieceKind
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Less alike than this, a sentence was replaced, not reworded (share of characters kept).
_ALIKE = 0.45
# Beyond so many sentences at one place nobody reads them as rewordings of each other.
_MOST = 200
# A kept stretch shorter than this between two changes only makes the marks unreadable.
_SHORTEST_KEPT = 2


def similar_pairs(olds: Sequence[str], news: Sequence[str]) -> list[tuple[int, int]]:
    """Return pairs of indexes of sentences alike, in order and without crossing.

    The pairs are those of the greatest sum of likeness (the alignment of Needleman and Wunsch
    1970, with nothing charged for what stays alone).
    """
    if not olds or not news or len(olds) > _MOST or len(news) > _MOST:
        return []
    likeness = _likeness(olds, news)
    best = [[0.0] * (len(news) + 1) for _ in range(len(olds) + 1)]
    for row in range(len(olds) - 1, -1, -1):
        for column in range(len(news) - 1, -1, -1):
            together = likeness[row][column]
            kept = best[row + 1][column + 1] + together if together else 0.0
            best[row][column] = max(best[row + 1][column], best[row][column + 1], kept)
    pairs: list[tuple[int, int]] = []
    row = column = 0
    while row < len(olds) and column < len(news):
        if best[row][column] == best[row + 1][column]:
            row += 1
        elif best[row][column] == best[row][column + 1]:
            column += 1
        else:
            pairs.append((row, column))
            row, column = row + 1, column + 1
    return pairs


def _likeness(olds: Sequence[str], news: Sequence[str]) -> list[list[float]]:
    """Return how alike each two are, 0 where they are no rewordings."""
    from rapidfuzz.distance import Indel

    return [
        [
            Indel.normalized_similarity(old, new, score_cutoff=_ALIKE)
            if (old == "\n") == (new == "\n")
            else 0.0
            for new in news
        ]
        for old in olds
    ]


def reworded_pieces(old_text: str, old: Span, new_text: str, new: Span) -> Iterator[Piece]:
    """Yield one sentence as the pieces kept, deleted and inserted."""
    from rapidfuzz.distance import Indel

    before, after = old.of(old_text), new.of(new_text)
    kept: list[tuple[Span, Span]] = []
    for code in Indel.opcodes(before, after):
        if code.tag != "equal":
            continue
        length = code.src_end - code.src_start
        at_edge = code.src_start == 0 or code.src_end == len(before)
        if length >= _SHORTEST_KEPT or at_edge:
            kept.append((Span(code.src_start, code.src_end), Span(code.dest_start, code.dest_end)))
    end = (Span(len(before), len(before)), Span(len(after), len(after)))
    old_place = new_place = 0
    for one, other in [*kept, end]:
        if one.start > old_place:
            gone = Span(old_place, one.start).shifted(old.start)
            yield Piece(PieceKind.DELETED, gone, _at(new.start + new_place))
        if other.start > new_place:
            come = Span(new_place, other.start).shifted(new.start)
            yield Piece(PieceKind.INSERTED, _at(old.start + one.start), come)
        if len(one):
            yield Piece(PieceKind.KEPT, one.shifted(old.start), other.shifted(new.start))
        old_place, new_place = one.end, other.end


def _at(place: int) -> Span:
    return Span(place, place)
