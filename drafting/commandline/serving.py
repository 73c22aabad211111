"""The child process's side: words asked for by the parent, answered in JSON lines."""

from __future__ import annotations

import sys
from typing import Any

from drafting.processes.serving import serve


def _import(request: dict[str, Any]) -> dict[str, Any]:
    from drafting.importers.serving import import_request

    return import_request(request)


def _check(request: dict[str, Any]) -> dict[str, Any]:
    from drafting.workspace.check_service import answer_check

    return answer_check(request)


def _speech(request: dict[str, Any]) -> dict[str, Any]:
    from drafting.workspace.speech_reading import answer_speech

    return answer_speech(request)


# Each loads what it needs when it is first asked: a child that imports needs no rules.
HANDLERS = {"import": _import, "check": _check, "speech": _speech}


def serve_requests() -> int:
    """Answer requests on standard input until it closes."""
    return serve(HANDLERS, sys.stdin.buffer, sys.stdout.buffer)
