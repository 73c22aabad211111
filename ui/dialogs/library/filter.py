"""What narrows the list of past speeches: words, kind, year, speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.models.speech_boxes import SpeechBoxes
from ui.style.search_line import SearchLine

if TYPE_CHECKING:
    from ui.models.speech_model import SpeechChoice


class LibraryFilter(QWidget):
    """Emits ``changed`` whenever the list must be narrowed otherwise."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("筛选讲话")
        self.words = SearchLine(self)
        self.words.setPlaceholderText("标题、场合、讲话人")
        self.words.setAccessibleName("按标题、场合、讲话人筛选")
        self.words.setToolTip("几个词之间空一格，都要有")
        self.words.textChanged.connect(self.changed)
        self.boxes = SpeechBoxes(self)
        self.boxes.changed.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.boxes, 1)

    def choice(self) -> SpeechChoice:
        """Return what is chosen."""
        return self.boxes.choice(self.words.text().strip())
