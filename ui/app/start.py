"""Start the window: everything that is not seen first waits until it was painted once."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTimer, QTranslator, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from drafting.files.folders import user_data_folder
from ui.app.single_instance import RequestWatch, SingleInstance
from ui.context.app_context import AppContext, make_context
from ui.error_reporting.hooks import FaultHandler, install_hooks
from ui.error_reporting.log import LOG
from ui.main_window.frame.window import PROGRAM, MainWindow
from ui.settings_store.store import CONTRAST, REOPEN, SCHEME, SCHEMES
from ui.style.stylesheet import HAS_STYLE, STYLE, apply_style

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.app.quiet_collector import QuietCollector
    from ui.main_window.wiring import Wiring


_LATER_MS = 500
# Reading a picture loads all of Qt's readers: in a turn of its own, behind the one that is ready.
_ICON_MS = 20
# A thread of ours that reckons gives the interpreter back within so many seconds: a key asks for
# it some twenty times, and Python's own 5 ms would hold up each.
_SWITCH_SECONDS = 0.0002


class Program(QObject):
    """One run: the window, and after its first paint the desk and all that connects them.

    ``usable`` is emitted when the window takes orders and a page can be written on, ``ready``
    when everything is built and connected.
    """

    usable = Signal()
    ready = Signal()

    def __init__(self, app: QApplication, paths: Sequence[str]) -> None:
        super().__init__(app)
        sys.setswitchinterval(_SWITCH_SECONDS)
        self.faults = FaultHandler(self._show_fault)
        self.context: AppContext = make_context(self.faults.handle)
        self._paths = list(paths) or self._left_open()
        scheme = self.context.settings.word(SCHEME)
        apply_style(app, SCHEMES.get(scheme), has_contrast=scheme == CONTRAST)
        self.window = MainWindow(self.context.settings)
        self._app = app
        self._collector: QuietCollector | None = None
        self.wiring: Wiring | None = None
        if not self._paths:
            self.window.show_start_page()
        self.window.first_painted.connect(partial(QTimer.singleShot, 0, self, self._build))

    def close(self) -> None:
        """End all work."""
        if self._collector is not None:
            self._collector.end()
        if self.wiring is not None:
            self.wiring.shut_down()
        else:
            self.context.shut_down()

    def _left_open(self) -> list[str]:
        """Return the draft of the last run, if it is to be taken up and still there."""
        settings = self.context.settings
        path = settings.left_open() if settings.flag(REOPEN) else None
        return [str(path)] if path is not None and path.exists() else []

    def _build(self) -> None:
        from ui.main_window.wiring import Wiring

        self.wiring = Wiring(self.window, self.context)
        self.wiring.completed.connect(self._finish)
        self.wiring.begin(self._paths)
        self.usable.emit()

    def _finish(self) -> None:
        from ui.app.quiet_collector import QuietCollector

        self.requests = RequestWatch(self.context.data_folder, self)
        self.requests.asked.connect(self._answer)
        self.ready.emit()
        QTimer.singleShot(_ICON_MS, self, _give_icon)
        self._collector = QuietCollector(self._app, self)
        if self.wiring is not None:
            self.wiring.desk.editor.caret_settled.connect(self._collector.put_off)

    def _answer(self, paths: list[str]) -> None:
        """Show the window and open what another start of the program was given."""
        if QApplication.activeModalWidget() is not None:  # a question is open: first that
            QTimer.singleShot(_LATER_MS, self, partial(self._answer, paths))
            return
        window = self.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        if paths and self.wiring is not None:
            self.wiring.document.open_path(Path(paths[0]))

    def _show_fault(self, report: str) -> None:
        from ui.dialogs.program.crash import CrashDialog

        dialog = CrashDialog(report, self.window)
        dialog.exec()
        dialog.deleteLater()


def _give_icon() -> None:
    """Give every window the program's icon: Windows would show that of the Python that runs it."""
    from PySide6.QtGui import QIcon

    from resources import resource_path

    QGuiApplication.setWindowIcon(QIcon(str(resource_path("icons") / "jianggao.ico")))


def make_application() -> QApplication:
    """Return the application with its names and Qt's own words in Chinese."""
    app = QApplication([*sys.argv[:1], "-style", STYLE])
    app.setProperty(HAS_STYLE, True)  # noqa: FBT003 - Qt's signature
    app.setApplicationName("jianggao")
    app.setApplicationDisplayName(PROGRAM)
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_zh_CN", folder):
        app.installTranslator(translator)
    return app


def run(paths: list[str], watch: Callable[[Program], None] | None = None) -> int:
    """Show the window with the first of ``paths`` or the start page; return the exit code.

    Where the program already runs for the same data folder, that one is asked instead.
    ``watch`` is given the program before its window is shown.
    """
    paths = [str(Path(one).absolute()) for one in paths]
    instance = SingleInstance(user_data_folder())
    if not instance.is_first() and instance.hand_over(paths):
        return 0
    app = make_application()
    program = Program(app, paths)
    LOG.open(program.context.data_folder)
    install_hooks(program.faults)
    if watch is not None:
        watch(program)
    program.window.show()
    try:
        return app.exec()
    finally:
        program.close()
        instance.release()
        LOG.close()
