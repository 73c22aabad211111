"""The sessions that make files, keep versions, count and know the office, named in one place.

PySide reads the source of every module that is imported from within a function; of those that
come with it, it does not.
"""

from __future__ import annotations

from ui.main_window.checking.office import OfficeSession
from ui.main_window.checking.statistics import StatisticsSession
from ui.main_window.document.import_notes import ImportNotes
from ui.main_window.frame.view_commands import ViewCommands
from ui.main_window.keeping.elsewhere import ElsewhereSession
from ui.main_window.keeping.resuming import ResumeSession
from ui.main_window.keeping.versions import VersionSession
from ui.main_window.papers.comparison import ComparisonSession
from ui.main_window.papers.layouts import LayoutSession
from ui.main_window.papers.output import OutputSession
from ui.main_window.papers.remarks import RemarksSession
from ui.main_window.papers.tasks import TaskSession

__all__ = [
    "ComparisonSession",
    "ElsewhereSession",
    "ImportNotes",
    "LayoutSession",
    "OfficeSession",
    "OutputSession",
    "RemarksSession",
    "ResumeSession",
    "StatisticsSession",
    "TaskSession",
    "VersionSession",
    "ViewCommands",
]
