"""Check many files at once: in their own order, past every bad one, where it pays on all cores."""

from __future__ import annotations

import contextlib
import json
import os
import sys
import threading
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from drafting.errors import DraftingError, ImportProblem
from drafting.files.draft_file import DRAFT_SUFFIX
from drafting.importers.safe_import import safe_import
from drafting.model.imported import ImportedText
from drafting.parsing.parser import parse_draft
from drafting.processes.child import ChildFault, program_command
from drafting.processes.pool import ChildPool
from drafting.workspace.checking.clean_messages import steps_from, steps_to
from drafting.workspace.checking.draft import CheckOptions, check_draft
from drafting.workspace.checking.messages import report_from, report_to
from drafting.workspace.checking.wish import options_for, wish_from, wish_to
from drafting.workspace.drafts.batch_reading import read_files, read_in_order
from drafting.workspace.drafts.opening import OpenedFile, open_file, opened_from
from drafting.workspace.drafts.particulars_fields import particulars_from, particulars_to
from drafting.workspace.library.words import current_library_words
from drafting.workspace.office.files import load_office

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
    from pathlib import Path

    from drafting.checks.report import CheckReport
    from drafting.model.clean import CleaningStep
    from drafting.model.imported import Changes
    from drafting.workspace.checking.wish import CheckWish

WORD = "check-file"
# Children take longer to start than so many files take to check.
_FEW = 200
_SECONDS = 60.0
_MEMORY_BYTES = 1_500_000_000
# More than cores: while some wait for their import, others keep the cores at work.
_MORE_THREADS = 2
# A child stands idle until the thread that got its answer is let in to hand it the next text.
_SWITCH_SECONDS = 0.0005


@dataclass(frozen=True, slots=True)
class CheckedText:
    """What was found in a text; ``opened`` where it was checked in this process.

    ``annex`` is where what is appended to the speech begins, None where nothing is.
    """

    text: str
    steps: tuple[CleaningStep, ...]
    report: CheckReport
    annex: int | None = None
    imported: ImportedText | None = None
    opened: OpenedFile | None = None


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """One file of a batch: what was found, or the problem that kept it from being read."""

    path: Path
    outcome: CheckedText | ImportProblem


def check_opened(opened: OpenedFile, options: CheckOptions) -> CheckedText:
    """Return what is found in an opened file.

    The wordings that a draft locks must survive, and what is left in it of the speech that it was
    made from is told, unless the call names another.
    """
    saved = opened.draft_file
    if saved is not None:
        options = _of_draft(options, saved.locked, saved.made_from)
    report = check_draft(opened.draft, options)
    steps = () if opened.clean is None else opened.clean.steps
    annex = opened.draft.annex
    start = None if annex is None else annex.start
    return CheckedText(opened.draft.text, steps, report, start, opened.imported, opened)


def _of_draft(options: CheckOptions, locked: Iterable[str], made_from: str | None) -> CheckOptions:
    """Return the options of a draft that locks these wordings and was made from that text."""
    source = options.source
    if source is None and made_from is not None:
        source = parse_draft(made_from)
    return replace(options, locked=(*options.locked, *locked), source=source)


def check_files(
    paths: Sequence[Path | str],
    wish: CheckWish,
    options: CheckOptions,
    *,
    raw: bool = False,
    changes: Changes = "accepted",
) -> Generator[CheckedFile]:
    """Yield every file in the order given, read as ``open_file`` does and checked.

    ``options`` are those of ``wish``. Many files are cleaned, parsed and checked on all cores: here
    on one, in children on the others; what a child fails at is done here. Nothing more is begun
    once the caller closes the iterator.
    """
    cores = os.cpu_count() or 1
    if len(paths) <= _FEW or cores == 1:
        for one in read_files(paths, raw=raw, changes=changes):
            yield _checked_here(one.path, one.outcome, options)
        return
    if wish.library is not None:
        current_library_words(wish.library)  # counted once, not by every child
    workers = _Workers(wish, options, cores, raw=raw, changes=changes)
    with contextlib.closing(workers), _short_turns():
        threads = cores + _MORE_THREADS
        with contextlib.closing(read_in_order(paths, workers.check, threads=threads)) as found:
            for path, outcome in found:
                if isinstance(outcome, CheckedText):
                    yield CheckedFile(path, outcome)
                else:
                    yield _checked_here(path, outcome, options)


def _checked_here(
    path: Path, outcome: OpenedFile | ImportProblem, options: CheckOptions
) -> CheckedFile:
    if isinstance(outcome, ImportProblem):
        return CheckedFile(path, outcome)
    return CheckedFile(path, check_opened(outcome, options))


class _Workers:
    """Checks here and in children, a text on each core at a time; safe to use from any thread."""

    def __init__(
        self, wish: CheckWish, options: CheckOptions, count: int, *, raw: bool, changes: Changes
    ) -> None:
        command = program_command()
        self._pool = ChildPool(command, size=count - 1, memory_bytes=_MEMORY_BYTES, is_kept=True)
        self._lock, self._unborn = threading.Lock(), count - 1
        # Nobody waits within the pool: who waited there when all ends would start a new child.
        # One turn is for who checks here; each child brings one once it has loaded its tables.
        self._turns = threading.Semaphore()
        self._here = threading.Lock()
        self._is_over = False
        self._wish = json.dumps(wish_to(wish), ensure_ascii=True)
        self._options = options
        self._raw = raw
        self._changes: Changes = changes

    def close(self) -> None:
        """End the children; what is asked from now on is not answered."""
        self._is_over = True
        self._pool.close()

    def check(self, path: Path) -> tuple[Path, CheckedText | OpenedFile | ImportProblem]:
        """Return what was found, or the opened file where a child failed."""
        try:
            if path.suffix.lower() == DRAFT_SUFFIX:
                return path, self._checked_draft(open_file(path))
            imported = safe_import(path, self._changes)
        except ImportProblem as problem:
            return path, problem
        imported = imported.in_full if self._raw else imported
        opened = partial(opened_from, imported, raw=self._raw)
        return path, self._checked({"text": imported.text}, opened, imported)

    def _checked_draft(self, opened: OpenedFile) -> CheckedText | OpenedFile:
        if opened.draft_file is None:
            return opened
        draft = opened.draft
        saved = {
            "particulars": particulars_to(draft.particulars),
            "locked": opened.draft_file.locked,
            "made_from": opened.draft_file.made_from,
        }
        return self._checked({"text": draft.text, "draft": saved}, lambda: opened, None)

    def _checked(
        self,
        content: dict[str, Any],
        opened: Callable[[], OpenedFile],
        imported: ImportedText | None,
    ) -> CheckedText | OpenedFile:
        request = {"word": WORD, "wish": self._wish, "raw": self._raw, **content}
        self._start_children(request)
        with self._turns:
            if self._is_over:
                raise ChildFault("died")
            if self._here.acquire(blocking=False):
                try:
                    return check_opened(opened(), self._options)
                finally:
                    self._here.release()
            try:
                answer = self._pool.request(request, _SECONDS)
            except DraftingError:
                return opened()
        return _text_from(answer, imported)

    def _start_children(self, request: dict[str, Any]) -> None:
        """Let every child try its hand at a first text: no file waits until one is ready."""
        with self._lock:
            count, self._unborn = self._unborn, 0
        for _ in range(count):
            threading.Thread(target=self._start_child, args=(request,), daemon=True).start()

    def _start_child(self, request: dict[str, Any]) -> None:
        try:
            self._pool.request(request, _SECONDS)
        except ChildFault as fault:
            if fault.kind == "no-start":
                return
        except DraftingError:  # it will say so again when the text has its turn
            pass
        self._turns.release()


@contextlib.contextmanager
def _short_turns() -> Iterator[None]:
    """Let who got an answer go on at once, though another thread is at work checking."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(_SWITCH_SECONDS)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)


def answer_check_file(request: dict[str, Any]) -> dict[str, Any]:
    """Answer, in the child, with what is found in an imported text or in a saved draft."""
    options = _options(request["wish"])
    saved = request.get("draft")
    if saved is None:
        opened = opened_from(ImportedText(request["text"]), raw=request["raw"])
    else:
        particulars = particulars_from(saved["particulars"])
        opened = OpenedFile(parse_draft(request["text"], particulars=particulars))
        options = _of_draft(options, saved["locked"], saved["made_from"])
    checked = check_opened(opened, options)
    return {
        "text": checked.text,
        "steps": steps_to(checked.steps),
        "report": report_to(checked.report),
        "annex": checked.annex,
    }


@lru_cache(maxsize=1)
def _options(wish: str) -> CheckOptions:
    """Return what is checked for by a wish in JSON, the same for every file of a batch."""
    wanted = wish_from(json.loads(wish))
    return options_for(wanted, load_office(wanted.profile))


def _text_from(answer: dict[str, Any], imported: ImportedText | None) -> CheckedText:
    steps, report = steps_from(answer["steps"]), report_from(answer["report"])
    return CheckedText(answer["text"], steps, report, answer["annex"], imported)
