"""Shows pages of the program's own help; opens nothing but the pictures that lie beside them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_WIDEST = 620
_SIDES = 40
_LINE_PERCENT = 140
_GAP = 8


class HelpView(QTextBrowser):
    """A page of Markdown; links lead nowhere, pictures come from ``folder`` alone."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._markdown = ""
        self.setAccessibleName("帮助")
        self.setOpenLinks(False)
        self.document().setDocumentMargin(16)

    def show_page(self, markdown: str) -> None:
        """Show a page from its beginning."""
        self._markdown = markdown
        self._render()
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pictures to another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._render()

    def _render(self) -> None:
        self.document().clear()  # with the pictures that fitted before
        self.setMarkdown(self._markdown)
        self._open_up()

    def _open_up(self) -> None:
        """Give lines and paragraphs room: Markdown has no say in it."""
        block = self.document().begin()
        while block.isValid():
            form = QTextBlockFormat()
            form.setLineHeight(
                _LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
            )
            form.setBottomMargin(_GAP)
            QTextCursor(block).mergeBlockFormat(form)
            block = block.next()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return a picture of the help, an empty one for anything else."""
        wanted = name.toString() if isinstance(name, QUrl) else name
        if kind != QTextDocument.ResourceType.ImageResource.value or Path(wanted).name != wanted:
            return QImage()
        picture = QImage(str(self._folder / wanted))
        room = min(max(self.viewport().width() - _SIDES, 100), _WIDEST)
        if picture.width() > room:
            smooth = Qt.TransformationMode.SmoothTransformation
            picture = picture.scaledToWidth(room, smooth)
        return picture
