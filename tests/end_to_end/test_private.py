"""Without traces (无痕) nothing of a draft stands anywhere but in the files that were asked for."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from tests.end_to_end.conftest import on_screen
from tests.end_to_end.private_session import PASTED, TYPED

if TYPE_CHECKING:
    from pathlib import Path

WANTED = {"draft.jianggao", "speech.docx", "speech.pdf"}


def test_a_session_from_start_to_end_leaves_its_files_alone(
    screen: str, project: Path, tmp_path: Path
) -> None:
    files = tmp_path / "files"
    files.mkdir()
    played = subprocess.run(
        [sys.executable, "-m", "tests.end_to_end.play", "private", str(files)],
        env=on_screen(screen, tmp_path) | {"TMPDIR": str(files)}, cwd=project,
        capture_output=True, text=True, encoding="utf-8", timeout=240, check=False,
    )  # fmt: skip
    assert played.returncode == 0, played.stderr
    assert {one.name for one in files.iterdir()} == WANTED
    left = [one for one in tmp_path.rglob("*") if one.is_file() and one.parent != files]
    assert left
    forms = [
        words.encode(encoding)
        for words in (PASTED, TYPED)
        for encoding in ("utf-8", "utf-16-le", "gb18030")
    ]
    assert [one for one in left if any(form in one.read_bytes() for form in forms)] == []
    assert not any("draft.jianggao" in one.read_text("utf-8", "replace") for one in left)
