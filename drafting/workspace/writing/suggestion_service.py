"""Suggestions for the window: from the user's library as it is, renewed in a child process."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from drafting.errors import DraftingError, LibraryProblem
from drafting.processes.child import ChildProcess, program_command
from drafting.processes.priority import Priority
from drafting.workspace.library.import_service import count_phrases
from drafting.workspace.library.opening import default_library
from drafting.workspace.library.phrases import phrases_as_they_are
from drafting.workspace.writing.suggesting import suggest_for

if TYPE_CHECKING:
    from drafting.model.phrase import Suggestion


class SuggestionService:
    """Looks up phrases at once; what was added to the library is counted in a child."""

    def __init__(self) -> None:
        self._child = ChildProcess(program_command(), priority=Priority.LAST)
        self._renewing: threading.Thread | None = None
        self._ended = threading.Event()

    def suggest(
        self, before: str, section: str | None, topic: str, draft_text: str, query: str
    ) -> list[Suggestion]:
        """Return the set phrases that fit, the best first; a faulty library counts as none."""
        place = (before, section, topic, draft_text, query)
        try:
            with phrases_as_they_are(default_library()) as (library, is_current):
                found = suggest_for(*place, library=library)
        except LibraryProblem:  # said where the library is looked after
            return suggest_for(*place)
        if not is_current:
            self._renew()
        return found

    def close(self) -> None:
        """End the counting; what is not done is done the next time."""
        self._ended.set()
        self._child.close()
        if self._renewing is not None:
            self._renewing.join()

    def _renew(self) -> None:
        if self._ended.is_set() or (self._renewing is not None and self._renewing.is_alive()):
            return
        self._renewing = threading.Thread(target=self._run, name="mine-phrases", daemon=True)
        self._renewing.start()

    def _run(self) -> None:
        try:
            count_phrases(default_library(), self._child)
        except DraftingError:  # a library in use or full: tried again with the next look-up
            return
        finally:
            self._child.close()  # it would hold its memory for the next time
