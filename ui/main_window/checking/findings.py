"""Walk the findings, mend them, ignore them, explain them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from drafting.errors import DraftingError
from drafting.model.severity import Applicability, IgnoreReach
from ui.main_window.checking.unfinished_end import UnfinishedEnd
from ui.main_window.document.work import DraftWork

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.finding import Finding, Fix
    from drafting.text.edits import TextEdit
    from drafting.text.span import Span
    from drafting.workspace.live.draft import CheckedStep
    from ui.main_window.document.work import DraftPlace
    from ui.panels.findings_panel import FindingsPanel


class FindingCommands(DraftWork):
    """Holds the findings of the last check and acts on them.

    A fix is made only while its finding belongs to the text as it stands; otherwise the next
    check, which is under way, brings it again.
    """

    changed = Signal()
    recheck_wanted = Signal()

    def __init__(self, place: DraftPlace, panel: FindingsPanel) -> None:
        super().__init__(place)
        self._panel = panel
        self._findings: tuple[Finding, ...] = ()
        self._held: tuple[Finding, ...] = ()
        self._end = UnfinishedEnd(place.editor)
        self._end.passed.connect(self._show_held)
        self._revision = -1
        self._suppressed = 0
        panel.finding_chosen.connect(self.reveal)
        panel.place_chosen.connect(self.reveal_place)
        panel.fix_requested.connect(self.fix)
        panel.ignore_requested.connect(self.ignore)
        panel.reason_requested.connect(self.explain)
        panel.fix_all_safe_requested.connect(self.fix_all_safe)
        panel.group_fix_requested.connect(self.fix_safe)
        panel.group_ignore_requested.connect(self.ignore_group)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return what the last check found."""
        return self._findings

    @property
    def is_known(self) -> bool:
        """Return whether the draft was checked at all, as it stands or as it was before."""
        return self._revision >= 0

    @property
    def is_current(self) -> bool:
        """Return whether the findings belong to the text as it stands."""
        return self._revision == self._editor.revision

    def take(self, checked: CheckedStep) -> None:
        """Show a new report, without what lies at an end that is still being written."""
        self._suppressed = checked.report.suppressed
        findings = checked.report.findings
        self._held = tuple(one for one in findings if self._end.covers(one.span))
        self._show(tuple(one for one in findings if one not in self._held))

    def hold_nothing(self) -> None:
        """Show what was found at an end that is still being written, too."""
        self._end.pass_now()

    def _show_held(self) -> None:
        held, self._held = self._held, ()
        if held and self.is_current:
            self._show((*self._findings, *held))

    def clear(self) -> None:
        """Show that nothing is known."""
        self._findings, self._held, self._revision = (), (), -1
        self._panel.show_checking()
        self.changed.emit()

    def fail(self, reason: str) -> None:
        """Say that a check was not completed."""
        self._panel.show_failure(reason)

    def next(self) -> None:
        """Go to the next finding; the first time to the first one after the caret."""
        self._walk(1)

    def previous(self) -> None:
        """Go to the finding before."""
        self._walk(-1)

    def reveal(self, finding: Finding) -> None:
        """Show the place of ``finding`` in the text."""
        if self.is_current:
            self._editor.reveal(finding.span)

    def reveal_place(self, span: Span) -> None:
        """Show a related place."""
        if self.is_current:
            self._editor.reveal(span)

    def fix_current(self) -> None:
        """Make the first fix of the marked finding."""
        finding = self._panel.current()
        if finding is None:
            self.told.emit("请先用 F7 选一处问题。")
        elif not finding.fixes:
            self.told.emit("这一处没有现成的改法，请直接在稿件中修改。")
        else:
            self.fix(finding, finding.fixes[0])

    def fix(self, finding: Finding, fix: Fix) -> None:
        """Make one fix as one step of the undo history."""
        if not self.is_current:
            self.told.emit("稿件刚有改动，正在重新校核，请稍候再改。")
            return
        self._mend(fix.edits, finding)
        self._editor.setFocus()

    def fix_all_safe(self) -> None:
        """Make every fix that needs no thought, as one step; overlapping ones wait."""
        self.fix_safe(self._findings)

    def fix_safe(self, findings: Sequence[Finding]) -> None:
        """Make the fixes of these findings that need no thought, as one step."""
        if not self.is_current:
            self.told.emit("稿件刚有改动，正在重新校核，请稍候再改。")
            return
        edits, count = _safe_edits(findings)
        if not edits:
            self.told.emit("没有可以一并改好的问题，请逐处看。")
            return
        self._mend(edits)
        self.told.emit(f"已改好 {count} 处，可用 Ctrl+Z 一次撤销。")

    def ignore_current(self) -> None:
        """Ignore the marked finding at its place."""
        finding = self._panel.current()
        if finding is None:
            self.told.emit("请先用 F7 选一处问题。")
        else:
            self.ignore(finding, IgnoreReach.PLACE)

    def ignore(self, finding: Finding, reach: IgnoreReach) -> None:
        """Do not show ``finding`` any more, as far as ``reach`` says."""
        if not self.is_current:
            self.told.emit("稿件刚有改动，正在重新校核，请稍候再试。")
            return
        text = self._editor.text()
        try:
            suppression = self._context.use_cases.ignore(finding, text, reach)
        except DraftingError as error:
            self.told.emit(str(error))
            return
        if reach is not IgnoreReach.OFFICE:
            self._session.add_suppression(suppression)
        self._editor.clear_chosen()
        self._suppressed += 1
        self._panel.leave(finding)
        self._show(tuple(one for one in self._findings if one is not finding))
        self.recheck_wanted.emit()

    def ignore_group(self, findings: Sequence[Finding]) -> None:
        """Show these no more, each at its place in this draft."""
        if not self.is_current:
            self.told.emit("稿件刚有改动，正在重新校核，请稍候再试。")
            return
        text, cases = self._editor.text(), self._context.use_cases
        for finding in findings:
            self._session.add_suppression(cases.ignore(finding, text, IgnoreReach.PLACE))
        self._editor.clear_chosen()
        self._suppressed += len(findings)
        gone = {id(one) for one in findings}
        self._show(tuple(one for one in self._findings if id(one) not in gone))
        self.told.emit(f"已忽略 {len(findings)} 处，可在“已忽略”里取回。")
        self.recheck_wanted.emit()

    def explain_current(self) -> None:
        """Show the reason of the marked finding."""
        finding = self._panel.current()
        if finding is None:
            self.told.emit("请先用 F7 选一处问题。")
        else:
            self.explain(finding.code)

    def explain(self, code: str) -> None:
        """Show the rule: reason, source, examples."""
        from ui.dialogs.checking.reason import show_reason

        try:
            rule = self._context.use_cases.rule(code)
        except DraftingError as error:
            self.told.emit(str(error))
            return
        show_reason(self._panel.window(), rule)

    def _walk(self, step: int) -> None:
        self.hold_nothing()
        if not self._findings:
            self.told.emit("没有发现问题。" if self.is_current else "正在校核…")
            return
        self.told.emit("")  # what was asked for is done
        if step > 0:
            self._panel.choose_next(self._editor.caret_position())
        else:
            self._panel.choose_previous()

    def _mend(self, edits: Sequence[TextEdit], mended: Finding | None = None) -> None:
        """Make ``edits`` as one step; what they do not touch stays known, so that nobody waits.

        The check that follows at once tells what the edits themselves have brought.
        """
        self._editor.clear_chosen()
        self._held = ()
        self._editor.replace(edits)
        if mended is not None:
            self._panel.leave(mended)
        moved = (one.after(edits) for one in self._findings if one is not mended)
        self._show(tuple(one for one in moved if one is not None))
        self.recheck_wanted.emit()

    def _show(self, findings: tuple[Finding, ...]) -> None:
        self._findings = findings
        self._revision = self._editor.revision
        self._panel.show_findings(findings, self._editor.text(), self._suppressed)
        self._editor.show_findings(findings, self._revision)
        self.changed.emit()


def _safe_edits(findings: Sequence[Finding]) -> tuple[list[TextEdit], int]:
    """Return the edits of all safe fixes that do not touch each other, and how many fixes."""
    chosen: list[TextEdit] = []
    count = 0
    for finding in findings:
        fix = next((one for one in finding.fixes if one.applicability is Applicability.SAFE), None)
        if fix is None or not fix.edits:
            continue
        free = all(
            edit.span.end <= other.span.start or edit.span.start >= other.span.end
            for edit in fix.edits
            for other in chosen
            if edit.span != other.span or len(edit.span)
        )
        if free and not any(edit in chosen for edit in fix.edits):
            chosen.extend(fix.edits)
            count += 1
    return chosen, count
