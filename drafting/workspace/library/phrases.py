"""The library's mined phrases: kept up to date, listed, and looked up at the caret."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from drafting.checks.base import CheckContext
from drafting.checks.runner import run_checks
from drafting.corpus import own_words
from drafting.corpus.phrases_lookup import CorpusPhrases
from drafting.corpus.phrases_lookup import list_phrases as listed
from drafting.corpus.phrases_mining import is_up_to_date, refresh_phrases
from drafting.lexicons.lexicons import load_lexicons
from drafting.parsing.parser import parse_draft
from drafting.templates.skeleton import SLOT
from drafting.workspace.library.opening import ignore_notice, opened_library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from drafting.corpus.library import Library
    from drafting.model.phrase import Phrase
    from drafting.model.speech import SpeechRecord

# Garbled and spun texts, and those with displaced ordinals (from web sites), teach wrong wording.
_UNFIT = ("RS006", "RS008", "ST009")


def refresh_library(path: Path, is_wanted: Callable[[], bool] = lambda: True) -> bool:
    """Bring the phrases of a library up to date; return whether anything changed.

    ``is_wanted`` is asked now and then and ends the work without a change.

    Raises:
        LibraryProblem: the library cannot be read or written.
    """
    with opened_library(path) as library:
        return _refresh(library, is_wanted)


def list_library_phrases(
    path: Path,
    min_documents: int = 2,
    limit: int = 200,
    *,
    on_notice: Callable[[str], None] = ignore_notice,
) -> list[Phrase]:
    """Return the set phrases that at least so many speeches share, the most widely used first.

    Raises:
        LibraryProblem: the library cannot be read.
    """
    with opened_library(path, on_notice) as library:
        _refresh(library)
        return listed(library, min_documents, limit)


@contextlib.contextmanager
def opened_phrases(
    path: Path | None, on_notice: Callable[[str], None] = ignore_notice
) -> Iterator[CorpusPhrases | None]:
    """Lend the phrases of a library, up to date; None where there is no library.

    Raises:
        LibraryProblem: the library cannot be read.
    """
    if path is None or not path.exists():
        yield None
        return
    with opened_library(path, on_notice) as library:
        _refresh(library)
        yield CorpusPhrases(library)


@contextlib.contextmanager
def phrases_as_they_are(path: Path) -> Iterator[tuple[CorpusPhrases | None, bool]]:
    """Lend the phrases without counting anything, and tell if they and the words are up to date.

    Raises:
        LibraryProblem: the library cannot be read.
    """
    if not path.exists():
        yield None, True
        return
    with opened_library(path) as library:
        is_current = is_up_to_date(library) and own_words.is_up_to_date(library)
        yield CorpusPhrases(library), library.read_only or is_current


def _refresh(library: Library, is_wanted: Callable[[], bool] = lambda: True) -> bool:
    if library.read_only or is_up_to_date(library):
        return False
    return refresh_phrases(library, is_fit, is_wanted)


def is_fit(record: SpeechRecord) -> bool:
    """Return whether a speech may teach wording: not garbled, not spun, no slot of it still open.

    The slots of skeletons ({主要任务}) stand in all of them and would be their commonest wording.
    """
    if SLOT.search(record.text):
        return False
    context = CheckContext(load_lexicons())
    return not run_checks(parse_draft(record.text), context, select=_UNFIT).findings
