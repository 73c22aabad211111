"""Reading with a message for everything, the data folder, and the text hash."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from drafting.errors import ImportProblem, StorageError
from drafting.files import folders
from drafting.files.folders import make_folder, user_data_folder
from drafting.files.hashes import text_hash
from drafting.files.reading import read_bytes


def code_of(path: Path | str, **options: int) -> str:
    with pytest.raises(ImportProblem) as caught:
        read_bytes(path, **options)
    message = str(caught.value)
    assert message.startswith(f"无法打开“{path}”：")
    assert message.count("。") == 1
    return caught.value.code


def test_reading_and_its_faults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "讲话.txt"
    path.write_bytes(b"12345")
    assert read_bytes(path, limit=5) == b"12345"
    assert code_of(path, limit=4) == "too-large"
    assert code_of(tmp_path / "没有.txt") == "missing"
    assert code_of(path / "下面.txt") == "missing"
    assert code_of(tmp_path / "坏\0名") == "missing"
    assert code_of(tmp_path) == "wrong-type"
    assert code_of(tmp_path / ("长" * 300)) == "missing"

    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(Path, "open", denied)
    assert code_of(path) == "refused"


def test_a_name_too_long_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def too_long(*_: object, **__: object) -> None:
        raise OSError(errno.ENAMETOOLONG, "File name too long")

    monkeypatch.setattr(Path, "stat", too_long)
    with pytest.raises(ImportProblem, match="文件名或路径太长，请把文件名改短后重试"):
        read_bytes(tmp_path / "讲话.txt")


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes in folders are POSIX")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert code_of(tmp_path / "pipe.txt") == "wrong-type"


def test_the_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIANGGAO_DATA", str(tmp_path / "甲"))
    assert user_data_folder() == tmp_path / "甲"
    monkeypatch.delenv("JIANGGAO_DATA")
    monkeypatch.setattr(folders, "program_folder", lambda: tmp_path / "stick" / "app")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "local"))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert user_data_folder().name == "jianggao"
    assert tmp_path in user_data_folder().parents
    (tmp_path / "stick" / "数据").mkdir(parents=True)
    assert user_data_folder() == tmp_path / "stick" / "数据"
    monkeypatch.undo()
    assert (folders.program_folder() / "main.py").is_file()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    make_folder(tmp_path / "甲" / "乙")
    make_folder(tmp_path / "甲" / "乙")
    assert (tmp_path / "甲" / "乙").is_dir()
    (tmp_path / "文件").touch()
    with pytest.raises(StorageError, match="无法建立这个文件夹，请检查磁盘空间和权限。"):
        make_folder(tmp_path / "文件")
    with pytest.raises(StorageError, match="请换一个文件夹。"):
        make_folder(tmp_path / "文件" / "下面", advice="请换一个文件夹")


def test_the_hash_knows_the_same_text_again() -> None:
    assert len(text_hash("")) == 64
    assert text_hash("甲\r\n乙  \n\n") == text_hash("\ufeff甲\n乙")
    assert text_hash("甲\n乙") != text_hash("甲乙")
    assert text_hash("e\u0301") == text_hash("é")
    assert text_hash("\ud800")
