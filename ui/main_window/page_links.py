"""What passes between the page, its draft and the window from the beginning on."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.main_window.sessions import Sessions

_CARET_DELAY_MS = 40


class PageLinks(QObject):
    """Connects what is there when the window is shown; the rest is left to the session links."""

    def __init__(self, sessions: Sessions, complete: Callable[[], None]) -> None:
        super().__init__(sessions)
        self._sessions = sessions
        self._complete = complete
        self._window = sessions.window
        self._desk = sessions.desk
        self._document = sessions.document
        self._caret_timer = QTimer(self)  # one look at the outline for all keys of a moment
        self._caret_timer.setSingleShot(True)
        self._caret_timer.setInterval(_CARET_DELAY_MS)
        self._caret_timer.timeout.connect(self._note_caret)
        self._connect_parts()
        self._connect_actions()

    def watch_caret(self) -> None:
        """Let outline and findings follow the caret from now on."""
        self._desk.editor.caret_settled.connect(self._caret_timer.start)

    def _connect_parts(self) -> None:
        sessions, document = self._sessions, self._document
        tell = self._desk.status_line.show_message
        document.open_failed.connect(self._show_start_if_empty)
        document.changed.connect(sessions.status.show_state)
        document.told.connect(tell)
        sessions.recovery.told.connect(tell)
        sessions.recovery.kept.connect(sessions.status.show_kept)
        sessions.recovery.offered.connect(self._desk.status_line.show_offer)
        self._window.files_dropped.connect(self._open_dropped)
        self._window.actions_by_id.recent_menu.aboutToShow.connect(self._fill_recent)

    def _connect_actions(self) -> None:
        start, document = self._sessions.start, self._document
        self._window.actions_by_id.connect_actions(
            {
                "new": start.new_from_dialog,
                "new_blank": document.new_blank,
                "open": document.choose_and_open,
                "save": document.save,
                "save_as": document.save_as,
                "quit": self._window.close,
                "template_from": start.new_from_old,
                "start_page": start.show_start_page,
            }
        )

    def _show_start_if_empty(self) -> None:
        if not self._document.is_open:
            self._sessions.start.show_start_page()

    def _note_caret(self) -> None:
        editor, findings = self._desk.editor, self._sessions.findings
        if editor.draft is not None and not editor.is_composing:
            self._desk.outline.set_current_position(editor.caret_position())
            if findings.is_current:
                self._desk.findings.set_current_position(editor.caret_position())

    def _open_dropped(self, names: list[str]) -> None:
        if len(names) > 1 or Path(names[0]).is_dir():
            self._complete()
            self._sessions.library_desk.library.add_dropped(names)
        else:
            self._document.open_path(Path(names[0]))

    def _fill_recent(self) -> None:
        menu = self._window.actions_by_id.recent_menu
        menu.clear()
        for path in self._sessions.context.settings.recent_files():
            action = menu.addAction(path.name.replace("&", "&&"))
            action.setToolTip(str(path))
            action.triggered.connect(partial(self._document.open_path, path))
        if menu.isEmpty():
            menu.addAction("（没有）").setEnabled(False)
