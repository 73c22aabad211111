"""Layouts on the console: listed, copied, derived, deleted; checks and exports over folders."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.commandline.conftest import Answer

    Call = Callable[..., Answer]


@pytest.fixture(autouse=True)
def _data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIANGGAO_DATA", str(tmp_path / "数据"))


@pytest.fixture
def speech(tmp_path: Path) -> Path:
    path = tmp_path / "稿.txt"
    path.write_text("在水利会上的讲话\n同志们：\n要抓紧修渠，不误农时。", encoding="utf-8")
    return path


def test_a_copy_is_listed_used_and_deleted(call: Call, speech: Path, tmp_path: Path) -> None:
    assert call("layout", "copy", "official", "本县", "--name", "本县版").code == 0
    listed = call("layout", "list", "--json").json["layouts"]
    assert {"id": "本县", "name": "本县版"} in listed
    assert call("export", speech, tmp_path / "甲.docx", "--layout", "本县").code == 0
    assert call("layout", "copy", "official", "本县").code == 2
    assert call("layout", "delete", "本县").code == 0
    answer = call("export", speech, tmp_path / "乙.docx", "--layout", "本县")
    assert answer.code == 2
    assert not (tmp_path / "乙.docx").exists()


def test_a_layout_comes_from_a_word_file(call: Call, speech: Path, tmp_path: Path) -> None:
    word = tmp_path / "样张.docx"
    assert call("export", speech, word, "--layout", "review").code == 0
    out = tmp_path / "样张.toml"
    answer = call("layout", "from", word, "-o", out)
    assert "每页 20 行、每行 22 字" in answer.out
    assert 'name = "样张"' in out.read_text(encoding="utf-8")
    assert call("layout", "from", word, "--name", "本办版").code == 0
    assert call("export", speech, tmp_path / "甲.docx", "--layout", "本办版").code == 0
    assert call("layout", "from", speech).code == 3


def test_a_folder_is_checked_with_sums_below(call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "稿件"
    folder.mkdir()
    (folder / "甲.txt").write_text("讲话\n同志们：\n请布署工作。", encoding="utf-8")
    (folder / "乙.txt").write_text("讲话\n同志们：\n请抓紧。", encoding="utf-8")
    (folder / "丙.docx").write_bytes(b"no package")
    answer = call("check", folder, "--library", "none", "--select", "WD001")
    assert answer.code == 3
    lines = answer.out.splitlines()
    assert ["文件", "字数", "错误", "提醒", "建议"] in [line.split() for line in lines]
    assert lines[-1] == "共校核 2 个文件：错误 1，提醒 0，建议 0，1 个未能读取。"
    one = call("check", folder / "乙.txt", "--library", "none", "--select", "WD001")
    assert len(one.out.splitlines()) == 1


def test_a_folder_without_speeches_is_said(call: Call, tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    for words in (("check", tmp_path / "空"), ("export", tmp_path / "空", "--out-dir", tmp_path)):
        answer = call(*words)
        assert answer.code == 2
        assert "没有能读的稿件" in answer.err
