"""Lists to choose kind, year and speaker of past speeches from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.models.filter_box import FilterBox
from ui.models.speech_model import SpeechChoice, values_of
from ui.models.speech_words import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.speech import SpeechRecord

_FIELDS = (("kind", "种类"), ("year", "年份"), ("speaker", "讲话人"))


class SpeechBoxes(QWidget):
    """Emits ``changed`` whenever something else is chosen or offered."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("按种类、年份、讲话人筛选")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.boxes: dict[str, FilterBox] = {}
        for field, name in _FIELDS:
            box = FilterBox(name, self)
            box.currentIndexChanged.connect(self.changed)
            self.boxes[field] = box
            row.addWidget(box, 1)

    def offer(self, records: Sequence[SpeechRecord], *, has_unknown: bool = True) -> None:
        """Offer the values that these speeches have, 未注明 too or not; what was chosen stays."""
        for field, box in self.boxes.items():
            chosen = box.currentData()
            box.blockSignals(True)  # noqa: FBT003 - Qt's own
            while box.count() > 1:
                box.removeItem(1)
            for value in values_of(records, field):
                if has_unknown or value != UNKNOWN:
                    box.addItem(value, value)
            box.setCurrentIndex(max(box.findData(chosen), 0))
            box.view().setMinimumWidth(box.view().sizeHintForColumn(0) + 32)
            box.blockSignals(False)  # noqa: FBT003 - Qt's own
        self.changed.emit()

    def choice(self, words: str = "") -> SpeechChoice:
        """Return what is chosen, together with ``words``."""
        boxes = {field: box.currentData() or "" for field, box in self.boxes.items()}
        return SpeechChoice(words, **boxes)
