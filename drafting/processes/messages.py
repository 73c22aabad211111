"""The words of the protocol between parent and child: one JSON object a line, pure ASCII.

A request is ``{"word": …}`` with whatever its handler wants. The answer holds one of ``result``,
``problem`` (a fault that the user is told of) and ``fault`` (no answer: ``kind``, the exception's
``type`` and ``place``, never its text), and beside it the ``memory`` in use, in bytes.
"""

from __future__ import annotations

WORD = "word"
START = "start"
RESULT = "result"
PROBLEM = "problem"
FAULT = "fault"
MEMORY = "memory"
