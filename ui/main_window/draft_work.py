"""What every session needs that works at the open draft, held once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from ui.context.app_context import AppContext
    from ui.editor.speech_editor import SpeechEditor
    from ui.main_window.document_session import DocumentSession
    from ui.main_window.window import MainWindow


class DraftPlace(NamedTuple):
    """Where a draft is worked at: the window, its page, the draft that is open, the context."""

    window: MainWindow
    editor: SpeechEditor
    session: DocumentSession
    context: AppContext


class DraftWork(QObject):
    """One thing that is done with the open draft; ``told`` is a sentence for the status line."""

    told = Signal(str)

    def __init__(self, place: DraftPlace) -> None:
        super().__init__(place.window)
        self._window = place.window
        self._editor = place.editor
        self._session = place.session
        self._context = place.context
