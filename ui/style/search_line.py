"""A line for words to look for, with a cross that empties it once something is written."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget


class SearchLine(QLineEdit):
    """Has no cross while it is empty.

    The cross is the only picture of the window: a line that had it from the start would load Qt's
    reader of SVG pictures before the first key.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textChanged.connect(self._offer_cross)

    def _offer_cross(self) -> None:
        if self.isClearButtonEnabled():
            return
        self.setProperty("clears", "text")
        self.style().unpolish(self)
        self.style().polish(self)
        self.setClearButtonEnabled(True)
