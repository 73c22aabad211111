"""Runs commands as a user does and hands back their JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from drafting.commandline.entry import run

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, Any, str]]:
    """Run one command; return its exit code, its JSON (or None) and what it said beside it."""

    def call(*arguments: object) -> tuple[int, Any, str]:
        capsys.readouterr()
        code = run([str(one) for one in arguments])
        out, err = capsys.readouterr()
        return code, json.loads(out) if out.startswith("{") else None, err

    return call
