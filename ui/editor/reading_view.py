"""A read-only view of a past speech that is marked in places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from ui.editor.closed_view import ClosedView
from ui.editor.utf16 import Utf16Map
from ui.style.palette import current_palette

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.text.span import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A place that is set off; ``is_strong`` by ink and ground, otherwise by its ground alone."""

    span: Span
    is_strong: bool = True


class ReadingView(ClosedView):
    """Shows one text; spans count in its code points."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._text = ""
        self._units = Utf16Map("")
        self._marks: tuple[Mark, ...] = ()

    def show_text(self, text: str, marks: Sequence[Mark] = ()) -> None:
        """Show ``text`` with these places set off."""
        if text != self._text:
            self._text = text
            self._units = Utf16Map(text)
            self.setPlainText(text)
        self._marks = tuple(marks)
        self.show_marks()

    def show_marks(self) -> None:
        """Draw the marks in the colours of the palette that is shown now."""
        palette = current_palette()
        selections: list[QTextEdit.ExtraSelection] = []
        for mark in self._marks:
            one = QTextEdit.ExtraSelection()
            cursor = self._cursor(mark.span)
            form = cursor.charFormat()
            form.setBackground(QColor(palette.soft_accent))
            if mark.is_strong:
                form.setBackground(QColor(palette.selection))
                form.setForeground(QColor(palette.accent))
            one.cursor, one.format = cursor, form  # type: ignore[attr-defined]  # missing in the stubs
            selections.append(one)
        self.setExtraSelections(selections)

    def reveal(self, span: Span) -> None:
        """Bring ``span`` to the upper third of the view, the caret before it."""
        cursor = self._cursor(span)
        cursor.setPosition(cursor.selectionStart())
        self.setTextCursor(cursor)
        place = self.cursorRect().top() - self.viewport().height() // 3
        step = max(self.fontMetrics().lineSpacing(), 1)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + place // step)

    def text(self) -> str:
        """Return the text shown."""
        return self._text

    def marks(self) -> tuple[Mark, ...]:
        """Return what is set off."""
        return self._marks

    def chosen_passage(self) -> str:
        """Return what is selected, or the paragraph at the caret."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return cursor.block().text().strip()
        span = self._units.span_to_code_points(cursor.selectionStart(), cursor.selectionEnd())
        return span.of(self._text).strip("\n")

    def select(self, span: Span) -> None:
        """Select ``span``."""
        self.setTextCursor(self._cursor(span))

    def _cursor(self, span: Span) -> QTextCursor:
        cursor = QTextCursor(self.document())
        start, end = self._units.span_to_utf16(span)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor
