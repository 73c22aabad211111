"""A read-only view of foreign text: plain, and closed to anything a text may name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QImage, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from ui.style.palette import current_palette

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl


class PlainView(QPlainTextEdit):
    """Shows text and can mark words in it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)

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

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: ARG002 - Qt's signature
        """Return an empty picture: nothing that a text names is opened."""
        return QImage()
