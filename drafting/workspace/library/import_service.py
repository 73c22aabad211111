"""Take files into the library in a child process, so that the window's keys never wait for it.

The child works in a thread of its own and answers, between two files, how far it is. Once the
files are stored it counts their phrases and words too: whoever writes on finds them counted.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafting.errors import DraftingError
from drafting.model.speech import (
    CorpusChanges,
    DoubtfulSpeech,
    DuplicateSpeech,
    FailedSpeech,
    PassedFiles,
)
from drafting.processes.child import ChildFault, ChildProcess, program_command
from drafting.processes.priority import Priority
from drafting.workspace.library.importing import ImportProgress, add_speeches
from drafting.workspace.library.phrases import refresh_library
from drafting.workspace.library.starters import add_starter_speeches
from drafting.workspace.library.words import refresh_library_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WORD, PHRASES_WORD = "library-import", "library-phrases"
# Seconds between two questions how far it is, and those that one answer may take.
_PAUSE, _PATIENCE = 0.1, 60.0
# Counting the phrases of a very large library takes this long at most.
_COUNTING = 1800.0


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What became of the files; ``notices`` are sentences about the library's own file."""

    changes: CorpusChanges
    notices: tuple[str, ...] = ()
    was_stopped: bool = False


def joined_outcomes(outcomes: Sequence[ImportOutcome]) -> ImportOutcome:
    """Return what became of several imports, one after another, as one."""
    notices = dict.fromkeys(notice for one in outcomes for notice in one.notices)
    return ImportOutcome(
        CorpusChanges.joined(one.changes for one in outcomes),
        tuple(notices),
        any(one.was_stopped for one in outcomes),
    )


def import_speeches(
    paths: Sequence[Path | str],
    library: Path,
    *,
    starters: bool = False,
    stop: Callable[[], bool] | None = None,
    on_progress: Callable[[ImportProgress], None] | None = None,
) -> ImportOutcome:
    """Add files and folders, or the speeches that the program brings; return what became of them.

    What is stored stays, also after ``stop`` said True: the same call later goes on from there.

    Raises:
        DraftingError: the library cannot be opened or written, or the child died; what was told
            of stays.
    """
    child = ChildProcess(program_command(), priority=Priority.LAST)
    wants_stop = stop or (lambda: False)
    try:
        state = child.request(
            {
                "word": WORD,
                "do": "start",
                "paths": [str(one) for one in paths],
                "library": str(library),
                "starters": starters,
            },
            _PATIENCE,
        )
        last = -1
        was_stopped = False
        while not state["ended"]:
            if on_progress is not None and state["done"] != last:
                last = state["done"]
                on_progress(ImportProgress(last, state["total"], state["path"]))
            was_stopped = wants_stop()
            time.sleep(_PAUSE)
            state = child.request(
                {"word": WORD, "do": "stop" if was_stopped else "tell"}, _PATIENCE
            )
    except ChildFault as fault:
        raise DraftingError("入库中途停了，已入库的讲话都在；请再添加一次，会接着做。") from fault
    finally:
        child.close()
    return ImportOutcome(_changes_from(state["changes"]), tuple(state["notices"]), was_stopped)


def count_phrases(library: Path, child: ChildProcess) -> None:
    """Bring the phrases and words of a library up to date in ``child``.

    Raises:
        DraftingError: it could not be done; what is not done is done the next time.
    """
    child.request({"word": PHRASES_WORD, "library": str(library)}, _COUNTING)


def answer_phrases(request: dict[str, Any]) -> dict[str, Any]:
    """Count, in the child, what :func:`count_phrases` asks for."""
    library = Path(request["library"])
    refresh_library(library)
    refresh_library_words(library)
    return {}


def answer_import(request: dict[str, Any]) -> dict[str, Any]:
    """Answer, in the child, what :func:`import_speeches` asks.

    Raises:
        DraftingError: what ended the import.
    """
    if request["do"] == "start":
        _Import.current = _Import(request)
    running = _Import.current
    if running is None:
        raise DraftingError("没有正在进行的入库。")
    if request["do"] == "stop":
        running.stopped.set()
    return running.state()


class _Import:
    """The import of this child."""

    current: _Import | None = None

    def __init__(self, request: dict[str, Any]) -> None:
        self.stopped = threading.Event()
        self._paths = [Path(one) for one in request["paths"]]
        self._library = Path(request["library"])
        self._starters = bool(request["starters"])
        self._progress = ImportProgress(0, 0, "")
        self._changes = CorpusChanges()
        self._notices: list[str] = []
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._run, name="import", daemon=True)
        self._thread.start()

    def state(self) -> dict[str, Any]:
        """Return how far it is, as JSON."""
        ended = not self._thread.is_alive()
        if ended and self._error is not None:
            raise self._error
        progress = self._progress
        return {
            "ended": ended,
            "done": progress.done,
            "total": progress.total,
            "path": progress.path,
            "changes": _changes_to(self._changes) if ended else None,
            "notices": list(self._notices),
        }

    def _run(self) -> None:
        try:
            self._changes = self._add()
            for refresh in (refresh_library, refresh_library_words):
                if not self.stopped.is_set():
                    refresh(self._library, lambda: not self.stopped.is_set())
        except Exception as error:  # noqa: BLE001 - raised again where it is asked for
            self._error = error

    def _add(self) -> CorpusChanges:
        if self._starters:
            return add_starter_speeches(self._library, on_notice=self._notices.append)
        return add_speeches(
            self._paths,
            self._library,
            stop=self.stopped.is_set,
            on_progress=self._note,
            on_notice=self._notices.append,
        )

    def _note(self, progress: ImportProgress) -> None:
        self._progress = progress


def _changes_to(changes: CorpusChanges) -> dict[str, Any]:
    return {
        "added": list(changes.added),
        "duplicates": [[one.path, one.id] for one in changes.duplicates],
        "failed": [[one.path, one.reason] for one in changes.failed],
        "doubtful": [[one.path, one.doubt] for one in changes.doubtful],
        "passed": [[one.kind, one.advice, one.paths] for one in changes.passed],
    }


def _changes_from(saved: dict[str, Any]) -> CorpusChanges:
    return CorpusChanges(
        added=tuple(saved["added"]),
        duplicates=tuple(DuplicateSpeech(path, speech) for path, speech in saved["duplicates"]),
        failed=tuple(FailedSpeech(path, reason) for path, reason in saved["failed"]),
        doubtful=tuple(DoubtfulSpeech(path, doubt) for path, doubt in saved["doubtful"]),
        passed=tuple(PassedFiles(kind, what, tuple(some)) for kind, what, some in saved["passed"]),
    )
