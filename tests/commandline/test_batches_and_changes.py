"""Many files in one call, and files with tracked changes."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from drafting.importers.safe_import import end_children
from tests.importers.packages import paragraph, run, word_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.commandline.conftest import Answer

    Call = Callable[..., Answer]


@pytest.fixture(autouse=True)
def children() -> Iterator[None]:
    yield
    end_children()


@pytest.fixture
def returned(tmp_path: Path) -> Path:
    """A speech that came back with changes."""
    changed = "<w:del><w:r><w:delText>三点意见</w:delText></w:r></w:del>"
    path = tmp_path / "回稿.docx"
    path.write_bytes(
        word_file(
            paragraph("在云岭县秋收工作会议上的讲话")
            + paragraph("同志们：")
            + paragraph("下面，我讲", changed, f"<w:ins>{run('两点意见')}</w:ins>", "。")
            + paragraph("一、抢收快")
            + paragraph("二、入库严")
        )
    )
    return path


def test_every_command_reads_changes_either_way(call: Call, returned: Path, tmp_path: Path) -> None:
    for changes, said, kept in (("accepted", "两点意见", True), ("original", "三点意见", False)):
        shape = call("structure", returned, "--changes", changes, "--json")
        (promise,) = shape.json["promises"]
        assert (promise["text"], promise["kept"]) == (said, kept)
        listed = "删除的文字 1 处" if changes == "accepted" else "新增的文字 1 处"
        assert listed in shape.err
        assert said in call("clean", returned, "--changes", changes).out
        (checked,) = call("check", returned, "--changes", changes, "--json").json["files"]
        assert said in checked["text"]
        assert any(one["code"] == "ST004" for one in checked["findings"]) is not kept
        assert call("template", "from", returned, "--changes", changes).code == 0
    assert "两点意见" in call("clean", returned).out
    assert call("clean", returned, "--changes", "both").code == 2


def test_standard_input_stands_among_the_files(
    call: Call, returned: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = tmp_path / "稿.txt"
    text.write_text("在清河湾县防汛会上的讲话\n同志们：\n要抓紧。\n", encoding="utf-8")
    bad = tmp_path / "坏.docx"
    bad.write_bytes(b"PK\x03\x04")
    typed = io.TextIOWrapper(
        io.BytesIO("在会上的讲话\n同志们：\n好。\n".encode()), encoding="utf-8"
    )
    monkeypatch.setattr(sys, "stdin", typed)
    answer = call("check", text, "-", bad, returned, "--json")
    assert answer.code == 3
    assert [one["path"] for one in answer.json["files"]] == [str(text), "-", str(returned)]
    assert answer.err.count(f"无法打开“{bad}”") == 1


def test_a_folder_is_exported_with_a_table_of_what_became_of_each(
    call: Call, tmp_path: Path
) -> None:
    folder = tmp_path / "稿件" / "三月"
    folder.mkdir(parents=True)
    for name in ("甲", "乙"):
        (folder / f"{name}.txt").write_text(f"{name}会上的讲话\n同志们：\n抓紧。", encoding="utf-8")
    (folder / "丙.docx").write_bytes(b"no package")
    (folder / "~$丙.docx").write_bytes(b"lock")
    out = tmp_path / "出"
    answer = call("export", tmp_path / "稿件", "--out-dir", out, "--format", "pdf")
    assert answer.code == 3
    assert sorted(path.name for path in out.iterdir()) == ["乙.pdf", "甲.pdf"]
    lines = answer.out.splitlines()
    assert lines[0].split() == ["文件", "页数", "结果"]
    assert [line.split()[0] for line in lines[1:4]] == ["丙.docx", "乙.txt", "甲.txt"]
    assert lines[-1] == f"共导出 2 个文件、2 页到“{out}”，1 个未能导出。"
    told = [line for line in answer.err.splitlines() if "仿宋" in line]
    assert len(told) <= 1


def test_the_number_of_pages_is_told(call: Call, tmp_path: Path) -> None:
    long = tmp_path / "长.txt"
    long.write_text("讲话\n同志们：\n" + "水渠要赶在上冻之前修到地头。" * 100, encoding="utf-8")
    answer = call("export", long, tmp_path / "长.docx")
    assert answer.out == f"已导出“{tmp_path / '长.docx'}”，3 页。\n"


def test_an_annex_is_told(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    speech = "在清河湾县防汛会上的讲话\n同志们：\n要抓紧。\n谢谢大家！\n"
    path.write_text(speech + "附件：任务表\n一、北干渠\n", encoding="utf-8")
    told = "第 5 段起是附件，不算讲话，只查文字，不查结构、雷同和宣读效果。\n"
    assert call("check", path).err == told
    assert call("check", path, path).err == f"“{path}”{told}" * 2
    assert "附件：第 5 段起，不算讲话\n" in call("structure", path).out
    path.write_text(speech, encoding="utf-8")
    assert call("check", path).err == ""


@pytest.mark.parametrize(("is_terminal", "count"), [(True, 60), (True, 3), (False, 60)])
def test_a_long_check_says_how_far_it_is_to_who_waits_for_it(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_terminal: bool, count: int
) -> None:
    for number in range(count):
        (tmp_path / f"{number:02}.txt").write_text(
            "在会上的讲话\n同志们：\n好。\n", encoding="utf-8"
        )
    monkeypatch.setattr("sys.stderr.isatty", lambda: is_terminal)
    answer = call("check", tmp_path)
    told = [one for one in answer.err.split("\n") if one.startswith("已校核")]
    expected = [f"已校核 50/60：{tmp_path / '49.txt'}", f"已校核 60/60：{tmp_path / '59.txt'}"]
    assert told == (expected if is_terminal and count > 50 else [])
    assert f"共校核 {count} 个文件" in answer.out
