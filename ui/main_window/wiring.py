"""Connect the parts of the window with each other; the only place that does."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.main_window.desk import Desk
from ui.main_window.document_session import DocumentSession
from ui.main_window.draft_status import DraftStatus
from ui.main_window.edit_commands import EditCommands
from ui.main_window.opening_wait import OpeningWait
from ui.main_window.recovery_session import RecoverySession
from ui.main_window.start_session import StartSession

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from drafting.model.draft import Draft
    from drafting.text.span import Span
    from ui.context.app_context import AppContext
    from ui.main_window.check_session import CheckSession, Structure
    from ui.main_window.finding_commands import FindingCommands
    from ui.main_window.import_notes import ImportNotes
    from ui.main_window.library_desk import LibraryDesk
    from ui.main_window.office_session import OfficeSession
    from ui.main_window.output_session import OutputSession
    from ui.main_window.papers_session import PapersSession
    from ui.main_window.suggestion_session import SuggestionSession
    from ui.main_window.version_session import VersionSession
    from ui.main_window.view_commands import ViewCommands
    from ui.main_window.window import MainWindow
    from ui.main_window.writing_desk import WritingDesk


_CARET_DELAY_MS = 40
_PAINT_MS = 5


class Wiring(QObject):
    """The sessions of one window and what passes between them.

    At first there is what a page needs to be written on; the rest is built piece by piece between
    the events that follow, and ``completed`` is emitted. An action of what is not there yet
    builds all of it. ``is_warm`` tells whether the use cases were imported, so that what needs
    them has begun.
    """

    completed = Signal()

    checks: CheckSession
    findings: FindingCommands
    suggestions: SuggestionSession
    library_desk: LibraryDesk
    output: OutputSession
    versions: VersionSession
    office: OfficeSession
    papers: PapersSession
    import_notes: ImportNotes
    writing: WritingDesk
    views: ViewCommands

    def __init__(self, window: MainWindow, context: AppContext) -> None:
        super().__init__(window)
        self.window = window
        self.context = context
        self.desk = desk = Desk(window, context)
        self.document = DocumentSession(window, desk.editor, context)
        self.start = StartSession(window, desk, self.document, context)
        self.opening_wait = OpeningWait(desk, self.document)
        self.recovery = RecoverySession(window, desk.editor, self.document, context)
        self.status = DraftStatus(window, desk, self.document)
        self.edits = EditCommands(window.actions_by_id, desk.editor, self.document, context)
        self.is_warm = False
        self._caret_timer = QTimer(self)  # one look at the outline for all keys of a moment
        self._caret_timer.setSingleShot(True)
        self._caret_timer.setInterval(_CARET_DELAY_MS)
        self._caret_timer.timeout.connect(self._note_caret)
        self._pieces = QTimer(self)
        self._pieces.setSingleShot(True)
        self._pieces.timeout.connect(self._build_piece)
        self._connect_page()
        self._steps = [
            desk.build_panels,
            self._build_checking,
            desk.build_side,
            self._build_library,
            self._build_writing,
            self._build_papers,
            self._connect_sessions,
            self._catch_up,
        ]
        window.actions_by_id.complete = self.complete
        window.ask_to_leave = self._leave_program

    @property
    def is_complete(self) -> bool:
        """Return whether all sessions are there."""
        return not self._steps

    def begin(self, paths: Sequence[str]) -> None:
        """Open the first file given or connect the start page; then build the rest."""
        if paths:
            self.document.open_path(Path(paths[0]))
        else:
            self.start.show_start_page()
        self._pieces.start(0)

    def complete(self) -> None:
        """Build what is still missing, now."""
        while self._steps:
            self._steps.pop(0)()

    def shut_down(self) -> None:
        """Stop all work."""
        self.complete()
        self.context.use_cases.close()
        self.checks.shut_down()
        self.suggestions.shut_down()
        self.writing.shut_down()
        self.library_desk.shut_down()
        self.recovery.shut_down()
        self.versions.shut_down()
        self.document.locks.release_all()
        self.context.shut_down()

    # ---------------------------------------------------------------- building

    def _build_piece(self) -> None:
        """Build one piece, and the next as soon as no event waits."""
        if self._steps:
            self._pieces.start(0)
            self._steps.pop(0)()

    def _build_checking(self) -> None:
        from ui.main_window.check_session import CheckSession
        from ui.main_window.finding_commands import FindingCommands

        editor, context = self.desk.editor, self.context
        self.checks = CheckSession(editor, context, self.document.snapshot, self)
        self.findings = FindingCommands(editor, self.desk.findings, self.document, context)

    def _build_library(self) -> None:
        from ui.main_window.library_desk import LibraryDesk
        from ui.main_window.suggestion_session import SuggestionSession

        desk, context = self.desk, self.context
        self.suggestions = SuggestionSession(desk.editor, desk.phrases, context)
        self.library_desk = LibraryDesk(self.window, desk, self.document, context)

    def _build_writing(self) -> None:
        from ui.main_window.writing_desk import WritingDesk

        self.writing = WritingDesk(
            self.window, self.desk, self.document, self.findings, self.context
        )

    def _build_papers(self) -> None:
        from ui.main_window.import_notes import ImportNotes
        from ui.main_window.office_session import OfficeSession
        from ui.main_window.output_session import OutputSession
        from ui.main_window.papers_session import PapersSession
        from ui.main_window.version_session import VersionSession
        from ui.main_window.view_commands import ViewCommands

        window, editor = self.window, self.desk.editor
        document, context = self.document, self.context
        self.output = OutputSession(window, editor, document, context)
        self.versions = VersionSession(window, editor, document, context)
        self.office = OfficeSession(window, document, context)
        self.papers = PapersSession(window, editor, document, context)
        self.import_notes = ImportNotes(window, editor, document)
        self.views = ViewCommands(window, self.desk, self.output, context)

    def _catch_up(self) -> None:
        """Let what was built meanwhile know the draft that may be open; import the use cases."""
        if self.document.is_open:
            self.versions.begin()
            self.writing.begin()
            if self.desk.editor.draft is not None:
                self.desk.outline.show_draft(self.desk.editor.draft)
        self.completed.emit()
        self.start.begin()
        self.context.jobs.run(self.context.use_cases.warm_up, self._be_warm, self.document.fail)
        self.recovery.offer()

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

    def _connect_page(self) -> None:
        self.document.opened.connect(self._show_opened)
        self.document.open_failed.connect(self._show_start_if_empty)
        self.document.changed.connect(self.status.show_state)
        self.document.told.connect(self.desk.status_line.show_message)
        self.recovery.told.connect(self.desk.status_line.show_message)
        self.recovery.kept.connect(self.status.show_kept)
        self.window.files_dropped.connect(self._open_dropped)
        self.window.actions_by_id.recent_menu.aboutToShow.connect(self._fill_recent)
        self._connect_actions(
            {
                "new": self.start.new_from_dialog,
                "new_blank": self.document.new_blank,
                "open": self.document.choose_and_open,
                "save": self.document.save,
                "save_as": self.document.save_as,
                "quit": self.window.close,
                "template_from": self.start.new_from_old,
                "start_page": self.start.show_start_page,
            }
        )

    def _connect_sessions(self) -> None:
        tell = self.desk.status_line.show_message
        sessions = (
            self.findings,
            self.output,
            self.import_notes,
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
        if self.start.page is not None:
            self.library_desk.take_start_page(self.start.page)
        self.document.opened.connect(self._show_in_panels)
        self.document.changed.connect(self._pause_if_closed)
        self.document.imported.connect(self.import_notes.take)
        self.checks.structure_known.connect(self._show_structure)
        self.checks.findings_known.connect(self.findings.take)
        self.checks.check_failed.connect(self.findings.fail)
        self.checks.rules_failed.connect(self._tell_failed_rules)
        self.findings.changed.connect(self._show_counts)
        self.writing.particulars_changed.connect(self._show_counts)
        self.writing.particulars_changed.connect(self.checks.check_now)
        self.findings.recheck_wanted.connect(self.checks.check_now)
        self.checks.findings_known.connect(self.office.tell_problems)
        self.versions.redline_wanted.connect(self.papers.save_redline)
        self.office.recheck_wanted.connect(self.checks.check_now)
        self.office.scheme_chosen.connect(self.views.choose_scheme)
        self._connect_panels()
        self._connect_actions(
            {
                "export_word": self.output.export_word,
                "preview": self.output.preview,
                "compare_files": self.papers.compare_files,
                "take_marks": self.papers.take_marks,
                "tasks": self.papers.list_tasks,
                "annotate": self._annotate,
                "settings": self.office.show_settings,
                "rules": self.office.show_rules,
                "profile": self.office.show_profile,
                "ignored": self.office.show_ignored,
                "versions": self.versions.show,
                "name_round": self.versions.name_round,
                "phrases": self._ask_phrases,
                "check": self._check_now,
                "next_finding": partial(self._walk, self.findings.next),
                "previous_finding": partial(self._walk, self.findings.previous),
                "fix": self.findings.fix_current,
                "fix_all": self.findings.fix_all_safe,
                "ignore": self.findings.ignore_current,
                "reason": self.findings.explain_current,
                "cleaning_report": self.import_notes.show,
            }
        )

    def _annotate(self) -> None:
        self.findings.hold_nothing()
        if self.findings.is_current:
            self.papers.annotate(self.findings.findings)
        else:
            self.desk.status_line.show_message("正在校核，查完再存批注稿。")
            self.checks.check_now()

    def _connect_actions(self, slots: dict[str, Callable[[], object]]) -> None:
        for action_id, slot in slots.items():
            self.window.actions_by_id.connect_action(action_id, slot)

    def _show_opened(self, draft: Draft | None) -> None:
        self.desk.show()
        if draft is not None:
            self.complete()  # what was read from a file is shown with all that belongs to it
        elif self._steps:
            self._pieces.start(_PAINT_MS)  # first the page

    def _show_in_panels(self, draft: Draft | None) -> None:
        self.findings.clear()
        if draft is not None:
            self.desk.outline.show_draft(draft)
        if self.is_warm:
            self._watch()

    def _show_start_if_empty(self) -> None:
        if not self.document.is_open:
            self.start.show_start_page()

    def _pause_if_closed(self) -> None:
        if not self.document.is_open:
            self.checks.pause()
            self.suggestions.pause()
            self.library_desk.pause()

    def _show_structure(self, structure: Structure) -> None:
        self.status.show_structure(structure)
        self._show_counts()

    def _show_counts(self) -> None:
        self.status.show_counts(self.findings.findings)

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
            if self.findings.is_current:
                self.desk.findings.set_current_position(editor.caret_position())

    def _open_dropped(self, names: list[str]) -> None:
        if len(names) > 1 or Path(names[0]).is_dir():
            self.complete()
            self.library_desk.library.add_dropped(names)
        else:
            self.document.open_path(Path(names[0]))

    # ---------------------------------------------------------------- actions

    def _check_now(self) -> None:
        self.desk.show_panel(self.desk.findings)
        self.findings.hold_nothing()
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
        self.complete()

        def close() -> None:
            self.recovery.forget()
            self.versions.forget_unsaved()
            then()

        self.document.leave(close)
