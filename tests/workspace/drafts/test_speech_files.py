"""A folder of ten years: every file is a speech, or named with what to do about it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from drafting.workspace.drafts.speech_files import find_speech_files

KINDS = {
    "压缩文件": ["讲话.zip", "讲话.RAR"],
    "电子表格": ["台账.et", "台账.xlsx"],
    "图片": ["会场.JPG"],
    "音频或视频": ["录音.mp3"],
    "快捷方式": ["讲话.docx.lnk"],
    "备份和临时文件": ["~WRL0001.tmp", "讲话.docx.~tmp", "讲话.wbk"],
    "没有扩展名的文件": ["讲话"],
    "其他文件": ["笔记.one"],
    "网页附带的文件夹": ["网页_files"],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two speeches two folders down, among everything else."""
    inner = tmp_path / "2016" / "会 议（１）"
    inner.mkdir(parents=True)
    speeches = ["讲话.DOCX", "网页.htm"]
    system = ["~$讲话.docx", ".讲话.docx", "Thumbs.db", "desktop.ini", "讲话.jianggao.bak"]
    for name in [*speeches, *system, *(one for some in KINDS.values() for one in some)]:
        if name.endswith("_files"):
            (inner / name).mkdir()
            name += "/counter.html"  # noqa: PLW2901 - a page that is none
        (inner / name).write_bytes(b"x")
    trash = tmp_path / "$RECYCLE.BIN"
    trash.mkdir()
    (trash / "$R1.docx").write_bytes(b"x")
    return tmp_path


def test_what_is_no_speech_is_named(folder: Path) -> None:
    found = find_speech_files([folder, folder])
    assert [one.name for one in found.speeches] == ["网页.htm", "讲话.DOCX"]
    assert found.failed == ()
    named = {one.kind: sorted({Path(path).name for path in one.paths}) for one in found.passed}
    assert named == {kind: sorted(names) for kind, names in KINDS.items()}
    assert all(one.advice for one in found.passed)


def test_files_named_are_taken_whatever_they_are(folder: Path) -> None:
    wishes = [folder / "没有.docx", next(folder.rglob("*.one"))]
    assert find_speech_files(wishes).speeches == tuple(wishes)
    assert find_speech_files(wishes).passed == ()


if sys.platform != "win32":

    def test_links_and_pipes(folder: Path) -> None:
        here = folder / "链接"
        here.mkdir()
        (here / "回来").symlink_to(folder)
        (here / "断了.docx").symlink_to("没有.docx")
        os.mkfifo(here / "管道.txt")
        found = find_speech_files([here])
        assert [one.name for one in found.speeches] == ["断了.docx", "管道.txt"]
        ((kind, paths),) = [(one.kind, one.paths) for one in found.passed]
        assert (kind, paths) == ("指向别处的文件夹", (str(here / "回来"),))

    def test_a_folder_that_does_not_open(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        scandir = os.scandir

        def closed(path: str) -> object:
            if Path(path).name == "2016":
                raise PermissionError(13, "closed", path)
            return scandir(path)

        monkeypatch.setattr(os, "scandir", closed)
        (failed,) = find_speech_files([folder]).failed
        assert failed.path == str(folder / "2016")
        assert failed.reason == "没有权限打开这个文件夹，请检查权限后再添加"
