"""The edits of the newer text that undo one change: a sentence as it was in the older one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.model.change import Change, ChangeKind, PieceKind
from drafting.text.edits import TextEdit
from drafting.text.span import Span

if TYPE_CHECKING:
    from drafting.comparison.differences import Comparison


def listed_changes(comparison: Comparison) -> tuple[Change, ...]:
    """Return the changes as a reader counts them: sentences that moved together are one."""
    listed: list[Change] = []
    for change in comparison.changes():
        last = listed[-1] if listed else None
        if last is not None and _moved_together(comparison, last, change):
            old = Span(last.old.start, change.old.end)
            listed[-1] = Change(ChangeKind.MOVED, old, Span(last.new.start, change.new.end))
        else:
            listed.append(change)
    return tuple(listed)


def _moved_together(comparison: Comparison, first: Change, second: Change) -> bool:
    if not first.kind is second.kind is ChangeKind.MOVED:
        return False
    if first.old.end > second.old.start:
        return False
    between_old = comparison.old[first.old.end : second.old.start]
    between_new = comparison.new[first.new.end : second.new.start]
    return not between_old.strip() and not between_new.strip()


def edits_taking_back(comparison: Comparison, change: Change) -> tuple[TextEdit, ...]:
    """Return what makes the newer text read at ``change`` as the older one did.

    A paragraph that comes or goes with its last sentence brings or takes its line break.
    """
    old, new = comparison.old, comparison.new
    if change.kind is ChangeKind.CHANGED:
        return (TextEdit(change.new, change.old.of(old)),)
    if change.kind is ChangeKind.ADDED:
        return (TextEdit(_with_its_line(new, change.new), ""),)
    if change.kind is ChangeKind.REMOVED:
        return (_inserting(comparison, change.old, change.new.start),)
    leaving = _with_its_line(new, change.new)
    coming = _inserting(comparison, change.old, _place_before_move(comparison, change.old))
    if leaving.start < coming.span.start < leaving.end:
        return ()
    return (TextEdit(leaving, ""), coming)


def _with_its_line(text: str, span: Span) -> Span:
    """Return ``span`` with one line break, where otherwise an empty line would be left."""
    at_start = span.start == 0 or text[span.start - 1] == "\n"
    at_end = span.end == len(text) or text[span.end] == "\n"
    if not (at_start and at_end):
        return span
    if span.end < len(text):
        return Span(span.start, span.end + 1)
    return Span(max(span.start - 1, 0), span.end)


def _inserting(comparison: Comparison, gone: Span, place: int) -> TextEdit:
    """Return the edit that puts the old sentence ``gone`` at ``place`` of the new text.

    Where the old text had a line break between the sentence and the nearest text that is still
    there, and the new one has none at the place, the sentence brings one along.
    """
    old, new = comparison.old, comparison.new
    before, after = _kept_around(comparison, gone)
    words = gone.of(old)
    if "\n" in old[before : gone.start] and place > 0 and new[place - 1] != "\n":
        words = "\n" + words
    if "\n" in old[gone.end : after] and place < len(new) and new[place] != "\n":
        words += "\n"
    return TextEdit(Span(place, place), words)


def _kept_around(comparison: Comparison, gone: Span) -> tuple[int, int]:
    """Return the end of the kept text before ``gone`` and the start of that behind it (old)."""
    before, after = 0, len(comparison.old)
    for piece in comparison.pieces():
        if piece.kind is not PieceKind.KEPT or not piece.old.of(comparison.old).strip():
            continue
        words = piece.old.of(comparison.old)
        if piece.old.end <= gone.start:
            before = piece.old.start + len(words.rstrip("\n"))
        elif piece.old.start >= gone.end:
            after = piece.old.end - len(words.lstrip("\n"))
            break
    return before, after


def _place_before_move(comparison: Comparison, gone: Span) -> int:
    """Return where in the new text a sentence that moved would have stayed."""
    for piece in comparison.pieces():
        if piece.kind is PieceKind.MOVED_FROM and piece.old.start <= gone.start < piece.old.end:
            return piece.new.start
    return len(comparison.new)
