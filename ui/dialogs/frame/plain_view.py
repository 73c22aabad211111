"""A read-only view of foreign text in which words are marked wherever they stand."""

from __future__ import annotations

from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QTextEdit

from ui.editor.closed_view import ClosedView
from ui.style.palette import current_palette


class PlainView(ClosedView):
    """Shows text and can mark words in it."""

    def show_text(self, text: str, marked: tuple[str, ...] = ()) -> None:
        """Show ``text`` with every occurrence of the words ``marked`` on a tinted ground."""
        self.setPlainText(text)
        marks: list[QTextEdit.ExtraSelection] = []
        for words in dict.fromkeys(one for one in marked if one):
            cursor = self.document().find(words, QTextCursor(self.document()))
            while not cursor.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor = cursor  # type: ignore[attr-defined]  # missing in the stubs
                form = cursor.charFormat()
                form.setBackground(QColor(current_palette().soft_accent))
                form.setForeground(QColor(current_palette().accent))
                mark.format = form  # type: ignore[attr-defined]  # missing in the stubs
                marks.append(mark)
                cursor = self.document().find(words, cursor)
        self.setExtraSelections(marks)
