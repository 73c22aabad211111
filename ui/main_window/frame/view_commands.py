"""The view and help menus."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from ui.settings_store.store import CONTRAST, SCHEME, SCHEMES
from ui.style.stylesheet import apply_style

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.context.app_context import AppContext
    from ui.main_window.frame.desk import Desk
    from ui.main_window.frame.window import MainWindow


class ViewCommands(QObject):
    """Zoom, panels, colours, help."""

    def __init__(self, window: MainWindow, desk: Desk, context: AppContext) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._context = context
        editor, actions = desk.editor, window.actions_by_id
        slots: dict[str, Callable[[], object]] = {
            "zoom_in": partial(editor.zoom_by, 1),
            "zoom_out": partial(editor.zoom_by, -1),
            "zoom_fit": partial(editor.set_zoom, 0),
            "zoom_actual": partial(editor.set_zoom, 100),
            "show_outline": desk.keep_panel_choice,
            "show_side": desk.keep_panel_choice,
            "go_text": editor.setFocus,
            "go_outline": self._go_outline,
            "go_findings": self._go_findings,
            "go_statistics": self._go_statistics,
            "go_phrases": self._go_phrases,
            "full_screen": self._toggle_full_screen,
            "help": self._show_help,
            "shortcuts": self._show_shortcuts,
            "about": self._show_about,
        }
        actions.connect_actions(slots)
        for name in SCHEMES:
            actions.connect_action(f"scheme_{name}", partial(self.choose_scheme, name))
        scheme = context.settings.word(SCHEME)
        actions[f"scheme_{scheme if scheme in SCHEMES else 'system'}"].setChecked(True)

    def choose_scheme(self, name: str) -> None:
        """Show the window in these colours from now on."""
        self._window.actions_by_id[f"scheme_{name}"].setChecked(True)
        self._context.settings.remember(SCHEME, name)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_style(app, SCHEMES[name], has_contrast=name == CONTRAST)

    def _go_outline(self) -> None:
        self._window.actions_by_id["show_outline"].setChecked(True)
        self._desk.outline_dock.show()
        self._desk.outline.setFocus()

    def _go_findings(self) -> None:
        self._desk.show_panel(self._desk.findings)
        self._desk.findings.setFocus()

    def _go_statistics(self) -> None:
        self._desk.show_panel(self._desk.statistics)
        self._desk.statistics.focus_charts()

    def _go_phrases(self) -> None:
        self._desk.show_panel(self._desk.phrases)
        self._desk.phrases.focus_search()

    def _toggle_full_screen(self) -> None:
        # Only this one state changes: a window that was maximised or not is so again afterwards.
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _show_help(self) -> None:
        """Show the help beside the window, once."""
        from ui.dialogs.program.help import HelpDialog

        dialog = self._window.findChild(HelpDialog) or HelpDialog(self._window)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def _show_shortcuts(self) -> None:
        from ui.dialogs.program.shortcuts import ShortcutsDialog

        dialog = ShortcutsDialog(self._window)
        dialog.exec()
        dialog.deleteLater()

    def _show_about(self) -> None:
        from drafting.version import VERSION
        from ui.dialogs.program.about import AboutDialog

        office = self._context.use_cases.office
        dialog = AboutDialog(VERSION, office.licences(), office.licence_text, self._window)
        dialog.exec()
        dialog.deleteLater()
