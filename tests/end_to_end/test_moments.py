"""The five moments from start to finish, once without a mouse, once without a shortcut."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from docx import Document

from tests.end_to_end.conftest import on_screen
from tests.end_to_end.moments import FAULT, TASK
from ui.settings_store.store import SETTINGS_FILE

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("way", "screen", "scale", "scheme"),
    [("keys", "1366x768", "1", "light"), ("mouse", "2560x1440", "1.5", "dark")],
    indirect=["screen"],
)
def test_every_moment_comes_to_its_end(
    way: str, screen: str, scale: str, scheme: str, project: Path, tmp_path: Path
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / SETTINGS_FILE).write_text(f"[window]\nscheme={scheme}\n", "utf-8")
    played = subprocess.run(
        [sys.executable, "-m", "tests.end_to_end.play", way, str(tmp_path)],
        env=on_screen(screen, tmp_path) | {"QT_SCALE_FACTOR": scale}, cwd=project,
        capture_output=True, text=True, encoding="utf-8", timeout=240, check=False,
    )  # fmt: skip
    assert played.returncode == 0, played.stderr
    printed = "\n".join(one.text for one in Document(str(tmp_path / "speech.docx")).paragraphs)
    assert "Hewan" in printed
    assert FAULT.replace("布署", "部署") in printed
    tasks = Document(str(tmp_path / "tasks.docx")).tables[0]
    assert any("县水利局" in cell.text for row in tasks.rows for cell in row.cells)
    saved = json.loads((tmp_path / "draft.jianggao").read_text(encoding="utf-8"))
    assert saved["text"].count(TASK) == 0  # one of the leader's marks has come in
    assert "部署" in saved["text"]
    assert len(saved["suppressions"]) == 1
