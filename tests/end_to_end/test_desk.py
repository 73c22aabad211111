"""The main job from start to finish, with real keys on a real screen."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

from docx import Document

from drafting.parsing.parser import parse_draft
from drafting.workspace.checking.draft import check_draft
from tests.end_to_end.conftest import Desk, wait_until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from drafting.model.finding import Finding


def test_a_speech_is_mended_filled_and_printed(
    open_desk: Callable[[Path], Desk], project: Path, tmp_path: Path
) -> None:
    sample = tmp_path / "speech.txt"
    shutil.copyfile(project / "resources" / "samples" / "sample_mobilisation.txt", sample)
    draft, printed = tmp_path / "speech.jianggao", tmp_path / "speech.docx"
    desk = open_desk(sample)
    desk.keys("ctrl+s")
    desk.answer_file_dialog("保存", draft)
    opened = saved(draft)["text"]

    def fixed() -> bool:
        desk.keys("F7", "ctrl+Return", "ctrl+s")
        return bool(saved(draft)["text"] != opened)

    wait_until(fixed)
    mended = saved(draft)["text"]
    assert len(findings(mended)) < len(findings(opened))

    desk.keys("ctrl+m")
    desk.write("nxjl")  # 凝心聚力
    desk.keys("Return", "ctrl+s")
    wait_until(lambda: saved(draft)["text"] != mended)
    filled = saved(draft)["text"]
    assert filled.count("凝心聚力") == mended.count("凝心聚力") + 1

    desk.keys("ctrl+e")
    desk.answer_file_dialog("导出", printed)
    paragraphs = [paragraph.text for paragraph in Document(str(printed)).paragraphs]
    assert [line for line in paragraphs if line] == [line for line in filled.split("\n") if line]


def saved(draft: Path) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(draft.read_text(encoding="utf-8"))
    return value


def findings(text: str) -> tuple[Finding, ...]:
    return check_draft(parse_draft(text)).findings
