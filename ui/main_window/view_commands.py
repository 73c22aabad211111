"""The view, layout and help menus."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QApplication, QMenu

from ui.settings_store.store import CONTRAST, SCHEME, SCHEMES
from ui.style.stylesheet import apply_style

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafting.model.layout import PageLayout
    from ui.context.app_context import AppContext
    from ui.main_window.desk import Desk
    from ui.main_window.output_session import OutputSession
    from ui.main_window.window import MainWindow

_PINYIN = (("照讲话人的习惯", None), ("注音", True), ("不注音", False))
_PINYIN_TOLD = {
    None: "导出和打印时是否注音，照单位档案中讲话人的习惯。",
    True: "导出和打印时，在生僻字、本单位读音和人名上方注音。",
    False: "导出和打印时不注音。",
}


class ViewCommands(QObject):
    """Zoom, panels, colours, layout, help."""

    def __init__(
        self, window: MainWindow, desk: Desk, output: OutputSession, context: AppContext
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._output = output
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
        actions.layouts_menu.aboutToShow.connect(self._fill_layouts)
        self._show_layout(editor.page.layout)

    def _show_layout(self, layout: PageLayout) -> None:
        self._window.actions_by_id.layouts_button.setText(f"版式：{layout.name}")
        measure = f"{layout.lines_per_page}×{layout.characters_per_line}"
        self._desk.status_line.show_layout(f"{layout.name} {measure}")

    def _fill_layouts(self) -> None:
        from drafting.workspace.layouts import list_layouts

        menu = self._window.actions_by_id.layouts_menu
        if not menu.isEmpty():
            return
        group = QActionGroup(menu)
        for layout in list_layouts().found:
            action = menu.addAction(layout.name)
            action.setCheckable(True)
            action.setChecked(layout.id == self._output.layout_id)
            action.triggered.connect(partial(self._choose_layout, layout))
            group.addAction(action)
        menu.addSeparator()
        menu.addMenu(self._pinyin_menu(menu))
        own = menu.addAction("改版式…")
        own.setToolTip("复制一份版式，改边距、字体、字号")
        own.triggered.connect(lambda _checked=False: self._show_layouts())

    def _pinyin_menu(self, parent: QMenu) -> QMenu:
        """Return the choice of pinyin above rare characters and names."""
        menu = QMenu("注音(&Y)", parent)
        group = QActionGroup(menu)
        for words, wish in _PINYIN:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(self._output.has_pinyin is wish)
            action.triggered.connect(partial(self._choose_pinyin, wish))
            group.addAction(action)
        return menu

    def _choose_pinyin(self, wish: bool | None, _checked: bool = True) -> None:  # noqa: FBT001, FBT002
        """Export and preview with pinyin, without it, or as the speaker wants it."""
        self._output.has_pinyin = wish
        self._desk.status_line.show_message(_PINYIN_TOLD[wish])

    def _show_layouts(self) -> None:
        from drafting.workspace.layouts import list_layouts
        from ui.context.snapshot import TextSnapshot
        from ui.dialogs.layouts_dialog import LayoutsDialog

        editor = self._desk.editor
        draft = self._context.use_cases.parse(TextSnapshot(editor.text(), editor.revision))
        dialog = LayoutsDialog(draft, self._window)
        dialog.exec()
        dialog.deleteLater()
        self._window.actions_by_id.layouts_menu.clear()
        found = {one.id: one for one in list_layouts().found}
        shown = self._desk.editor.page.layout
        layout = found.get(shown.id, found["official"])
        if layout != shown:
            self._choose_layout(layout)

    def _choose_layout(self, layout: PageLayout, _checked: bool = True) -> None:  # noqa: FBT001, FBT002
        """Show the page, export and preview in this layout."""
        self._output.layout_id = layout.id
        self._desk.editor.set_layout(layout)
        self._show_layout(layout)

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

    def _toggle_full_screen(self) -> None:
        # Only this one state changes: a window that was maximised or not is so again afterwards.
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _show_help(self) -> None:
        """Show the help beside the window, once."""
        from ui.dialogs.help_dialog import HelpDialog

        dialog = self._window.findChild(HelpDialog) or HelpDialog(self._window)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def _show_shortcuts(self) -> None:
        from ui.main_window.shortcuts_dialog import ShortcutsDialog

        dialog = ShortcutsDialog(self._window)
        dialog.exec()
        dialog.deleteLater()

    def _show_about(self) -> None:
        from drafting.version import VERSION
        from ui.dialogs.about_dialog import AboutDialog

        office = self._context.use_cases.office
        dialog = AboutDialog(VERSION, office.licences(), office.licence_text, self._window)
        dialog.exec()
        dialog.deleteLater()
