"""``compare``: the contract's keys, the exit codes, and the tracked changes it writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OLD = "在全县会议上的讲话\n同志们：\n今天开个短会，安排三件事。会议要短，话要实。\n散会。\n"


def test_changes_are_told_with_their_places(call: Callable[..., object], tmp_path: Path) -> None:
    old, new = tmp_path / "一稿.txt", tmp_path / "二稿.txt"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(OLD.replace("三件事", "四件事"), encoding="utf-8")
    answer = call("compare", old, new, "--json")
    assert answer.code == 0
    (change,) = answer.json["changes"]
    assert sorted(change) == ["kind", "new", "new_start", "old", "old_start"]
    assert change["kind"] == "changed"
    assert OLD[change["old_start"] :].startswith(change["old"])
    assert "安排三件事。 → 今天开个短会，安排四件事。" in call("compare", old, new).out
    assert call("compare", old, old).out.strip() == "两稿一字不差。"


def test_a_redline_reads_back_as_both(call: Callable[..., object], tmp_path: Path) -> None:
    old, new, red = (tmp_path / name for name in ("一稿.txt", "二稿.txt", "花脸稿.docx"))
    old.write_text(OLD, encoding="utf-8")
    new.write_text(OLD.replace("会议要短，话要实。", "会要短。"), encoding="utf-8")
    assert call("compare", old, new, "-o", red).code == 0
    assert call("structure", red, "--json").json["text"] + "\n" == new.read_text(encoding="utf-8")
    original = call("structure", red, "--json", "--changes", "original").json["text"]
    assert original + "\n" == OLD
    assert call("compare", old, new, "-o", tmp_path / "a.pdf").code == 2
    assert call("compare", old, tmp_path / "没有.txt").code == 3
