"""What is known of the pages before printing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafting.checks.rules.layout import heading_at_page_foot, orphan_character, title_break

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.commandline.conftest import Answer

    Call = Callable[..., Answer]


@pytest.mark.parametrize("rule", [title_break.RULE, orphan_character.RULE])
def test_the_page_is_checked_on_request_alone(call: Call, tmp_path: Path, rule) -> None:
    path = tmp_path / "稿.txt"
    path.write_text(rule.flagged[0], encoding="utf-8")
    live = call("check", path, "--raw", "--select", "LA", "--library", "none", "--json").json
    assert live["files"][0]["findings"] == []
    asked = call(
        "check", path, "--raw", "--select", "LA", "--library", "none", "--layout", "official",
        "--json",
    ).json  # fmt: skip
    assert rule.code in {one["code"] for one in asked["files"][0]["findings"]}


def test_export_says_where_headings_stand_at_the_foot(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text(heading_at_page_foot.RULE.flagged[0], encoding="utf-8")
    answer = call("export", path, tmp_path / "稿.docx", "--json")
    assert "标题落在页末：1 处，在第 1 页。" in answer.json["warnings"]


def test_of_several_files_each_is_told_of_its_own_pages(call: Call, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(2)]
    for path in paths:
        path.write_text(heading_at_page_foot.RULE.flagged[0], encoding="utf-8")
    told = call("export", *paths, "--out-dir", tmp_path / "出").err.splitlines()
    for path in paths:
        assert f"“{path}”标题落在页末：1 处，在第 1 页。" in told
    lacking = [line for line in told if line.startswith("本机没有")]
    assert len(lacking) == len(set(lacking))


def test_an_unknown_layout_is_refused(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text("讲话\n同志们：\n抓紧。", encoding="utf-8")
    answer = call("check", path, "--layout", "none")
    assert answer.code == 2
    assert "official" in answer.err
