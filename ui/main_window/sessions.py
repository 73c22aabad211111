"""All sessions of one window, and what each of them is built from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.main_window.document.opening_wait import OpeningWait
from ui.main_window.document.session import DocumentSession
from ui.main_window.document.start import StartSession
from ui.main_window.document.status import DraftStatus
from ui.main_window.document.work import DraftPlace
from ui.main_window.frame.desk import Desk
from ui.main_window.keeping.recovery import RecoverySession
from ui.main_window.writing.edits import EditCommands

if TYPE_CHECKING:
    from ui.context.app_context import AppContext
    from ui.main_window.checking.findings import FindingCommands
    from ui.main_window.checking.office import OfficeSession
    from ui.main_window.checking.session import CheckSession
    from ui.main_window.checking.statistics import StatisticsSession
    from ui.main_window.document.import_notes import ImportNotes
    from ui.main_window.frame.view_commands import ViewCommands
    from ui.main_window.frame.window import MainWindow
    from ui.main_window.keeping.elsewhere import ElsewhereSession
    from ui.main_window.keeping.resuming import ResumeSession
    from ui.main_window.keeping.versions import VersionSession
    from ui.main_window.library.desk import LibraryDesk
    from ui.main_window.papers.comparison import ComparisonSession
    from ui.main_window.papers.layouts import LayoutSession
    from ui.main_window.papers.output import OutputSession
    from ui.main_window.papers.remarks import RemarksSession
    from ui.main_window.papers.tasks import TaskSession
    from ui.main_window.writing.desk import WritingDesk
    from ui.main_window.writing.suggestions import SuggestionSession


class Sessions(QObject):
    """At first what a page needs to be written on; each ``build_…`` adds some more.

    ``is_warm`` tells whether the use cases were imported, so that what needs them may begin.
    """

    checks: CheckSession
    findings: FindingCommands
    suggestions: SuggestionSession
    library_desk: LibraryDesk
    statistics: StatisticsSession
    output: OutputSession
    layouts: LayoutSession
    resuming: ResumeSession
    versions: VersionSession
    office: OfficeSession
    comparison: ComparisonSession
    remarks: RemarksSession
    tasks: TaskSession
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
        from ui.main_window.checking.findings import FindingCommands
        from ui.main_window.checking.session import CheckSession

        editor, context = self.desk.editor, self.context
        self.checks = CheckSession(editor, context, self.document.snapshot, self)
        self.findings = FindingCommands(self.place, self.desk.findings)

    def build_library(self) -> None:
        """Build what looks into the library; the side panels are there."""
        from ui.main_window.library.desk import LibraryDesk
        from ui.main_window.writing.suggestions import SuggestionSession

        desk, context = self.desk, self.context
        self.suggestions = SuggestionSession(desk.editor, desk.phrases, context)
        self.library_desk = LibraryDesk(self.window, desk, self.document, context)

    def build_writing(self) -> None:
        """Build what helps while one writes; the findings are there."""
        from ui.main_window.writing.desk import WritingDesk

        self.writing = WritingDesk(self.place, self.desk, self.findings)

    def load_late(self) -> None:
        """Import what :meth:`build_late` builds, in a turn of its own."""
        from ui.main_window import late_sessions

        _ = late_sessions

    def build_late(self) -> None:
        """Build what makes files, keeps versions, counts and knows the office."""
        from ui.main_window.late_sessions import (
            ComparisonSession,
            ElsewhereSession,
            ImportNotes,
            LayoutSession,
            OfficeSession,
            OutputSession,
            RemarksSession,
            ResumeSession,
            StatisticsSession,
            TaskSession,
            VersionSession,
            ViewCommands,
        )

        place, desk, context = self.place, self.desk, self.context
        self.output = OutputSession(place)
        self.versions = VersionSession(place)
        self.office = OfficeSession(place)
        self.comparison = ComparisonSession(place)
        self.remarks = RemarksSession(place)
        self.tasks = TaskSession(place)
        self.import_notes = ImportNotes(place)
        self.elsewhere = ElsewhereSession(place)
        self.resuming = ResumeSession(place)
        self.layouts = LayoutSession(place, desk, self.output)
        self.views = ViewCommands(self.window, desk, context)
        self.statistics = StatisticsSession(
            desk.editor, desk.statistics, context, self.document.snapshot
        )

    def watch_if_warm(self) -> None:
        """Let the sessions follow the draft, if what they need was imported."""
        if self.is_warm:
            self.checks.open()
            self.watch_library()

    def watch_library(self) -> None:
        """Let what looks into the library, counts and completes follow the draft."""
        self.suggestions.open()
        self.library_desk.watch()
        self.statistics.open()
        self.writing.open()

    def stop(self) -> None:
        """End what every session still does; all of them are there."""
        self.context.use_cases.close()
        self.checks.shut_down()
        self.suggestions.shut_down()
        self.writing.shut_down()
        self.library_desk.shut_down()
        self.statistics.shut_down()
        self.recovery.shut_down()
        self.versions.shut_down()
        self.elsewhere.shut_down()
        self.document.locks.shut_down()
        self.context.shut_down()
