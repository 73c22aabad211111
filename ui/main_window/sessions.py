"""All sessions of one window, and what each of them is built from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.main_window.desk import Desk
from ui.main_window.document_session import DocumentSession
from ui.main_window.draft_status import DraftStatus
from ui.main_window.draft_work import DraftPlace
from ui.main_window.edit_commands import EditCommands
from ui.main_window.opening_wait import OpeningWait
from ui.main_window.recovery_session import RecoverySession
from ui.main_window.start_session import StartSession

if TYPE_CHECKING:
    from ui.context.app_context import AppContext
    from ui.main_window.check_session import CheckSession
    from ui.main_window.elsewhere_session import ElsewhereSession
    from ui.main_window.finding_commands import FindingCommands
    from ui.main_window.import_notes import ImportNotes
    from ui.main_window.layout_session import LayoutSession
    from ui.main_window.library_desk import LibraryDesk
    from ui.main_window.office_session import OfficeSession
    from ui.main_window.output_session import OutputSession
    from ui.main_window.papers_session import PapersSession
    from ui.main_window.resume_session import ResumeSession
    from ui.main_window.suggestion_session import SuggestionSession
    from ui.main_window.version_session import VersionSession
    from ui.main_window.view_commands import ViewCommands
    from ui.main_window.window import MainWindow
    from ui.main_window.writing_desk import WritingDesk


class Sessions(QObject):
    """At first what a page needs to be written on; each ``build_…`` adds some more.

    ``is_warm`` tells whether the use cases were imported, so that what needs them may begin.
    """

    checks: CheckSession
    findings: FindingCommands
    suggestions: SuggestionSession
    library_desk: LibraryDesk
    output: OutputSession
    layouts: LayoutSession
    resuming: ResumeSession
    versions: VersionSession
    office: OfficeSession
    papers: PapersSession
    import_notes: ImportNotes
    elsewhere: ElsewhereSession
    writing: WritingDesk
    views: ViewCommands

    def __init__(self, window: MainWindow, context: AppContext) -> None:
        super().__init__(window)
        self.window = window
        self.context = context
        self.desk = desk = Desk(window, context)
        self.document = DocumentSession(window, desk.editor, context)
        self.place = place = DraftPlace(window, desk.editor, self.document, context)
        self.start = StartSession(window, desk, self.document, context)
        self.opening_wait = OpeningWait(desk, self.document)
        self.recovery = RecoverySession(place)
        self.status = DraftStatus(window, desk, self.document)
        self.edits = EditCommands(place)
        self.is_warm = False

    def build_checking(self) -> None:
        """Build the checks and what is done with findings; the panels are there."""
        from ui.main_window.check_session import CheckSession
        from ui.main_window.finding_commands import FindingCommands

        editor, context = self.desk.editor, self.context
        self.checks = CheckSession(editor, context, self.document.snapshot, self)
        self.findings = FindingCommands(self.place, self.desk.findings)

    def build_library(self) -> None:
        """Build what looks into the library; the side panels are there."""
        from ui.main_window.library_desk import LibraryDesk
        from ui.main_window.suggestion_session import SuggestionSession

        desk, context = self.desk, self.context
        self.suggestions = SuggestionSession(desk.editor, desk.phrases, context)
        self.library_desk = LibraryDesk(self.window, desk, self.document, context)

    def build_writing(self) -> None:
        """Build what helps while one writes; the findings are there."""
        from ui.main_window.writing_desk import WritingDesk

        self.writing = WritingDesk(self.place, self.desk, self.findings)

    def load_papers(self) -> None:
        """Import what :meth:`build_papers` builds, in a turn of its own."""
        from ui.main_window import paper_sessions

        _ = paper_sessions

    def build_papers(self) -> None:
        """Build what makes files, keeps versions and knows the office."""
        from ui.main_window.paper_sessions import (
            ElsewhereSession,
            ImportNotes,
            LayoutSession,
            OfficeSession,
            OutputSession,
            PapersSession,
            ResumeSession,
            VersionSession,
            ViewCommands,
        )

        place = self.place
        self.output = OutputSession(place)
        self.versions = VersionSession(place)
        self.office = OfficeSession(place)
        self.papers = PapersSession(place)
        self.import_notes = ImportNotes(place)
        self.elsewhere = ElsewhereSession(place)
        self.resuming = ResumeSession(place)
        self.layouts = LayoutSession(place, self.desk, self.output)
        self.views = ViewCommands(self.window, self.desk, self.context)

    def watch_if_warm(self) -> None:
        """Let the sessions follow the draft, if what they need was imported."""
        if self.is_warm:
            self.checks.open()
            self.watch_library()

    def watch_library(self) -> None:
        """Let what looks into the library follow the draft."""
        self.suggestions.open()
        self.library_desk.watch()
        self.writing.open()

    def stop(self) -> None:
        """End what every session still does; all of them are there."""
        self.context.use_cases.close()
        self.checks.shut_down()
        self.suggestions.shut_down()
        self.writing.shut_down()
        self.library_desk.shut_down()
        self.recovery.shut_down()
        self.versions.shut_down()
        self.elsewhere.shut_down()
        self.document.locks.release_all()
        self.context.shut_down()
