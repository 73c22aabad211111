"""A file that grows: begun whole, added to, brought to the disk; every fault is a sentence."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest

from drafting.errors import StorageError
from drafting.files import growing_file
from drafting.files.growing_file import add_to_file, begin_file, flush_file

if TYPE_CHECKING:
    from io import FileIO
    from pathlib import Path


def test_what_is_added_stands_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "稿"
    begin_file(path, b"longer than what follows\n")
    begin_file(path, b"begun\n")
    add_to_file(path, b"one\n")
    add_to_file(path, b"two\n")
    flush_file(path)
    assert path.read_bytes() == b"begun\none\ntwo\n"


def test_nothing_stays_of_what_could_not_be_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(file: FileIO, data: bytes) -> None:
        file.write(data[:3])
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(growing_file, "write_all", half)
    with pytest.raises(StorageError, match="磁盘空间不足"):
        begin_file(tmp_path / "稿", b"begun")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_gone_is_not_made_by_adding(tmp_path: Path) -> None:
    for call in (lambda path: add_to_file(path, b"x"), flush_file):
        with pytest.raises(StorageError, match="文件夹已不存在"):
            call(tmp_path / "稿")
    assert list(tmp_path.iterdir()) == []
