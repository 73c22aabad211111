"""Looks through the library as the search line is written in; only the newest answer counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.jobs.latest_job import JobResult, LatestJob

if TYPE_CHECKING:
    from drafting.corpus.search import SearchHit
    from drafting.model.speech import SpeechRecord
    from drafting.text.span import Span
    from ui.context.app_context import AppContext
    from ui.panels.search_box import SearchBox
    from ui.panels.search_panel import SearchPanel

    _Shown = tuple[SpeechRecord, tuple[Span, ...]]

_DELAY_MS = 120
_LIMIT = 100


class SearchSession(QObject):
    """Keeps toolbar field and panel in step, and fills the panel."""

    def __init__(self, panel: SearchPanel, box: SearchBox, context: AppContext) -> None:
        super().__init__(panel)
        self._panel = panel
        self._box = box
        self._context = context
        self._search = LatestJob(self)
        self._search.succeeded.connect(self._take_hits)
        self._search.failed.connect(self._fail)
        self._show = LatestJob(self)
        self._show.succeeded.connect(self._take_speech)
        self._show.failed.connect(self._fail)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY_MS)
        self._timer.timeout.connect(self._look)
        panel.query_changed.connect(self._note_query)
        panel.hit_chosen.connect(self._load)
        box.textChanged.connect(panel.set_query)

    @property
    def is_busy(self) -> bool:
        """Return whether an answer is still to come."""
        return self._timer.isActive() or self._search.is_busy or self._show.is_busy

    def refresh(self) -> None:
        """Look again: the library has changed."""
        if self._panel.is_built:
            self._timer.start(0)

    def shut_down(self) -> None:
        """Stop and wait."""
        self._timer.stop()
        self._search.shut_down()
        self._show.shut_down()

    def _note_query(self) -> None:
        if self._box.text() != self._panel.query():
            self._box.blockSignals(True)  # noqa: FBT003 - Qt's own
            self._box.setText(self._panel.query())
            self._box.blockSignals(False)  # noqa: FBT003 - Qt's own
        self._timer.start()

    def _look(self) -> None:
        words, choice = self._panel.query(), self._panel.choice()
        search = self._context.use_cases.library.search
        if not words:
            self._search.cancel()
            self._panel.show_hits((), _LIMIT)
            return
        self._search.start(
            lambda _stop: search(
                words, kind=choice.kind, year=choice.year, speaker=choice.speaker, limit=_LIMIT
            )
        )

    def _take_hits(self, result: JobResult) -> None:
        hits: list[SearchHit] = result.value  # type: ignore[assignment]  # ours
        self._panel.show_hits(hits, _LIMIT)

    def _load(self, hit: SearchHit) -> None:
        words = self._panel.query()
        show_found = self._context.use_cases.library.show_found
        self._show.start(lambda _stop: show_found(hit.id, words))

    def _take_speech(self, result: JobResult) -> None:
        shown: _Shown = result.value  # type: ignore[assignment]  # ours
        self._panel.show_speech(*shown)

    def _fail(self, error: Exception) -> None:
        self._context.tell(error, self._panel.show_problem)
