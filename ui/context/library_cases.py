"""What the window asks of the library of past speeches; imported when it is first needed.

Every method may be called from a worker thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from drafting.corpus.housekeeping import LibraryStats
    from drafting.corpus.search import SearchHit
    from drafting.model.overlap import SharedPassage
    from drafting.model.particulars import Particulars
    from drafting.model.speech import SpeechRecord
    from drafting.text.span import Span
    from drafting.workspace.library.import_service import ImportOutcome
    from drafting.workspace.library.importing import ImportProgress
    from drafting.workspace.live.overlap import SharedWording
    from drafting.workspace.writing.templating import DerivedSpeech


class LibraryCases:
    """The user's own library; one that is not there yet is empty, and is made by adding to it."""

    def path(self) -> Path:
        """Return where the library lies."""
        from drafting.workspace.library.opening import default_library

        return default_library()

    def list_speeches(self) -> list[SpeechRecord]:
        """Return all speeches without their texts, the newest first.

        Raises:
            LibraryProblem: the library cannot be read.
        """
        from drafting.workspace.library.speeches import list_speeches

        return list_speeches(self.path()) if self.path().exists() else []

    def show(self, speech: int) -> SpeechRecord:
        """Return one speech with its text.

        Raises:
            LibraryProblem: there is no such speech, or the library cannot be read.
        """
        from drafting.workspace.library.speeches import show_speech

        return show_speech(self.path(), speech)

    def search(
        self, written: str, *, kind: str = "", year: str = "", speaker: str = "", limit: int = 100
    ) -> list[SearchHit]:
        """Return the speeches that hold what is written, the newest first.

        An empty ``kind``, ``year`` or ``speaker`` lets every speech through.

        Raises:
            LibraryProblem: the library cannot be read.
        """
        from drafting.corpus.search import SearchFilter
        from drafting.model.particulars import SpeechType
        from drafting.workspace.library.speeches import search_library

        if not self.path().exists():
            return []
        only = SearchFilter(
            SpeechType(kind) if kind else None,
            int(year) if year else None,
            speaker or None,
        )
        return search_library(self.path(), written, only=only, limit=limit)

    def show_found(self, speech: int, written: str) -> tuple[SpeechRecord, tuple[Span, ...]]:
        """Return one speech with its text, and the places in it that were looked for.

        Raises:
            LibraryProblem: there is no such speech, or the library cannot be read.
        """
        from drafting.workspace.library.speeches import found_places

        record = self.show(speech)
        return record, found_places(record.text, written)

    def beside(self, own: str, passage: SharedPassage) -> SharedWording:
        """Return ``own``, a passage of the draft, beside the one in its source.

        Raises:
            LibraryProblem: the source is gone, or the library cannot be read.
        """
        from drafting.workspace.live.overlap import side_by_side

        return side_by_side(own, passage.source_span.of(self.show(int(passage.source)).text))

    def describe(self, speech: int, title: str, particulars: Particulars) -> None:
        """Set a speech's title and all its particulars.

        Raises:
            LibraryProblem: it could not be written.
        """
        from drafting.workspace.library.speeches import describe_speech

        describe_speech(self.path(), speech, title, particulars)

    def remove(self, speeches: Sequence[int] = (), *, starters: bool = False) -> int:
        """Remove speeches, or what the program brought, without a trace; return how many.

        Raises:
            LibraryProblem: nothing was removed.
        """
        from drafting.workspace.library.speeches import remove_speeches

        return len(remove_speeches(self.path(), speeches, starters=starters).removed)

    def stats(self) -> LibraryStats | None:
        """Return what the library holds, None where there is none.

        Raises:
            LibraryProblem: it cannot be read.
        """
        from drafting.workspace.library.upkeep import library_stats

        return library_stats(self.path()) if self.path().exists() else None

    def verify(self, stop: Callable[[], bool], notices: list[str]) -> list[str]:
        """Return what is wrong with the library and mend what can be mended.

        Raises:
            LibraryProblem: it cannot be opened.
        """
        from drafting.workspace.library.upkeep import verify_library

        if not self.path().exists():
            return []
        return verify_library(self.path(), stop=stop, on_notice=notices.append)

    def back_up(self, target: Path, on_progress: Callable[[float], None]) -> None:
        """Copy the library into a single file.

        Raises:
            DraftingError: it could not be read or written.
        """
        from drafting.workspace.library.upkeep import backup_library

        backup_library(self.path(), target, on_progress=on_progress)

    def add(
        self,
        paths: Sequence[Path | str],
        stop: Callable[[], bool],
        on_progress: Callable[[ImportProgress], None],
        *,
        starters: bool = False,
    ) -> ImportOutcome:
        """Add files and folders, or the speeches that the program brings, in a child process.

        Raises:
            DraftingError: it could not go on; what is stored stays.
        """
        from drafting.workspace.library.import_service import import_speeches

        return import_speeches(
            paths, self.path(), starters=starters, stop=stop, on_progress=on_progress
        )

    def skeleton(self, speech: int) -> DerivedSpeech:
        """Return the skeleton of a speech and the draft that remembers the speech.

        Raises:
            LibraryProblem: there is no such speech, or the library cannot be read.
        """
        from drafting.workspace.writing.templating import template_from_speech

        return template_from_speech(self.path(), speech)
