"""A leader's marks in a returned Word file: listed, decided on, carried to a newer text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafting.comparison.differences import compare_texts
from drafting.model.change import PieceKind
from drafting.model.imported import ImportedChange
from drafting.model.mark import Decided, Decision, Mark, MarkKind
from drafting.text.edits import TextEdit, apply_edits
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from drafting.model.change import Piece
    from drafting.model.imported import ImportedText

# A shorter wording (两个, 四千吨) may stand anywhere; it is locked with the clause around it.
_SHORTEST_LOCKED = 6
_CLAUSE_ENDS = "，。；：！？、\n"


def marks_in(imported: ImportedText) -> tuple[Mark, ...]:
    """Return the tracked changes and comments of a file, in the order of the text.

    ``imported`` is the file read as it stood before the changes.
    """
    changes = [_changed(change, imported.text) for change in imported.changes]
    comments = [
        Mark(
            MarkKind.COMMENT,
            one.author,
            one.date,
            "" if one.start is None else imported.text[one.start : one.end],
            one.text,
            None if one.start is None or one.end is None else Span(one.start, one.end),
        )
        for one in imported.comments
    ]
    return tuple(sorted([*changes, *comments], key=_place))


def marks_between(old: str, new: str) -> tuple[Mark, ...]:
    """Return what leads from one text to the other as marks of nobody.

    For files that tell both texts but not who changed what.
    """
    marks: list[Mark] = []
    moves: dict[int, ImportedChange] = {}
    for rank, run in enumerate(_iter_changed(compare_texts(old, new).pieces())):
        edit = TextEdit(
            Span(run[0].old.start, run[-1].old.end),
            new[run[0].new.start : run[-1].new.end],
        )
        change = ImportedChange("", "", (edit,), (rank,))
        move = run[0].move
        if not move:
            marks.append(_changed(change, old))
        elif move in moves:
            first = moves.pop(move)
            ends, ranks = (*first.edits, edit), (*first.ranks, rank)
            marks.append(_changed(ImportedChange("", "", ends, ranks, is_move=True), old))
        else:
            moves[move] = change
    return tuple(sorted(marks, key=_place))


def _iter_changed(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Yield the pieces that are not kept, neighbours together, each end of a move alone."""
    run: list[Piece] = []
    for piece in pieces:
        if run and (piece.kind is PieceKind.KEPT or piece.move or run[-1].move):
            yield run
            run = []
        if piece.kind is not PieceKind.KEPT:
            run.append(piece)
    if run:
        yield run


def _place(mark: Mark) -> tuple[int, int]:
    return (1 << 60, 0) if mark.span is None else (mark.span.start, mark.span.end)


def _changed(change: ImportedChange, text: str) -> Mark:
    if change.is_move:
        away = next(edit for edit in change.edits if len(edit.span))
        here = "".join(edit.replacement for edit in change.edits)
        kind, span = MarkKind.MOVED, away.span
        old = "".join(edit.span.of(text) for edit in change.edits)
        return Mark(kind, change.author, change.date, old, here, span, change.edits, change.ranks)
    (edit,) = change.edits
    old = edit.span.of(text)
    kind = MarkKind.REPLACED if old and edit.replacement else MarkKind.DELETED
    kind = kind if old else MarkKind.INSERTED
    new, edits, ranks = edit.replacement, change.edits, change.ranks
    return Mark(kind, change.author, change.date, old, new, edit.span, edits, ranks)


def decide(text: str, marks: Sequence[Mark], decisions: Mapping[int, Decision]) -> Decided:
    """Return ``text`` with the marks accepted that ``decisions`` names by their index.

    Whatever it does not name is refused. Of each change locked, its new wording is to be locked,
    a short one with the clause around it; of a comment, the wording that it is about.
    """
    accepted = [
        mark
        for index, mark in enumerate(marks)
        if decisions.get(index, Decision.REFUSE) is not Decision.REFUSE
    ]
    ranked = sorted(
        (pair for one in accepted for pair in zip(one.ranks, one.edits, strict=True)), key=_rank
    )
    edits = tuple(edit for _, edit in ranked)
    result = apply_edits(text, edits)
    locked = (
        wording
        for index, mark in enumerate(marks)
        if decisions.get(index) is Decision.LOCK
        for wording in _wordings(mark, edits, result)
    )
    return Decided(result, edits, tuple(dict.fromkeys(locked)))


def _rank(ranked: tuple[int, TextEdit]) -> int:
    return ranked[0]


def _wordings(mark: Mark, edits: Sequence[TextEdit], result: str) -> Iterator[str]:
    """Yield what is to be locked of a mark, as it stands in ``result``."""
    places = [(edit.span, edit.replacement) for edit in mark.edits if edit.replacement]
    if mark.kind is MarkKind.COMMENT and mark.span is not None and len(mark.span):
        places = [(mark.span, mark.old)]
    for span, wording in places:
        start = _moved_by(span.start, edits, wording)
        place = Span(start, start + len(wording))
        if place.of(result) == wording:  # a wording remarked on may be changed by another mark
            yield from lockable(result, place)


def _moved_by(place: int, edits: Sequence[TextEdit], wording: str) -> int:
    """Return where a place of the old text, or the edit of it with ``wording``, is in the new."""
    moved = place
    for edit in edits:
        at_place = edit.span.start == place
        if edit.span.start > place or (at_place and edit.replacement == wording):
            break
        moved += len(edit.replacement) - min(len(edit.span), place - edit.span.start)
    return moved


def lockable(text: str, span: Span) -> tuple[str, ...]:
    """Return the wordings, one for each paragraph touched, that lock what stands at ``span``.

    A short one is taken with the clauses around it, up to the marks that end them.
    """
    wordings = []
    start = span.start
    for line in span.of(text).split("\n"):
        wording = line.strip()
        begin = start + len(line) - len(line.lstrip())
        if wording and len(wording) < _SHORTEST_LOCKED:
            wording = _with_clause(text, Span(begin, begin + len(wording)))
        if wording:
            wordings.append(wording)
        start += len(line) + 1
    return tuple(wordings)


def _with_clause(text: str, span: Span) -> str:
    """Return the clause in which ``span`` stands, with the next ones while it is short."""
    line_start = text.rfind("\n", 0, span.start) + 1
    found = text.find("\n", span.end)
    line_end = len(text) if found < 0 else found
    start, end = span.start, _clause_end(text, span.end, line_end)
    while start > line_start and text[start - 1] not in _CLAUSE_ENDS:
        start -= 1
    while end - start < _SHORTEST_LOCKED and end < line_end:
        end = _clause_end(text, end + 1, line_end)
    return text[start:end]


def _clause_end(text: str, place: int, most: int) -> int:
    while place < most and text[place] not in _CLAUSE_ENDS:
        place += 1
    return place


def carry(marks: Sequence[Mark], old: str, new: str) -> tuple[Mark | None, ...]:
    """Return the marks of ``old`` with their places in ``new``, a later version of it.

    None stands for a mark whose place was changed in the meantime; nobody but the user can tell
    what becomes of it.
    """
    if old == new:
        return tuple(marks)
    kept = [one for one in compare_texts(old, new).pieces() if one.kind is PieceKind.KEPT]
    return tuple(_carried(mark, kept) for mark in marks)


def _carried(mark: Mark, kept: Sequence[Piece]) -> Mark | None:
    if mark.span is None:
        return mark
    span = _carried_span(mark.span, kept)
    edits = []
    for edit in mark.edits:
        place = _carried_span(edit.span, kept)
        if place is None:
            return None
        edits.append(TextEdit(place, edit.replacement))
    if span is None:
        return None
    return replace(mark, span=span, edits=tuple(edits))


def _carried_span(span: Span, kept: Sequence[Piece]) -> Span | None:
    piece = next((one for one in kept if one.old.contains(span)), None)
    return None if piece is None else span.shifted(piece.new.start - piece.old.start)
