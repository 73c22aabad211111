"""Catch what nobody caught: exceptions of ours and messages of Qt."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from ui.error_reporting.log import LOG
from ui.error_reporting.report import build_report, summary_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

_QT_LIMIT = 160


class FaultHandler:
    """Logs every fault; shows one report at a time, and each place of failure once."""

    def __init__(self, show: Callable[[str], None]) -> None:
        self._show = show
        self._is_showing = False
        self._known: set[str] = set()

    def handle(self, error: BaseException) -> None:
        """Log ``error`` and show its report; one while another is shown is only logged.

        So is one that was shown before: what fails at every key must not take the keyboard away.
        """
        summary = summary_of(error)
        LOG.write("error", f"fault {summary}")
        if (
            self._is_showing
            or summary in self._known
            or threading.current_thread() is not threading.main_thread()
        ):
            return
        self._is_showing = True
        self._known.add(summary)
        try:
            self._show(build_report(error))
        finally:
            self._is_showing = False

    def excepthook(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Stand in for ``sys.excepthook``."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.handle(error.with_traceback(trace))


def install_hooks(handler: FaultHandler) -> None:
    """Send uncaught exceptions and Qt's messages our way."""
    sys.excepthook = handler.excepthook
    qInstallMessageHandler(log_qt_message)


def log_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Write a message of Qt to the log, cut short; its category says where it comes from."""
    category = getattr(context, "category", None) or "default"
    line = f"qt {category}: {message[:_QT_LIMIT]}"
    if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        LOG.write("error", line)
    elif kind is QtMsgType.QtWarningMsg:
        LOG.write("warning", line)
