"""Speeches of many occasions, labelled before the program read them: headings and promises."""

from __future__ import annotations

import json
import runpy
from typing import TYPE_CHECKING, Any

import pytest

from drafting.workspace.drafts.opening import open_file

if TYPE_CHECKING:
    from pathlib import Path

ENOUGH = 0.95


@pytest.fixture
def tally(project: Path) -> Any:
    """Return what the measuring script counts over the folder."""
    script = runpy.run_path(str(project / "packaging" / "measure_unseen.py"))
    folder = project / "tests" / "acceptance" / "announcements"
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    tally = script["Tally"]()
    for name, label in labels.items():
        draft = open_file(folder / name).draft
        script["compare_headings"](name, label["headings_1"], draft, tally)
        script["compare_promises"](name, label["promises"], draft, tally)
    return tally


def test_headings_of_the_first_level(tally: Any) -> None:
    assert tally.headings_right >= ENOUGH * tally.headings, tally.misses
    assert tally.headings_right >= ENOUGH * tally.headings_found, tally.misses


def test_promises(tally: Any) -> None:
    assert tally.right >= ENOUGH * tally.promises, tally.misses
    assert tally.false_broken == 0, tally.misses
