"""The child process's side: words asked for by the parent, answered in JSON lines."""

from __future__ import annotations

import sys

from drafting.importers.serving import import_request
from drafting.processes.serving import serve
from drafting.workspace.check_messages import WORD as CHECK
from drafting.workspace.check_service import answer_check

HANDLERS = {"import": import_request, CHECK: answer_check}


def serve_requests() -> int:
    """Answer requests on standard input until it closes."""
    return serve(HANDLERS, sys.stdin.buffer, sys.stdout.buffer)
