"""The speeches of a library: listed, shown, searched, described, removed."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from drafting.corpus import own_words, rescue, speeches
from drafting.corpus.folding import fold
from drafting.corpus.queries import read_query
from drafting.corpus.search import search_speeches
from drafting.errors import LibraryProblem
from drafting.model.particulars import Particulars
from drafting.text.span import Span
from drafting.workspace.library.opening import ignore_notice, opened_library

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from drafting.corpus.library import Library
    from drafting.corpus.search import Order, SearchFilter, SearchHit
    from drafting.model.speech import CorpusChanges, SpeechRecord
    from drafting.workspace.library.opening import Notify


def list_speeches(path: Path, *, on_notice: Notify = ignore_notice) -> list[SpeechRecord]:
    """Return all speeches without their texts, the newest first.

    Raises:
        LibraryProblem: the library cannot be read.
    """
    with opened_library(path, on_notice) as library:
        return speeches.list_speeches(library)


def show_speech(path: Path, speech: int, *, on_notice: Notify = ignore_notice) -> SpeechRecord:
    """Return one speech with its text.

    Raises:
        LibraryProblem: ``unknown-speech``, or the library cannot be read.
    """
    with opened_library(path, on_notice) as library:
        return speeches.get_speech(library, speech)


def search_library(
    path: Path,
    written: str,
    *,
    limit: int = 20,
    only: SearchFilter | None = None,
    order: Order = "date",
    on_notice: Notify = ignore_notice,
) -> list[SearchHit]:
    """Return the speeches that hold what is ``written``, each with its first place.

    Raises:
        LibraryProblem: the library cannot be read.
    """
    with opened_library(path, on_notice) as library:
        return search_speeches(library, written, limit=limit, only=only, order=order)


def found_places(text: str, written: str) -> tuple[Span, ...]:
    """Return every place in ``text`` that a search for what is ``written`` finds, in order."""
    folded = fold(text)
    places = {
        Span(*match.span())
        for phrase in read_query(written).wanted
        for match in phrase.pattern.finditer(folded)
    }
    return tuple(sorted(places))


def edit_speech(
    path: Path, speech: int, *, title: str | None = None, particulars: Particulars | None = None
) -> CorpusChanges:
    """Set a speech's title and those particulars that are given; the others stay.

    Raises:
        LibraryProblem: ``unknown-speech``, or it could not be written.
    """
    with opened_library(path) as library:
        found = speeches.get_speech(library, speech)
        given = particulars or Particulars()
        values = {one.name: getattr(given, one.name) for one in fields(Particulars)}
        known = {name: value for name, value in values.items() if value is not None}
        about = replace(found.particulars, **known)
        return speeches.update_speech(library, speech, title or found.title, about)


def describe_speech(path: Path, speech: int, title: str, particulars: Particulars) -> CorpusChanges:
    """Set a speech's title and all its particulars: what is None is known no longer.

    Raises:
        LibraryProblem: ``unknown-speech``, or it could not be written.
    """
    with opened_library(path) as library:
        return speeches.update_speech(library, speech, title, particulars)


def remove_speeches(
    path: Path,
    ids: Iterable[int] = (),
    *,
    only: SearchFilter | None = None,
    starters: bool = False,
    on_notice: Notify = ignore_notice,
) -> CorpusChanges:
    """Remove the speeches named, those that a filter lets through, or what the program brought.

    Nothing of them stays in the file, in its log, in its copy or in the counts beside it.

    Raises:
        LibraryProblem: an id is unknown, or it could not be written; nothing was removed.
        StorageError: they are removed, but what lies beside the library could not be renewed.
    """
    with opened_library(path, on_notice) as library:
        wanted = list(ids)
        known = {one.id for one in speeches.list_speeches(library)}
        for speech in wanted:
            if speech not in known:
                speeches.get_speech(library, speech)  # tells that there is none
        if only is not None:
            wanted += [one.id for one in speeches.list_speeches(library) if only.lets(one)]
        if starters:
            wanted += [one.id for one in speeches.list_speeches(library) if one.is_starter]
        try:
            changes = speeches.remove_speeches(library, wanted)
        except LibraryProblem as problem:
            if problem.code == "log-kept":  # they are removed, and nothing beside may keep them
                _forget_beside(library)
            raise
        if changes.removed:
            _forget_beside(library)
        return changes


def _forget_beside(library: Library) -> None:
    own_words.forget_words(library.path)
    rescue.renew_copy(library)
