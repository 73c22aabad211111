"""Large edits cut into pieces that Qt lays out within a slice each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.text.difference import changed_part
from drafting.text.edits import TextEdit
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ui.editor.edit_history import TextChange

# What Qt lays out of it in a few milliseconds, one edit after the other a slice.
_CHARACTERS = 8_000
_EDITS = 100
# Who waits for all of them gets so many at once: each piece makes the whole text anew.
_HURRIED = 50
# An edit beyond these would hold the window up for more than a slice.
LARGE_CHANGE = 20_000
_SMALL_EDITS = 300
# Qt lays out all that lies between the first and the last edit that are made together.
_REACH = 60_000


def is_large(edits: Sequence[TextEdit]) -> bool:
    """Return whether making ``edits`` (in the order of the text) at once would be felt."""
    if not edits:
        return False
    reach = edits[-1].span.end - edits[0].span.start
    added = sum(len(one.replacement) for one in edits)
    return len(edits) > _SMALL_EDITS or added > LARGE_CHANGE or (len(edits) > 1 and reach > _REACH)


def iter_pieces(
    edits: Sequence[TextEdit], is_hurried: Callable[[], bool]
) -> Iterator[list[TextEdit]]:
    """Yield ``edits`` (in the order of the text) a few at a time, long replacements cut.

    The spans of each piece count in the text as the pieces before have left it. While
    ``is_hurried`` tells that somebody waits they come many at a time.
    """
    piece: list[TextEdit] = []
    shift = reach = 0
    for edit in _iter_short(edits):
        size = len(edit.replacement) + edit.span.end - (piece[0].span.start if piece else 0)
        most = _HURRIED if is_hurried() else 1
        if piece and (len(piece) >= most * _EDITS or reach + size > most * _CHARACTERS):
            yield _shifted(piece, shift)
            shift += sum(len(one.replacement) - len(one.span) for one in piece)
            piece, reach = [], 0
        piece.append(edit)
        reach += len(edit.replacement)
    if piece:
        yield _shifted(piece, shift)


def edits_of(change: TextChange) -> list[TextEdit]:
    """Return a change as edits: line by line where both texts have as many, else as one."""
    old, new = change.removed.split("\n"), change.added.split("\n")
    if len(old) != len(new):
        whole = Span(change.position, change.position + len(change.removed))
        return [TextEdit(whole, change.added)]
    edits: list[TextEdit] = []
    start = change.position
    for before, after in zip(old, new, strict=True):
        if before != after:
            removed, added = changed_part(before, after)
            edits.append(TextEdit(removed.shifted(start), added.of(after)))
        start += len(before) + 1
    return edits


def _iter_short(edits: Sequence[TextEdit]) -> Iterator[TextEdit]:
    """Yield the edits, what is put in at most so long: the rest of it behind, place by place."""
    for edit in edits:
        words, place = edit.replacement, edit.span
        while len(words) > _CHARACTERS:
            yield TextEdit(place, words[:_CHARACTERS])
            words, place = words[_CHARACTERS:], Span(edit.span.end, edit.span.end)
        yield TextEdit(place, words)


def _shifted(piece: Sequence[TextEdit], shift: int) -> list[TextEdit]:
    return [
        TextEdit(Span(one.span.start + shift, one.span.end + shift), one.replacement)
        for one in piece
    ]
