"""A draft survives the end of the program at any moment of writing."""

from __future__ import annotations

import dataclasses
import errno
import json
import os
import random
import signal
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from drafting.errors import StorageError
from drafting.files import growing_file
from drafting.files.draft_file import DraftFile, encode_draft
from drafting.history.recovery import RecoveryStore

if TYPE_CHECKING:
    from io import FileIO
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
    assert store.pending() == (), "what this run is writing was not left behind"
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


def newest(folder: Path) -> Path:
    return max(folder.glob("*.recovery"), key=lambda one: int(one.name.split(".")[1]))


def written_whole(words: str) -> DraftFile:
    """Return a draft that is no edit of the one before: more than its text differs."""
    return dataclasses.replace(text(words), locked=(words,))


@pytest.mark.parametrize(
    "data",
    [b"", b"\0" * 4096, b"{}", b"[]\n{}", b'{"key": "a", "sequence": "x"}\n{}', b"\xff\xfe",
     b'{"key": "k", "sequence": 3}\n{"format": 1, "te',
     b'{"key": "k", "sequence": 3, "size": 99}\n{"format": 1, "text": "k"}'],
)  # fmt: skip
def test_a_damaged_copy_is_set_aside(folder: Path, data: bytes) -> None:
    store = RecoveryStore(folder)
    store.save("稿", text("第一版"), 1)
    newest(folder).write_bytes(data)
    assert pending(folder) == []
    assert [path.suffix for path in folder.iterdir()] == [".bad-1"]
    store.save("稿", written_whole("第二版"), 2)
    store.save("稿", written_whole("第三版"), 3)
    newest(folder).write_bytes(data)
    assert pending(folder) == [("稿", 2, "第二版")], "the copy before is the newest good one"
    assert sorted(path.suffix for path in folder.iterdir()) == [".bad-1", ".bad-1", ".recovery"]
    store.discard("稿")
    assert list(folder.iterdir()) == []


def test_edits_are_added_to_the_copy(folder: Path) -> None:
    chance = random.Random(7)  # noqa: S311 - repeatable, nothing secret
    store, words = RecoveryStore(folder), "石桥乡𬱖村防火，一刻不松。\n" * 40
    added = ("防", "𬱖\n", "", '"\\\u2028')
    store.save("稿", text(words), 1)
    for number in range(2, 300):
        place = chance.randrange(len(words))
        cut = chance.choice((0, 0, 0, 1, 9))
        words = words[:place] + chance.choice(added) + words[place + cut :]
        store.save("稿", dataclasses.replace(text(words), revision=number), number)
    (found,) = RecoveryStore(folder).pending()
    assert found.sequence == found.draft_file.revision == 299
    assert found.draft_file == dataclasses.replace(text(words), revision=299)
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize("torn", [b"", b'00000000 [0,0,"x",9,9,9]\n', b"\0\0\0\n", b"half a line"])
def test_what_a_crash_tore_off_is_left_out(folder: Path, torn: bytes) -> None:
    store = RecoveryStore(folder)
    store.save("稿", text("一"), 1)
    store.save("稿", text("一二"), 2)
    store.save("稿", text("一二三"), 3)
    path = newest(folder)
    whole = path.read_bytes()
    for end in range(len(whole) - 20, len(whole)):
        path.write_bytes(whole[:end] + torn)
        assert pending(folder) == [("稿", 2, "一二")]


def test_a_file_goes_when_the_next_one_is_on_the_disk(folder: Path) -> None:
    store = RecoveryStore(folder)
    store.save("稿", text("一"), 1)
    store.flush()
    store.save("稿", written_whole("二"), 2)
    store.save("稿", text("长" * 9000), 3)
    assert len(list(folder.iterdir())) == 3
    store.flush()
    assert pending(folder) == [("稿", 3, "长" * 9000)]
    assert len(list(folder.iterdir())) == 1
    for number in range(4, 9):
        store.save("稿", text("长" * (9000 + number * 3900)), number)
    store.flush()
    assert len(list(folder.iterdir())) == 1, "many edits are folded into one draft"
    newest(folder).unlink()
    store.save("稿", text("又一句"), 9)
    assert pending(folder) == [("稿", 9, "又一句")], "a file that somebody removed is begun again"


def test_what_was_left_behind_stays_until_it_is_decided_about(folder: Path) -> None:
    RecoveryStore(folder).save("稿", text("崩溃前写的"), 7)
    (left,) = RecoveryStore(folder).pending()
    store = RecoveryStore(folder)
    store.save("稿", text("没有恢复，另写的"), 1)
    assert sorted(one[2] for one in pending(folder)) == ["崩溃前写的", "没有恢复，另写的"]
    store.discard("稿")
    assert [one[2] for one in pending(folder)] == ["崩溃前写的"]
    store.save("稿", text("恢复后写的"), 2, replaces=left.line)
    assert [one[2] for one in pending(folder)] == ["恢复后写的"]
    assert len(list(folder.iterdir())) == 2, "a power cut would need it"
    store.flush()
    assert len(list(folder.iterdir())) == 1
    store.clear("稿")
    assert list(folder.iterdir()) == []


def test_copies_of_the_first_format_are_offered(folder: Path) -> None:
    folder.mkdir()
    head = json.dumps({"recovery": 1, "key": "稿", "sequence": 4, "time": 1_700_000_000})
    data = head.encode() + b"\n" + encode_draft(text("上一版程序写的"))
    path = folder / f"{'0a' * 12}.recovery"
    path.with_name(f"{path.name}.bak").write_bytes(data)
    path.write_bytes(data[:-40])
    (found,) = RecoveryStore(folder).pending()
    assert found.draft_file.text == "上一版程序写的"
    RecoveryStore(folder).remove(found.name)
    assert list(folder.glob("*.recovery*")) == list(folder.glob("*.bad-1")) == []


def test_other_files_are_left_alone(folder: Path) -> None:
    folder.mkdir()
    (folder / "说明.txt").write_text("x", encoding="utf-8")
    (folder / "x.recovery").mkdir()
    assert pending(folder) == []
    assert {path.name for path in folder.iterdir()} == {"说明.txt", "x.recovery"}


def test_a_full_disk_tears_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = RecoveryStore(folder)
    store.save("稿", text("一"), 1)
    store.save("稿", text("一二"), 2)

    def half(file: FileIO, data: bytes) -> None:
        file.write(data[: len(data) // 2])
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as full:
        full.setattr(growing_file, "write_all", half)
        for number in (3, 4):
            with pytest.raises(StorageError, match="磁盘空间不足"):
                store.save("稿", text("一二三"), number)
        assert pending(folder) == [("稿", 2, "一二")]
    store.save("稿", text("一二三四"), 5)
    assert pending(folder) == [("稿", 5, "一二三四")]


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
number, left = int(sys.argv[2]), tuple(sys.argv[3:])
while True:
    number += 1
    draft = DraftFile(text=f"{number}" + "讲" * 30000, history=f"{number // 3:08x}")
    store.save("稿", draft, number, replaces=left)
    if number % 7 == 0:
        store.flush()
    sys.stdout.write(f"{number}\\n")
    sys.stdout.flush()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is POSIX")
def test_fifty_kills_while_typing(folder: Path, project: Path, tmp_path: Path) -> None:
    script = tmp_path / "writer.py"
    script.write_text(WRITER, encoding="utf-8")
    number, left = 0, ()
    for turn in range(50):
        child = subprocess.Popen(
            [sys.executable, "-S", str(script), str(folder), str(number), *left],
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
        number, left = found.sequence, found.line
    assert not [path for path in folder.iterdir() if ".bad" in path.name]
