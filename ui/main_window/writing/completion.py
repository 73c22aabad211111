"""Phrases at the caret itself: begun ones are finished, Ctrl+Space asks; never while composing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent

from drafting.text.edits import TextEdit
from drafting.text.span import Span
from ui.editor.slots import fitted_phrase, next_slot
from ui.jobs.latest_job import JobResult, LatestJob

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafting.suggestions.completion import Completion
    from ui.context.app_context import AppContext
    from ui.editor.speech_editor import SpeechEditor
    from ui.panels.completion_popup import CompletionPopup

_DELAY_MS = 250
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WALK = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class CompletionSession(QObject):
    """Follows the keys on the page; whatever else happens there closes the list."""

    def __init__(self, editor: SpeechEditor, context: AppContext) -> None:
        super().__init__(editor)
        self._editor = editor
        self._context = context
        self._popup: CompletionPopup | None = None
        self._typed = 0
        self._is_asked = False
        self._is_taken = False
        self._shown_revision = -1
        self._is_attending = False
        self._followed_revision = editor.revision
        self._is_open = False
        self.is_automatic = True
        # Asked before a list comes by itself: where Tab has a meaning of its own none does.
        self.is_in_the_way: Callable[[], bool] = lambda: False
        self._job = LatestJob(self)
        self._job.succeeded.connect(self._take)
        self._job.failed.connect(self._fail)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY_MS)
        self._timer.timeout.connect(self._look_up_begun)
        editor.text_settled.connect(self._note_settled)

    def open(self) -> None:
        """Begin to look up (the use cases may be imported from now on)."""
        self._is_open = True

    def shut_down(self) -> None:
        """Stop and wait."""
        self._is_open = False
        self._timer.stop()
        self._job.shut_down()

    @property
    def is_shown(self) -> bool:
        """Return whether the list is in sight."""
        return self._popup is not None and self._popup.isVisible()

    def ask(self) -> None:
        """Show what fits at the caret, with the first phrase chosen."""
        if self._is_open and not self._editor.is_composing:
            self._look_up(is_asked=True)

    def close(self) -> None:
        """Show nothing any more."""
        self._timer.stop()
        if not self._is_attending:
            return
        self._attend(is_wanted=False)
        self._job.cancel()
        if self._popup is not None:
            self._popup.hide()

    def _attend(self, *, is_wanted: bool) -> None:
        """Follow each key and step on the page: only while a list is looked up or shown."""
        if is_wanted == self._is_attending:
            return
        self._is_attending = is_wanted
        editor = self._editor
        if is_wanted:
            editor.installEventFilter(self)
            editor.text_changed.connect(self._note_change)
            editor.cursorPositionChanged.connect(self._note_move)
        else:
            editor.removeEventFilter(self)
            editor.text_changed.disconnect(self._note_change)
            editor.cursorPositionChanged.disconnect(self._note_move)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the list's own keys; composing and leaving the page close it."""
        # Six events come with each key: what is none of ours is to be told at once.
        if isinstance(event, QInputMethodEvent):
            if event.preeditString():
                self.close()
        elif isinstance(event, QKeyEvent):
            is_press = event.type() is QEvent.Type.KeyPress
            if is_press and self._popup is not None and self._popup.isVisible():
                return self._press(self._popup, event)
        elif isinstance(event, QFocusEvent) and event.lostFocus():
            self.close()
        return False

    def _press(self, popup: CompletionPopup, event: QKeyEvent) -> bool:
        """Return whether the key was the list's."""
        key = event.key()
        takes = key == Qt.Key.Key_Tab or (popup.is_asked and key in _ENTER)
        if key == Qt.Key.Key_Escape:
            self.close()
        elif takes and not event.modifiers():
            if self._job.is_busy:
                self._is_taken = True  # as soon as what was typed last has narrowed the list
            else:
                popup.accept()
        elif popup.is_asked and key in _WALK:
            popup.walk(_WALK[Qt.Key(key)])
        else:
            return False
        return True

    def _note_settled(self) -> None:
        """What is written while no list is attended to is told of when the page is painted."""
        if self._followed_revision != self._editor.revision:
            self._note_change()

    def _note_change(self) -> None:
        self._followed_revision = self._editor.revision
        was_typing = self._editor.take_typed()
        if was_typing and self._popup is not None and self.is_shown and self._popup.is_asked:
            self._look_up(is_asked=True)  # what is typed narrows the list that was asked for
            return
        self.close()
        if was_typing and self.is_automatic and self._is_open:
            self._timer.start()

    def _note_move(self) -> None:
        """Moving the caret without writing closes the list."""
        if self.is_shown and self._editor.revision == self._shown_revision:
            self.close()

    def _look_up_begun(self) -> None:
        editor = self._editor
        if editor.is_composing or not editor.hasFocus() or len(editor.selected_span()):
            return
        before = editor.caret().before
        is_first_line = "\n" not in before.lstrip()  # a title, and phrases are none
        if is_first_line or self.is_in_the_way():
            return
        if self._context.use_cases.writing.is_begun(before):
            self._look_up(is_asked=False)

    def _look_up(self, *, is_asked: bool) -> None:
        self._attend(is_wanted=True)
        caret, text = self._editor.caret(), self._editor.text()
        self._followed_revision = self._editor.revision  # what was written by now closes nothing
        self._is_asked, self._is_taken = is_asked, False
        complete = self._context.use_cases.writing.complete

        def work(_should_stop: Callable[[], bool]) -> object:
            return complete(caret.before, caret.section, caret.topic, text, is_asked=is_asked)

        self._job.start(work, self._editor.revision)

    def _take(self, result: JobResult) -> None:
        editor = self._editor
        completion: Completion = result.value  # type: ignore[assignment]  # ours
        is_stale = result.revision != editor.revision or editor.is_composing
        if is_stale or not completion.suggestions or not editor.isVisible():
            self.close()
            return
        if self._popup is None:
            from ui.panels.completion_popup import CompletionPopup

            self._popup = CompletionPopup(editor)
            self._popup.chosen.connect(self._insert)
        self._typed, self._shown_revision = completion.typed, editor.revision
        place = editor.cursorRect()
        caret = QRect(editor.viewport().mapTo(editor, place.topLeft()), place.size())
        self._popup.show_at(caret, completion.suggestions, is_asked=self._is_asked)
        if self._is_taken:
            self._popup.accept()

    def _insert(self, phrase: str) -> None:
        """Put the phrase in the place of what was typed of it, as one step."""
        editor = self._editor
        selected = editor.selected_span()
        place = Span(max(selected.start - self._typed, 0), selected.end)
        words = fitted_phrase(phrase, editor.text(), place)
        editor.replace([TextEdit(place, words)])
        end = place.start + len(words)
        slot = next_slot(words, Span(0, 0))
        chosen = Span(end, end) if slot is None else slot.shifted(place.start)
        editor.select(chosen)
        editor.setFocus()

    def _fail(self, error: Exception) -> None:
        self._context.report_own(error)
