"""What passes between the sessions of the window once all of them are there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from drafting.model.draft import Draft
    from drafting.model.finding import Finding
    from drafting.text.span import Span
    from drafting.workspace.live.structure import Structure
    from ui.main_window.sessions import Sessions


class SessionLinks(QObject):
    """Connects the sessions with each other, with the panels and with their actions."""

    def __init__(self, sessions: Sessions) -> None:
        super().__init__(sessions)
        self._sessions = sessions
        self._desk = sessions.desk
        self._document = sessions.document
        self._checks = sessions.checks
        self._findings = sessions.findings
        self._connect_messages()
        self._connect_library()
        self._connect_document()
        self._connect_checking()
        self._connect_panels()
        self._connect_actions()

    # ---------------------------------------------------------------- what is connected

    def _connect_messages(self) -> None:
        sessions = self._sessions
        telling = (
            sessions.findings,
            sessions.output,
            sessions.layouts,
            sessions.import_notes,
            sessions.elsewhere,
            sessions.writing,
            sessions.versions,
            sessions.library_desk,
            sessions.office,
            sessions.comparison,
            sessions.remarks,
            sessions.tasks,
        )
        for told in (*(one.told for one in telling), sessions.checks.check_failed):
            told.connect(self._tell)

    def _connect_library(self) -> None:
        sessions = self._sessions
        sessions.library_desk.library.changed.connect(self._checks.check_now)
        sessions.library_desk.library.changed.connect(sessions.suggestions.refresh)
        sessions.library_desk.skeleton_taken.connect(sessions.start.show_skeleton)
        sessions.start.page_shown.connect(sessions.library_desk.take_start_page)
        if sessions.start.page is not None:
            sessions.library_desk.take_start_page(sessions.start.page)

    def _connect_document(self) -> None:
        sessions = self._sessions
        self._document.opened.connect(self._show_in_panels)
        self._document.changed.connect(self._pause_if_closed)
        self._document.export_wanted.connect(self._export_to)
        self._document.imported.connect(sessions.import_notes.take)
        for noting in (sessions.import_notes, sessions.elsewhere):
            noting.offered.connect(self._desk.status_line.show_offer)
        writers = (sessions.output, sessions.comparison, sessions.remarks, sessions.tasks)
        for writing in writers:
            writing.written.connect(self._desk.status_line.show_offers)
        sessions.versions.redline_wanted.connect(sessions.comparison.save_redline)

    def _connect_checking(self) -> None:
        checks, findings, office = self._checks, self._findings, self._sessions.office
        checks.structure_known.connect(self._show_structure)
        checks.findings_known.connect(findings.take)
        checks.check_failed.connect(findings.fail)
        checks.rules_failed.connect(self._tell_failed_rules)
        findings.changed.connect(self._show_counts)
        self._sessions.writing.particulars_changed.connect(self._show_counts)
        self._sessions.writing.particulars_changed.connect(checks.check_now)
        findings.recheck_wanted.connect(checks.check_now)
        checks.findings_known.connect(office.tell_problems)
        office.recheck_wanted.connect(checks.check_now)
        office.scheme_chosen.connect(self._sessions.views.choose_scheme)

    def _connect_panels(self) -> None:
        desk = self._desk
        desk.outline.section_chosen.connect(self._go_to_section)
        desk.tabs.currentChanged.connect(self._sessions.suggestions.refresh)
        desk.tabs.currentChanged.connect(self._sessions.statistics.note_seen)
        desk.findings.ignored_wanted.connect(self._sessions.office.show_ignored)

    def _connect_actions(self) -> None:
        sessions, findings = self._sessions, self._findings
        sessions.window.actions_by_id.connect_actions(
            {
                "export_word": self._export,
                "preview": sessions.output.preview,
                "compare_files": sessions.comparison.compare_files,
                "take_marks": sessions.remarks.take_marks,
                "tasks": sessions.tasks.list_tasks,
                "annotate": self._annotate,
                "settings": sessions.office.show_settings,
                "rules": sessions.office.show_rules,
                "profile": sessions.office.show_profile,
                "ignored": sessions.office.show_ignored,
                "versions": sessions.versions.show,
                "name_round": sessions.versions.name_round,
                "phrases": self._ask_phrases,
                "check": self._check_now,
                "next_finding": partial(self._walk, findings.next),
                "previous_finding": partial(self._walk, findings.previous),
                "fix": findings.fix_current,
                "fix_all": findings.fix_all_safe,
                "ignore": findings.ignore_current,
                "reason": findings.explain_current,
                "cleaning_report": sessions.import_notes.show,
            }
        )

    # ---------------------------------------------------------------- what passes

    def _tell(self, words: str) -> None:
        self._desk.status_line.show_message(words)

    def _show_in_panels(self, draft: Draft | None) -> None:
        self._findings.clear()
        if draft is not None:
            self._desk.outline.show_draft(draft)
        self._sessions.watch_if_warm()

    def _pause_if_closed(self) -> None:
        if not self._document.is_open:
            self._checks.pause()
            self._sessions.suggestions.pause()
            self._sessions.library_desk.pause()
            self._sessions.statistics.pause()

    def _show_structure(self, structure: Structure) -> None:
        self._sessions.status.show_structure(structure)
        self._show_counts()

    def _show_counts(self) -> None:
        findings = self._findings
        self._sessions.status.show_counts(findings.findings, is_checked=findings.is_known)

    def _tell_failed_rules(self, codes: tuple[str, ...]) -> None:
        self._tell(f"{'、'.join(codes)} 没有查成，其余规则的结果仍然有效")

    def _go_to_section(self, span: Span) -> None:
        self._desk.editor.reveal(span)
        self._desk.editor.setFocus()

    # ---------------------------------------------------------------- actions of several sessions

    def _export(self) -> None:
        self._sessions.output.export_word(self._known_findings())

    def _export_to(self, path: Path) -> None:
        self._sessions.output.export_to(path, self._known_findings())

    def _known_findings(self) -> Sequence[Finding]:
        """Return what was found in the text as it stands, to be told with an export."""
        self._findings.hold_nothing()
        return self._findings.findings if self._findings.is_current else ()

    def _annotate(self) -> None:
        self._findings.hold_nothing()
        if self._findings.is_current:
            self._sessions.remarks.annotate(self._findings.findings)
        else:
            self._tell("正在校核，查完再存批注稿。")
            self._checks.check_now()

    def _check_now(self) -> None:
        self._desk.show_panel(self._desk.findings)
        self._findings.hold_nothing()
        self._checks.check_now()

    def _walk(self, step: Callable[[], None]) -> None:
        self._desk.show_panel(self._desk.findings)
        step()

    def _ask_phrases(self) -> None:
        self._desk.show_panel(self._desk.phrases)
        self._sessions.suggestions.refresh()
        self._desk.phrases.focus_search()
