"""What changed between two versions of a speech: sentences added, removed, reworded, moved."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from drafting.comparison.rewording import reworded_pieces, similar_pairs
from drafting.comparison.units import iter_units
from drafting.model.change import Change, ChangeKind, Piece, PieceKind
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# A shorter sentence (散会。) may stand anywhere without having been moved.
_SHORTEST_MOVED = 8


class _Pair(NamedTuple):
    """A unit of the old text and one of the new that belong together, by index; None for none."""

    old: int | None
    new: int | None


class Comparison:
    """Two texts set side by side; all positions are code points of the text they belong to."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        self._old_units = tuple(iter_units(old))
        self._new_units = tuple(iter_units(new))
        self._pairs = self._paired()
        self._moves = self._moved()

    def changes(self) -> tuple[Change, ...]:
        """Return what a reader would call the changes, in the order of the new text."""
        return tuple(self._iter_changes())

    def pieces(self) -> tuple[Piece, ...]:
        """Return both texts as one sequence of pieces, characters kept wherever they can be."""
        return tuple(_joined(self._iter_pieces()))

    def _words(self, units: Sequence[Span], text: str) -> list[str]:
        return [unit.of(text) for unit in units]

    def _paired(self) -> list[_Pair]:
        """Return the units in the order in which they stand, those alike in both side by side."""
        from rapidfuzz.distance import Indel

        ours, theirs = (
            self._words(self._old_units, self.old),
            self._words(self._new_units, self.new),
        )
        pairs: list[_Pair] = []
        gone: list[int] = []
        come: list[int] = []
        for code in Indel.opcodes(ours, theirs):
            if code.tag == "equal":
                pairs += self._aligned(gone, come)
                gone, come = [], []
                pairs += [
                    _Pair(code.src_start + step, code.dest_start + step)
                    for step in range(code.src_end - code.src_start)
                ]
            gone += range(code.src_start, code.src_end) if code.tag == "delete" else ()
            come += range(code.dest_start, code.dest_end) if code.tag == "insert" else ()
        return pairs + self._aligned(gone, come)

    def _aligned(self, gone: list[int], come: list[int]) -> list[_Pair]:
        """Return the units of one place that changed, the reworded ones side by side."""
        olds = [self._old_units[index].of(self.old) for index in gone]
        news = [self._new_units[index].of(self.new) for index in come]
        pairs: list[_Pair] = []
        last_old = last_new = 0
        for old, new in [*similar_pairs(olds, news), (len(olds), len(news))]:
            pairs += [_Pair(gone[index], None) for index in range(last_old, old)]
            pairs += [_Pair(None, come[index]) for index in range(last_new, new)]
            if old < len(olds):
                pairs.append(_Pair(gone[old], come[new]))
            last_old, last_new = old + 1, new + 1
        return pairs

    def _moved(self) -> dict[int, int]:
        """Return which removed unit stands where among the added ones, by index."""
        added: dict[str, list[int]] = defaultdict(list)
        for pair in self._pairs:
            if pair.old is None and pair.new is not None:
                added[self._new_units[pair.new].of(self.new).strip()].append(pair.new)
        moves: dict[int, int] = {}
        for pair in self._pairs:
            if pair.new is None and pair.old is not None:
                wording = self._old_units[pair.old].of(self.old).strip()
                if len(wording) >= _SHORTEST_MOVED and added.get(wording):
                    moves[pair.old] = added[wording].pop(0)
        self._take_along(moves)
        return moves

    def _take_along(self, moves: dict[int, int]) -> None:
        """Add to ``moves`` the short units that went with a long one beside them."""
        gone = {pair.old for pair in self._pairs if pair.new is None} - moves.keys()
        come = {pair.new for pair in self._pairs if pair.old is None} - set(moves.values())
        waiting = list(moves.items())
        while waiting:
            old, new = waiting.pop()
            for step in (-1, 1):
                beside = (old + step, new + step)
                if beside[0] not in gone or beside[1] not in come:
                    continue
                ours, theirs = self._old_units[beside[0]], self._new_units[beside[1]]
                if ours.of(self.old) == theirs.of(self.new):
                    gone.discard(beside[0])
                    come.discard(beside[1])
                    moves[beside[0]] = beside[1]
                    waiting.append(beside)

    def _iter_changes(self) -> Iterator[Change]:
        arrived = {new: old for old, new in self._moves.items()}
        old_place = new_place = 0
        for old, new in self._pairs:
            old_unit = Span(old_place, old_place) if old is None else self._old_units[old]
            new_unit = Span(new_place, new_place) if new is None else self._new_units[new]
            old_place, new_place = old_unit.end, new_unit.end
            if not (old_unit.of(self.old).strip() or new_unit.of(self.new).strip()):
                continue
            if new in arrived and old is None:
                yield Change(ChangeKind.MOVED, self._old_units[arrived[new]], new_unit)
            elif old is None:
                yield Change(ChangeKind.ADDED, old_unit, new_unit)
            elif new is None:
                if old not in self._moves:
                    yield Change(ChangeKind.REMOVED, old_unit, new_unit)
            elif old_unit.of(self.old) != new_unit.of(self.new):
                yield Change(ChangeKind.CHANGED, old_unit, new_unit)

    def _iter_pieces(self) -> Iterator[Piece]:
        numbers = {old: number for number, old in enumerate(self._moves, 1)}
        arrived = {new: numbers[old] for old, new in self._moves.items()}
        old_place = new_place = 0
        for old, new in self._pairs:
            old_unit = Span(old_place, old_place) if old is None else self._old_units[old]
            new_unit = Span(new_place, new_place) if new is None else self._new_units[new]
            old_place, new_place = old_unit.end, new_unit.end
            if old is None:
                move = arrived.get(-1 if new is None else new, 0)
                kind = PieceKind.MOVED_TO if move else PieceKind.INSERTED
                yield Piece(kind, old_unit, new_unit, move)
            elif new is None:
                move = numbers.get(old, 0)
                kind = PieceKind.MOVED_FROM if move else PieceKind.DELETED
                yield Piece(kind, old_unit, new_unit, move)
            else:
                yield from reworded_pieces(self.old, old_unit, self.new, new_unit)


def compare_texts(old: str, new: str) -> Comparison:
    """Return the comparison of an older with a newer text."""
    return Comparison(old, new)


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Yield the pieces, neighbours of one kind as one."""
    last: Piece | None = None
    for piece in pieces:
        if last is not None and last.kind is piece.kind and last.move == piece.move:
            old, new = Span(last.old.start, piece.old.end), Span(last.new.start, piece.new.end)
            last = Piece(last.kind, old, new, last.move)
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last
