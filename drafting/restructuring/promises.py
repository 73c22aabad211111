"""Announced counts that were right before a change of the parts are right after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.model.promise_counts import recounted
from drafting.parsing.parser import parse_draft
from drafting.restructuring.parts import line_of
from drafting.restructuring.sheet import line_starts
from drafting.text.edits import TextEdit, apply_edits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.model.draft import Draft, Promise
    from drafting.restructuring.sheet import SheetLine

_Key = tuple[int | None, str, int]


def mend_promises(draft: Draft, lines: Sequence[SheetLine], *, all_of_them: bool = False) -> int:
    """Write the right counts into ``lines`` (of which ``draft`` was the text before).

    Only promises that the change broke are mended, or every broken one with ``all_of_them``.
    Return how many were.
    """
    text = "\n".join(line.text for line in lines)
    after = parse_draft(text, particulars=draft.particulars)
    before = dict(_keyed(draft, None))
    edits: list[TextEdit] = []
    for key, promise in _keyed(after, lines):
        if promise.kept is not False:
            continue
        known = before.get(key)
        if all_of_them or (known is not None and known.kept is not False):
            edit = recounted(promise, text)
            edits += [] if edit is None else [edit]
    apply_to_lines(lines, edits)
    return len(edits)


def apply_to_lines(lines: Sequence[SheetLine], edits: Sequence[TextEdit]) -> None:
    """Make ``edits`` (each within one line; spans of the joined text) in ``lines``."""
    starts = line_starts("\n".join(line.text for line in lines))
    by_line: dict[int, list[TextEdit]] = {}
    for edit in edits:
        number = line_of(starts, edit.span.start)
        start = starts[number]
        place = edit.span.shifted(-start)
        by_line.setdefault(number, []).append(TextEdit(place, edit.replacement))
    for number, found in by_line.items():
        lines[number].text = apply_edits(lines[number].text, found)


def _keyed(draft: Draft, lines: Sequence[SheetLine] | None) -> Iterator[tuple[_Key, Promise]]:
    """Yield each promise with its old line, its words, and which of these it is there."""
    starts = line_starts(draft.text)
    seen: dict[tuple[int | None, str], int] = {}
    for promise in sorted(draft.promises, key=lambda one: one.span.start):
        number = line_of(starts, promise.span.start)
        origin = number if lines is None else lines[number].origin
        place = (origin, promise.text)
        seen[place] = seen.get(place, 0) + 1
        yield (origin, promise.text, seen[place]), promise
