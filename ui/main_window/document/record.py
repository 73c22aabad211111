"""What belongs to the draft in the window beside its text, and whether all of it is saved."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.main_window.document.open_draft import OpenDraft

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from drafting.files.draft_file import DraftFile
    from drafting.model.finding import Suppression
    from drafting.model.particulars import Particulars
    from drafting.workspace.drafts.output_choice import OutputChoice
    from ui.context.app_context import AppContext
    from ui.context.snapshot import TextSnapshot
    from ui.editor.speech_editor import SpeechEditor

_CLEAN_DELAY_MS = 400


class DraftRecord(QObject):
    """``changed``: another name, file or state; ``kept_changed``: other locks or notes.

    ``amended``: anything that is saved with the text is not what it was.
    """

    changed = Signal()
    kept_changed = Signal()
    amended = Signal()

    def __init__(self, window: QWidget, editor: SpeechEditor, context: AppContext) -> None:
        super().__init__(window)
        self._editor = editor
        self._context = context
        self._draft = OpenDraft()
        self._is_dirty = False
        self._clean_timer = QTimer(self)
        self._clean_timer.setSingleShot(True)
        self._clean_timer.setInterval(_CLEAN_DELAY_MS)
        self._clean_timer.timeout.connect(self._compare_with_saved)
        editor.text_changed.connect(self._note_change)

    @property
    def path(self) -> Path | None:
        """Return the file of the draft, None before the first save."""
        return self._draft.path

    @property
    def folder(self) -> Path:
        """Return where what is made of the draft belongs: beside the file that it came from."""
        file = self._draft.path or self._draft.origin
        return self._context.settings.last_folder() if file is None else file.parent

    def proposed_file(self, ending: str) -> Path:
        """Return where a file made of the draft may be written: its title, then ``ending``."""
        from drafting.files.names import safe_file_name

        draft = self._editor.draft
        title = draft.title if draft is not None and draft.title else Path(self.name).stem
        return self.folder / safe_file_name(f"{title}{ending}")

    @property
    def is_traceless(self) -> bool:
        """Return whether nothing of the draft may be kept but its own file (无痕)."""
        return self._context.use_cases.is_traceless()

    @property
    def name(self) -> str:
        """Return what the title bar calls the draft."""
        return self._draft.name if self._draft.path is None else self._draft.path.name

    @property
    def base(self) -> DraftFile | None:
        """Return the draft file that the draft came from or was saved to last."""
        return self._draft.base

    @property
    def history(self) -> str:
        """Return the mark under which versions of the draft are kept, made when first wanted."""
        self._draft.history = self._draft.history or os.urandom(8).hex()
        return self._draft.history

    @property
    def is_open(self) -> bool:
        """Return whether there is a draft (and not the start page)."""
        return self._draft.is_open

    @property
    def is_dirty(self) -> bool:
        """Return whether closing would lose something."""
        return self._is_dirty

    @property
    def owner(self) -> str:
        """Return who else has the draft's file open; empty where it is ours."""
        return self._draft.owner

    @property
    def slot_minutes(self) -> float | None:
        """Return the minutes that the agenda gives, if they are known."""
        particulars = self._draft.particulars
        return None if particulars is None else particulars.slot_minutes

    @property
    def particulars(self) -> Particulars | None:
        """Return what is known of the speech beside its text."""
        return self._draft.particulars

    def describe(self, particulars: Particulars) -> None:
        """Remember what the speech is and how long it is to be."""
        self._draft.describe(particulars)
        self._note_amended()

    def snapshot(self) -> TextSnapshot:
        """Return the text as it stands with what belongs to it, for a worker."""
        return self._draft.snapshot(self._editor.text(), self._editor.revision)

    def draft_file(self, snapshot: TextSnapshot | None = None) -> DraftFile:
        """Return what would be saved now."""
        return self._context.use_cases.draft_file(snapshot or self.snapshot(), self._draft.base)

    def add_suppression(self, suppression: Suppression) -> None:
        """Remember an ignored finding with the draft."""
        self._draft.suppressions = (*self._draft.suppressions, suppression)
        self._note_amended()

    def remove_suppression(self, suppression: Suppression) -> None:
        """Ignore a finding of the draft no longer."""
        kept = (one for one in self._draft.suppressions if one != suppression)
        self._draft.suppressions = tuple(kept)
        self._note_amended()

    def set_round(self, name: str) -> None:
        """Remember which round the draft is (二稿, 送审稿)."""
        self._draft.name_round(name)
        self._note_amended()

    def lock(self, wordings: Sequence[str]) -> None:
        """Remember wordings that must survive in every later version."""
        if wordings:
            self._draft.lock(wordings)
            self._note_amended()
            self.kept_changed.emit()

    def keep_with_draft(self, base: DraftFile) -> None:
        """Save what ``base`` holds beside the text with the draft."""
        self._draft.base = base
        self._draft.has_kept_changed = True
        self._note_amended()
        self.kept_changed.emit()

    def choose_output(self, choice: OutputChoice) -> None:
        """Remember how the draft is printed; without a file that alone is nothing to be saved."""
        from drafting.files.draft_file import DraftFile
        from drafting.workspace.drafts.output_choice import with_choice

        base = with_choice(self._draft.base or DraftFile(text=""), choice)
        if self._draft.path is None:
            self._draft.base = base
        else:
            self.keep_with_draft(base)

    # ---------------------------------------------------------------- saved or not

    def _note_change(self) -> None:
        if self._draft.is_open:
            self._set_dirty(dirty=True)
            self._clean_timer.start()

    def _compare_with_saved(self) -> None:
        """Undoing all the way back makes the draft clean again."""
        base = self._draft.base
        saved = () if base is None else self._context.use_cases.suppressions_in(base)
        same_text = self._editor.text() == self._draft.saved_text
        same = same_text and not self._draft.has_kept_changed
        if same and self._draft.suppressions == saved:
            self._set_dirty(dirty=False)

    def _note_amended(self) -> None:
        self._set_dirty(dirty=True)
        self.amended.emit()

    def _set_dirty(self, *, dirty: bool) -> None:
        if dirty != self._is_dirty:
            self._is_dirty = dirty
            self.changed.emit()
