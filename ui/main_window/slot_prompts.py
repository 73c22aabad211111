"""Says what goes into the open slot that the writer has come to, as its template puts it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from ui.context.app_context import AppContext
    from ui.editor.speech_editor import SpeechEditor
    from ui.main_window.document_session import DocumentSession


class SlotPrompts(QObject):
    """``told`` carries a sentence for the status line."""

    told = Signal(str)

    def __init__(self, editor: SpeechEditor, session: DocumentSession, context: AppContext) -> None:
        super().__init__(editor)
        self._session, self._context = session, context
        editor.slot_reached.connect(self._ask)

    def _ask(self, slot: str) -> None:
        known = self._session.particulars
        if known is not None and known.template is not None:
            self._context.jobs.run(
                partial(self._context.use_cases.slot_prompt, known.template, slot),
                partial(self._tell, slot),
                self._be_silent,
            )

    def _tell(self, slot: str, prompt: str) -> None:
        if prompt:
            self.told.emit(f"{slot}：{prompt}")

    def _be_silent(self, error: Exception) -> None:
        """Say nothing: a hint that is missing stops nobody."""
