"""Start the window: everything heavy waits until it was painted for the first time."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from ui.context.app_context import AppContext, make_context
from ui.error_reporting.hooks import FaultHandler, install_hooks
from ui.error_reporting.log import close_log, open_log
from ui.main_window.view_commands import scheme_of
from ui.main_window.window import PROGRAM, MainWindow
from ui.main_window.wiring import Wiring
from ui.settings_store.store import SCHEME
from ui.style.stylesheet import apply_style

if TYPE_CHECKING:
    from collections.abc import Sequence


class Program:
    """One run: the application, its window and what connects them."""

    def __init__(self, app: QApplication, paths: Sequence[str]) -> None:
        self.app = app
        self.faults = FaultHandler(self._show_fault)
        self.context: AppContext = make_context(self.faults.handle)
        apply_style(app, scheme_of(self.context.settings.word(SCHEME)))
        self.window = MainWindow(self.context)
        self.wiring = Wiring(self.window, self.context)
        self.wiring.begin(paths)

    def close(self) -> None:
        """End all work."""
        self.wiring.shut_down()

    def _show_fault(self, report: str) -> None:
        from ui.main_window.crash_dialog import CrashDialog

        dialog = CrashDialog(report, self.window)
        dialog.exec()
        dialog.deleteLater()


def make_application() -> QApplication:
    """Return the application with its names and Qt's own words in Chinese."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("jianggao")
    app.setApplicationDisplayName(PROGRAM)
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_zh_CN", folder):
        app.installTranslator(translator)
    return app


def run(paths: list[str]) -> int:
    """Show the window with the first of ``paths`` or the start page; return the exit code."""
    app = make_application()
    program = Program(app, paths)
    open_log(program.context.data_folder)
    install_hooks(program.faults)
    program.window.show()
    try:
        return app.exec()
    finally:
        program.close()
        close_log()
