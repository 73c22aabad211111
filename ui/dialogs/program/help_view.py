"""Shows pages of the program's own help; opens nothing but the pictures that lie beside them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

_WIDEST = 580
_LINE_PERCENT = 140
_GAP = 8


class HelpView(QTextBrowser):
    """A page of Markdown; links lead nowhere, pictures come from ``folder`` alone."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self.setAccessibleName("帮助")
        self.setOpenLinks(False)
        self.document().setDocumentMargin(16)

    def show_page(self, markdown: str) -> None:
        """Show a page from its beginning."""
        self.setMarkdown(markdown)
        self._open_up()
        self.verticalScrollBar().setValue(0)

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
        if picture.width() > _WIDEST:
            wide = min(picture.width(), round(_WIDEST * self.devicePixelRatioF()))
            picture = picture.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
            picture.setDevicePixelRatio(wide / _WIDEST)  # as sharp as the screen allows
        return picture
