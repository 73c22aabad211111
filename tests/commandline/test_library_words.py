"""``check --library``: what the office writes itself is no slip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.corpus.own_words import words_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.commandline.conftest import Answer

PAST = "在第{0}次现场会上的讲话\n同志们：\n第{0}届莓好生活节接待群众{0}千人次。"
NEW = "在年终总结会上的讲话\n同志们：\n各乡镇要支持莓好生活节，带动群众增收。"


def test_the_words_of_the_library_are_counted_when_due(
    tmp_path: Path, call: Callable[..., Answer]
) -> None:
    folder = tmp_path / "往年"
    folder.mkdir()
    for number in range(1, 4):
        (folder / f"{number}.txt").write_text(PAST.format(number), encoding="utf-8")
    path, library = tmp_path / "新稿.txt", tmp_path / "素材.db"
    path.write_text(NEW, encoding="utf-8")
    call("library", "add", folder, "--library", library)
    asked = ("check", path, "--select", "WD002,WD003", "--library")
    assert "疑为" in call(*asked, "none").out
    call("check", path, "--select", "ST", "--library", library)
    assert not words_file(library).exists()  # counted for the rules that ask
    assert "疑为" not in call(*asked, library).out
    assert words_file(library).exists()
