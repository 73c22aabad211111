"""The speeches of tests/fixtures/parsing, parsed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafting.parsing.parser import parse_draft

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from drafting.model.draft import Draft


@pytest.fixture
def speech(project: Path) -> Callable[[str], Draft]:
    """Read one of the made-up speeches by its name."""

    def read(name: str) -> Draft:
        path = project / "tests" / "fixtures" / "parsing" / f"{name}.txt"
        return parse_draft(path.read_text(encoding="utf-8").rstrip("\n"))

    return read
