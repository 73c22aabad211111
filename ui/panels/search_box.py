"""The search field at the right of the toolbar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolBar, QWidget

from ui.panels.action_keys import with_keys
from ui.style.search_line import SearchLine

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_WIDTH = 240


class SearchBox(SearchLine):
    """Emits ``entered`` when the hits are wanted, ``left`` when the draft is."""

    entered = Signal()
    left = Signal()

    def __init__(self, bar: QToolBar) -> None:
        super().__init__(bar)
        self.setProperty("role", "search")
        self.setPlaceholderText("检索素材库（Ctrl+K）")
        self.setAccessibleName("检索素材库")
        self.setToolTip(with_keys("在以前的讲话里找一句话", "search_library"))
        self.setFixedWidth(_WIDTH)
        self.setEnabled(False)  # until there is somebody who looks
        space = QWidget(bar)
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(space)
        bar.addWidget(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the hits with Enter or the down key, back to the draft with Escape."""
        key = Qt.Key
        if event.key() in (key.Key_Return, key.Key_Enter, key.Key_Down):
            self.entered.emit()
        elif event.key() == key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
