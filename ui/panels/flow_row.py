"""Small widgets side by side, on a further line where the panel is too narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent


class FlowRow(QWidget):
    """Its height follows its width; a child is never wider than the row, never cut."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 6) -> None:
        super().__init__(parent)
        self._gap = gap
        self._shown: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Show these of the row's children in this order and hide the others."""
        self._shown = list(widgets)
        for child in self.children():
            if isinstance(child, QWidget):
                child.setVisible(child in self._shown)
        self._place(self.width())
        self.updateGeometry()

    def widgets(self) -> list[QWidget]:
        """Return the children shown, in their order."""
        return list(self._shown)

    def hasHeightForWidth(self) -> bool:
        """Return True."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at ``width`` pixels."""
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:
        """Return the size on one line."""
        hints = [widget.sizeHint() for widget in self._shown]
        width = sum(hint.width() + self._gap for hint in hints)
        return QSize(max(width - self._gap, 0), max((hint.height() for hint in hints), default=0))

    def minimumSizeHint(self) -> QSize:
        """Return a small size: the row grows downward."""
        return QSize(40, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the children anew."""
        super().resizeEvent(event)
        self._place(self.width())

    def _place(self, width: int, *, move: bool = True) -> int:
        x = y = line = 0
        for widget in self._shown:
            hint = widget.sizeHint()
            wide = min(hint.width(), max(width, 1))
            if x and x + wide > width:
                x, y, line = 0, y + line + self._gap, 0
            if move:
                widget.setGeometry(x, y, wide, hint.height())
            x += wide + self._gap
            line = max(line, hint.height())
        return y + line
