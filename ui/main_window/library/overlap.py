"""查重 while the panel is in sight: in the checking child, stoppable, never stale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.jobs.following_job import FollowingJob
from ui.jobs.latest_job import JobResult, LatestJob

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafting.model.overlap import OverlapReport, SharedPassage
    from drafting.workspace.live.overlap import SharedWording
    from ui.context.app_context import AppContext
    from ui.context.snapshot import TextSnapshot
    from ui.editor.speech_editor import SpeechEditor
    from ui.panels.overlap_panel import OverlapPanel

_DELAY_MS = 900


class OverlapSession(QObject):
    """``counted`` tells how many passages are copied."""

    counted = Signal(int)

    def __init__(
        self,
        editor: SpeechEditor,
        panel: OverlapPanel,
        context: AppContext,
        take_snapshot: Callable[[], TextSnapshot],
    ) -> None:
        super().__init__(panel)
        self._editor = editor
        self._panel = panel
        self._context = context
        self._take_snapshot = take_snapshot
        self._speeches = 0
        self._revision = -1
        self._text = ""
        self._look = FollowingJob(_DELAY_MS, self)
        self._look.succeeded.connect(self._take_report)
        self._look.failed.connect(self._fail)
        self._compare = LatestJob(self)
        self._compare.succeeded.connect(self._take_wording)
        self._compare.failed.connect(self._fail)
        self._look.due.connect(self._look_if_seen)
        editor.text_settled.connect(self._look.note_change)
        panel.passage_shown.connect(self._lay_beside)
        panel.passage_chosen.connect(self._go_to)
        panel.look_wanted.connect(self.look)
        panel.stop_wanted.connect(self._stop)

    @property
    def is_busy(self) -> bool:
        """Return whether an answer is still to come."""
        return self._look.is_busy or self._compare.is_busy

    def open(self) -> None:
        """Begin to look for a draft that is shown."""
        self._look.open()
        self._revision = -1
        self._panel.clear()
        self.counted.emit(0)
        self._look.note_change()

    def pause(self) -> None:
        """Look for nothing while no draft is shown."""
        self._look.pause()

    def note_library(self, speeches: int) -> None:
        """Look again: the library has changed."""
        self._speeches = speeches
        self._revision = -1
        self.note_seen()

    def note_seen(self) -> None:
        """Look if the panel came into sight with an older result."""
        self._look.hurry()

    def look(self) -> None:
        """Look now."""
        if not self._look.is_open:
            return
        snapshot = self._take_snapshot()
        self._panel.show_searching()
        overlap = self._context.use_cases.overlap
        self._text = snapshot.text
        self._look.start(lambda _stop: overlap(snapshot), snapshot.revision)

    def shut_down(self) -> None:
        """Stop and wait."""
        self._look.shut_down()
        self._compare.shut_down()

    def _look_if_seen(self) -> None:
        if self._panel.isVisible() and self._revision != self._editor.revision:
            self.look()

    def _stop(self) -> None:
        self._look.cancel()
        self._panel.show_problem("查重已停下。")

    def _take_report(self, result: JobResult) -> None:
        report: OverlapReport = result.value  # type: ignore[assignment]  # ours
        self._revision = result.revision
        self.counted.emit(len(report.passages))
        self._panel.show_report(report, self._text, self._speeches)

    def _go_to(self, passage: SharedPassage) -> None:
        if self._revision == self._editor.revision:
            self._editor.reveal(passage.span)

    def _lay_beside(self, passage: SharedPassage) -> None:
        own = passage.span.of(self._text)
        beside = self._context.use_cases.library.beside
        self._compare.start(lambda _stop: beside(own, passage))

    def _take_wording(self, result: JobResult) -> None:
        wording: SharedWording = result.value  # type: ignore[assignment]  # ours
        self._panel.show_wording(wording)

    def _fail(self, error: Exception) -> None:
        self._context.tell(error, self._panel.show_problem)
