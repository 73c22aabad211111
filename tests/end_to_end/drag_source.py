"""A stand-in for a file manager: a small window from which files are dragged.

Usage: drag_source.py FILE …. The window lies at the lower left of the screen, over all others; what
came of a drag is printed.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QRect, Qt, QUrl
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

PLACE = QRect(10, 690, 160, 60)


class Source(QLabel):
    """Drags the files as soon as the pressed pointer moves."""

    def __init__(self, names: list[str]) -> None:
        super().__init__("\n".join(names))
        self._names = names
        flags = Qt.WindowType
        self.setWindowFlags(flags.FramelessWindowHint | flags.WindowStaysOnTopHint | flags.Tool)
        self.setWindowTitle("drag source")
        self.setGeometry(PLACE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Wait for the pointer to move."""
        event.accept()

    def mouseMoveEvent(self, _event: QMouseEvent) -> None:
        """Drag until the files fall."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(name) for name in self._names])
        drag = QDrag(self)
        drag.setMimeData(mime)
        actions = Qt.DropAction
        print(drag.exec(actions.CopyAction | actions.MoveAction).name, flush=True)  # noqa: T201


if __name__ == "__main__":
    app = QApplication([])
    source = Source(sys.argv[1:])
    source.show()
    sys.exit(app.exec())
