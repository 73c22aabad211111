"""The child process's side: words asked for by the parent, answered in JSON lines."""

from __future__ import annotations

import sys
from typing import Any

from drafting.processes.serving import serve


def _import(request: dict[str, Any]) -> dict[str, Any]:
    from drafting.importers.serving import import_request

    return import_request(request)


def _check(request: dict[str, Any]) -> dict[str, Any]:
    from drafting.workspace.live.checks import answer_check

    return answer_check(request)


def _check_file(request: dict[str, Any]) -> dict[str, Any]:
    from drafting.workspace.checking.batch import answer_check_file

    return answer_check_file(request)


def _speech(request: dict[str, Any]) -> dict[str, Any]:
    from drafting.workspace.library.reading import answer_speech

    return answer_speech(request)


def _library_import(request: dict[str, Any]) -> dict[str, Any]:
    from drafting.workspace.library.import_service import answer_import

    return answer_import(request)


def _library_phrases(request: dict[str, Any]) -> dict[str, Any]:
    from drafting.workspace.library.import_service import answer_phrases

    return answer_phrases(request)


def _overlap(request: dict[str, Any]) -> dict[str, Any]:
    from drafting.workspace.live.overlap import answer_overlap

    return answer_overlap(request)


def _structure(request: dict[str, Any]) -> dict[str, Any]:
    from drafting.workspace.live.structure import answer_structure

    return answer_structure(request)


def _statistics(request: dict[str, Any]) -> dict[str, Any]:
    from drafting.workspace.live.statistics import answer_statistics

    return answer_statistics(request)


# Each loads what it needs when it is first asked: a child that imports needs no rules.
HANDLERS = {
    "import": _import,
    "check": _check,
    "check-file": _check_file,
    "speech": _speech,
    "library-import": _library_import,
    "library-phrases": _library_phrases,
    "overlap": _overlap,
    "statistics": _statistics,
    "structure": _structure,
}


def serve_requests() -> int:
    """Answer requests on standard input until it closes."""
    return serve(HANDLERS, sys.stdin.buffer, sys.stdout.buffer)
