"""What every part of the window is given instead of a global application object."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from drafting.errors import DraftingError
from drafting.files.folders import user_data_folder
from ui.context.use_cases import UseCases
from ui.jobs.background import BackgroundJobs
from ui.settings_store.store import SettingsStore

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class AppContext(NamedTuple):
    """Settings, jobs and use cases; ``report_fault`` takes an exception that is our own bug."""

    data_folder: Path
    settings: SettingsStore
    jobs: BackgroundJobs
    use_cases: UseCases
    report_fault: Callable[[BaseException], None]

    def tell(self, error: Exception, show: Callable[[str], None]) -> None:
        """Let ``show`` say what went wrong in the user's words; report what is our own bug."""
        if isinstance(error, DraftingError):
            show(str(error))
        else:
            self.report_fault(error)

    def report_own(self, error: Exception) -> None:
        """Report what is our own bug, and leave the rest unsaid: help that does not come."""
        self.tell(error, lambda _words: None)

    def shut_down(self) -> None:
        """End all work; call after the window was closed."""
        self.use_cases.close()
        self.jobs.shut_down()
        self.settings.write()


def make_context(report_fault: Callable[[BaseException], None]) -> AppContext:
    """Return the context of one run of the program."""
    folder = user_data_folder()
    return AppContext(
        folder, SettingsStore(folder), BackgroundJobs(), UseCases(folder), report_fault
    )
