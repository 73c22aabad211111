"""The main window: menus, toolbar, outline, page, side tabs, status line, and nothing clever."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow, QStackedWidget, QTabWidget, QWidget

from drafting.pagination.layout_files import load_layout
from ui.actions.action_set import ActionSet
from ui.editor.speech_editor import SpeechEditor
from ui.panels.findings_panel import FindingsPanel
from ui.panels.outline_panel import OutlinePanel
from ui.panels.phrases_panel import PhrasesPanel
from ui.panels.start_page import StartPage
from ui.panels.status_line import StatusLine
from ui.settings_store.store import SHOW_OUTLINE, SHOW_SIDE, ZOOM
from ui.style.palette import current_palette

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent

    from ui.context.app_context import AppContext

PROGRAM = "讲稿"
_OUTLINE_WIDTH = 240
_SIDE_WIDTH = 368
_FIRST_SIZE = QSize(1366, 768)


class MainWindow(QMainWindow):
    """Holds the parts; ``wiring`` connects them.

    ``first_painted`` is emitted once, after the window was painted for the first time;
    ``close_asked`` carries a function that closes the window for good.
    """

    first_painted = Signal()
    files_dropped = Signal(list)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
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
        self.editor = SpeechEditor(load_layout("official"), self)
        self.editor.set_zoom(context.settings.number(ZOOM))
        self.start_page: StartPage | None = None
        self.centre = QStackedWidget(self)
        self.centre.addWidget(self.editor)
        self.setCentralWidget(self.centre)
        self.outline = OutlinePanel(self)
        self.phrases = PhrasesPanel(self)
        self.findings = FindingsPanel(self)
        self.tabs = self._make_tabs()
        self.outline_dock = self._add_dock("提纲", self.outline, at_left=True)
        self.side_dock = self._add_dock("素材与问题", self.tabs, at_left=False)
        self.status_line = StatusLine(self)
        self.setStatusBar(self.status_line)
        self._restore()
        self.apply_palette()

    # ---------------------------------------------------------------- what is shown

    @property
    def shows_draft(self) -> bool:
        """Return whether the page is shown and not the start page."""
        return self.centre.currentWidget() is self.editor

    def show_draft(self) -> None:
        """Show the page with its panels."""
        self.centre.setCurrentWidget(self.editor)
        self._show_panels(shown=True)
        self.editor.setFocus()

    def show_start_page(self) -> StartPage:
        """Show the start page alone and return it."""
        if self.start_page is None:
            self.start_page = StartPage(self)
            self.centre.addWidget(self.start_page)
        self.centre.setCurrentWidget(self.start_page)
        self._show_panels(shown=False)
        self.setWindowTitle(PROGRAM)
        return self.start_page

    def show_panel(self, panel: QWidget) -> None:
        """Bring one of the side tabs to the front."""
        self.actions_by_id["show_side"].setChecked(True)
        self.side_dock.show()
        self.tabs.setCurrentWidget(panel)

    def show_finding_count(self, count: int) -> None:
        """Show the number of findings on their tab."""
        words = f"问题 {count}" if count else "问题"
        self.tabs.setTabText(self.tabs.indexOf(self.findings), words)

    def keep_panel_choice(self) -> None:
        """Show or hide the two docks as their actions say, and remember it."""
        outline = self.actions_by_id["show_outline"].isChecked()
        side = self.actions_by_id["show_side"].isChecked()
        self.outline_dock.setVisible(outline and self.shows_draft)
        self.side_dock.setVisible(side and self.shows_draft)
        self._context.settings.remember(SHOW_OUTLINE, outline)
        self._context.settings.remember(SHOW_SIDE, side)

    def apply_palette(self) -> None:
        """Take the colours of the application's palette for what is painted by hand."""
        self.editor.set_colours(current_palette())

    # ---------------------------------------------------------------- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell when the window was first painted."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change between light and dark."""
        super().changeEvent(event)
        if event.type() is event.Type.PaletteChange and hasattr(self, "side_dock"):
            self.apply_palette()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when nothing unsaved would be lost."""
        if not self._is_closing:
            self.ask_to_leave(self._close_for_good)
            event.ignore()
            return
        self._remember()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the files that were dropped."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    def _close_for_good(self) -> None:
        self._is_closing = True
        # Not from within the close event that may have led here.
        QTimer.singleShot(0, self.close)

    # ---------------------------------------------------------------- inside

    def _make_tabs(self) -> QTabWidget:
        tabs = QTabWidget(self)
        tabs.setDocumentMode(True)
        tabs.setAccessibleName("素材与问题")
        tabs.addTab(self.phrases, "素材")
        tabs.addTab(self.findings, "问题")
        tabs.setCurrentWidget(self.findings)
        return tabs

    def _add_dock(self, title: str, content: QWidget, *, at_left: bool) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName(title)
        dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        dock.setTitleBarWidget(QWidget(dock))  # each panel says itself what it is
        dock.setWidget(content)
        areas = Qt.DockWidgetArea
        self.addDockWidget(areas.LeftDockWidgetArea if at_left else areas.RightDockWidgetArea, dock)
        return dock

    def _show_panels(self, *, shown: bool) -> None:
        actions = self.actions_by_id
        actions.allow_draft_actions(allowed=shown)
        self.outline_dock.setVisible(shown and actions["show_outline"].isChecked())
        self.side_dock.setVisible(shown and actions["show_side"].isChecked())
        self.status_line.setVisible(shown)

    def _restore(self) -> None:
        settings = self._context.settings
        self.actions_by_id["show_outline"].setChecked(settings.flag(SHOW_OUTLINE))
        self.actions_by_id["show_side"].setChecked(settings.flag(SHOW_SIDE))
        state = settings.geometry("panels")
        self.resizeDocks(
            [self.outline_dock, self.side_dock],
            [_OUTLINE_WIDTH, _SIDE_WIDTH],
            Qt.Orientation.Horizontal,
        )
        if not state.isEmpty():
            self.restoreState(state)
        self._restore_geometry(settings.geometry("place"))

    def _restore_geometry(self, place: QByteArray) -> None:
        """Take the last place, or a good size; never larger than the screen."""
        room = self.screen().availableGeometry()
        if place.isEmpty() or not self.restoreGeometry(place):
            self.resize(_FIRST_SIZE.boundedTo(room.size()))
            if room.width() <= _FIRST_SIZE.width():
                self.setWindowState(Qt.WindowState.WindowMaximized)
        elif not self.isMaximized() and not room.contains(self.geometry()):
            self.resize(self.size().boundedTo(room.size()))
            self.move(room.topLeft())

    def _remember(self) -> None:
        settings = self._context.settings
        settings.remember_geometry("place", self.saveGeometry())
        if self.shows_draft:
            settings.remember_geometry("panels", self.saveState())
        settings.remember(ZOOM, self.editor.wanted_zoom)
