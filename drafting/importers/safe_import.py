"""The one way in which a foreign file comes in: pre-scanned, and parsed in a child process."""

from __future__ import annotations

import atexit
import base64
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from drafting.errors import ImportProblem
from drafting.files.reading import read_bytes
from drafting.importers.prescan import open_package
from drafting.importers.registry import PLAIN_TEXT, WORD, import_bytes, reader_for
from drafting.importers.serving import imported_from
from drafting.importers.signatures import kind_of
from drafting.processes.child import ChildFault, program_command
from drafting.processes.pool import ChildPool

if TYPE_CHECKING:
    from typing import Any

    from drafting.model.imported import Changes, ImportedText

MEMORY_BYTES = 500 * 1024 * 1024
SECONDS = 5.0
# Decoding is linear and takes under 0.1 s for this much; only decoders of the standard library
# see the bytes. A child would take longer to start.
_SMALL_TEXT_BYTES = 512 * 1024

_REASONS = {
    "died": ("damaged", "读取时意外中断，文件可能已损坏", "请用 Word 或 WPS 另存一份后再打开"),
    "too-slow": ("too-slow", f"读取超过 {SECONDS:g} 秒", "请拆成几个文件后再打开"),
    "memory": ("too-large", "内容过于庞大，读取时内存不足", "请拆成几个文件后再打开"),
    "no-start": ("refused", "读取文件的后台进程无法启动", "请重新启动程序，仍不行请重新安装"),
    "internal": ("damaged", "内容太复杂，读不下来", "请用 Word 或 WPS 另存一份后再打开"),
}


class _Children:
    """The pool of children, made when the first file needs one."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pool: ChildPool | None = None

    def get(self) -> ChildPool:
        with self._lock:
            if self._pool is None:
                self._pool = ChildPool(program_command(), memory_bytes=MEMORY_BYTES)
            return self._pool

    def close(self) -> None:
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.close()


_CHILDREN = _Children()
atexit.register(_CHILDREN.close)


def safe_import(path: Path | str, changes: Changes = "accepted") -> ImportedText:
    """Return the text of a file, whatever is in it; safe to call from any thread.

    ``changes`` says how tracked changes are read: as accepted, or as the text was before them.

    Raises:
        ImportProblem: one sentence with the file, the reason and the next step.
    """
    data = read_bytes(path)
    place = {"path": str(Path(path).absolute())}
    # The child reads the file again: through the pipe it would take three times its size there.
    return _import(data, str(path), place | {"changes": changes})


def safe_import_bytes(data: bytes, name: str, changes: Changes = "accepted") -> ImportedText:
    """Return the text in ``data`` (standard input); ``name`` stands in messages.

    Raises:
        ImportProblem: one sentence with the name, the reason and the next step.
    """
    content = {"data": base64.b64encode(data).decode("ascii"), "changes": changes}
    return _import(data, name, content)


def end_children() -> None:
    """End the child processes; the next import starts new ones."""
    _CHILDREN.close()


def _import(data: bytes, name: str, content: dict[str, Any]) -> ImportedText:
    importer = reader_for(data, name)
    if importer is WORD:
        # What is no Word file, or a bomb, is told at once and reaches no parser.
        open_package(data, name).close()
    elif importer in (PLAIN_TEXT, None) and _needs_no_parser(data):
        return import_bytes(data, name)
    payload = {"word": "import", "name": name, **content}
    try:
        return imported_from(_CHILDREN.get().request(payload, SECONDS))
    except ChildFault as fault:
        code, reason, advice = _REASONS[fault.kind]
        raise ImportProblem(name, code, reason, advice) from fault


def _needs_no_parser(data: bytes) -> bool:
    """Whether the file will be turned down by its first bytes, or is a small plain text."""
    return kind_of(data) is not None or len(data) <= _SMALL_TEXT_BYTES
