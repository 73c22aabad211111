"""What narrows the list of past speeches: words, kind, year, speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from ui.models.speech_model import SpeechChoice

if TYPE_CHECKING:
    from collections.abc import Callable

_FIELDS = (("kind", "种类"), ("year", "年份"), ("speaker", "讲话人"))


class LibraryFilter(QWidget):
    """Emits ``changed`` whenever the list must be narrowed otherwise."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("筛选讲话")
        self.words = QLineEdit(self)
        self.words.setPlaceholderText("题目、场合、讲话人")
        self.words.setAccessibleName("按题目、场合、讲话人筛选")
        self.words.setToolTip("几个词之间空一格，都要有")
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        self.boxes: dict[str, QComboBox] = {}
        for field, name in _FIELDS:
            box = QComboBox(self)
            box.setAccessibleName(f"按{name}筛选")
            box.setToolTip(f"只看某一{name}")
            box.setMinimumContentsLength(5)
            box.addItem(f"全部{name}", "")
            box.currentIndexChanged.connect(self.changed)
            self.boxes[field] = box
            row.addWidget(box)

    def offer(self, values_of: Callable[[str], list[str]]) -> None:
        """Offer the values that the library has; what was chosen stays."""
        for field, box in self.boxes.items():
            chosen = box.currentData()
            box.blockSignals(True)  # noqa: FBT003 - Qt's own
            while box.count() > 1:
                box.removeItem(1)
            for value in values_of(field):
                box.addItem(value, value)
            box.setCurrentIndex(max(box.findData(chosen), 0))
            box.blockSignals(False)  # noqa: FBT003 - Qt's own
        self.changed.emit()

    def choice(self) -> SpeechChoice:
        """Return what is chosen."""
        boxes = {field: box.currentData() or "" for field, box in self.boxes.items()}
        return SpeechChoice(self.words.text().strip(), **boxes)
