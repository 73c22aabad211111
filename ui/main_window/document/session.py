"""The draft in the window and its file: opened, saved, left; what is unsaved asks first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTime, Signal

from drafting.errors import ChangedOutside, ImportProblem
from ui.main_window.document.draft_locks import LockQueue
from ui.main_window.document.file_guard import FileGuard
from ui.main_window.document.open_draft import UNNAMED, OpenDraft, draft_from, writable
from ui.main_window.document.record import DraftRecord
from ui.main_window.frame.file_choices import ask_open_path, ask_save_path

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from drafting.files.draft_file import DraftFile
    from drafting.model.draft import Draft
    from drafting.model.particulars import Particulars
    from drafting.workspace.drafts.opening import OpenedFile
    from ui.context.app_context import AppContext
    from ui.editor.speech_editor import SpeechEditor


class DocumentSession(DraftRecord):
    """One draft at a time; whatever would lose unsaved text asks first.

    ``opening`` tells which file is being read, ``leaving`` that what is shown is about to give way
    to another text or to the start page, ``opened`` the draft's structure (or None) after
    another text was shown. ``owner_changed``: somebody else has opened or closed its file.
    """

    opening = Signal(object)
    leaving = Signal()
    opened = Signal(object)
    owner_changed = Signal()
    saved = Signal()
    told = Signal(str)
    export_wanted = Signal(object)
    imported = Signal(object)
    open_failed = Signal()

    def __init__(self, window: QWidget, editor: SpeechEditor, context: AppContext) -> None:
        super().__init__(window, editor, context)
        self._window = window
        self._opening: Path | None = None
        self.locks = LockQueue(context.data_folder / "占用", context.report_own)
        self._guard = FileGuard(context.use_cases)
        self.saved_words = ""

    # ---------------------------------------------------------------- begin

    def new_blank(self) -> None:
        """Begin an empty draft."""
        self.leave(lambda: self.show_text(""))

    def show_text(
        self, text: str, *, name: str = UNNAMED, dirty: bool = False,
        base: DraftFile | None = None, particulars: Particulars | None = None,
    ) -> None:  # fmt: skip
        """Show a text that has no file yet; ``base`` is what it was made from, if anything.

        One that is ``dirty`` stays so until it is saved: it stands nowhere else.
        """
        draft = OpenDraft(name, saved_text="" if dirty else text)
        draft.base, draft.particulars = base, particulars
        self._show(draft, text, None)
        self._set_dirty(dirty=dirty)

    def show_recovered(self, saved: DraftFile, path: Path | None, name: str) -> None:
        """Show a recovery copy; it counts as unsaved."""
        draft = draft_from(saved, path, name, self._context.use_cases.suppressions_in(saved))
        draft.saved_text = ""
        self._show(draft, saved.text, None)
        self._set_dirty(dirty=True)
        self.ask_owner()

    def choose_and_open(self) -> None:
        """Ask for a file and open it."""
        self.leave(self._choose_and_open)

    def open_path(self, path: Path) -> None:
        """Open a file in place of what is shown."""
        self.leave(lambda: self._open(path))

    def leave(self, then: Callable[[], None]) -> None:
        """Go on with ``then`` once nothing unsaved would be lost; ask if it would."""
        if not (self._draft.is_open and self._is_dirty):
            then()
            return
        from ui.dialogs.frame.messages import ask_save

        answer = ask_save(self._window, self.name)
        if answer == "save":
            self.save(then)
        elif answer == "discard":
            then()

    # ---------------------------------------------------------------- save

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Save to the draft's file, or ask for one; ``then`` runs after success."""
        if self._draft.path is None or self._why_read_only():
            self.save_as(then)
        else:
            self._save_to(self._draft.path, then)

    def save_as(self, then: Callable[[], None] | None = None) -> None:
        """Ask where to save, and save there."""
        from drafting.files.draft_file import DRAFT_SUFFIX

        title = "" if self._editor.draft is None else self._editor.draft.title
        proposed = self.folder / self._draft.proposed_name(title)
        path = (self._draft.path or proposed).with_suffix(DRAFT_SUFFIX)
        if self._why_read_only():
            path = _beside(path)
        chosen = ask_save_path(self._window, path)
        if chosen is not None:
            self._save_chosen(chosen, then)

    def _save_chosen(self, path: Path, then: Callable[[], None] | None) -> None:
        """Save there; a Word file or a PDF is exported, and the draft is as unsaved as before."""
        from drafting.files.draft_file import DRAFT_SUFFIX

        if path.suffix.lower() == DRAFT_SUFFIX:
            self._save_to(path, then, overwrite=True)
        else:
            self.export_wanted.emit(path)

    def _why_read_only(self) -> str:
        """Return why the draft's own file must not be written, empty where it may."""
        if self._draft.owner:
            return f"这份讲稿已在{self._draft.owner}打开，这里的改动请另存为新的文件。"
        if self._draft.base is not None and self._draft.base.read_only:
            return "这份讲稿由较新版本保存，只能另存为新的文件。"
        return ""

    def known_hash(self) -> str | None:
        """Return the hash of what the draft's file is believed to hold, None where none is."""
        return None if self._draft.path is None else self._guard.known(self._draft.path)

    def ask_owner(self) -> None:
        """Make the draft's file ours, or learn who has it open."""
        path = self._draft.path
        if path is not None:
            self.locks.take(str(path), lambda owner: self._take_owner(path, owner))

    def _take_owner(self, path: Path, owner: str) -> None:
        if path == self._draft.path:
            self.note_owner(owner)

    def note_owner(self, owner: str) -> None:
        """Note who else has the draft's file open, if anybody."""
        if owner != self._draft.owner:
            self._draft.owner = owner
            self.changed.emit()
            self.owner_changed.emit()

    def open_again(self) -> None:
        """Show what stands in the draft's file now, in place of what is shown."""
        if self._draft.path is not None:
            self.open_path(self._draft.path)

    def ask_about_change(self, *, is_gone: bool) -> None:
        """Ask what becomes of the file, which was changed or removed by somebody else."""
        if self._draft.path is not None:
            self._ask_changed(self._draft.path, None, is_gone=is_gone)

    def _save_to(
        self, path: Path, then: Callable[[], None] | None, *, overwrite: bool = False
    ) -> None:
        why_not = self._why_read_only() if path == self._draft.path else ""
        if why_not:
            self.told.emit(why_not)
            return
        saved = self.draft_file(self.snapshot())
        if path != self._draft.path:
            saved = writable(saved)
        guard = self._guard

        def finish(_result: object) -> None:
            self._note_saved(path, saved)
            if then is not None:
                then()

        def fail(error: Exception) -> None:
            if isinstance(error, ChangedOutside):
                self._ask_changed(path, then, is_gone=error.is_gone)
            else:
                self.fail(error)

        self._context.jobs.run(lambda: guard.save(path, saved, overwrite=overwrite), finish, fail)

    def _ask_changed(self, path: Path, then: Callable[[], None] | None, *, is_gone: bool) -> None:
        """Let the user choose what becomes of a file that was changed by somebody else."""
        from ui.dialogs.frame.messages import ask_changed

        keeps_previous = not self.is_traceless
        answer = ask_changed(
            self._window, path.name, is_gone=is_gone, keeps_previous=keeps_previous
        )
        if answer == "keep":
            chosen = ask_save_path(self._window, _beside(path))
            if chosen is not None:
                self._save_chosen(chosen, then)
        elif answer == "overwrite":
            self._save_to(path, then, overwrite=True)
        elif answer == "load":
            self._open(path)

    def _note_saved(self, path: Path, saved: DraftFile) -> None:
        if path != self._draft.path:
            self._release_file()
            self._draft.owner, self._draft.path = "", path
            self.ask_owner()
        self._draft.base, self._draft.has_kept_changed = saved, False
        self._draft.saved_text = saved.text
        self._remember(path)
        mode = "无痕 · " if self.is_traceless else ""
        self.saved_words = f"{mode}已保存 {QTime.currentTime().toString('HH:mm')}"
        self._set_dirty(dirty=self._editor.text() != saved.text)
        self.saved.emit()
        self.changed.emit()

    # ---------------------------------------------------------------- inside

    def fail(self, error: Exception) -> None:
        """Show what went wrong: a sentence for the user, or a report where it is our bug."""
        from ui.dialogs.frame.messages import show_problem

        self._context.tell(error, partial(show_problem, self._window))

    def _choose_and_open(self) -> None:
        path = ask_open_path(self._window, self._context.settings.last_folder())
        if path is not None:
            self._open(path)

    def _open(self, path: Path) -> None:
        self.told.emit(f"正在打开 {path.name}…")
        self._opening = path
        self.opening.emit(path)
        self._context.jobs.run(
            lambda: self._read(path),
            lambda result: self._take_opened(path, result),
            lambda error: self._fail_to_open(path, error),
        )

    def _read(self, path: Path) -> OpenedFile | DraftFile:
        """Return what is in a file; a saved draft alone as long as parsing is still to be loaded.

        Its text is shown then at once, and its structure when the checks have read it.
        """
        from drafting.files.draft_file import DRAFT_SUFFIX

        if path.suffix.lower() == DRAFT_SUFFIX and not self._context.use_cases.is_warm:
            return self._guard.open_unparsed(path)
        return self._guard.open(path)

    def give_up_opening(self) -> None:
        """Wait no longer for the file that is being read; what was shown stays."""
        self._opening = None
        self.open_failed.emit()

    def _fail_to_open(self, path: Path, error: Exception) -> None:
        if self._opening != path:
            return
        self._opening = None
        if isinstance(error, ImportProblem) and error.code == "missing":
            self._context.settings.forget_recent(path)
        self.open_failed.emit()
        self.told.emit(f"没有打开 {path.name}")  # 正在打开… would stand there still
        self.fail(error)

    def _take_opened(self, path: Path, result: OpenedFile | DraftFile) -> None:
        from drafting.files.draft_file import DraftFile

        if self._opening != path:
            return
        saved = result if isinstance(result, DraftFile) else result.draft_file
        if saved is None:
            draft = OpenDraft(path.stem)
            draft.origin = path  # its text says what it is
            self._show_opened(draft, path, result)
            return
        ignored = self._context.use_cases.suppressions_in(saved)
        draft = draft_from(saved, path, path.name, ignored)
        self.locks.take(str(path), partial(self._take_owned, draft, result))

    def _take_owned(self, draft: OpenDraft, result: OpenedFile | DraftFile, owner: str) -> None:
        """Show what was read, now that it is known who has the file open."""
        path = draft.path
        if path is None:
            return
        if self._opening == path:
            draft.owner = owner
            self._show_opened(draft, path, result)
        elif path != self._draft.path:  # given up meanwhile
            self.locks.release(str(path))

    def _show_opened(self, draft: OpenDraft, path: Path, result: OpenedFile | DraftFile) -> None:
        from drafting.files.draft_file import DraftFile

        self._opening = None
        structure: Draft | None
        if isinstance(result, DraftFile):
            structure, text = None, result.text
        else:
            structure, text = result.draft, result.draft.text
        draft.saved_text = text
        self._show(draft, text, structure)
        self._remember(path)
        self.imported.emit(None if structure is None else result)
        if structure is None:
            self.told.emit(f"已打开 {self.name}")
        why_read_only = self._why_read_only()
        if why_read_only:  # behind 已打开, which would cover it
            self.told.emit(why_read_only)

    def _show(self, draft: OpenDraft, text: str, structure: Draft | None) -> None:
        self.leaving.emit()
        draft.is_open = True
        if draft.path != self._draft.path:
            self._release_file()
        self._draft = draft
        self.saved_words = ""
        self._editor.load(text, structure)
        draft.saved_text = draft.saved_text and self._editor.text()
        self._set_dirty(dirty=False)
        self.opened.emit(structure)
        self.changed.emit()

    def close_draft(self) -> None:
        """Forget the draft: the start page is shown again."""
        self.leaving.emit()
        self._release_file()
        self._draft = OpenDraft()
        self._editor.load("")
        self.saved_words = ""
        self._set_dirty(dirty=False)
        self.changed.emit()

    def _release_file(self) -> None:
        if self._draft.path is not None:
            self.locks.release(str(self._draft.path))

    def _remember(self, path: Path) -> None:
        from ui.settings_store.store import LAST_FOLDER

        if self.is_traceless:
            return
        self._context.settings.add_recent(path)
        self._context.settings.remember(LAST_FOLDER, str(path.parent))


def _beside(path: Path) -> Path:
    """Return the name for a copy of one's own where the file itself belongs to somebody else."""
    return path.with_name(f"{path.stem}（我的）{path.suffix}")
