"""Connect the parts of the window with each other; the only place that does."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTime, QTimer

from ui.main_window.check_session import CheckSession, Structure
from ui.main_window.desk import Desk
from ui.main_window.document_session import DocumentSession
from ui.main_window.edit_commands import EditCommands
from ui.main_window.finding_commands import FindingCommands
from ui.main_window.import_notes import ImportNotes
from ui.main_window.library_desk import LibraryDesk
from ui.main_window.office_session import OfficeSession
from ui.main_window.output_session import OutputSession
from ui.main_window.papers_session import PapersSession
from ui.main_window.recovery_session import RecoverySession
from ui.main_window.start_session import StartSession
from ui.main_window.suggestion_session import SuggestionSession
from ui.main_window.version_session import VersionSession
from ui.main_window.view_commands import ViewCommands
from ui.main_window.window import PROGRAM
from ui.main_window.writing_desk import WritingDesk

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from drafting.model.draft import Draft
    from drafting.text.span import Span
    from ui.context.app_context import AppContext
    from ui.main_window.window import MainWindow


_CARET_DELAY_MS = 40


class Wiring(QObject):
    """The sessions of one window and what passes between them.

    ``is_warm`` tells whether the use cases were imported, so that what needs them has begun.
    """

    def __init__(self, window: MainWindow, context: AppContext) -> None:
        super().__init__(window)
        self.window = window
        self.context = context
        self.desk = desk = Desk(window, context)
        self.document = DocumentSession(window, desk.editor, context)
        self.start = StartSession(window, desk, self.document, context)
        self.checks = CheckSession(desk.editor, context, self.document.snapshot, self)
        self.findings = FindingCommands(desk.editor, desk.findings, self.document, context)
        self.suggestions = SuggestionSession(desk.editor, desk.phrases, context)
        self.library_desk = LibraryDesk(window, desk, self.document, context)
        self.output = OutputSession(window, desk.editor, self.document, context)
        self.recovery = RecoverySession(window, desk.editor, self.document, context)
        self.versions = VersionSession(window, desk.editor, self.document, context)
        self.office = OfficeSession(window, self.document, context)
        self.papers = PapersSession(window, desk.editor, self.document, context)
        self.import_notes = ImportNotes(window, desk.editor, self.document)
        self.edits = EditCommands(window.actions_by_id, desk.editor, self.document, context)
        self.writing = WritingDesk(window, desk, self.document, self.findings, context)
        self.views = ViewCommands(window, desk, self.output, context)
        self._characters = 0
        self._minutes = 0.0
        self.is_warm = False
        self._caret_timer = QTimer(self)  # one look at the outline for all keys of a moment
        self._caret_timer.setSingleShot(True)
        self._caret_timer.setInterval(_CARET_DELAY_MS)
        self._caret_timer.timeout.connect(self._note_caret)
        self._connect_sessions()
        self._connect_panels()
        self._connect_actions()
        window.ask_to_leave = self._leave_program

    def begin(self, paths: Sequence[str]) -> None:
        """Open the first file given or connect the start page; import the use cases."""
        if paths:
            self.document.open_path(Path(paths[0]))
        else:
            self.start.show_start_page()
        # The window answers first; what is imported beside it would take its time.
        QTimer.singleShot(0, self._go_on)

    def _go_on(self) -> None:
        self.context.jobs.run(self.context.use_cases.warm_up, self._be_warm, self.document.fail)
        self.recovery.offer()

    def shut_down(self) -> None:
        """Stop all work."""
        self.context.use_cases.close()
        self.checks.shut_down()
        self.suggestions.shut_down()
        self.writing.shut_down()
        self.library_desk.shut_down()
        self.recovery.shut_down()
        self.versions.shut_down()
        self.document.locks.release_all()
        self.context.shut_down()

    def _be_warm(self, _result: object) -> None:
        self.is_warm = True
        self.library_desk.open()
        self.office.tell_problems()
        if self.document.is_open:
            self._watch()

    def _watch(self) -> None:
        self.checks.open()
        self.suggestions.open()
        self.library_desk.watch()
        self.writing.open()

    # ---------------------------------------------------------------- sessions

    def _connect_sessions(self) -> None:
        tell = self.desk.status_line.show_message
        sessions = (
            self.document,
            self.findings,
            self.output,
            self.import_notes,
            self.recovery,
            self.writing,
            self.versions,
            self.library_desk,
            self.office,
            self.papers,
        )
        for told in (*(one.told for one in sessions), self.checks.check_failed):
            told.connect(tell)
        self.library_desk.library.changed.connect(self.checks.check_now)
        self.library_desk.library.changed.connect(self.suggestions.refresh)
        self.start.page_shown.connect(self.library_desk.take_start_page)
        self.document.opened.connect(self._show_opened)
        self.document.open_failed.connect(self._show_start_if_empty)
        self.document.changed.connect(self._show_document_state)
        self.document.imported.connect(self.import_notes.take)
        self.checks.structure_known.connect(self._show_structure)
        self.checks.findings_known.connect(self.findings.take)
        self.checks.check_failed.connect(self.findings.fail)
        self.checks.rules_failed.connect(self._tell_failed_rules)
        self.findings.changed.connect(self._show_counts)
        self.writing.goal_changed.connect(self._show_counts)
        self.findings.recheck_wanted.connect(self.checks.check_now)
        self.checks.findings_known.connect(self.office.tell_problems)
        self.versions.redline_wanted.connect(self.papers.save_redline)
        self.office.recheck_wanted.connect(self.checks.check_now)
        self.office.scheme_chosen.connect(self.views.choose_scheme)
        self.recovery.kept.connect(self._show_kept)
        self.window.files_dropped.connect(self._open_dropped)

    def _show_opened(self, draft: Draft | None) -> None:
        self.desk.show()
        self.findings.clear()
        if draft is not None:
            self.desk.outline.show_draft(draft)
        if self.is_warm:
            self._watch()

    def _show_start_if_empty(self) -> None:
        if not self.document.is_open:
            self.start.show_start_page()

    def _show_document_state(self) -> None:
        document = self.document
        if not document.is_open:
            self.window.setWindowModified(False)
            self.window.setWindowTitle(PROGRAM)
            self.checks.pause()
            self.suggestions.pause()
            self.library_desk.pause()
            return
        read_only = "（只读）" if document.owner else ""
        name = document.name.replace("[*]", "") + read_only
        self.window.setWindowTitle(f"{name}[*] — {PROGRAM}")
        self.window.setWindowModified(document.is_dirty)
        words = "尚未保存" if document.is_dirty else document.saved_words
        self.desk.status_line.show_saved(words)

    def _show_kept(self, is_kept: bool) -> None:  # noqa: FBT001 - Qt's signal
        """The recovery copy was written, or none is wanted."""
        if self.document.is_dirty and not is_kept:
            self.desk.status_line.show_saved("没有自动恢复，请常按 Ctrl+S")
        elif self.document.is_dirty:
            now = QTime.currentTime().toString("HH:mm")
            self.desk.status_line.show_saved(f"已自动保存 {now}")

    def _show_structure(self, structure: Structure) -> None:
        self._characters, self._minutes = structure.characters, structure.minutes
        self.desk.outline.show_draft(structure.draft)
        self.desk.outline.set_current_position(self.desk.editor.caret_position())
        self._show_counts()

    def _show_counts(self) -> None:
        found, known = self.findings.findings, self.document.particulars
        counts = {one.severity: 0 for one in found}
        for finding in found:
            counts[finding.severity] += 1
        self.desk.status_line.show_counts(
            self._characters,
            self._minutes,
            counts,
            slot_minutes=self.document.slot_minutes,
            target=None if known is None else known.target_characters,
        )
        self.desk.show_finding_count(len(found))

    def _tell_failed_rules(self, codes: tuple[str, ...]) -> None:
        self.desk.status_line.show_message(f"有规则没有运行成功：{'、'.join(codes)}")

    # ---------------------------------------------------------------- panels

    def _connect_panels(self) -> None:
        desk = self.desk
        desk.outline.section_chosen.connect(self._go_to_section)
        desk.editor.cursorPositionChanged.connect(self._caret_timer.start)
        desk.tabs.currentChanged.connect(self.suggestions.refresh)
        desk.findings.ignored_wanted.connect(self.office.show_ignored)

    def _go_to_section(self, span: Span) -> None:
        self.desk.editor.reveal(span)
        self.desk.editor.setFocus()

    def _note_caret(self) -> None:
        editor = self.desk.editor
        if editor.draft is not None and not editor.is_composing:
            self.desk.outline.set_current_position(editor.caret_position())

    def _open_dropped(self, names: list[str]) -> None:
        self.document.open_path(Path(names[0]))

    # ---------------------------------------------------------------- actions

    def _connect_actions(self) -> None:
        window, actions = self.window, self.window.actions_by_id
        slots: dict[str, Callable[[], object]] = {
            "new": self.start.new_from_dialog,
            "new_blank": self.document.new_blank,
            "open": self.document.choose_and_open,
            "save": self.document.save,
            "save_as": self.document.save_as,
            "export_word": self.output.export_word,
            "preview": self.output.preview,
            "quit": window.close,
            "compare_files": self.papers.compare_files,
            "take_marks": self.papers.take_marks,
            "tasks": self.papers.list_tasks,
            "settings": self.office.show_settings,
            "rules": self.office.show_rules,
            "profile": self.office.show_profile,
            "ignored": self.office.show_ignored,
            "versions": self.versions.show,
            "name_round": self.versions.name_round,
            "phrases": self._ask_phrases,
            "template_from": self.start.new_from_old,
            "check": self._check_now,
            "next_finding": partial(self._walk, self.findings.next),
            "previous_finding": partial(self._walk, self.findings.previous),
            "fix": self.findings.fix_current,
            "fix_all": self.findings.fix_all_safe,
            "ignore": self.findings.ignore_current,
            "reason": self.findings.explain_current,
            "start_page": self.start.show_start_page,
            "cleaning_report": self.import_notes.show,
        }
        for action_id, slot in slots.items():
            actions.connect_action(action_id, slot)
        actions.recent_menu.aboutToShow.connect(self._fill_recent)

    def _check_now(self) -> None:
        self.desk.show_panel(self.desk.findings)
        self.checks.check_now()

    def _walk(self, step: Callable[[], None]) -> None:
        self.desk.show_panel(self.desk.findings)
        step()

    def _ask_phrases(self) -> None:
        self.desk.show_panel(self.desk.phrases)
        self.suggestions.refresh()
        self.desk.phrases.focus_search()

    def _fill_recent(self) -> None:
        menu = self.window.actions_by_id.recent_menu
        menu.clear()
        for path in self.context.settings.recent_files():
            action = menu.addAction(path.name.replace("&", "&&"))
            action.setToolTip(str(path))
            action.triggered.connect(partial(self.document.open_path, path))
        if menu.isEmpty():
            menu.addAction("（没有）").setEnabled(False)

    def _leave_program(self, then: Callable[[], None]) -> None:
        def close() -> None:
            self.recovery.forget()
            self.versions.forget_unsaved()
            then()

        self.document.leave(close)
