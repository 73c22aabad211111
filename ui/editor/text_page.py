"""The page with its text: revisions, positions, undo history, edits in one step, composing."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QTextCursor

from drafting.text.edits import TextEdit
from ui.editor.change_reading import ReportedChange, read_change
from ui.editor.edit_history import EditHistory, TextChange, difference
from ui.editor.incoming_text import admit_text
from ui.editor.large_edits import LARGE_CHANGE, edits_of, is_large, iter_pieces
from ui.editor.page_view import PageView
from ui.editor.slices import Slices
from ui.editor.utf16 import Utf16Map, utf16_length

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QInputMethodEvent
    from PySide6.QtWidgets import QWidget

    from drafting.model.layout import PageLayout

_LAST_OF_ONE_UNIT = "\uffff"


class LargeEdit(NamedTuple):
    """A large edit under way: the text before it, where the caret goes, whether it is a step."""

    before: str
    caret: int | None
    is_step: bool


class TextPage(PageView):
    """Knows its text at every moment, and every step that led to it.

    ``text_changed`` carries the new revision; it is silent while an input method composes,
    which changes no text. ``text_settled`` and ``caret_settled`` tell the same a moment later, once
    the page is painted: for all who only want to look again soon, and need not be waited for by
    the key. All spans are code points of :meth:`text`.
    """

    text_changed = Signal(int)
    text_settled = Signal()
    caret_settled = Signal()
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
        self._composed_over = -1  # the revision in which composing took the place of a selection
        self._has_news = False
        self._was_typed = False
        self._committing: TextChange | None = None
        self._large: LargeEdit | None = None
        super().__init__(layout, parent)
        self._editing = Slices(self)
        self._editing.ended.connect(self._end_edits)
        self._settled_revision = 0
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(0)
        self._settling.timeout.connect(self._tell_settled)
        self.cursorPositionChanged.connect(self._settling.start)
        self._follow_document()

    @property
    def revision(self) -> int:
        """Return the number of the text's version; it grows with every change."""
        return self._revision

    @property
    def is_settling(self) -> bool:
        """Return whether a change is not told to all yet."""
        return self._settling.isActive()

    @property
    def is_composing(self) -> bool:
        """Return whether an input method shows characters that are not yet text."""
        return self._is_composing

    def take_typed(self) -> bool:
        """Return whether a key or an input method came since this was asked last."""
        was_typed, self._was_typed = self._was_typed, False
        return was_typed

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
        self.finish_edits()
        return self._text

    def units(self) -> Utf16Map:
        """Return the map between code points and Qt's positions for the text as it stands."""
        self.finish_edits()
        return self._units

    @property
    def is_editing(self) -> bool:
        """Return whether a large edit is under way, in slices; what comes meanwhile ends it."""
        return self._editing.is_busy

    def finish_edits(self) -> None:
        """Make what is left of a large edit now."""
        self._editing.finish()

    def undo(self) -> None:
        """Take the last step back."""
        self.finish_edits()
        self._end_composing()
        self._apply(self._history.undo())

    def redo(self) -> None:
        """Make the step again that was taken back last."""
        self.finish_edits()
        self._end_composing()
        self._apply(self._history.redo())

    def cut(self) -> None:
        """Move what is selected to the clipboard."""
        self.finish_edits()
        super().cut()

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
        limit, length = 0, len(self.text())
        for edit in ordered:
            if edit.span.start < limit or edit.span.end > length:
                raise ValueError(f"edits overlap or leave the text at {edit.span.start}")
            limit = edit.span.end
        self._end_composing()
        self._history.end_step()
        words = {one: admit_text(one) for one in {edit.replacement for edit in ordered}}
        allowed = ordered
        if any(one != admitted for one, admitted in words.items()):
            allowed = [TextEdit(one.span, words[one.replacement]) for one in ordered]
        if is_large(allowed):
            self._edit_in_slices(allowed)
            return
        self._make(allowed)
        self._history.end_step()

    def insert_at_caret(self, text: str) -> None:
        """Put ``text`` in the place of the selection or at the caret, as one step."""
        self.insert_at(self.textCursor(), text)

    def insert_at(self, cursor: QTextCursor, text: str) -> None:
        """Put ``text`` in the place of what ``cursor`` selects, as one step; the caret follows."""
        self.finish_edits()
        self._end_composing()
        self._history.end_step()
        edit = TextEdit(
            self._units.span_to_code_points(cursor.selectionStart(), cursor.selectionEnd()),
            admit_text(text),
        )
        if is_large([edit]):
            self._edit_in_slices([edit], caret=edit.span.start + len(edit.replacement))
            return
        cursor.beginEditBlock()
        cursor.insertText(edit.replacement)
        cursor.endEditBlock()
        self._history.end_step()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _make(self, edits: Sequence[TextEdit]) -> None:
        """Make edits, in the order of the text, as one change of the document."""
        units = self._units
        places = [(*units.span_to_utf16(one.span), one.replacement) for one in edits]
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for start, end, replacement in reversed(places):
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(replacement)
        cursor.endEditBlock()

    def _edit_in_slices(
        self, edits: Sequence[TextEdit], *, caret: int | None = None, is_step: bool = True
    ) -> None:
        """Make edits bit by bit; the others are told of it, and the history knows it, at the end.

        Then the caret stands at ``caret``, if that is given.
        """
        self._large = LargeEdit(self._text, caret, is_step)
        self._editing.start(self._iter_edits(edits), is_late=True)

    def _iter_edits(self, edits: Sequence[TextEdit]) -> Iterator[int]:
        for piece in iter_pieces(edits, lambda: self._editing.is_hurried):
            self._is_own_step = True
            deaf = QSignalBlocker(self)
            try:
                self._make(piece)
            finally:
                deaf.unblock()
                self._is_own_step = False
            yield len(piece)

    def _end_edits(self) -> None:
        large, self._large = self._large, None
        if large is None:
            return
        if large.is_step:
            self._history.record(difference(large.before, self._text), time.monotonic())
            self._history.end_step()
        if large.caret is not None:
            place = self._units.to_utf16(large.caret)
            self.put_caret(place, place)
            self.ensureCursorVisible()
        self._has_news = self._text != large.before
        self.history_changed.emit()
        self._tell_change()
        self.cursorPositionChanged.emit()

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
        committing, self._committing = self._committing, None
        if committing is not None and self._take_committed(committing, added - removed):
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
            self._record(change)

    def _committed_change(self, cursor: QTextCursor, committed: str) -> TextChange | None:
        """Return what an input method is about to write, where that is known beforehand."""
        is_known = committed.isprintable() and max(committed) <= _LAST_OF_ONE_UNIT
        if not is_known or self._units.has_astral:
            return None
        return TextChange(cursor.position(), "", committed)

    def _take_committed(self, change: TextChange, growth: int) -> bool:
        """Take what an input method has written; return whether Qt reports as many characters."""
        old, place, words = self._text, change.position, change.added
        length = len(old) + len(words)
        if growth != len(words) or self.document().characterCount() != length + 1:
            return False
        self._follow_edit(place, 0, len(words))
        self._revision += 1
        self._text = old[:place] + words + old[place:]
        self._has_news = True
        self._record(change)
        return True

    def _record(self, change: TextChange) -> None:
        history = self._history
        is_news = history.can_redo or not history.can_undo
        history.record(change, time.monotonic())
        if is_news:
            self.history_changed.emit()

    def _apply(self, change: TextChange | None) -> None:
        """Make a change of the history and put the caret behind it."""
        if change is None:
            return
        edits = edits_of(change) if change.size > LARGE_CHANGE else []
        if is_large(edits):
            end = change.position + len(change.added)
            self._edit_in_slices(edits, caret=end, is_step=False)
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
        if self._has_news and self._large is None:
            self._has_news = False
            self._settling.start()
            self.text_changed.emit(self._revision)

    def _tell_settled(self) -> None:
        if self._settled_revision != self._revision:
            self._settled_revision = self._revision
            self.text_settled.emit()
        self.caret_settled.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Tell composing from typing: only what is committed is text."""
        self.finish_edits()
        was_composing, self._is_composing = self._is_composing, bool(event.preeditString())
        committed, cursor = event.commitString(), self.textCursor()
        begins_over = not was_composing and not committed and cursor.hasSelection()
        if begins_over:
            self._history.end_step()
        is_plain = event.replacementLength() == 0
        self._was_typed = True
        self._is_preedit_event = is_plain and not committed
        is_one_line = is_plain and "\n" not in committed and not cursor.hasSelection()
        self.highlighter.is_one_line = is_one_line
        if is_one_line and committed and event.replacementStart() == 0:
            self._committing = self._committed_change(cursor, committed)
        try:
            super().inputMethodEvent(event)
        finally:
            self._is_preedit_event = self.highlighter.is_one_line = False
            self._committing = None
        if begins_over:
            self._composed_over = self._revision
        elif was_composing and not (self._is_composing or committed):
            self._restore_composed_over()
        if not self._is_composing:
            self._end_waiting()

    def _restore_composed_over(self) -> None:
        """Select again what given up letters took the place of, as if they had never come."""
        change = self._history.forget_last() if self._composed_over == self._revision else None
        if change is not None:
            self._apply(change.inverted())
            cursor = self.textCursor()
            start = self._units.to_utf16(change.position)
            cursor.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def _end_composing(self) -> None:
        if self._is_composing:
            QGuiApplication.inputMethod().commit()
