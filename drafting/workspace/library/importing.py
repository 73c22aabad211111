"""Take files into the library: read on all cores, stored as they come, past every bad one."""

from __future__ import annotations

import queue
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.corpus import fingerprint_files, speeches
from drafting.corpus.speech_table import Source
from drafting.errors import ImportProblem
from drafting.model.speech import CorpusChanges, DoubtfulSpeech, DuplicateSpeech, FailedSpeech
from drafting.workspace.drafts.speech_files import find_speech_files
from drafting.workspace.library.opening import ignore_notice, make_folder, open_chosen
from drafting.workspace.library.reading import read_speeches
from drafting.workspace.library.records import path_text
from drafting.workspace.library.upkeep import keep_copy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from drafting.corpus.library import Library
    from drafting.model.speech import SpeechRecord
    from drafting.workspace.library.reading import ReadSpeech

    Waiting = queue.Queue[ReadSpeech | BaseException | None]

# So many files at most share a transaction; so many are read ahead of what is stored.
MOST_TOGETHER = 256
_AHEAD = 2 * MOST_TOGETHER
# Seconds after which a wait looks whether the user has had enough.
_PATIENCE = 0.05


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import is: files stored or told as bad, of how many, and the last of them."""

    done: int
    total: int
    path: str


def add_speeches(
    paths: Iterable[Path | str],
    library_path: Path,
    *,
    stop: Callable[[], bool] | None = None,
    on_progress: Callable[[ImportProgress], None] | None = None,
    on_notice: Callable[[str], None] = ignore_notice,
) -> CorpusChanges:
    """Add files, and folders with all that can be read in them; return what became of each.

    What else stands in the folders is named, kind by kind.

    What ``on_progress`` has told of is safe on the disk. ``stop`` is asked between files; what is
    stored by then stays. A file that was added before and has not changed is not read again, so
    a broken-off import goes on where it was.

    Raises:
        LibraryProblem: the library cannot be opened or written; what was told of stays.
    """
    found = find_speech_files(paths)
    make_folder(library_path)
    with open_chosen(library_path, on_notice) as library:
        intake = _Intake(library, len(found.speeches), on_progress)
        intake.add_all(found.speeches, stop or (lambda: False))
        if intake.changes.added:
            keep_copy(library, on_notice)
    beside = CorpusChanges(failed=found.failed, passed=found.passed)
    return CorpusChanges.joined([intake.changes, beside])


class _Intake:
    """One import under way; used by the thread that made it."""

    def __init__(
        self, library: Library, total: int, on_progress: Callable[[ImportProgress], None] | None
    ) -> None:
        self._changes: list[CorpusChanges] = []
        self._library = library
        self._total = total
        self._done = 0
        self._sources: dict[Path, Source | None] = {}
        self._on_progress = on_progress

    @property
    def changes(self) -> CorpusChanges:
        """Return what became of the files so far."""
        return CorpusChanges.joined(self._changes)

    def add_all(self, files: Sequence[Path], stop: Callable[[], bool]) -> None:
        """Read and store the files until all are done or ``stop`` says True."""
        new = list(self._iter_unknown(files))
        ended = threading.Event()
        waiting: Waiting = queue.Queue(_AHEAD)
        reader = threading.Thread(
            target=_read_all, args=(new, waiting, ended), name="read-speeches", daemon=True
        )
        reader.start()
        try:
            while batch := _take(waiting, stop):
                self._store(batch)
        finally:
            ended.set()
            _drain(waiting, reader)

    def _iter_unknown(self, files: Sequence[Path]) -> Iterator[Path]:
        """Yield the files that must be read; the others are duplicates of themselves.

        What a file is before it is read stays noted: one that changes meanwhile is read again.
        """
        sources = [_source(one) for one in files]
        present = [one for one in sources if one is not None]
        known = dict(zip(present, speeches.known_sources(self._library, present), strict=True))
        for path, source in zip(files, sources, strict=True):
            speech = None if source is None else known[source]
            if speech is None:
                self._sources[path] = source
                yield path
            else:
                self._note(CorpusChanges(duplicates=(DuplicateSpeech(str(path), speech),)))
                self._tell(path)

    def _store(self, batch: Sequence[ReadSpeech]) -> None:
        records: list[SpeechRecord] = []
        sources: list[Source | None] = []
        for one in batch:
            if isinstance(one.outcome, ImportProblem):
                reason = f"{one.outcome.reason}，{one.outcome.advice}"
                self._note(CorpusChanges(failed=(FailedSpeech(str(one.path), reason),)))
            else:
                records += one.outcome
                # Of several speeches some may be removed: their file is then read again.
                is_one = len(one.outcome) == 1
                source = self._sources.get(one.path) if is_one else None
                sources += [source] * len(one.outcome)
                doubtful = tuple(DoubtfulSpeech(str(one.path), doubt) for doubt in one.doubts)
                self._note(CorpusChanges(doubtful=doubtful))
        if records:
            self._note(speeches.add_speeches(self._library, records, sources))
            fingerprint_files.settle_many(self._library)
        for one in batch:
            self._tell(one.path)

    def _note(self, changes: CorpusChanges) -> None:
        self._changes.append(changes)

    def _tell(self, path: Path) -> None:
        self._done += 1
        if self._on_progress is not None:
            self._on_progress(ImportProgress(self._done, self._total, str(path)))


def _read_all(
    files: Sequence[Path],
    waiting: Waiting,
    ended: threading.Event,
) -> None:
    try:
        for one in read_speeches(files, ended.is_set):
            waiting.put(one)
    except BaseException as error:  # noqa: BLE001 - raised again where the import was asked for
        waiting.put(error)
    waiting.put(None)


def _take(waiting: Waiting, stop: Callable[[], bool]) -> list[ReadSpeech]:
    """Return what has been read by now, at least one file; nothing at the end or once stopped."""
    batch: list[ReadSpeech] = []
    while len(batch) < MOST_TOGETHER and not stop():
        try:
            one = waiting.get(block=not batch, timeout=_PATIENCE)
        except queue.Empty:
            if batch:
                break
            continue
        if isinstance(one, BaseException):
            raise one
        if one is None:
            waiting.put(None)  # for the next call
            break
        batch.append(one)
    return batch


def _drain(waiting: Waiting, reader: threading.Thread) -> None:
    """Let the reader out of a full queue until it has seen that nobody wants more."""
    while reader.is_alive():
        try:
            waiting.get(timeout=_PATIENCE)
        except queue.Empty:
            continue


def _source(path: Path) -> Source | None:
    try:
        found = path.stat()
    except (OSError, ValueError):  # reading the file will tell
        return None
    return Source(path_text(path.absolute()), found.st_size, found.st_mtime_ns)
