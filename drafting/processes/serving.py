"""The child's side: answer requests line by line until the input closes."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from drafting.errors import DraftingError, ImportProblem
from drafting.processes.memory import limit_memory, used_memory
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
from drafting.processes.priority import Priority, take_priority

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import BinaryIO

    Handler = Callable[[dict[str, Any]], dict[str, Any]]


def serve(
    handlers: Mapping[str, Handler], stdin: BinaryIO | TextIO, stdout: BinaryIO | TextIO
) -> int:
    """Answer each line of ``stdin`` with a line on ``stdout``; return the exit code.

    Whatever handlers or their libraries print goes to standard error, from Python or from C. The
    loop ends when ``stdin`` closes, or after memory ran out: then the parent starts a new child.
    """
    source, target = _binary(stdin), _binary(stdout)
    target = _set_apart(target)
    sys.stdout = sys.stderr
    for line in iter(source.readline, b""):
        answer = _answer(handlers, line)
        target.write(_encode(answer))
        target.flush()
        if answer.get(FAULT, {}).get("kind") == "memory":
            return 1
    return 0


def _binary(stream: BinaryIO | TextIO) -> BinaryIO:
    # The bytes below a text stream: the locale must not have a say in the protocol.
    return stream.buffer if isinstance(stream, TextIO) or hasattr(stream, "buffer") else stream


def _set_apart(target: BinaryIO) -> BinaryIO:
    """Return a stream of its own on what was standard output, and point that to standard error."""
    try:
        number = target.fileno()
    except (OSError, ValueError):
        return target  # a stream in memory
    if number != 1:
        return target
    target.flush()
    own = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return own


def _answer(handlers: Mapping[str, Handler], line: bytes) -> dict[str, Any]:
    try:
        payload = decode_line(line)
        if payload[WORD] == START:
            take_priority(Priority(payload.get(PRIORITY, Priority.USUAL)))
            if payload.get(MEMORY):
                limit_memory(payload[MEMORY])
            answer: dict[str, Any] = {RESULT: {}}
        else:
            answer = {RESULT: handlers[payload[WORD]](payload)}
    except ImportProblem as problem:
        answer = {
            PROBLEM: {
                "path": problem.path,
                "code": problem.code,
                "reason": problem.reason,
                "advice": problem.advice,
            }
        }
    except DraftingError as error:
        answer = {PROBLEM: {"text": str(error)}}
    except MemoryError:
        return {FAULT: {"kind": "memory", "type": "MemoryError"}}
    except Exception as error:  # noqa: BLE001 - the one edge where a bug becomes an answer
        answer = {FAULT: {"kind": "internal", "type": type(error).__name__, "place": _place(error)}}
    return answer | {MEMORY: used_memory()}


def _encode(answer: dict[str, Any]) -> bytes:
    try:
        return encode_line(answer)
    except MemoryError:
        return encode_line({FAULT: {"kind": "memory", "type": "MemoryError"}})
    except (TypeError, ValueError) as error:
        fault = {"kind": "internal", "type": type(error).__name__, "place": "answer"}
        return encode_line({FAULT: fault})


def _place(error: BaseException) -> str:
    """Return ``file:line`` of where the error arose; its text might quote the draft."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return ""
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
