"""The sessions that make files, keep versions and know the office, named in one place.

PySide reads the source of every module that is imported from within a function; of those that
come with it, it does not.
"""

from __future__ import annotations

from ui.main_window.elsewhere_session import ElsewhereSession
from ui.main_window.import_notes import ImportNotes
from ui.main_window.layout_session import LayoutSession
from ui.main_window.office_session import OfficeSession
from ui.main_window.output_session import OutputSession
from ui.main_window.papers_session import PapersSession
from ui.main_window.resume_session import ResumeSession
from ui.main_window.version_session import VersionSession
from ui.main_window.view_commands import ViewCommands

__all__ = [
    "ElsewhereSession",
    "ImportNotes",
    "LayoutSession",
    "OfficeSession",
    "OutputSession",
    "PapersSession",
    "ResumeSession",
    "VersionSession",
    "ViewCommands",
]
