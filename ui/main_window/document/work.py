"""What every session needs that works at the open draft, held once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ui.context.app_context import AppContext
    from ui.editor.speech_editor import SpeechEditor
    from ui.main_window.document.session import DocumentSession
    from ui.main_window.frame.window import MainWindow


class DraftPlace(NamedTuple):
    """Where a draft is worked at: the window, its page, the draft that is open, the context."""

    window: MainWindow
    editor: SpeechEditor
    session: DocumentSession
    context: AppContext


class DraftWork(QObject):
    """One thing that is done with the open draft; ``told`` is a sentence for the status line.

    ``written`` is one on a file that was written, with what may be done next: words and calls.
    """

    told = Signal(str)
    written = Signal(str, object)

    def __init__(self, place: DraftPlace) -> None:
        super().__init__(place.window)
        self._window = place.window
        self._editor = place.editor
        self._session = place.session
        self._context = place.context

    def _tell_written(self, words: str, path: Path, *more: tuple[str, Callable[[], None]]) -> None:
        """Say what was written, and offer to open it in the program that the system has for it."""
        self.written.emit(words, (("打开文件", partial(self._open_written, path)), *more))

    def _open_written(self, path: Path) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        if not path.exists():
            self.told.emit(f"“{path.name}”已不在原处，打不开了。")
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.told.emit(f"本机没有能打开“{path.name}”的程序；文件在 {path.parent}。")
