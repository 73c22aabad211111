"""What stands around and on the desk: page, outline, side tabs, status line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QWidget

from drafting.pagination.layout_files import load_layout
from ui.editor.speech_editor import SpeechEditor
from ui.panels.search_box import SearchBox
from ui.panels.status_line import StatusLine
from ui.settings_store.store import SHOW_OUTLINE, SHOW_SIDE, ZOOM
from ui.style.palette import current_palette

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QTabWidget

    from ui.context.app_context import AppContext
    from ui.main_window.frame.window import MainWindow
    from ui.panels.findings_panel import FindingsPanel
    from ui.panels.outline_panel import OutlinePanel
    from ui.panels.overlap_panel import OverlapPanel
    from ui.panels.phrases_panel import PhrasesPanel
    from ui.panels.search_panel import SearchPanel
    from ui.panels.statistics_panel import StatisticsPanel

_OUTLINE_WIDTH = 240
_SIDE_WIDTH = 368
_NARROW_SIDE = 280
# In a window narrower than this the panels make room, so that whole lines of the page are seen.
_NARROW = 1100
_TIGHT = "tight"


class Desk(QObject):
    """Builds the page into the window (after its first paint), then the panels around it.

    The docks have their place from the beginning, so that the page does not move when the panels
    come; those are there after all of :meth:`steps`, in this order.
    """

    outline: OutlinePanel
    tabs: QTabWidget
    phrases: PhrasesPanel
    findings: FindingsPanel
    overlap: OverlapPanel
    search: SearchPanel
    statistics: StatisticsPanel

    def __init__(self, window: MainWindow, context: AppContext) -> None:
        super().__init__(window)
        self._window = window
        self._settings = context.settings
        self._actions = window.actions_by_id
        self._has_panels = False
        self.editor = SpeechEditor(load_layout("official"), window)
        self.editor.is_traceless = context.use_cases.is_traceless
        zoom = self._settings.number(ZOOM)
        if zoom:  # otherwise it fits the window once it is shown
            self.editor.set_zoom(zoom)
        window.centre.addWidget(self.editor)
        self.search_box = SearchBox(window.toolbar)
        self.outline_dock = self._add_dock("提纲", at_left=True)
        self.side_dock = self._add_dock("素材与问题", at_left=False)
        self.status_line = StatusLine(window)
        window.setStatusBar(self.status_line)
        self._restore()
        self._is_narrow = False
        window.resized.connect(self._note_resized)
        self.apply_palette()
        window.palette_changed.connect(self.apply_palette)
        window.closing.connect(self._remember)

    @property
    def is_shown(self) -> bool:
        """Return whether the page is shown and not the start page."""
        return self._window.centre.currentWidget() is self.editor

    def steps(self) -> list[Callable[[], None]]:
        """Return what makes the panels and then shows all, a few milliseconds each."""
        return [
            _load_panels,
            self._build_outline,
            self._build_findings,
            self._build_library,
            self._build_counts,
            self._fill_docks,
        ]

    def _build_outline(self) -> None:
        from ui.main_window.frame.panels import OutlinePanel, make_tabs

        self.outline = OutlinePanel(self._window)
        self.tabs = make_tabs(_TIGHT if self._window.width() < _NARROW else "", self._window)

    def _build_findings(self) -> None:
        from ui.main_window.frame.panels import FindingsPanel

        self.findings = FindingsPanel(self._window)

    def _build_library(self) -> None:
        from ui.main_window.frame.panels import PhrasesPanel, SearchPanel

        self.phrases = PhrasesPanel(self._window)
        self.search = SearchPanel(self._window)

    def _build_counts(self) -> None:
        from ui.main_window.frame.panels import OverlapPanel, StatisticsPanel

        self.overlap = OverlapPanel(self._window)
        self.statistics = StatisticsPanel(self._window)

    def _fill_docks(self) -> None:
        """Put all panels into the docks at once, so that nothing moves twice."""
        self.tabs.addTab(self.findings, "问题")
        self.tabs.insertTab(0, self.phrases, "素材")
        self.tabs.addTab(self.overlap, "雷同")
        self.tabs.addTab(self.search, "检索")
        self.tabs.addTab(self.statistics, "统计")
        self.outline_dock.setWidget(self.outline)
        self.side_dock.setWidget(self.tabs)
        self._has_panels = True
        self._share_width()

    def show(self) -> None:
        """Show the page with its panels."""
        self._show_tabs_of_draft(shown=True)
        # The panels first, so that the page is laid out once, for the room that they leave it.
        self._show_panels(shown=True)
        # At once; asking for the layout would make PySide build every type of layout there is.
        QCoreApplication.sendEvent(self._window, QEvent(QEvent.Type.LayoutRequest))
        self._window.centre.setCurrentWidget(self.editor)
        QTimer.singleShot(0, self, self._share_width)
        self.editor.setFocus()

    def hide(self) -> None:
        """Hide the panels: the start page stands alone."""
        self._show_panels(shown=False)

    def show_panel(self, panel: QWidget) -> None:
        """Bring one of the side tabs to the front."""
        self._actions["show_side"].setChecked(True)
        self.side_dock.show()
        self.tabs.setCurrentWidget(panel)

    def show_search(self) -> None:
        """Bring the search of the library to the front; beside the start page it stands alone."""
        if self.is_shown:
            self.show_panel(self.search)
        else:
            self.tabs.setCurrentWidget(self.search)
            self._show_tabs_of_draft(shown=False)
            self.side_dock.show()

    def _show_tabs_of_draft(self, *, shown: bool) -> None:
        """Show or hide the tabs that have to do with a draft, as far as they are there."""
        if not self._has_panels:
            return
        self.search.allow_insert(allowed=shown)
        for number in range(self.tabs.count()):
            self.tabs.setTabVisible(number, shown or self.tabs.widget(number) is self.search)

    def show_finding_count(self, count: int) -> None:
        """Show the number of findings, open slots aside, on their tab."""
        self._show_count(self.findings, "问题", count)

    def show_overlap_count(self, count: int) -> None:
        """Show the number of copied passages on their tab."""
        self._show_count(self.overlap, "雷同", count)

    def _show_count(self, panel: QWidget, name: str, count: int) -> None:
        self.tabs.setTabText(self.tabs.indexOf(panel), f"{name} {count}" if count else name)

    def keep_panel_choice(self) -> None:
        """Show or hide the two docks as their actions say, and remember it."""
        outline = self._actions["show_outline"].isChecked()
        side = self._actions["show_side"].isChecked()
        self.outline_dock.setVisible(outline and self.is_shown)
        self.side_dock.setVisible(side and self.is_shown)
        self._settings.remember(SHOW_OUTLINE, outline)
        self._settings.remember(SHOW_SIDE, side)

    def apply_palette(self) -> None:
        """Take the colours of the application's palette for what is painted by hand."""
        self.editor.set_colours(current_palette())

    def _note_resized(self) -> None:
        if self.is_shown:
            QTimer.singleShot(0, self, self._share_width)

    def _share_width(self) -> None:
        """Let the panels be narrow in a narrow window, and give them their room back."""
        if not self._has_panels:
            return
        self.search.show_line(shown=not self.search_box.isVisible())
        is_narrow = self._window.width() < _NARROW
        if not self.is_shown:
            return
        self._draw_tabs_tight(is_tight=is_narrow)
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        widths = [_OUTLINE_WIDTH, _SIDE_WIDTH]
        if is_narrow:
            widths = [self.outline.minimumWidth(), _NARROW_SIDE]
        self._resize_panels(widths)

    def _draw_tabs_tight(self, *, is_tight: bool) -> None:
        """Let the names of the tabs stand close, so that all are in sight in a narrow panel."""
        bar, role = self.tabs.tabBar(), _TIGHT if is_tight else ""
        if bar.property("role") == role:
            return  # asking for the style would make PySide build every type of style there is
        bar.setProperty("role", role)
        bar.style().unpolish(bar)
        bar.style().polish(bar)
        bar.updateGeometry()

    def _resize_panels(self, widths: list[int]) -> None:
        docks = [self.outline_dock, self.side_dock]
        self._window.resizeDocks(docks, widths, Qt.Orientation.Horizontal)

    def _add_dock(self, title: str, *, at_left: bool) -> QDockWidget:
        dock = QDockWidget(title, self._window)
        dock.setObjectName(title)
        dock.toggleViewAction().setEnabled(False)  # our own action shows and hides it
        # Each panel says itself what it is. With a layout the title is of no height; it would have
        # none at all without, and the dock no place before its panel comes.
        bar = QWidget(dock)
        QHBoxLayout(bar).setContentsMargins(0, 0, 0, 0)
        dock.setTitleBarWidget(bar)
        dock.hide()
        areas = Qt.DockWidgetArea
        side = areas.LeftDockWidgetArea if at_left else areas.RightDockWidgetArea
        self._window.addDockWidget(side, dock)
        return dock

    def _show_panels(self, *, shown: bool) -> None:
        self._actions.allow_draft_actions(allowed=shown)
        self.outline_dock.setVisible(shown and self._actions["show_outline"].isChecked())
        self.side_dock.setVisible(shown and self._actions["show_side"].isChecked())
        self.status_line.setVisible(shown)

    def _restore(self) -> None:
        self._actions["show_outline"].setChecked(self._settings.flag(SHOW_OUTLINE))
        self._actions["show_side"].setChecked(self._settings.flag(SHOW_SIDE))
        self._resize_panels([_OUTLINE_WIDTH, _SIDE_WIDTH])
        state = self._settings.geometry("panels")
        if state is not None:
            self._window.restoreState(state)

    def _remember(self) -> None:
        if self.is_shown and not self._is_narrow:  # the next window may be wide again
            self._settings.remember_geometry("panels", self._window.saveState())
        self._settings.remember(ZOOM, self.editor.wanted_zoom)


def _load_panels() -> None:
    from ui.main_window.frame import panels

    _ = panels
