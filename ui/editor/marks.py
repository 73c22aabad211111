"""Findings as wavy lines under the text, only where the window shows it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from drafting.model.standing import Standing, standing_of
from ui.style.palette import LIGHT, Palette

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.finding import Finding
    from drafting.text.span import Span
    from ui.editor.utf16 import Utf16Map

SHOWN_AT_MOST = 200
# Many edits in a row are followed as they come: what they cost is not to be felt at the end.
_NOTED_AT_MOST = 8
# The ground of what a search has found, paler than what is selected.
_HIT_ALPHA = 40
_Line = QTextCharFormat.UnderlineStyle
_LINES = {
    Standing.SLOT: _Line.SingleUnderline,
    Standing.ERROR: _Line.WaveUnderline,
    Standing.WARNING: _Line.DashUnderline,
    Standing.SUGGESTION: _Line.DotLine,
}


class Mark:
    """One marked place in UTF-16 units; it moves with the edits around it."""

    __slots__ = ("end", "standing", "start")

    def __init__(self, start: int, end: int, standing: Standing) -> None:
        self.start = start
        self.end = end
        self.standing = standing


class FindingMarks:
    """The marks of one text, from one check to the next."""

    def __init__(self) -> None:
        self._marks: list[Mark] = []
        self._longest = 0
        self._tail = 0
        self._tail_shift = 0
        self._noted: list[tuple[int, int, int]] = []
        self._has_dropped = False
        self._chosen: Mark | None = None
        self._formats: dict[Standing, QTextCharFormat] = {}
        self._chosen_format = QTextCharFormat()
        self.set_palette(LIGHT)

    @property
    def is_empty(self) -> bool:
        """Return whether there is nothing to mark."""
        return not self._marks and self._chosen is None

    def set_palette(self, palette: Palette) -> None:
        """Take the colours of ``palette``; lines differ where colours do not."""
        waves = dict.fromkeys(Standing, _Line.WaveUnderline)
        waves[Standing.SLOT] = _LINES[Standing.SLOT]  # a gap in a form, nothing wrong
        lines = _LINES if palette.is_contrast else waves
        self._formats = {
            one: _underline(palette.standing_colour(one), lines[one]) for one in Standing
        }
        self._chosen_format = QTextCharFormat()
        self._chosen_format.setBackground(QColor(palette.selection))

    def show(self, findings: Sequence[Finding], units: Utf16Map) -> None:
        """Take the findings of the text as it stands now."""
        self._marks = sorted(
            (
                Mark(*units.span_to_utf16(place), standing_of(one))
                for one in findings
                for place in one.like_places
                if len(place) > 0
            ),
            key=lambda mark: (mark.start, mark.end),
        )
        self._tail, self._tail_shift = len(self._marks), 0
        self._noted.clear()
        self._longest = max((mark.end - mark.start for mark in self._marks), default=0)

    def choose(self, span: Span | None, units: Utf16Map) -> None:
        """Set one place off by its background; None sets none off."""
        self._follow_noted()
        self._chosen = None
        if span is not None:
            self._chosen = Mark(*units.span_to_utf16(span), Standing.SUGGESTION)

    def note(self, position: int, removed: int, added: int) -> None:
        """Take down an edit of the text, to be followed before the marks are next asked for."""
        self._noted.append((position, removed, added))
        if len(self._noted) >= _NOTED_AT_MOST:
            self._follow_noted()

    def follow(self) -> bool:
        """Follow the edits taken down; return whether a mark was dropped since the last call."""
        self._follow_noted()
        has_dropped, self._has_dropped = self._has_dropped, False
        return has_dropped

    def move(self, position: int, removed: int, added: int) -> bool:
        """Follow an edit of the text; return whether a mark was dropped by it.

        A mark whose own characters change is dropped until the next check.
        """
        shift, edit_end = added - removed, position + removed
        if self._chosen is not None and not _moved(self._chosen, position, edit_end, shift):
            self._chosen = None
        first = self._first_from(position - self._longest)
        behind = self._first_from(edit_end)
        self._begin_tail(behind)
        near = self._marks[first:behind]
        kept = [mark for mark in near if mark.end <= position]
        self._marks[first:behind] = kept
        self._tail = first + len(kept)
        self._tail_shift += shift
        return len(kept) != len(near)

    def selections(
        self, document: QTextDocument, first: int, last: int
    ) -> list[QTextEdit.ExtraSelection]:
        """Return at most 200 marks that touch the UTF-16 range ``first``..``last``."""
        self.follow()
        self._begin_tail(len(self._marks))
        start = self._first_from(first - self._longest)
        shown: list[QTextEdit.ExtraSelection] = []
        if self._chosen is not None:
            shown.append(_selection(document, self._chosen, self._chosen_format))
        for mark in self._marks[start:]:
            if mark.start > last or len(shown) >= SHOWN_AT_MOST:
                break
            if mark.end >= first:
                shown.append(_selection(document, mark, self._formats[mark.standing]))
        return shown

    def places(self) -> list[tuple[int, int]]:
        """Return start and end of every mark in UTF-16 units."""
        self._follow_noted()
        self._begin_tail(len(self._marks))
        return [(mark.start, mark.end) for mark in self._marks]

    def _follow_noted(self) -> None:
        noted, self._noted = self._noted, []
        for edit in noted:
            self._has_dropped |= self.move(*edit)

    def _first_from(self, position: int) -> int:
        """Return the number of the first mark that begins at ``position`` or behind it."""
        return bisect_left(range(len(self._marks)), position, key=self._start_of)

    def _start_of(self, number: int) -> int:
        return self._marks[number].start + (self._tail_shift if number >= self._tail else 0)

    def _begin_tail(self, number: int) -> None:
        """Let the marks that are still to be shifted begin at ``number``.

        Keys fall on one place after another, so that a key touches no mark far away.
        """
        first, last = sorted((self._tail, number))
        shift = self._tail_shift if number > self._tail else -self._tail_shift
        if shift:
            for mark in self._marks[first:last]:
                mark.start += shift
                mark.end += shift
        self._tail = number
        if number == len(self._marks):
            self._tail_shift = 0


def _moved(mark: Mark, position: int, edit_end: int, shift: int) -> bool:
    if mark.end <= position:
        return True
    if mark.start >= edit_end:
        mark.start += shift
        mark.end += shift
        return True
    return False


def _underline(colour: str, line: _Line) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setUnderlineStyle(line)
    form.setUnderlineColor(QColor(colour))
    return form


def hit_selections(
    document: QTextDocument, places: Sequence[tuple[int, int]], palette: Palette
) -> list[QTextEdit.ExtraSelection]:
    """Return the places of a search (UTF-16) with a ground of their own; a line where needed."""
    form = QTextCharFormat()
    ground = QColor(palette.warning)
    ground.setAlpha(_HIT_ALPHA)
    form.setBackground(ground)
    if palette.is_contrast:
        form.setUnderlineStyle(_Line.SingleUnderline)
    hits = (Mark(start, end, Standing.SUGGESTION) for start, end in places)
    return [_selection(document, one, form) for one in hits]


def _selection(
    document: QTextDocument, mark: Mark, form: QTextCharFormat
) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    cursor = QTextCursor(document)
    end = document.characterCount() - 1
    cursor.setPosition(min(mark.start, end))
    cursor.setPosition(min(mark.end, end), QTextCursor.MoveMode.KeepAnchor)
    # The stubs of 6.9.3 lack both members.
    selection.cursor = cursor  # type: ignore[attr-defined]  # see above
    selection.format = form  # type: ignore[attr-defined]  # see above
    return selection
