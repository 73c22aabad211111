"""The library in the window: import with progress, the list of speeches, its upkeep."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.jobs.background import BackgroundJobs
from ui.jobs.latest_job import JobResult, LatestJob
from ui.jobs.long_job import LongJob, Stop, Tell
from ui.main_window.frame.file_choices import ask_copy_path, ask_folder, ask_speech_files
from ui.main_window.library.import_queue import ImportQueue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from drafting.corpus.housekeeping import LibraryStats
    from drafting.model.particulars import Particulars
    from drafting.model.speech import SpeechRecord
    from drafting.workspace.library.import_service import ImportOutcome
    from drafting.workspace.library.importing import ImportProgress
    from ui.context.app_context import AppContext
    from ui.dialogs.library.past_speeches import LibraryDialog

    _Listed = tuple[list[SpeechRecord], LibraryStats | None]


class LibrarySession(QObject):
    """Owns all writing to the library: one piece of work after another.

    ``known`` brings the list of speeches whenever it may have changed, ``changed`` tells that the
    library itself did; ``taking`` says how far an import is, and nothing once it is listed.
    ``read_wanted`` and ``template_wanted`` carry the number of a speech.
    """

    told = Signal(str)
    taking = Signal(str)
    known = Signal(object)
    changed = Signal()
    read_wanted = Signal(int)
    template_wanted = Signal(int)

    def __init__(self, window: QWidget, context: AppContext) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        self._cases = context.use_cases.library
        self._dialog: LibraryDialog | None = None
        self._records: list[SpeechRecord] = []
        self._writes = BackgroundJobs(self)
        self._list = LatestJob(self)
        self._list.succeeded.connect(self._take_list)
        self._list.failed.connect(self._fail)
        self._import = ImportQueue(self._cases, self)
        self._import.progressed.connect(self._show_progress)
        self._import.ended.connect(self._take_outcome)
        self._import.failed.connect(self._fail_import)
        self._upkeep = LongJob(self)
        self._upkeep.progressed.connect(self._show_share)
        self._upkeep.succeeded.connect(self._take_upkeep)
        self._upkeep.failed.connect(self._fail_upkeep)

    @property
    def is_busy(self) -> bool:
        """Return whether anything is under way."""
        works = (self._list.is_busy, self._import.is_busy, self._upkeep.is_busy)
        return any(works) or self._writes.pending > 0

    @property
    def is_importing(self) -> bool:
        """Return whether files are being taken in."""
        return self._import.is_busy

    @property
    def dialog(self) -> LibraryDialog | None:
        """Return the dialog once it was shown."""
        return self._dialog

    @property
    def records(self) -> list[SpeechRecord]:
        """Return the speeches as they were listed last."""
        return self._records

    def open(self) -> None:
        """List the speeches for the first time (the use cases may be imported from now on)."""
        self.refresh()

    def refresh(self) -> None:
        """List the speeches anew."""
        cases = self._cases
        self._list.start(lambda _stop: (cases.list_speeches(), cases.stats()))

    def show_dialog(self) -> None:
        """Show the library beside the window, which stays usable."""
        from ui.dialogs.library.past_speeches import LibraryDialog

        if self._dialog is None:
            self._dialog = dialog = LibraryDialog(self._window)
            dialog.folder_wanted.connect(self.add_folder)
            dialog.files_wanted.connect(self.add_files)
            dialog.files_dropped.connect(self.add_paths)
            dialog.starters_wanted.connect(self.add_starters)
            dialog.starters_unwanted.connect(partial(self._remove, (), starters=True))
            dialog.remove_wanted.connect(self._ask_remove)
            dialog.speech_saved.connect(self._describe)
            dialog.read_wanted.connect(self.read_wanted)
            dialog.template_wanted.connect(self._use_as_template)
            dialog.verify_wanted.connect(self._verify)
            dialog.copy_wanted.connect(self._copy)
            dialog.again_wanted.connect(self.add_paths)
            dialog.stop_wanted.connect(self._stop)
            self.taking.connect(dialog.show_taking)
            dialog.show_speeches(self._records)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
        self.refresh()

    def add_folder(self) -> None:
        """Ask for a folder and take in all that can be read in it."""
        from ui.settings_store.store import LAST_FOLDER

        folder = ask_folder(self._parent(), self._context.settings.last_folder())
        if folder is not None:
            if not self._context.use_cases.is_traceless():
                self._context.settings.remember(LAST_FOLDER, str(folder))
            self.add_paths([str(folder)])

    def add_files(self) -> None:
        """Ask for files and take them in."""
        files = ask_speech_files(self._parent(), self._context.settings.last_folder())
        if files:
            self.add_paths(files)

    def add_dropped(self, names: Sequence[str]) -> None:
        """Take in the files and folders that were dropped on the window, if that was meant."""
        from ui.dialogs.frame.messages import confirm

        what = f"拖来的 {len(names)} 项" if len(names) > 1 else f"文件夹“{Path(names[0]).name}”"
        if confirm(self._parent(), f"把{what}里的讲话放进素材库？原来的文件不动。", "放进素材库"):
            self.add_paths(names)

    def add_starters(self) -> None:
        """Take in the speeches that the program brings."""
        self.add_paths([], starters=True)

    def add_paths(self, paths: Sequence[str], *, starters: bool = False) -> None:
        """Take in files and folders, behind those that are on their way; the window goes on."""
        has_begun = self._import.add(paths, starters=starters)
        self.show_dialog()
        if has_begun:
            self.taking.emit("正在入库")
        if self._dialog is not None:
            self._dialog.progress.show_waiting(self._import.waiting)
            if has_begun:
                self._dialog.progress.show_progress("正在入库…", None)

    def shut_down(self) -> None:
        """Stop and wait."""
        for job in (self._import, self._upkeep, self._list, self._writes):
            job.shut_down()

    # ---------------------------------------------------------------- what came back

    def _take_list(self, result: JobResult) -> None:
        value: _Listed = result.value  # type: ignore[assignment]  # what our own work gives
        records, stats = value
        self._records = records
        if self._dialog is not None:
            self._dialog.show_speeches(records)
            self._dialog.show_stats(stats)
        self.known.emit(records)
        if not self._import.is_busy:
            self.taking.emit("")

    def _show_progress(self, progress: ImportProgress) -> None:
        from ui.models.speech_words import progress_words, share_words

        self.taking.emit(share_words(progress))
        words = progress_words(progress)
        share = progress.done / progress.total if progress.total else None
        if self._dialog is not None and self._dialog.isVisible():
            is_counting = progress.total and progress.done >= progress.total
            self._dialog.progress.show_waiting(self._import.waiting)
            self._dialog.progress.show_progress(words, None if is_counting else share)
        else:
            self.told.emit(words)

    def _take_outcome(self, outcome: ImportOutcome) -> None:
        from ui.dialogs.library.import_results import outcome_words

        if self._dialog is not None:
            self._dialog.progress.end()
            self._dialog.show_outcome(outcome)
        self.told.emit(outcome_words(outcome))
        self._note_change()

    def _fail_import(self, error: Exception) -> None:
        self._end_progress()
        self._note_change()  # what is stored stays
        self._fail(error)

    def _note_change(self, _result: object = None) -> None:
        self.refresh()
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        from ui.dialogs.frame import messages

        self._context.tell(error, partial(messages.show_problem, self._parent()))

    # ---------------------------------------------------------------- single speeches

    def _describe(self, speech: int, title: str, particulars: Particulars) -> None:
        cases = self._cases
        self._writes.run(
            lambda: cases.describe(speech, title, particulars), self._note_described, self._fail
        )

    def _note_described(self, _result: object) -> None:
        self.told.emit("讲话情况的改动已保存。")
        self._note_change()

    def _ask_remove(self, ids: list[int]) -> None:
        from ui.dialogs.frame import messages

        words = f"把所选 {len(ids)} 篇讲话移出素材库？库里不留痕迹，原来的文件不动。"
        if messages.confirm(self._parent(), words, "移出"):
            self._remove(ids)

    def _remove(self, ids: Sequence[int], *, starters: bool = False) -> None:
        cases = self._cases
        self._writes.run(
            lambda: cases.remove(ids, starters=starters), self._note_removed, self._fail
        )

    def _note_removed(self, count: int) -> None:
        self.told.emit(f"已移出 {count} 篇。")
        self._note_change()

    def _use_as_template(self, speech: int) -> None:
        if self._dialog is not None:
            self._dialog.hide()
        self.template_wanted.emit(speech)

    # ---------------------------------------------------------------- upkeep

    def _verify(self) -> None:
        cases = self._cases
        notices: list[str] = []

        def work(stop: Stop, _tell: Tell) -> str:
            faults = cases.verify(stop, notices)
            return "\n".join([*faults, *notices]) or "素材库完好。"

        self._begin_upkeep(work, "正在检查素材库…")

    def _copy(self) -> None:
        if not self._records:
            from ui.models.speech_words import library_words

            self.told.emit(library_words(0, 0))
            return
        target = ask_copy_path(self._parent(), self._context.settings.last_folder())
        if target is None:
            return
        cases = self._cases

        def work(_stop: Stop, tell: Tell) -> str:
            cases.back_up(target, tell)
            return f"素材库已备份到“{target}”。"

        self._begin_upkeep(work, "正在备份…")

    def _begin_upkeep(self, work: object, words: str) -> None:
        if self._import.is_busy or not self._upkeep.start(work):  # type: ignore[arg-type]  # ours
            from ui.dialogs.frame import messages

            messages.show_notice(self._parent(), "素材库正忙，请等这一步做完再试。")
            return
        self._import.hold()
        if self._dialog is not None:
            self._dialog.progress.show_progress(words, None)

    def _show_share(self, share: float) -> None:
        if self._dialog is not None:
            self._dialog.progress.show_progress("正在备份…", share)

    def _take_upkeep(self, words: str) -> None:
        from ui.dialogs.frame import messages

        self._end_upkeep()
        self.refresh()
        messages.show_notice(self._parent(), words)

    def _fail_upkeep(self, error: Exception) -> None:
        self._end_upkeep()
        self._fail(error)

    def _end_upkeep(self) -> None:
        """Go on with what was added meanwhile, which shows its own progress."""
        self._import.go_on()
        if not self._import.is_busy:
            self._end_progress()

    def _stop(self) -> None:
        self._import.stop()
        self._upkeep.stop()

    # ---------------------------------------------------------------- inside

    def _end_progress(self) -> None:
        if self._dialog is not None:
            self._dialog.progress.end()

    def _parent(self) -> QWidget:
        dialog = self._dialog
        return dialog if dialog is not None and dialog.isVisible() else self._window
