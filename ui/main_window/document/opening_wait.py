"""Says that a file is still being read when that takes long, and lets the user give it up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from pathlib import Path

    from ui.dialogs.frame.progress_row import ProgressRow
    from ui.main_window.document.session import DocumentSession
    from ui.main_window.frame.desk import Desk

_PATIENCE_MS = 800
_TIP = "不再等这个文件，回到原来的页面"


class OpeningWait(QObject):
    """Stands in the status line, which is shown for it on the start page too."""

    def __init__(self, desk: Desk, session: DocumentSession) -> None:
        super().__init__(desk)
        self._desk = desk
        self._session = session
        self._row: ProgressRow | None = None
        self._words = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PATIENCE_MS)
        self._timer.timeout.connect(self._show)
        session.opening.connect(self._begin)
        session.opened.connect(self._end)
        session.open_failed.connect(self._end)

    def _begin(self, path: Path) -> None:
        self._words = f"正在打开 {path.name}…"
        self._timer.start()

    def _show(self) -> None:
        line = self._desk.status_line
        if self._row is None:
            from ui.dialogs.frame.progress_row import ProgressRow

            self._row = ProgressRow(line)
            self._row.button.setToolTip(_TIP)
            self._row.stop_chosen.connect(self._session.give_up_opening)
            line.insertWidget(0, self._row)
        line.clearMessage()
        line.show()
        self._row.show_progress(self._words, None)

    def _end(self) -> None:
        self._timer.stop()
        if self._row is not None and not self._row.isHidden():
            self._row.end()
            self._desk.status_line.setVisible(self._desk.is_shown)
