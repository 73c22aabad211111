"""A list to filter by: says in one word what it filters while nothing is chosen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QWidget

_SPARE = 2  # beside the words, where Qt draws none
_COMBO = QStyle.ComplexControl.CC_ComboBox
_WORDS = QStyle.SubControl.SC_ComboBoxEditField


class FilterBox(QComboBox):
    """The first entry, 全部…, filters nothing; closed, the box then says ``name`` alone.

    It is never narrower than its name; what is longer ends with an ellipsis.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setAccessibleName(f"按{name}筛选")
        self.setToolTip(f"只看某一{name}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(len(name))
        self.addItem(f"全部{name}", "")

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Put the words that are shown into ``option``, whole or with an ellipsis."""
        super().initStyleOption(option)
        words = self.currentText() if self.currentIndex() > 0 else self._name
        cut = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(words, cut, self._room(option))
        option.currentText = shown  # type: ignore[attr-defined]  # missing in the stubs

    def shown_words(self) -> str:
        """Return what the closed box says."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return str(option.currentText)  # type: ignore[attr-defined]  # missing in the stubs

    def minimumSizeHint(self) -> QSize:
        """Return the size that shows the name whole; Qt's own leaves room for an icon too."""
        option = QStyleOptionComboBox()
        super().initStyleOption(option)
        frame = self.width() - self._room(option)
        width = frame + self.fontMetrics().horizontalAdvance(self._name) + 1
        return QSize(width, super().minimumSizeHint().height())

    def _room(self, option: QStyleOptionComboBox) -> int:
        return self.style().subControlRect(_COMBO, option, _WORDS, self).width() - _SPARE
