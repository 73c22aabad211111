"""A child for the tests that imports, and does what a parser might."""

from __future__ import annotations

import os
import sys
import time
from typing import Any

from drafting.importers.serving import import_request
from drafting.processes.serving import serve


def import_or_fail(payload: dict[str, Any]) -> dict[str, Any]:
    """Import, or fail in the way that the file's name asks for."""
    if "会死" in payload["name"]:
        os._exit(11)
    if "会等" in payload["name"]:
        time.sleep(60)
    if "会错" in payload["name"]:
        raise RuntimeError(payload["name"])
    if "会胀" in payload["name"]:
        bytearray(1 << 30)
    return import_request(payload) | {"encoding": f"child {os.getpid()}"}


if __name__ == "__main__":
    sys.exit(serve({"import": import_or_fail}, sys.stdin.buffer, sys.stdout.buffer))
