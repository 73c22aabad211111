"""Read files as speeches for the library, cleaned and parsed in child processes on all cores."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from drafting.errors import ImportProblem
from drafting.files.draft_file import DRAFT_SUFFIX
from drafting.importers.safe_import import safe_import
from drafting.model.imported import ImportedText
from drafting.processes.child import ChildFault, program_command
from drafting.processes.pool import ChildPool
from drafting.workspace.drafts.batch_reading import read_in_order
from drafting.workspace.drafts.opening import OpenedFile, open_file, opened_from
from drafting.workspace.library.records import has_words, record_from, record_to, speech_records

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from drafting.model.speech import SpeechRecord

WORD = "speech"
# Children take longer to start than so many files take to read.
_FEW = 12
_SECONDS = 20.0
_MEMORY_BYTES = 800_000_000
# While a child works on a text, its thread waits: a few threads more keep all children busy.
_MORE_THREADS = 2
_SEVERAL = "里有 {} 篇讲话，已分开添加，请看看分得对不对。"


@dataclass(frozen=True, slots=True)
class ReadSpeech:
    """One file: the speeches in it, or the problem that kept it from being read.

    ``doubts`` are Chinese sentences on what may have been read wrongly.
    """

    path: Path
    outcome: tuple[SpeechRecord, ...] | ImportProblem
    doubts: tuple[str, ...] = ()


def read_speeches(files: Sequence[Path], stop: Callable[[], bool]) -> Iterator[ReadSpeech]:
    """Yield every file in the order given; ends early once ``stop`` says True.

    Foreign formats are parsed by ``safe_import``; cleaning and parsing, which take longer, run
    in children of their own where there are more than a few files.
    """
    if len(files) <= _FEW:
        yield from read_in_order(files, _read_here, stop=stop)
        return
    cores = os.cpu_count() or 1
    pool = ChildPool(program_command(), size=cores, memory_bytes=_MEMORY_BYTES, is_kept=True)
    with contextlib.closing(pool):

        def read(path: Path) -> ReadSpeech:
            return _read_in_child(pool, path)

        yield from read_in_order(files, read, stop=stop, threads=cores + _MORE_THREADS)


def answer_speech(request: dict[str, Any]) -> dict[str, Any]:
    """Answer, in the child, with the speeches in an imported text."""
    opened = opened_from(ImportedText(request["text"]))
    records = [record_to(one) for one in speech_records(opened.draft, request["path"])]
    return {"records": records, "doubts": _doubts_of(opened)}


def _read_here(path: Path) -> ReadSpeech:
    try:
        opened = open_file(path)
        return _checked(path, speech_records(opened.draft, path), _doubts_of(opened))
    except ImportProblem as problem:
        return ReadSpeech(path, problem)


def _read_in_child(pool: ChildPool, path: Path) -> ReadSpeech:
    if path.suffix.lower() == DRAFT_SUFFIX:
        return _read_here(path)
    try:
        imported = safe_import(path)
        request = {"word": WORD, "text": imported.text, "path": str(path)}
        answer = pool.request(request, _SECONDS)
        doubts = (*_imported_doubts(imported), *answer["doubts"])
        return _checked(path, [record_from(one) for one in answer["records"]], doubts)
    except ChildFault as fault:
        if fault.kind == "no-start":
            return _read_here(path)
        reason = "内容太复杂，整理不下来"
        problem = ImportProblem(path, "too-slow", reason, "请拆成几个文件后再添加")
        return ReadSpeech(path, problem)
    except ImportProblem as problem:
        return ReadSpeech(path, problem)


def _doubts_of(opened: OpenedFile) -> tuple[str, ...]:
    """Return sentences on what of a speech may be missing or not be its own."""
    imported = () if opened.imported is None else _imported_doubts(opened.imported)
    speeches = opened.draft.speeches
    return (*imported, *([_SEVERAL.format(len(speeches))] if speeches else []))


def _imported_doubts(imported: ImportedText) -> tuple[str, ...]:
    missing = [f"{one.kind} {one.count} 处" for one in imported.omissions if one.is_perhaps_speech]
    told = f"有内容没有读进来（{'、'.join(missing)}），请对照原件核对。"
    return (*imported.doubts, *([told] if missing else []))


def _checked(path: Path, records: Sequence[SpeechRecord], doubts: tuple[str, ...]) -> ReadSpeech:
    spoken = tuple(one for one in records if has_words(one.text))
    if spoken:
        return ReadSpeech(path, spoken, doubts)
    return ReadSpeech(path, ImportProblem(path, "empty", "其中没有文字", "请检查文件"))
