"""What a draft shares with other speeches: those of its meeting and those of the library."""

from __future__ import annotations

import contextlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from drafting.errors import LibraryProblem
from drafting.lexicons.lexicons import load_lexicons
from drafting.model.overlap import OtherSpeech, OverlapReport
from drafting.workspace.library.opening import default_library, opened_library

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.corpus.overlap import LibraryOverlap
    from drafting.model.draft import Draft
    from drafting.settings.profile import OfficeProfile


class PastSpeeches:
    """The overlap with one library, which stays open; a library that fails has no speeches.

    Calls may come from any one thread at a time.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stack = contextlib.ExitStack()
        self._overlap: LibraryOverlap | None = None

    def overlap(
        self, text: str, profile: OfficeProfile, except_for: Sequence[str] = ()
    ) -> OverlapReport:
        """Return what ``text`` shares with past speeches, itself and ``except_for`` left out."""
        try:
            return self._opened().overlap(
                text, profile.own_names, level=profile.level, except_for=except_for
            )
        except LibraryProblem:  # told where the library itself is used; a draft is checked on
            self.close()
            return OverlapReport()

    def open(self) -> None:
        """Open the library.

        Raises:
            LibraryProblem: it cannot be opened.
        """
        self._opened()

    def close(self) -> None:
        """Let go of the library; the next call opens it again."""
        if self._overlap is not None:
            self._overlap.close()
        self._overlap = None
        self._stack.close()

    def _opened(self) -> LibraryOverlap:
        if self._overlap is None:
            from drafting.corpus.overlap import LibraryOverlap
            from drafting.mining.formulae import formula_bank

            library = self._stack.enter_context(opened_library(self._path))
            self._overlap = LibraryOverlap(library, formula_bank(load_lexicons()))
        return self._overlap


class LibraryLookups:
    """Keeps the library open that was asked for last."""

    def __init__(self) -> None:
        self._path: Path | None = None
        self._speeches: PastSpeeches | None = None

    def lookup(self, path: Path | str | None) -> PastSpeeches | None:
        """Return the past speeches in a library, None where there is no such file."""
        path = None if path is None else Path(path)
        if path != self._path and self._speeches is not None:
            self._speeches.close()
            self._speeches = None
        self._path = path
        if self._speeches is None and path is not None and path.is_file():
            self._speeches = PastSpeeches(path)
        return self._speeches

    def required(self, path: Path | None) -> PastSpeeches | None:
        """Return the past speeches in a library; None without one, or where the user has none yet.

        Raises:
            LibraryProblem: the library named cannot be opened.
        """
        if path is None or (path == default_library() and not path.exists()):
            return None
        speeches = self.lookup(path) or PastSpeeches(path)
        speeches.open()
        return speeches


@cache
def shared_lookups() -> LibraryLookups:
    """Return the look-ups of this process, which keep one library open."""
    return LibraryLookups()


def find_overlap(
    draft: Draft,
    profile: OfficeProfile,
    beside: Sequence[tuple[str, Draft]] = (),
    library: PastSpeeches | None = None,
) -> OverlapReport:
    """Return what ``draft`` shares with the speeches ``beside`` it (each under a name) and others.

    What both a speech beside it and one of the library hold is reported for the former.
    """
    from drafting.mining.formulae import formula_bank
    from drafting.mining.overlap import compare_with, joined

    others = [OtherSpeech(name, other.title or name, other.text) for name, other in beside]
    bank = formula_bank(load_lexicons())
    report = compare_with(draft.text, others, bank, profile.own_names)
    if library is None:
        return report
    return joined(draft.text, report, library.overlap(draft.text, profile))
