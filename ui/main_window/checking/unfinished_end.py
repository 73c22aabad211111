"""The end of the text while it is being written: a sentence that is not done yet is no fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from drafting.text.span import Span
    from ui.editor.speech_editor import SpeechEditor

_PAUSE_MS = 4_000


class UnfinishedEnd(QObject):
    """``passed`` when the writer pauses or goes elsewhere after writing at the text's end."""

    passed = Signal()

    def __init__(self, editor: SpeechEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.passed)
        editor.text_settled.connect(self._note_change)
        editor.caret_settled.connect(self._note_caret)

    def covers(self, span: Span) -> bool:
        """Return whether ``span`` reaches the end at which the user is writing just now."""
        return self._timer.isActive() and span.end >= len(self._editor.text().rstrip())

    def pass_now(self) -> None:
        """Wait no longer: the user asks what was found."""
        if self._timer.isActive():
            self._timer.stop()
            self.passed.emit()

    def _note_change(self) -> None:
        if self._editor.textCursor().atEnd():
            self._timer.start()
        else:
            self.pass_now()

    def _note_caret(self) -> None:
        if self._timer.isActive() and not self._editor.textCursor().atEnd():
            self.pass_now()
