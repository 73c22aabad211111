"""Set phrases for the caret's place, looked up in the background while the panel is in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from drafting.text.edits import TextEdit
from drafting.text.span import Span
from ui.editor.slots import fitted_phrase, next_slot
from ui.jobs.following_job import FollowingJob

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.context.app_context import AppContext
    from ui.editor.speech_editor import SpeechEditor
    from ui.jobs.latest_job import JobResult
    from ui.panels.phrases_panel import PhrasesPanel

_DELAY_MS = 150
_TITLE_SHOWN = 12


class SuggestionSession(QObject):
    """Follows caret, text and search line; inserts what is chosen."""

    def __init__(self, editor: SpeechEditor, panel: PhrasesPanel, context: AppContext) -> None:
        super().__init__(panel)
        self._editor = editor
        self._panel = panel
        self._context = context
        self._query = ""
        self._place = ""
        self._job = FollowingJob(_DELAY_MS, self)
        self._job.succeeded.connect(self._take)
        self._job.failed.connect(self._fail)
        self._job.due.connect(self._look_up)
        editor.caret_settled.connect(self._job.note_change)
        panel.query_changed.connect(self._narrow)
        panel.phrase_chosen.connect(self._insert)
        panel.rewording_chosen.connect(self._reword)

    def open(self) -> None:
        """Begin to look up (the use cases may be imported from now on)."""
        self._job.open()
        self.refresh()

    def pause(self) -> None:
        """Look nothing up while no draft is shown."""
        self._job.pause()

    def refresh(self) -> None:
        """Look up at once."""
        self._job.hurry()

    def shut_down(self) -> None:
        """Stop and wait."""
        self._job.shut_down()

    def _narrow(self, query: str) -> None:
        self._query = query.strip()
        self.refresh()

    def _look_up(self) -> None:
        if not self._panel.isVisible():
            return
        caret = self._editor.caret()
        text, query = self._editor.text(), self._query
        self._place = caret.place
        if caret.topic and caret.section in ("body", "heading"):
            self._place += f" · {caret.topic[:_TITLE_SHOWN]}"
        suggest = self._context.use_cases.writing.suggest

        def work(_should_stop: Callable[[], bool]) -> object:
            return suggest(caret.before, caret.section, caret.topic, text, query)

        self._job.start(work, self._editor.revision)

    def _take(self, result: JobResult) -> None:
        self._panel.show_suggestions(result.value, self._place)  # type: ignore[arg-type]  # ours

    def _insert(self, phrase: str) -> None:
        """Insert as one step; the first open slot of the phrase is selected, ready to be filled."""
        editor = self._editor
        place = editor.selected_span()
        words = fitted_phrase(phrase, editor.text(), place)
        editor.insert_at_caret(words)
        slot = next_slot(words, Span(0, 0))
        if slot is not None:
            editor.select(Span(place.start + slot.start, place.start + slot.end))
        self._editor.setFocus()

    def _reword(self, phrase: str, words: str) -> None:
        """Say the phrase otherwise where it stands next, as one step; else insert the words."""
        editor = self._editor
        text, caret = editor.text(), editor.caret_position()
        place = text.find(phrase, max(caret - len(phrase) + 1, 0))
        place = text.find(phrase) if place < 0 else place
        if place < 0:  # a frame with slots, which stands nowhere as it is written
            self._insert(words)
            return
        editor.replace([TextEdit(Span(place, place + len(phrase)), words)])
        editor.reveal(Span(place, place + len(words)))
        self.refresh()

    def _fail(self, error: Exception) -> None:
        self._context.report_own(error)
