"""Keep versions while the draft is written, name rounds, and show the past."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from drafting.errors import DraftingError
from ui.error_reporting.log import LOG
from ui.error_reporting.report import summary_of
from ui.jobs.background import BackgroundJobs
from ui.main_window.document.work import DraftWork
from ui.main_window.keeping.recovery import time_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from drafting.history.versions import Version
    from drafting.text.edits import TextEdit
    from drafting.workspace.drafts.keeping import DraftVersions
    from ui.dialogs.keeping.versions import VersionRow, VersionsDialog
    from ui.main_window.document.work import DraftPlace

# While writing goes on a version is kept every so often, beside those at opening and saving.
INTERVAL_MS = 180_000


class VersionSession(DraftWork):
    """Works in the background; a version that cannot be kept never disturbs the writing."""

    redline_wanted = Signal(str, str)

    def __init__(self, place: DraftPlace) -> None:
        super().__init__(place)
        self._jobs = BackgroundJobs(self)
        # The draft that has no file yet: its versions are of no use once it is given up.
        self._unsaved = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.keep)
        place.editor.text_changed.connect(self._note_change)
        place.session.opened.connect(self.begin)
        place.session.saved.connect(self._note_saved)
        place.session.changed.connect(self._note_state)

    @property
    def is_busy(self) -> bool:
        """Return whether something is still to be kept or read."""
        return self._jobs.pending > 0

    def begin(self) -> None:
        """Keep the text of a draft that was opened."""
        self.forget_unsaved()
        self.keep()

    def keep(self) -> None:
        """Keep the text as it stands, unless the newest version is the same."""
        self._timer.stop()
        if self._session.is_open:
            self._keep("", lambda _version: None)

    def name_round(self) -> None:
        """Ask for a name and keep the text as that round."""
        if not self._editor.text().strip():
            self.told.emit("稿件还是空的，写上内容再定稿次。")
            return
        self._read(self._ask_round)

    def show(self) -> None:
        """Show the versions, the text as it stands being the newest side."""
        self._read(self._show)

    def forget_unsaved(self) -> None:
        """Drop the versions of a draft that was given up without ever being saved."""
        self._timer.stop()
        if self._unsaved:
            versions = self._versions(self._unsaved, None)
            self._jobs.run(lambda: versions().clear(), _nothing, self._fail)
            self._unsaved = ""

    def shut_down(self) -> None:
        """Wait for what is being kept."""
        self._jobs.shut_down()

    def _note_change(self) -> None:
        if self._session.is_open and not self._timer.isActive():
            self._timer.start()

    def _note_state(self) -> None:
        if not self._session.is_open:
            self.forget_unsaved()

    def _note_saved(self) -> None:
        self._unsaved = ""
        self.keep()

    def _versions(self, history: str, path: Path | None) -> Callable[[], DraftVersions]:
        """Return how a worker comes to the versions of a draft: that reads the settings."""
        cases = self._context.use_cases
        return lambda: cases.keeping().versions_of(history, path)

    def _keep(self, round_name: str, then: Callable[[Version | None], None]) -> None:
        history, path, text = self._session.history, self._session.path, self._editor.text()
        if path is None:
            self._unsaved = history
        versions = self._versions(history, path)
        self._jobs.run(lambda: versions().keep(text, round_name), then, self._fail)

    def _read(self, then: Callable[[DraftVersions, tuple[Version, ...]], None]) -> None:
        versions_of = self._versions(self._session.history, self._session.path)

        def read() -> tuple[DraftVersions, tuple[Version, ...]]:
            versions = versions_of()
            return versions, versions.versions()

        self._jobs.run(read, lambda found: then(*found), self._session.fail)

    def _ask_round(self, versions: DraftVersions, known: tuple[Version, ...]) -> None:
        if not versions.are_kept:
            self.told.emit("现在设为不留版本，或稿件还没有存过盘，不能定稿次。")
            return
        from ui.dialogs.keeping.round import ask_round

        name = ask_round(self._window, [one.round_name for one in known])
        if not name:
            return
        self._session.set_round(name)
        self._keep(name, lambda _version: self.told.emit(f"已定为{name}，以后可以随时对照、取回。"))

    def _show(self, versions: DraftVersions, known: tuple[Version, ...]) -> None:
        from ui.dialogs.keeping.versions import VersionsDialog

        rows = version_rows(known)
        dialog = VersionsDialog(versions, rows, self._editor.text(), self._window)
        dialog.edits_wanted.connect(lambda edits: self._take_back(dialog, edits))
        dialog.redline_wanted.connect(self.redline_wanted)
        dialog.clear_wanted.connect(self._clear)
        dialog.exec()
        dialog.deleteLater()

    def _take_back(self, dialog: VersionsDialog, edits: Sequence[TextEdit]) -> None:
        self._editor.replace(edits)
        dialog.show_current(self._editor.text())
        self.told.emit("已取回，可用 Ctrl+Z 撤销。")

    def _clear(self) -> None:
        history, path, cases = self._session.history, self._session.path, self._context.use_cases
        self._jobs.run(
            lambda: cases.keeping().clear_draft(history, path),
            lambda _result: self.told.emit("已清除，只留下稿件本身。"),
            self._session.fail,
        )

    def _fail(self, error: Exception) -> None:
        LOG.write("error", f"versions {summary_of(error)}")
        if isinstance(error, DraftingError):
            self.told.emit(f"版本没有留下。{error}")
        else:
            self._context.report_fault(error)


def version_rows(known: Sequence[Version]) -> list[VersionRow]:
    """Return the versions with the words of their list."""
    from ui.dialogs.keeping.versions import VersionRow

    rows = []
    for one in known:
        when = time_words(one.saved_at)
        title = f"{one.round_name} · {when}" if one.round_name else when
        changed = f" · 改 {one.changes} 处" if one.changes else ""
        rows.append(VersionRow(one, title, f"{one.characters:,} 字{changed}"))
    return rows


def _nothing(_result: object) -> None:
    """Take a result that says nothing."""
