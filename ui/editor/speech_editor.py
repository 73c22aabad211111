"""The editor of a speech: places, structure, marks, plain paste, slots."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QApplication

from ui.editor.caret import CaretContext, caret_context, within
from ui.editor.incoming_text import admit_text
from ui.editor.line_styles import BODY, iter_line_styles
from ui.editor.marks import FindingMarks, hit_selections
from ui.editor.slices import Slices
from ui.editor.slots import next_slot
from ui.editor.structure import iter_structured
from ui.editor.text_page import TextPage
from ui.editor.utf16 import Utf16Map
from ui.editor.word_steps import select_paragraph, select_word, step_by_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from drafting.model.draft import Draft
    from drafting.model.finding import Finding
    from drafting.model.layout import PageLayout
    from drafting.text.span import Span
    from ui.editor.line_styles import LineStyle
    from ui.style.palette import Palette

    CleanPaste = Callable[[str, Callable[[str], int | None]], None]

_ENTER = "\r"


class SpeechEditor(TextPage):
    """The page that is written on.

    ``menu_opening`` carries the menu of the right button, to be added to, and the place.
    ``tab_kept``: somebody who writes pressed Tab, as in Word for an indent; the next one leaves.
    """

    menu_opening = Signal(object, int)
    slot_reached = Signal(str)
    tab_kept = Signal()

    def __init__(self, layout: PageLayout, parent: QWidget | None = None) -> None:
        self._waiting_draft: Draft | None = None
        self._waiting_revision = 0
        self._draft: Draft | None = None
        self._marks = FindingMarks()
        self._hits: Callable[[Span], Sequence[Span]] | None = None
        self._has_marks_shown = False
        self._third_click = (0, QPoint())
        self._came_at = -1  # the revision at which the keys came here
        self.clean_paste: CleanPaste = _as_it_is
        super().__init__(layout, parent)
        self.setAccessibleName("稿件")
        self.setTabChangesFocus(True)
        self._structuring = Slices(self)
        self._marks_timer = QTimer(self)
        self._marks_timer.setSingleShot(True)
        self._marks_timer.setInterval(0)
        self._marks_timer.timeout.connect(self._paint_marks)
        self.verticalScrollBar().valueChanged.connect(self._note_scrolled)

    @property
    def draft(self) -> Draft | None:
        """Return the structure that was shown last; it may be older than the text."""
        return self._draft

    @property
    def is_structuring(self) -> bool:
        """Return whether blocks still wait for their faces."""
        return self._structuring.is_busy

    def load(self, text: str, draft: Draft | None = None) -> None:
        """Show another text; its undo history begins here."""
        text = admit_text(text)
        self._editing.stop()
        self._large = None
        self._marks.show((), Utf16Map(""))
        self._marks.choose(None, Utf16Map(""))
        known = draft if draft is not None and draft.text == text else None
        self._is_composing = False
        self._structuring.stop()
        self.highlighter = self._show_text(text, _styles_of(known))
        self._follow_document()
        self._draft, self._waiting_draft = known, None
        self._history.clear()
        self._take_text(text)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)
        self._structuring.start(self._iter_structured(known), is_late=True)
        self._came_at = self._revision
        self._tell_change()
        self.history_changed.emit()

    def set_layout(self, layout: PageLayout) -> None:
        """Show the text in another layout; undo history, caret and marks stay."""
        super().set_layout(layout)
        self._marks_timer.start()

    # ---------------------------------------------------------------- places

    def caret_position(self) -> int:
        """Return the caret's place in code points."""
        return self._units.to_code_point(self.textCursor().position())

    def position_at(self, place: QPoint) -> int:
        """Return the position (code points) that is shown at ``place`` of the viewport."""
        return self._units.to_code_point(self.cursorForPosition(place).position())

    def selected_span(self) -> Span:
        """Return what is selected; empty at the caret where nothing is."""
        cursor = self.textCursor()
        return self.units().span_to_code_points(cursor.selectionStart(), cursor.selectionEnd())

    def caret(self) -> CaretContext:
        """Return what the suggestions need to know of the caret's place."""
        return caret_context(self._text, self.caret_position(), self._draft)

    def select(self, span: Span) -> None:
        """Select ``span`` and bring it into view."""
        start, end = self.units().span_to_utf16(within(span, len(self.text())))
        self.put_caret(start, end)

    def reveal(self, span: Span) -> None:
        """Set ``span`` off by its background, the caret at its end, and bring it into view."""
        span = within(span, len(self.text()))
        self._marks.choose(span, self.units())
        end = self.units().to_utf16(span.end)
        self.put_caret(end, end)
        self._paint_marks()

    # ---------------------------------------------------------------- structure and marks

    def show_structure(self, draft: Draft, revision: int | None = None) -> bool:
        """Set faces and indents by the structure of the text; a stale one is dropped.

        While an input method composes, it waits for the end of the composition.
        """
        if (draft.revision if revision is None else revision) != self._revision:
            return False
        self._draft = draft
        if self._is_composing:
            self._waiting_draft, self._waiting_revision = draft, self._revision
            return True
        self._waiting_draft = None
        self._structuring.start(self._iter_structured(draft))
        return True

    def _iter_structured(self, draft: Draft | None) -> Iterator[int]:
        """Give the blocks their styles, a few with each step; what is in sight stays in its place.

        Without a ``draft`` all is body text. When a composition begins the rest waits for its end.
        """
        lines = (self._text if draft is None else draft.text).count("\n") + 1
        styles = _styles_of(draft)
        steps = iter_structured(self.document(), self.highlighter, self.page, styles, lines)
        bar = self.verticalScrollBar()
        while not self._is_composing:
            top = self.cursorForPosition(QPoint(0, 0)) if bar.value() else None
            height = 0 if top is None else self.cursorRect(top).top()
            self._is_formatting = True
            try:
                done = next(steps, None)
            finally:
                self._is_formatting = False
            if done is None:
                return
            if top is not None and (moved := self.cursorRect(top).top() - height):
                bar.setValue(bar.value() + moved)
            yield done
        self._waiting_draft, self._waiting_revision = self._draft, self._revision

    def show_findings(self, findings: Sequence[Finding], revision: int) -> bool:
        """Mark the findings of the text of that revision; stale ones are dropped."""
        if revision != self._revision:
            return False
        self._marks.show(findings, self.units())
        self._paint_marks()
        return True

    def show_hits(self, places: Callable[[Span], Sequence[Span]] | None) -> None:
        """Set off what a search has found wherever it is in sight; None sets nothing off.

        ``places`` gives those that touch a span of the text as it stands.
        """
        self._hits = places
        self._marks_timer.start()

    def clear_chosen(self) -> None:
        """Set no place off any more."""
        self._marks.choose(None, self.units())
        self._paint_marks()

    def set_colours(self, palette: Palette) -> None:
        """Take the colours of paper, desk, ink and marks."""
        super().set_colours(palette)
        self._marks.set_palette(palette)
        self._paint_marks()

    def mark_places(self) -> list[Span]:
        """Return where the marks stand now."""
        units = self.units()
        return [units.span_to_code_points(*place) for place in self._marks.places()]

    def _follow_edit(self, position: int, removed: int, added: int) -> None:
        self._marks.note(position, removed, added)

    def _tell_settled(self) -> None:
        if self._marks.follow():
            self._marks_timer.start()
        super()._tell_settled()

    def _end_waiting(self) -> None:
        if self._waiting_draft is not None:
            self.show_structure(self._waiting_draft, self._waiting_revision)

    def _note_scrolled(self, _value: int) -> None:
        """Mark what came into sight; the timer's own slot would take the value for its interval."""
        self._marks_timer.start()

    def _paint_marks(self) -> None:
        is_empty = self._marks.is_empty and self._hits is None
        if is_empty and not self._has_marks_shown:
            return
        self._has_marks_shown = not is_empty
        shown = self._marks.selections(self.document(), *self.range_in_sight())
        if self._hits is not None:
            hits = self._hits(self.units().span_to_code_points(*self.page_in_sight()))
            places = [self.units().span_to_utf16(one) for one in hits]
            shown = [*hit_selections(self.document(), places, self._palette), *shown]
        self.setExtraSelections(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Shift+Enter begin a paragraph too: a speech has no line breaks within one."""
        self.finish_edits()
        self._was_typed = True
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
            event.accept()
            return
        if event.matches(QKeySequence.StandardKey.Redo):
            self.redo()
            event.accept()
            return
        if event.text() == _ENTER and event.modifiers():
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
            event.accept()
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and step_by_word(self, event):
            event.accept()
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word, and with a third click its paragraph, as in Word."""
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mouseDoubleClickEvent(event)
            return
        self.finish_edits()
        select_word(self, event.position().toPoint())
        self._third_click = (event.timestamp(), event.position().toPoint())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a third click at the same place for the whole paragraph."""
        (when, where), self._third_click = self._third_click, (0, QPoint())
        is_soon = event.timestamp() - when < QApplication.doubleClickInterval()
        place = event.position().toPoint()
        is_near = (place - where).manhattanLength() < QApplication.startDragDistance()
        if is_soon and is_near and event.button() is Qt.MouseButton.LeftButton:
            select_paragraph(self, place)
            event.accept()
        else:
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show our own menu: Qt's knows nothing of this history.

        As in Word the caret goes where the pointer is, so that what is pasted comes there, unless
        it is on what is selected.
        """
        from ui.editor.context_menu import make_editor_menu  # not before it is asked for

        place = self.viewport().mapFromGlobal(event.globalPos())
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            there, cursor = self.cursorForPosition(place), self.textCursor()
            if not cursor.selectionStart() <= there.position() <= cursor.selectionEnd():
                self.setTextCursor(there)
        menu = make_editor_menu(self)
        self.menu_opening.emit(menu, self.position_at(place))
        menu.exec(event.globalPos())
        menu.deleteLater()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text only; a dropped file is for the window to open."""
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste the plain text of the clipboard, cleaned unless it comes from a page like this."""
        from ui.editor.clipboard import is_own_text  # not before something is pasted

        self.finish_edits()
        place = self.textCursor()  # it moves with the text while a long one is cleaned

        def insert(words: str) -> int | None:
            """Return where the words stand now, None where their speech is gone."""
            if place.isNull() or place.document() is not self.document():
                return None
            start = self.units().to_code_point(place.selectionStart())
            self.insert_at(place, words)
            return start

        if is_own_text(source):
            insert(source.text())
        else:
            self.clean_paste(source.text(), insert)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001, N802 - Qt's signature
        """Let Tab walk the open slots while there are any; otherwise it leaves the page.

        Not from under somebody's hands: what is written after the habit of indenting with Tab
        would go to wherever the keys are then.
        """
        if self.walk_slots(backwards=not next):
            return True
        if next and self._came_at != self._revision:
            self._came_at = self._revision
            self.tab_kept.emit()
            return True
        return super().focusNextPrevChild(next)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Note what the text is like when the keys come here."""
        self._came_at = self._revision
        super().focusInEvent(event)

    def walk_slots(self, *, backwards: bool = False) -> bool:
        """Select the next open slot and tell its name; return whether there is one."""
        slot = next_slot(self._text, self.selected_span(), backwards=backwards)
        if slot is not None:
            self.select(slot)
            self.slot_reached.emit(self._text[slot.start + 1 : slot.end - 1])
        return slot is not None


def _styles_of(draft: Draft | None) -> Iterator[LineStyle]:
    return repeat(BODY) if draft is None else iter_line_styles(draft)


def _as_it_is(text: str, insert: Callable[[str], int | None]) -> None:
    insert(text)
