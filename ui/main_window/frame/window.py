"""The frame of the main window: menus, toolbar, the place for page and start page, closing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from ui.actions.action_set import ActionSet
from ui.models.dropped_files import taken_files
from ui.models.secrets_notice import SECRETS_NOTICE
from ui.panels.start_page import StartPage
from ui.settings_store.store import NOTICE_READ
from ui.style.stylesheet import dressed_signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import (
        QCloseEvent,
        QDragEnterEvent,
        QDropEvent,
        QKeyEvent,
        QPaintEvent,
        QResizeEvent,
    )

    from ui.settings_store.store import SettingsStore

PROGRAM = "讲稿"
_FIRST_SIZE = QSize(1366, 768)


class MainWindow(QMainWindow):
    """What can be painted first; the desk is built into it afterwards.

    ``first_painted`` is emitted once, after the first paint; ``ask_to_leave`` is called with a
    function that closes the window for good.
    """

    first_painted = Signal()
    files_dropped = Signal(list)
    palette_changed = Signal()
    closing = Signal()
    resized = Signal()

    def __init__(self, settings: SettingsStore) -> None:
        super().__init__()
        self._settings = settings
        self._is_painted = False
        self._is_closing = False
        self.ask_to_leave: Callable[[Callable[[], None]], None] = lambda then: then()
        self.setObjectName("main")
        self.setWindowTitle(PROGRAM)
        self.setAcceptDrops(True)
        self.actions_by_id = ActionSet(self)
        self.actions_by_id.fill_menus(self.menuBar())
        self.toolbar = self.actions_by_id.make_toolbar(self)
        self.addToolBar(self.toolbar)
        self.actions_by_id.allow_draft_actions(allowed=False)
        self.centre = QStackedWidget(self)
        self._empty_desk = QWidget(self)
        self._empty_desk.setProperty("role", "desk")
        self._empty_desk.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.centre.addWidget(self._empty_desk)
        self.setCentralWidget(self.centre)
        self.start_page: StartPage | None = None
        dressed_signal().connect(self.palette_changed)
        self._restore_geometry(settings.geometry("place"))

    def show_start_page(self) -> StartPage:
        """Show the start page and return it."""
        if self.start_page is None:
            self.start_page = StartPage(self)
            self._fill_start_page(self.start_page)
            self.centre.addWidget(self.start_page)
        self.centre.setCurrentWidget(self.start_page)
        self.start_page.setFocus()
        self.setWindowTitle(PROGRAM)
        return self.start_page

    def _fill_start_page(self, page: StartPage) -> None:
        """Say once what no program can do for state secrets, and offer the files of last time."""
        if not self._settings.flag(NOTICE_READ):
            page.show_notice(SECRETS_NOTICE)
        page.show_recent([str(path) for path in self._settings.recent_files()])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell when the window was first painted."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell of another size."""
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead back to the page with Escape, where nobody nearer to the keys has a use for it."""
        if event.key() == Qt.Key.Key_Escape:
            self.actions_by_id["go_text"].trigger()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when nothing unsaved would be lost."""
        if not self._is_closing:
            self.ask_to_leave(self._close_for_good)
            event.ignore()
            return
        self._settings.remember_geometry("place", self.saveGeometry())
        self.closing.emit()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        taken_files(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on the files that were dropped."""
        paths = taken_files(event)
        if paths:
            # What is asked then must not keep the other program's hand on the files.
            QTimer.singleShot(0, self, lambda: self.files_dropped.emit(paths))

    def _close_for_good(self) -> None:
        self._is_closing = True
        # Not from within the close event that may have led here.
        QTimer.singleShot(0, self.close)

    def _restore_geometry(self, place: QByteArray | None) -> None:
        """Take the last place, or a good size; never larger than the screen."""
        room = self.screen().availableGeometry()
        if place is None or not self.restoreGeometry(place):
            self.resize(_FIRST_SIZE.boundedTo(room.size()))
            if room.width() <= _FIRST_SIZE.width():
                self.setWindowState(Qt.WindowState.WindowMaximized)
        elif not self.isMaximized() and not room.contains(self.geometry()):
            self.resize(self.size().boundedTo(room.size()))
            self.move(room.topLeft())
