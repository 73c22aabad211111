"""The page with its text: revisions, positions, undo history, edits in one step, composing."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QTextCursor

from ui.editor.change_reading import ReportedChange, read_change
from ui.editor.edit_history import EditHistory
from ui.editor.incoming_text import admit_text
from ui.editor.page_view import PageView
from ui.editor.utf16 import Utf16Map, utf16_length

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QInputMethodEvent
    from PySide6.QtWidgets import QWidget

    from drafting.model.layout import PageLayout
    from drafting.text.edits import TextEdit
    from ui.editor.edit_history import TextChange


class TextPage(PageView):
    """Knows its text at every moment, and every step that led to it.

    ``text_changed`` carries the new revision; it is silent while an input method composes,
    which changes no text. All spans are code points of :meth:`text`.
    """

    text_changed = Signal(int)
    history_changed = Signal()

    def __init__(self, layout: PageLayout, parent: QWidget | None = None) -> None:
        self._revision = 0
        self._text = ""
        self._units = Utf16Map("")
        self._history = EditHistory()
        self._is_own_step = False
        self._is_formatting = False
        self._is_preedit_event = False
        self._is_composing = False
        self._has_news = False
        super().__init__(layout, parent)
        self._follow_document()

    @property
    def revision(self) -> int:
        """Return the number of the text's version; it grows with every change."""
        return self._revision

    @property
    def is_composing(self) -> bool:
        """Return whether an input method shows characters that are not yet text."""
        return self._is_composing

    @property
    def can_undo(self) -> bool:
        """Return whether there is a step to take back."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Return whether there is a step to make again."""
        return self._history.can_redo

    def text(self) -> str:
        """Return the text, one paragraph a line."""
        return self._text

    def units(self) -> Utf16Map:
        """Return the map between code points and Qt's positions for the text as it stands."""
        return self._units

    def undo(self) -> None:
        """Take the last step back."""
        self._end_composing()
        self._apply(self._history.undo())

    def redo(self) -> None:
        """Make the step again that was taken back last."""
        self._end_composing()
        self._apply(self._history.redo())

    def set_layout(self, layout: PageLayout) -> None:
        """Show the text in another layout; undo history and caret stay."""
        self._end_composing()
        self._is_formatting = True
        try:
            super().set_layout(layout)
        finally:
            self._is_formatting = False

    def replace(self, edits: Sequence[TextEdit]) -> None:
        """Make all edits as one step of the undo history; spans count in the text as it stands.

        Raises:
            ValueError: two edits overlap or one lies outside the text.
        """
        ordered = sorted(edits, key=lambda one: (one.span.start, one.span.end))
        limit = 0
        for edit in ordered:
            if edit.span.start < limit or edit.span.end > len(self.text()):
                raise ValueError(f"edits overlap or leave the text at {edit.span.start}")
            limit = edit.span.end
        units = self.units()
        places = [(*units.span_to_utf16(one.span), admit_text(one.replacement)) for one in ordered]
        self._end_composing()
        self._history.end_step()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for start, end, replacement in reversed(places):
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(replacement)
        cursor.endEditBlock()
        self._history.end_step()

    def insert_at_caret(self, text: str) -> None:
        """Put ``text`` in the place of the selection or at the caret, as one step."""
        self._end_composing()
        self._history.end_step()
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.insertText(admit_text(text))
        cursor.endEditBlock()
        self._history.end_step()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    # ---------------------------------------------------------------- what others follow

    def _follow_edit(self, position: int, removed: int, added: int) -> None:
        """Follow an edit (UTF-16 units of the text before it)."""

    def _end_waiting(self) -> None:
        """Do what waited for the end of a composition."""

    # ---------------------------------------------------------------- what Qt tells

    def _follow_document(self) -> None:
        self.document().contentsChange.connect(self._note_change)
        self.document().contentsChanged.connect(self._tell_change)

    def _take_text(self, text: str, added: str | None = None) -> None:
        """Take the text as it stands now; ``added`` is all that is new in it, if that is known."""
        self._revision += 1
        self._text = text
        # A map of a text in which both ways of counting agree holds for every such text.
        if added is None or self._units.has_astral or utf16_length(added) != len(added):
            self._units = Utf16Map(text)
        self._has_news = True

    def _note_change(self, position: int, removed: int, added: int) -> None:
        if self._is_formatting or (self._is_preedit_event and removed == added):
            return
        place = ReportedChange(position, removed, added)
        change = read_change(self.document(), self._text, place, self._units)
        if not change.size:
            return
        old = self._text
        end = change.position + len(change.removed)
        start_unit = self._units.to_utf16(change.position)
        units = self._units.to_utf16(end) - start_unit
        self._follow_edit(start_unit, units, utf16_length(change.added))
        self._take_text(old[: change.position] + change.added + old[end:], change.added)
        if not self._is_own_step:
            self._history.record(change, time.monotonic())
            self.history_changed.emit()

    def _apply(self, change: TextChange | None) -> None:
        """Make a change of the history and put the caret behind it."""
        if change is None:
            return
        start = self._units.to_utf16(change.position)
        end = self._units.to_utf16(change.position + len(change.removed))
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._is_own_step = True
        try:
            cursor.insertText(change.added)
        finally:
            self._is_own_step = False
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.history_changed.emit()

    def _format_blocks(self) -> None:
        self._is_formatting = True
        try:
            super()._format_blocks()
        finally:
            self._is_formatting = False

    def _tell_change(self) -> None:
        if self._has_news:
            self._has_news = False
            self.text_changed.emit(self._revision)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Tell composing from typing: only what is committed is text."""
        self._is_composing = bool(event.preeditString())
        committed, cursor = event.commitString(), self.textCursor()
        is_plain = event.replacementLength() == 0
        self._is_preedit_event = is_plain and not committed
        self.highlighter.is_one_line = (
            is_plain and "\n" not in committed and not cursor.hasSelection()
        )
        try:
            super().inputMethodEvent(event)
        finally:
            self._is_preedit_event = self.highlighter.is_one_line = False
        if not self._is_composing:
            self._end_waiting()

    def _end_composing(self) -> None:
        if self._is_composing:
            QGuiApplication.inputMethod().commit()
