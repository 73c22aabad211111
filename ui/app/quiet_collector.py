"""Python's search for garbage, done while nobody waits for the window."""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_QUIET_MS = 5_000
# Searches of what is young since the last full one: so many are worth another.
_DUE = 10
# By itself not before hours of writing without a pause, or half a million objects more.
_AT_LAST = 80
_FELT_SECONDS = 0.03


class QuietCollector(QObject):
    """Looks through all objects when a window is left for another or nothing is written.

    Python does so by itself whenever there are a quarter more of them, in the middle of any work:
    with the structure, findings and hits of a very long speech that took 60 to 160 ms in which no
    key was answered. Hardly anything is found there; what is young is searched as ever.
    """

    def __init__(self, app: QApplication, parent: QObject) -> None:
        """Begin; what stands already is never looked through again."""
        super().__init__(parent)
        self._app = app
        self._usual = gc.get_threshold()
        self._is_felt = False
        gc.freeze()
        gc.set_threshold(*self._usual[:2], _AT_LAST)
        gc.enable()
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._note_quiet)
        app.applicationStateChanged.connect(self._note_state)
        app.focusWindowChanged.connect(self._note_quiet)

    def put_off(self) -> None:
        """Wait: somebody writes."""
        self._quiet.start()

    def end(self) -> None:
        """Let Python collect as it likes again."""
        self._quiet.stop()
        self._app.applicationStateChanged.disconnect(self._note_state)
        self._app.focusWindowChanged.disconnect(self._note_quiet)
        gc.set_threshold(*self._usual)

    def _note_state(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationInactive:
            self._collect()

    def _note_quiet(self) -> None:
        """Collect at a pause, or when a dialog comes or goes, which leave most of the garbage."""
        if not self._is_felt:  # else not before the window of another program is in front
            self._collect()

    def _collect(self) -> None:
        if gc.get_count()[2] < _DUE:
            return
        begun = time.thread_time()  # a busy machine is slow by itself
        gc.collect()
        self._is_felt = time.thread_time() - begun > _FELT_SECONDS
