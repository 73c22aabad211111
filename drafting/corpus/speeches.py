"""The speeches of a library: add, read, change, remove, with all indexes kept in step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.corpus import fingerprint_files, speech_table
from drafting.corpus.folding import fold
from drafting.corpus.indexers import INDEXERS
from drafting.errors import LibraryProblem
from drafting.model.speech import CorpusChanges, DuplicateSpeech

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from drafting.corpus.library import Library
    from drafting.corpus.speech_table import Source
    from drafting.model.particulars import Particulars
    from drafting.model.speech import SpeechRecord

_READ_TOGETHER = 50


def add_speeches(
    library: Library, records: Sequence[SpeechRecord], sources: Sequence[Source | None] = ()
) -> CorpusChanges:
    """Store speeches in one transaction and return what was new and what was there before.

    ``sources`` are the files of the records, in their order; a file that is known in the same
    size and time need not be read again.

    Raises:
        LibraryProblem: nothing was stored.
    """
    new: list[SpeechRecord] = []
    duplicates: list[DuplicateSpeech] = []
    with library.writing() as connection:
        for index, record in enumerate(records):
            known = speech_table.find_by_hash(connection, record.text_hash)
            if known is None:
                folded = fold(record.text)
                stored = speech_table.insert(
                    connection, record, None if folded == record.text else folded
                )
                new.append(stored)
                known = stored.id
            else:
                duplicates.append(DuplicateSpeech(record.source_path, known))
            source = sources[index] if index < len(sources) else None
            if source is not None:
                speech_table.remember_source(connection, source, known)
        if new:
            for indexer in INDEXERS:
                indexer.added(connection, new)
    return CorpusChanges(added=tuple(one.id for one in new), duplicates=tuple(duplicates))


def get_speech(library: Library, speech: int) -> SpeechRecord:
    """Return one speech with its text.

    Raises:
        LibraryProblem: ``unknown-speech``, or the file cannot be read.
    """
    with library.reading() as connection:
        found = speech_table.get(connection, speech)
    if found is None:
        raise _unknown(library, speech)
    return found


def iter_speeches(library: Library, ids: Iterable[int] | None = None) -> Iterator[SpeechRecord]:
    """Yield speeches with their texts in ascending order of ids, all of them or those named.

    The library is free for others between small batches; what they add meanwhile is seen.

    Raises:
        LibraryProblem: the file cannot be read.
    """
    wanted = None if ids is None else sorted(set(ids))
    last = 0
    while True:
        with library.reading() as connection:
            if wanted is None:
                batch = speech_table.read_after(connection, last, _READ_TOGETHER)
            else:
                asked, wanted = wanted[:_READ_TOGETHER], wanted[_READ_TOGETHER:]
                found = [speech_table.get(connection, one) for one in asked]
                batch = [one for one in found if one is not None]
        yield from batch
        if wanted is None and batch:
            last = batch[-1].id
        elif not wanted:
            return


def list_speeches(library: Library) -> list[SpeechRecord]:
    """Return all speeches without texts and parts, the newest first; undated ones last.

    Raises:
        LibraryProblem: the file cannot be read.
    """
    with library.reading() as connection:
        return speech_table.read_list(connection)


def remove_speeches(library: Library, ids: Iterable[int]) -> CorpusChanges:
    """Remove speeches and every trace of them in the file; unknown ids are passed over.

    Raises:
        LibraryProblem: nothing was removed; or ``log-kept``: all is removed, but another program
            reads, and the log beside the file has it until that program closes.
    """
    with library.writing() as connection:
        known = [one for one in sorted(set(ids)) if speech_table.has(connection, one)]
        prints = fingerprint_files.erasable(connection, known)
        if known:
            for indexer in INDEXERS:
                indexer.removed(connection, known)
            speech_table.delete(connection, known)
    if known:
        fingerprint_files.erase(library, prints)
        library.empty_log()
        fingerprint_files.settle(library)
    return CorpusChanges(removed=tuple(known))


def update_speech(
    library: Library, speech: int, title: str, particulars: Particulars
) -> CorpusChanges:
    """Set a speech's title and particulars.

    Raises:
        LibraryProblem: ``unknown-speech``, or it could not be written.
    """
    with library.writing() as connection:
        is_known = speech_table.update(connection, speech, title, particulars)
    if not is_known:
        raise _unknown(library, speech)
    return CorpusChanges(updated=(speech,))


def known_sources(library: Library, sources: Sequence[Source]) -> list[int | None]:
    """Return for each file the speech that came from it, None where it is new or has changed.

    Raises:
        LibraryProblem: the file of the library cannot be read.
    """
    with library.reading() as connection:
        return [speech_table.find_source(connection, one) for one in sources]


def _unknown(library: Library, speech: int) -> LibraryProblem:
    reason, advice = f"中没有编号为 {speech} 的讲话", "请用“library list”查看编号"
    return LibraryProblem(library.path, "unknown-speech", reason, advice)
