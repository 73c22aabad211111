"""A draft survives the end of the program at any moment of writing."""

from __future__ import annotations

import dataclasses
import os
import signal
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from drafting.errors import StorageError
from drafting.files.draft_file import DraftFile
from drafting.history import recovery
from drafting.history.recovery import RecoveryStore

if TYPE_CHECKING:
    from pathlib import Path

DRAFT = DraftFile(
    text="在石桥乡防火会上的讲话\n同志们：\n",
    locked=("不许改。",),
    particulars={"round_name": "二稿"},
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "恢复"


def text(words: str) -> DraftFile:
    return dataclasses.replace(DRAFT, text=words)


def pending(folder: Path) -> list[tuple[str, int, str]]:
    return [(one.key, one.sequence, one.draft_file.text) for one in RecoveryStore(folder).pending()]


def test_save_find_discard(folder: Path) -> None:
    store = RecoveryStore(folder)
    assert store.pending() == ()
    store.discard("没有的")
    store.save("C:\\稿件\\甲.jianggao", DRAFT, 1)
    store.save("未命名:2", text("乙"), 9)
    found = RecoveryStore(folder).pending()
    assert [one.key for one in found] == ["未命名:2", "C:\\稿件\\甲.jianggao"]
    assert found[1].draft_file == DRAFT
    store.discard("未命名:2")
    assert [one[0] for one in pending(folder)] == ["C:\\稿件\\甲.jianggao"]
    store.discard("C:\\稿件\\甲.jianggao")
    assert list(folder.iterdir()) == []


def test_file_names_tell_nothing(folder: Path) -> None:
    RecoveryStore(folder).save("绝不外传的会议", DRAFT, 1)
    assert all(path.name.isascii() for path in folder.iterdir())


def test_the_sequence_counts_and_not_the_clock(folder: Path) -> None:
    store = RecoveryStore(folder)
    store.save("稿", text("新"), 5)
    store.save("稿", text("迟到的旧文"), 4)
    store.save("稿", text("同号"), 5)
    assert pending(folder) == [("稿", 5, "新")]
    for path in folder.iterdir():
        os.utime(path, (0, 0))
    store.save("稿", text("更新"), 6)
    assert pending(folder) == [("稿", 6, "更新")]
    store.discard("稿")
    store.save("稿", text("从头"), 1)
    assert pending(folder) == [("稿", 1, "从头")]


def damage(folder: Path, data: bytes) -> None:
    path = next(one for one in folder.iterdir() if one.suffix == ".recovery")
    path.write_bytes(data)


@pytest.mark.parametrize(
    "data",
    [b"", b"\0" * 4096, b"{}", b"[]\n{}", b'{"key": "a", "sequence": "x"}\n{}', b"\xff\xfe",
     b'{"key": "k", "sequence": 3}\n{"format": 1, "te'],
)  # fmt: skip
def test_a_damaged_copy_is_set_aside(folder: Path, data: bytes) -> None:
    store = RecoveryStore(folder)
    store.save("稿", text("第一版"), 1)
    damage(folder, data)
    assert pending(folder) == []
    assert [path.suffix for path in folder.iterdir()] == [".bad-1"]
    store.save("稿", text("第二版"), 2)
    store.save("稿", text("第三版"), 3)
    damage(folder, data)
    assert pending(folder) == [("稿", 2, "第二版")], "the copy before is the newest good one"
    assert sorted(path.suffix for path in folder.iterdir()) == [".bad-1", ".bad-2", ".bak"]
    store.discard("稿")
    assert list(folder.iterdir()) == []


def test_other_files_are_left_alone(folder: Path) -> None:
    folder.mkdir()
    (folder / "说明.txt").write_text("x", encoding="utf-8")
    (folder / "x.recovery").mkdir()
    assert pending(folder) == []
    assert {path.name for path in folder.iterdir()} == {"说明.txt", "x.recovery"}


def test_another_place_when_the_first_is_full(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spare = tmp_path / "备用"
    store = RecoveryStore(folder, fallback=spare)
    store.save("稿", text("一"), 1)
    real = recovery.atomic_write

    def full(path: Path, data: bytes, *, keep_previous: bool = False) -> None:
        if folder in path.parents:
            raise StorageError(path, "磁盘空间不足")
        real(path, data, keep_previous=keep_previous)

    monkeypatch.setattr(recovery, "atomic_write", full)
    store.save("稿", text("二"), 2)
    again = RecoveryStore(folder, fallback=spare)
    assert [(one.sequence, one.draft_file.text) for one in again.pending()] == [(2, "二")]
    monkeypatch.setattr(recovery, "atomic_write", real)
    store.save("稿", text("三"), 3)
    assert list(spare.iterdir()) == []
    store.discard("稿")
    assert list(folder.iterdir()) == []


def test_no_place_is_a_sentence(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    with pytest.raises(StorageError, match="自动恢复"):
        RecoveryStore(blocked / "x").save("稿", DRAFT, 1)
    assert RecoveryStore(blocked / "x").pending() == ()


def test_threads(folder: Path) -> None:
    store = RecoveryStore(folder)

    def work(first: int) -> None:
        for number in range(first, 60, 4):
            store.save("稿", text(f"第{number}次"), number)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(1, 5)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert pending(folder) == [("稿", 59, "第59次")]


WRITER = """
import pathlib, sys
from drafting.files.draft_file import DraftFile
from drafting.history.recovery import RecoveryStore
store = RecoveryStore(pathlib.Path(sys.argv[1]))
number = int(sys.argv[2])
while True:
    number += 1
    store.save("稿", DraftFile(text=f"{number}" + "讲" * 30000), number)
    sys.stdout.write(f"{number}\\n")
    sys.stdout.flush()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is POSIX")
def test_fifty_kills_while_typing(folder: Path, project: Path, tmp_path: Path) -> None:
    script = tmp_path / "writer.py"
    script.write_text(WRITER, encoding="utf-8")
    number = 0
    for turn in range(50):
        child = subprocess.Popen(
            [sys.executable, "-S", str(script), str(folder), str(number)],
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(project)},
        )
        assert child.stdout is not None
        for _ in range(1 + turn % 5):
            number = int(child.stdout.readline())
        child.send_signal(signal.SIGKILL)
        rest = child.stdout.read()  # communicate() would lose what readline() took in advance
        child.stdout.close()
        child.wait(10)
        if b"\n" in rest:
            number = int(rest[: rest.rindex(b"\n")].split(b"\n")[-1])
        (found,) = RecoveryStore(folder).pending()
        assert found.sequence in {number, number + 1}
        assert found.draft_file.text == f"{found.sequence}" + "讲" * 30000
        number = found.sequence
    assert not [path for path in folder.iterdir() if ".bad" in path.name]
