"""Keep structure and findings in step with the text: debounced, in the background, never stale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.jobs.latest_job import JobResult, LatestJob

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafting.checks.report import CheckReport
    from drafting.workspace.live.draft import CheckedStep
    from drafting.workspace.live.structure import Structure
    from ui.context.app_context import AppContext
    from ui.context.snapshot import TextSnapshot
    from ui.editor.speech_editor import SpeechEditor

STRUCTURE_DELAY_MS = 80
CHECK_DELAY_MS = 300


class CheckSession(QObject):
    """Two jobs: structure soon after a key, the checks when typing pauses, step by step.

    Each step brings all that is known by then: first the paragraphs that changed, then the whole
    draft, then what the library and the speller have to say.

    Every result carries the revision that it belongs to; a result for an older text is dropped
    and the next one is already on its way.
    """

    structure_known = Signal(object)
    findings_known = Signal(object)
    rules_failed = Signal(object)
    check_failed = Signal(str)

    def __init__(
        self,
        editor: SpeechEditor,
        context: AppContext,
        take_snapshot: Callable[[], TextSnapshot],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._context = context
        self._take_snapshot = take_snapshot
        self._structure_job = LatestJob(self)
        self._structure_job.succeeded.connect(self._take_structure)
        self._structure_job.failed.connect(self._fail)
        self._check_job = LatestJob(self)
        self._check_job.succeeded.connect(self._take_check)
        self._check_job.failed.connect(self._fail)
        self._structure_timer = self._timer(STRUCTURE_DELAY_MS, self._start_structure)
        self._check_timer = self._timer(CHECK_DELAY_MS, self._start_check)
        self._asked: TextSnapshot | None = None
        self._shown: CheckReport | None = None
        self._is_open = False
        editor.text_settled.connect(self._note_change)

    @property
    def is_busy(self) -> bool:
        """Return whether a result is still to come."""
        return (
            self._editor.is_settling
            or self._structure_timer.isActive()
            or self._check_timer.isActive()
            or self._structure_job.is_busy
            or self._check_job.is_busy
        )

    def open(self) -> None:
        """Begin to watch the text (the use cases may be imported from now on)."""
        self._is_open = True
        self.check_now()

    def pause(self) -> None:
        """Watch nothing while no draft is shown."""
        self._is_open = False
        for timer in (self._structure_timer, self._check_timer):
            timer.stop()
        for job in (self._structure_job, self._check_job):
            job.cancel()

    def check_now(self) -> None:
        """Check without waiting for a pause."""
        if self._is_open:
            self._structure_timer.start(0)
            self._check_timer.start(0)

    def shut_down(self) -> None:
        """Stop and wait."""
        self.pause()
        self._structure_job.shut_down()
        self._check_job.shut_down()

    def _timer(self, delay: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(delay)
        timer.timeout.connect(slot)
        return timer

    def _note_change(self) -> None:
        if self._is_open:
            self._structure_timer.start(STRUCTURE_DELAY_MS)
            self._check_timer.start(CHECK_DELAY_MS)

    def _start_structure(self) -> None:
        snapshot = self._take_snapshot()
        structure = self._context.use_cases.structure
        self._structure_job.start(lambda _should_stop: structure(snapshot), snapshot.revision)

    def _start_check(self) -> None:
        self._shown = None
        self._ask(self._take_snapshot(), None)

    def _ask(self, snapshot: TextSnapshot, step: str | None) -> None:
        """Have a step of the check done; what is typed meanwhile makes it void."""
        check = self._context.use_cases.check
        self._asked = snapshot
        self._check_job.start(lambda _should_stop: check(snapshot, step), snapshot.revision)

    def _take_structure(self, result: JobResult) -> None:
        structure: Structure = result.value  # type: ignore[assignment]  # what our own work gives
        if result.revision == self._editor.revision:
            self._editor.show_structure(structure.draft, result.revision)
            self.structure_known.emit(structure)

    def _take_check(self, result: JobResult) -> None:
        checked: CheckedStep = result.value  # type: ignore[assignment]  # what our own work gives
        if result.revision != self._editor.revision or self._asked is None:
            return
        if checked.following is not None:  # before the findings are shown: the child goes on
            self._ask(self._asked, checked.following)
        if checked.following is not None and not checked.report.findings:
            return  # that nothing is wrong is known behind the last step
        self._show(checked)

    def _show(self, checked: CheckedStep) -> None:
        report = checked.report
        if self._shown is None or self._shown.findings != report.findings:
            self.findings_known.emit(checked)
        if report.failed_rules and checked.following is None:
            self.rules_failed.emit(report.failed_rules)
        self._shown = report

    def _fail(self, error: Exception) -> None:
        self._context.tell(error, self.check_failed.emit)
