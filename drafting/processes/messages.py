"""The words of the protocol between parent and child: one JSON object a line, in UTF-8.

A request is ``{"word": …}`` with whatever its handler wants. The answer holds one of ``result``,
``problem`` (a fault that the user is told of) and ``fault`` (no answer: ``kind``, the exception's
``type`` and ``place``, never its text), and beside it the ``memory`` in use, in bytes.
"""

from __future__ import annotations

import json
from typing import Any

WORD = "word"
START = "start"
RESULT = "result"
PROBLEM = "problem"
FAULT = "fault"
MEMORY = "memory"
PRIORITY = "priority"


def encode_line(message: dict[str, Any]) -> bytes:
    """Return the line for a message; lone surrogates in its texts pass too.

    Raises:
        TypeError: the message holds something that JSON has no form for.
    """
    return json.dumps(message, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"


def decode_line(line: bytes) -> dict[str, Any]:
    """Return the message in a line.

    Raises:
        ValueError: it is cut, or no JSON object.
    """
    message = json.loads(line.decode("utf-8", "surrogatepass"))
    if not isinstance(message, dict):
        raise ValueError("not an object")  # noqa: TRY004 - one kind of fault for the callers
    return message
