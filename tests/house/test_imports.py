"""What loads, and when: no Qt on the console, nothing heavy before it is needed."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = (
    "jieba", "rjieba", "docx", "lxml", "opencc", "numpy", "rapidfuzz", "pypinyin", "ahocorasick_rs",
    "fpdf", "openpyxl", "pypdf", "Crypto", "selectolax", "olefile", "chardet",
)  # fmt: skip


def loaded_after(project: Path, code: str) -> set[str]:
    """Return the top-level modules that a fresh process holds after running ``code``."""
    script = f"{code}\nimport sys\nprint(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=project, capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "module", ["drafting.commandline.entry", "drafting.workspace.checking.draft"]
)
def test_the_console_knows_no_qt(project: Path, module: str) -> None:
    assert "PySide6" not in loaded_after(project, f"import {module}")


def test_opening_a_file_loads_nothing_heavy_at_import(project: Path) -> None:
    loaded = loaded_after(project, "import drafting.workspace.drafts.opening")
    assert loaded.isdisjoint(HEAVY)


def test_the_window_module_loads_nothing_heavy(project: Path) -> None:
    loaded = loaded_after(project, "import ui.app.start, ui.main_window.frame.window")
    assert loaded.isdisjoint(HEAVY)
