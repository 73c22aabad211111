"""Counts the draft while its statistics are in sight: in the checking child, never stale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.jobs.following_job import FollowingJob

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafting.model.statistics import DraftStatistics
    from drafting.text.span import Span
    from ui.context.app_context import AppContext
    from ui.context.snapshot import TextSnapshot
    from ui.editor.speech_editor import SpeechEditor
    from ui.jobs.latest_job import JobResult
    from ui.panels.statistics_panel import StatisticsPanel

_DELAY_MS = 700


class StatisticsSession(QObject):
    """Fills the panel and goes to the places that are chosen in it."""

    def __init__(
        self,
        editor: SpeechEditor,
        panel: StatisticsPanel,
        context: AppContext,
        take_snapshot: Callable[[], TextSnapshot],
    ) -> None:
        super().__init__(panel)
        self._editor = editor
        self._panel = panel
        self._context = context
        self._take_snapshot = take_snapshot
        self._known: tuple[object, ...] = ()
        self._length = 0
        self._job = FollowingJob(_DELAY_MS, self)
        self._job.succeeded.connect(self._take)
        self._job.failed.connect(self._fail)
        self._job.due.connect(self._count_if_seen)
        editor.text_settled.connect(self._job.note_change)
        panel.place_chosen.connect(self._go_to)

    @property
    def is_busy(self) -> bool:
        """Return whether a count is still to come."""
        return self._job.is_busy

    def open(self) -> None:
        """Begin to count a draft that is shown."""
        self._job.open()
        self._job.hurry()

    def pause(self) -> None:
        """Count nothing while no draft is shown."""
        self._job.pause()

    def note_seen(self) -> None:
        """Count if the panel came into sight with older figures."""
        self._job.hurry()

    def shut_down(self) -> None:
        """Stop and wait."""
        self._job.shut_down()

    def _count_if_seen(self) -> None:
        if not self._panel.isVisible():
            return
        snapshot = self._take_snapshot()
        layout_id = self._editor.page.layout.id
        wanted = (snapshot.revision, snapshot.particulars, layout_id)
        if wanted == self._known:
            return
        self._known, self._length = wanted, len(snapshot.text)
        statistics = self._context.use_cases.statistics
        self._job.start(lambda _stop: statistics(snapshot, layout_id), snapshot.revision)

    def _take(self, result: JobResult) -> None:
        counted: DraftStatistics = result.value  # type: ignore[assignment]  # ours
        if result.revision == self._editor.revision:
            self._panel.show_statistics(counted, self._length)

    def _go_to(self, span: Span) -> None:
        if self._known and self._known[0] == self._editor.revision:
            self._editor.reveal(span)

    def _fail(self, error: Exception) -> None:
        self._known = ()
        self._context.tell(error, self._panel.show_problem)
