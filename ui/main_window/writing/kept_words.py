"""Locked sentences and notes to oneself: marked quietly, kept with the draft, asked about."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QColor, QHelpEvent

from drafting.text.span import Span
from ui.editor.edit_history import difference_edit
from ui.main_window.document.work import DraftWork
from ui.style.palette import current_palette
from ui.style.plain_label import plain_tip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from drafting.workspace.drafts.kept_words import OwnNote
    from ui.dialogs.document.kept_words import KeptRow
    from ui.main_window.document.work import DraftPlace

_GROUND = 46
_SHOWN = 18


class KeptWordsSession(DraftWork):
    """A change that takes a locked sentence away is taken back unless the user unlocks it."""

    def __init__(self, place: DraftPlace) -> None:
        super().__init__(place)
        self._sound = ""
        self._is_asking = False
        self._is_pointing = False
        actions = place.window.actions_by_id
        actions.connect_action("lock", self.lock)
        actions.connect_action("note", self.write_note)
        actions.connect_action("next_note", self.go_to_next_note)
        actions.connect_action("kept_words", self.show_all)
        place.session.opened.connect(self.begin)
        place.session.kept_changed.connect(self.show_marks)
        place.editor.text_changed.connect(self._watch)
        place.editor.menu_opening.connect(self._fill)
        place.window.palette_changed.connect(self.show_marks)

    def begin(self) -> None:
        """Watch over a draft that was opened."""
        self._is_asking = False  # what was lost belonged to the draft before
        self._sound = self._editor.text()
        self.show_marks()

    # ---------------------------------------------------------------- locks

    def lock(self) -> None:
        """Lock the sentences that are selected, or the one at the caret."""
        from drafting.workspace.drafts.kept_words import sentences_at

        span = self._editor.selected_span()
        sentences = sentences_at(self._editor.text(), span)
        if not sentences:
            self.told.emit("这里没有可以锁定的句子。")
            return
        self._session.lock(sentences)
        self.show_marks()
        self.told.emit(f"已锁定 {len(sentences)} 句；改动时会先问，右键可解锁。")

    def unlock(self, words: tuple[str, ...]) -> None:
        """Let ``words`` be changed again."""
        from drafting.files.draft_file import DraftFile
        from drafting.workspace.drafts.kept_words import unlocked

        base = self._session.base or DraftFile(text="")
        self._session.keep_with_draft(unlocked(base, words))
        self.show_marks()

    @property
    def locked(self) -> tuple[str, ...]:
        """Return the locked wordings."""
        return () if self._session.base is None else self._session.base.locked

    def _watch(self) -> None:
        """Ask about a change that took a locked sentence away, once the change is done."""
        if self._is_asking:
            return
        base = self._session.base  # asked for each key: most drafts have nothing locked
        lost = () if base is None or not base.locked else self._lost()
        if not lost:
            self._sound = self._editor.text()
            return
        self._is_asking = True
        QTimer.singleShot(0, self, partial(self._ask, lost))

    def _lost(self) -> tuple[str, ...]:
        from drafting.workspace.drafts.kept_words import lost_words

        return lost_words(self._sound, self._editor.text(), self.locked)

    def _ask(self, lost: tuple[str, ...]) -> None:
        from ui.dialogs.frame.messages import ask_locked

        if not self._is_asking:
            return
        try:
            if ask_locked(self._window, _short(lost[0]), len(lost)):
                self.unlock(lost)
            else:
                change = difference_edit(self._editor.text(), self._sound)
                self._editor.replace([change])
                self.told.emit("锁定的句子没有改动。")
        finally:
            self._is_asking = False
            self._sound = self._editor.text()

    # ---------------------------------------------------------------- notes

    @property
    def notes(self) -> tuple[OwnNote, ...]:
        """Return the notes of the draft."""
        base = self._session.base
        if base is None:
            return ()
        from drafting.workspace.drafts.kept_words import notes_in

        return notes_in(base)

    def write_note(self) -> None:
        """Write a note on what is selected, or change the one at the caret."""
        from drafting.workspace.drafts.kept_words import words_at

        text = self._editor.text()
        span = self._editor.selected_span()
        known = [] if len(span) else self._notes_at(span.start)
        words = known[0].words if known else words_at(text, span)
        if not words:
            self.told.emit("请先选中要加便签的文字。")
            return
        self._edit_note(words)

    def go_to_next_note(self) -> None:
        """Select the words of the next note behind the caret."""
        text, here = self._editor.text(), self._editor.selected_span().end
        places = sorted(
            (place, len(one.words)) for one in self.notes if (place := text.find(one.words)) >= 0
        )
        gone = len(self.notes) - len(places)
        if not places:
            self.told.emit("没有便签。" if not gone else "便签所在的文字已经改掉了。")
            return
        after = [one for one in places if one[0] >= here] or places
        start, length = after[0]
        self._editor.select(Span(start, start + length))
        note = self._notes_at(start)[0].note
        self.told.emit(f"便签：{note}" + (f"（另有 {gone} 条的原文已改）" if gone else ""))

    def _edit_note(self, words: str) -> None:
        from PySide6.QtWidgets import QDialog

        from drafting.files.draft_file import DraftFile
        from drafting.workspace.drafts.kept_words import OwnNote, with_notes
        from ui.dialogs.document.note import NoteDialog

        known = next((one.note for one in self.notes if one.words == words), "")
        dialog = NoteDialog(words, known, self._window)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        note = dialog.written()
        dialog.deleteLater()
        if accepted:
            others = [one for one in self.notes if one.words != words]
            fresh = [OwnNote(words, note)] if note else []
            base = self._session.base or DraftFile(text="")
            self._session.keep_with_draft(with_notes(base, [*others, *fresh]))
            self.show_marks()

    def _notes_at(self, position: int) -> list[OwnNote]:
        notes = self.notes
        if not notes:
            return []
        from drafting.workspace.drafts.kept_words import words_around

        wordings = [one.words for one in notes]
        found = words_around(self._editor.text(), position, wordings)
        return [one for one in notes if one.words in found]

    def _delete_note(self, words: str) -> None:
        from drafting.files.draft_file import DraftFile
        from drafting.workspace.drafts.kept_words import with_notes

        base = self._session.base or DraftFile(text="")
        others = [one for one in self.notes if one.words != words]
        self._session.keep_with_draft(with_notes(base, others))
        self.show_marks()

    # ---------------------------------------------------------------- both in one list

    def show_all(self) -> None:
        """List notes and locked sentences."""
        from ui.dialogs.document.kept_words import KeptWordsDialog, kept_rows

        rows = kept_rows(self._editor.text(), self.notes, self.locked)
        dialog = KeptWordsDialog(rows, self._window)
        dialog.place_chosen.connect(self._editor.select)
        dialog.taken_away.connect(self._take_away)
        dialog.exec()
        dialog.deleteLater()

    def _take_away(self, row: KeptRow) -> None:
        if row.note is None:
            self.unlock((row.words,))
        else:
            self._delete_note(row.words)

    # ---------------------------------------------------------------- marks and menu

    def show_marks(self) -> None:
        """Set locked sentences and words with notes off by a faint ground."""
        palette = current_palette()
        marks = [(one, _faint(palette.kept)) for one in self.locked]
        marks += [(one.words, _faint(palette.warning)) for one in self.notes]
        self._editor.mark_quietly(marks)
        if self.notes and not self._is_pointing:
            # Only now: each event of the page goes through the filter.
            self._is_pointing = True
            self._editor.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show a note where the mouse rests on its words."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            notes = self._notes_at(self._editor.position_at(event.pos()))
            if notes:
                from PySide6.QtWidgets import QToolTip

                QToolTip.showText(event.globalPos(), plain_tip(f"便签：{notes[0].note}"))
                return True
        return super().eventFilter(watched, event)

    def _fill(self, menu: QMenu, position: int) -> None:
        """Offer unlocking and the note of the place at the menu's end."""
        from drafting.workspace.drafts.kept_words import words_around

        text = self._editor.text()
        locked = words_around(text, position, self.locked)
        menu.addSeparator()
        if locked:
            unlock = menu.addAction("解锁这一句")
            unlock.triggered.connect(lambda _checked=False: self.unlock(locked))
        else:
            menu.addAction(self._window.actions_by_id["lock"])
        for one in self._notes_at(position):
            change = menu.addAction(f"便签：{_short(one.note)}")
            change.triggered.connect(lambda _checked=False, words=one.words: self._edit_note(words))
        menu.addAction(self._window.actions_by_id["note"])


def _faint(colour: str) -> QColor:
    faint = QColor(colour)
    faint.setAlpha(_GROUND)
    return faint


def _short(words: str) -> str:
    flat = words.replace("\n", " ").replace("&", "&&")
    return flat if len(flat) <= _SHOWN else flat[: _SHOWN - 1] + "…"
