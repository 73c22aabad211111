"""One child process that answers requests in JSON lines and is replaced after any fault."""

from __future__ import annotations

import subprocess
import sys
import threading
import weakref
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafting.errors import DraftingError, ImportProblem
from drafting.processes.messages import (
    FAULT,
    MEMORY,
    PRIORITY,
    PROBLEM,
    RESULT,
    START,
    WORD,
    decode_line,
    encode_line,
)
from drafting.processes.priority import Priority

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import IO

START_SECONDS = 30.0  # a virus scanner may read the whole runtime first
MAX_REQUESTS = 200
# A child that has grown to this part of its limit is replaced before the next request.
_WORN_SHARE = 0.6
_CLOSE_SECONDS = 1.0

_SENTENCES = {
    "died": "后台进程意外结束，文稿未受影响，请重试。",
    "too-slow": "后台进程超时未答，文稿未受影响，请重试。",
    "memory": "后台进程内存不足，文稿未受影响，请重试。",
    "no-start": "后台进程无法启动，请重新启动程序，仍不行请重新安装。",
    "internal": "后台进程出错，文稿未受影响，请重试。",
}


class ChildFault(DraftingError):  # noqa: N818 - a fault of the child, told to the user as such
    """The child gave no answer; the next request goes to a new one.

    ``kind`` is ``died``, ``too-slow``, ``memory``, ``no-start`` (the fault lies with the
    installation, not with what was asked) or ``internal`` (the handler raised something that is
    our bug); ``detail`` names the exception's type and place, never any text.
    """

    def __init__(self, kind: str, detail: str = "") -> None:
        super().__init__(_SENTENCES[kind])
        self.kind = kind
        self.detail = detail


def program_command() -> list[str]:
    """Return the command that starts this program as a child: Python, ``main.py``, ``--serve``.

    ``pythonw.exe`` has no standard streams, so its neighbour ``python.exe`` is taken.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, "--serve"]
    python = Path(sys.executable)
    if python.stem.lower() == "pythonw":
        python = python.with_name("python" + python.suffix)
    return [str(python), str(Path(__file__).resolve().parents[2] / "main.py"), "--serve"]


class ChildProcess:
    """A child started on first use; thread-safe, one request at a time."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        memory_bytes: int | None = None,
        priority: Priority = Priority.USUAL,
        is_kept: bool = False,
    ) -> None:
        """Prepare a child; ``is_kept`` lets it answer more than ``MAX_REQUESTS``.

        What reads foreign files may leak and is replaced after so many. What runs our own code on
        text alone would only load its tables again and again.
        """
        self._command = list(command)
        self._memory_bytes = memory_bytes
        self._priority = priority
        self._is_kept = is_kept
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._is_over = False
        self._finalizer: weakref.finalize[..., Any] | None = None
        self._answered = 0

    def request(self, payload: dict[str, Any], timeout: float) -> dict[str, Any]:
        """Return the answer of the handler that ``payload["word"]`` names.

        ``timeout`` is in seconds and does not count the start of a new child.

        Raises:
            ChildFault: no answer came; the child is gone and the next request starts another.
            DraftingError: what the handler raised, an ``ImportProblem`` as itself.
        """
        with self._lock:
            process = self._ready()
            answer = self._ask(process, payload, timeout)
            self._answered += 1
            if self._is_worn(answer):
                self._end()
        return _opened(answer)

    def close(self, *, is_final: bool = False) -> None:
        """End the child; a later request starts a new one, or ends in a ChildFault where final.

        A request under way in another thread has a second left, then it ends in a ChildFault.
        """
        self._is_over = self._is_over or is_final
        while not self._lock.acquire(timeout=_CLOSE_SECONDS):
            process = self._process
            if process is not None:  # else it is just being started
                process.kill()
        try:
            self._end()
        finally:
            self._lock.release()

    def _ready(self) -> subprocess.Popen[bytes]:
        """Return a child that has set its own limits, a new one where there is none."""
        if self._is_over:
            raise ChildFault("died")
        if self._process is not None and self._process.poll() is None:
            return self._process
        self._end()
        self._process = process = _start(self._command)
        self._finalizer = weakref.finalize(self, _stop, process)
        self._answered = 0
        try:
            limits = {MEMORY: self._memory_bytes, PRIORITY: self._priority}
            self._ask(process, {WORD: START, **limits}, START_SECONDS)
        except ChildFault as fault:
            raise ChildFault("no-start", fault.kind) from fault
        return process

    def _ask(
        self, process: subprocess.Popen[bytes], payload: dict[str, Any], timeout: float
    ) -> dict[str, Any]:
        # A timer that kills the child ends both a blocked write and a blocked read, on every
        # system alike; Windows has no way to wait for a pipe with a timeout.
        late = threading.Event()

        def kill() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(timeout, kill)
        timer.daemon = True
        timer.start()
        try:
            line = _exchange(process, encode_line(payload))
        finally:
            timer.cancel()
        try:
            answer = decode_line(line)
        except ValueError as error:
            self._end()
            raise ChildFault("too-slow" if late.is_set() else "died") from error
        kind = answer.get(FAULT, {}).get("kind")
        if kind not in (None, "internal"):
            self._end()
            raise ChildFault(kind, answer[FAULT].get("type", ""))
        if late.is_set():  # it answered in the very moment in which it was killed
            self._end()
        return answer

    def _is_worn(self, answer: dict[str, Any]) -> bool:
        used = answer.get(MEMORY)
        limit = self._memory_bytes
        grown = limit is not None and isinstance(used, int) and used > limit * _WORN_SHARE
        return grown or (self._answered >= MAX_REQUESTS and not self._is_kept)

    def _end(self) -> None:
        if self._finalizer is not None:
            self._finalizer()
        self._process = self._finalizer = None


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows only
    try:
        return subprocess.Popen(  # noqa: S603 - our own interpreter and our own file
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # What a library prints may quote the text; it goes nowhere.
            stderr=subprocess.DEVNULL,
            creationflags=flags,
        )
    except OSError as error:
        raise ChildFault("no-start", f"{type(error).__name__} {error.errno}") from error


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End a child: it goes by itself when its input closes, and is killed if it does not."""
    for stream in (process.stdin, process.stdout):
        _close(stream)
    try:
        process.wait(_CLOSE_SECONDS if process.poll() is None else 0)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _close(stream: IO[bytes] | None) -> None:
    try:
        if stream is not None:
            stream.close()
    except OSError:  # the rest of a request that nobody reads any more
        return


def _exchange(process: subprocess.Popen[bytes], line: bytes) -> bytes:
    """Return the child's line of answer, empty or cut where it ended before."""
    if process.stdin is None or process.stdout is None:
        return b""
    try:
        process.stdin.write(line)
        process.stdin.flush()
        return process.stdout.readline()
    except (OSError, ValueError):  # it is gone: a broken pipe, or closed under our hands
        return b""


def _opened(answer: dict[str, Any]) -> dict[str, Any]:
    """Return the result in an answer, or raise what the handler raised."""
    problem = answer.get(PROBLEM)
    if isinstance(problem, dict):
        if "code" in problem:
            raise ImportProblem(
                problem["path"], problem["code"], problem["reason"], problem["advice"]
            )
        raise DraftingError(problem["text"])
    fault = answer.get(FAULT)
    if isinstance(fault, dict):
        raise ChildFault("internal", f"{fault.get('type')} at {fault.get('place')}")
    result = answer.get(RESULT)
    if not isinstance(result, dict):
        raise ChildFault("internal", "no result")
    return result
