"""Read many files at once: on all cores, in their own order, past every bad one."""

from __future__ import annotations

import contextlib
import os
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from drafting.errors import ImportProblem
from drafting.workspace.drafts.opening import OpenedFile, open_file

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from concurrent.futures import Future

    from drafting.model.imported import Changes

T = TypeVar("T")

# So many files are read ahead of the one that is asked for: enough for every core to have work
# while one file takes its five seconds, too little to fill the memory.
_AHEAD = 8


@dataclass(frozen=True, slots=True)
class ReadFile:
    """One file of a batch: what came out of it, or the problem that kept it from being read."""

    path: Path
    outcome: OpenedFile | ImportProblem


def read_files(
    paths: Iterable[Path | str],
    *,
    stop: Callable[[], bool] | None = None,
    on_progress: Callable[[int], None] | None = None,
    raw: bool = False,
    changes: Changes = "accepted",
) -> Iterator[ReadFile]:
    """Yield every file in the order given, read as ``open_file`` reads one.

    Foreign formats are parsed in child processes, one for each core, a few files ahead of what
    the caller has taken. ``stop`` is asked before each file: once it says True, nothing more is
    begun and the iterator ends, as it does when the caller closes it. ``on_progress`` is called
    with the count of files yielded, in the caller's own thread.
    """

    def read(path: Path) -> ReadFile:
        try:
            return ReadFile(path, open_file(path, raw=raw, changes=changes))
        except ImportProblem as problem:
            return ReadFile(path, problem)

    with contextlib.closing(read_in_order(paths, read, stop=stop)) as found:
        for done, one in enumerate(found, 1):
            if on_progress is not None:
                on_progress(done)
            yield one


def read_in_order(
    paths: Iterable[Path | str],
    read: Callable[[Path], T],
    *,
    stop: Callable[[], bool] | None = None,
    threads: int | None = None,
) -> Generator[T]:
    """Yield what ``read`` returns for every file, in the order given, a few read ahead.

    ``stop`` is asked before each file, as in :func:`read_files`; ``threads`` is one for each core
    unless given.
    """
    workers = threads or os.cpu_count() or 1
    waiting = iter(paths)
    under_way: deque[Future[T]] = deque()
    executor = ThreadPoolExecutor(workers, thread_name_prefix="read-files")
    try:
        while stop is None or not stop():
            for path in islice(waiting, workers * _AHEAD - len(under_way)):
                under_way.append(executor.submit(read, Path(path)))
            if not under_way:
                return
            yield under_way.popleft().result()
    finally:
        # Nobody waits for the few that are being read: each ends within its five seconds.
        executor.shutdown(wait=False, cancel_futures=True)
