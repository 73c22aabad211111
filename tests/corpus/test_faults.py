"""Disks and programs that get in the way: one Chinese sentence, and nothing lost."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from drafting.corpus import connection as connecting
from drafting.corpus import network, rescue
from drafting.corpus.housekeeping import backup_library, verify_library
from drafting.corpus.library import open_library
from drafting.corpus.speeches import add_speeches, list_speeches
from drafting.errors import LibraryProblem, StorageError
from tests.corpus.conftest import FLOOD, SAFETY, TALENT, one_sentence, speech
from tests.corpus.kills import kill_imports

if TYPE_CHECKING:
    from pathlib import Path

    from drafting.corpus.library import Library

LONG = "各收购点要提前腾仓，做到车不过夜、粮不落地。\n" * 400


def test_the_disk_is_full(library: Library) -> None:
    add_speeches(library, [FLOOD])
    with library.reading() as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(LibraryProblem, match="磁盘空间不足") as caught:
        add_speeches(library, [SAFETY, speech(f"在夏粮收购会上的讲话\n{LONG}")])
    assert caught.value.code == "full"
    one_sentence(caught.value, library.path)
    assert [one.id for one in list_speeches(library)] == [1]
    with library.reading() as connection:
        connection.execute("PRAGMA max_page_count = 1000000")
    assert len(add_speeches(library, [SAFETY]).added) == 1
    assert verify_library(library) == []


def test_a_library_that_must_not_be_written(library: Library) -> None:
    add_speeches(library, [FLOOD])
    with open_library(library.path, read_only=True) as other:
        assert len(list_speeches(other)) == 1
        with pytest.raises(LibraryProblem, match="是只读的") as caught:
            add_speeches(other, [SAFETY])
    one_sentence(caught.value, library.path)


def test_another_program_writes(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "BUSY_SECONDS", 0.2)
    add_speeches(library, [FLOOD])
    with open_library(library.path) as other:
        with library.writing():
            assert len(list_speeches(other)) == 1
            with pytest.raises(LibraryProblem, match="正被另一个程序写入") as caught:
                add_speeches(other, [SAFETY])
            one_sentence(caught.value, library.path)
        assert len(add_speeches(other, [SAFETY]).added) == 1
    assert len(list_speeches(library)) == 2


TWO = """
import sys
sys.path[:] = sys.argv[3:]  # the embeddable Python of Windows reads no PYTHONPATH
from pathlib import Path
from drafting.corpus.library import open_library
from drafting.corpus.speeches import add_speeches
from tests.corpus.conftest import speech
path, name = Path(sys.argv[1]), sys.argv[2]
for number in range(30):
    with open_library(path) as library:
        add_speeches(library, [speech(f"在{name}会上的讲话\\n{name}第{number}件事。")])
"""


def test_two_programs_at_once(tmp_path: Path) -> None:
    path = tmp_path / "库.db"
    both = [
        subprocess.Popen([sys.executable, "-c", TWO, str(path), name, *sys.path])
        for name in ("甲", "乙")
    ]
    assert [one.wait(60) for one in both] == [0, 0]
    with open_library(path) as library:
        assert len(list_speeches(library)) == 60
        assert verify_library(library) == []


MAKING = """
import sys, time
sys.path[:] = sys.argv[2:]
from pathlib import Path
from drafting.corpus.library import open_library
for number in range(20):
    time.sleep(0.05 - time.time() % 0.05)  # all at the same moment
    with open_library(Path(sys.argv[1]) / f"{number}.db"):
        pass
"""


def test_three_programs_make_a_library_at_the_same_moment(tmp_path: Path) -> None:
    all_three = [
        subprocess.Popen([sys.executable, "-c", MAKING, str(tmp_path), *sys.path]) for _ in range(3)
    ]
    assert [one.wait(60) for one in all_three] == [0, 0, 0]


def test_removing_while_another_reads_says_what_stays(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    from drafting.corpus.speeches import remove_speeches

    monkeypatch.setattr(connecting, "BUSY_SECONDS", 0.2)
    add_speeches(library, [FLOOD, SAFETY])
    with open_library(library.path) as writer, open_library(library.path) as reader:
        with reader.reading() as connection:
            connection.execute("BEGIN")
            connection.execute("SELECT * FROM speeches").fetchone()
            with pytest.raises(LibraryProblem, match="关闭那个程序后会自动清除"):
                remove_speeches(writer, [1])
            connection.execute("COMMIT")
        assert [one.id for one in list_speeches(writer)] == [2]


@pytest.mark.skipif(os.name == "nt", reason="the table of mounts is POSIX")
def test_a_network_share_has_no_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = tmp_path / "mounts"
    share = tmp_path / "共享 盘"
    share.mkdir()
    name = str(share).replace(" ", "\\040")
    mounts.write_text(f"proc / ext4 rw 0 0\n//server/a {name} cifs rw 0 0\n", encoding="utf-8")
    monkeypatch.setattr(network, "_MOUNTS", mounts)
    told: list[str] = []
    path = share / "库.db"
    open_library(path).close()
    with rescue.open_or_rescue(path, told.append) as library:
        add_speeches(library, [TALENT])
        assert library.is_shared
        assert sorted(one.name for one in share.iterdir()) == ["库.db"]
    (sentence,) = told
    assert "网络位置" in sentence
    assert not network.is_on_network(tmp_path / "库.db")


def test_one_failed_opening_is_no_damage(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """A scanner that holds the file for a moment does not make a library damaged."""
    add_speeches(library, [FLOOD])
    failures = iter([True])
    connect = connecting.connect

    def sometimes(path: Path, **options: bool) -> sqlite3.Connection:
        if next(failures, False):
            error = sqlite3.DatabaseError("file is not a database")
            error.sqlite_errorcode = sqlite3.SQLITE_NOTADB
            raise error
        return connect(path, **options)

    monkeypatch.setattr("drafting.corpus.library.connect", sometimes)
    with rescue.open_or_rescue(library.path, pytest.fail) as opened:
        assert len(list_speeches(opened)) == 1


def test_a_damaged_library_without_a_copy(tmp_path: Path) -> None:
    path = tmp_path / "库.db"
    for number in (1, 2):
        path.write_bytes(b"SQLite format 3\0, and the rest is no library" * 40)
        told: list[str] = []
        with rescue.open_or_rescue(path, told.append) as library:
            assert list_speeches(library) == []
        assert f"库.db.bad-{number}" in told[0]
        assert path.with_name(f"库.db.bad-{number}").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is POSIX")
def test_twenty_kills_in_an_import(tmp_path: Path, project: Path) -> None:
    inside, told = kill_imports(tmp_path, project, 20)
    assert inside == 20
    assert told > 0


def test_files_of_others_are_left_alone(tmp_path: Path) -> None:
    text, foreign = tmp_path / "通知.txt", tmp_path / "别的.db"
    text.write_text("各乡镇、县直各部门：" * 100, encoding="utf-8")
    connection = sqlite3.connect(foreign)
    connection.execute("CREATE TABLE bookmarks (url)")
    connection.close()
    before = {one: one.read_bytes() for one in (text, foreign)}
    for path in before:
        with pytest.raises(LibraryProblem, match="不是素材库") as caught:
            rescue.open_or_rescue(path, pytest.fail)
        assert caught.value.code == "wrong-type"
        one_sentence(caught.value, path)
    assert {one: one.read_bytes() for one in before} == before


def test_a_backup_that_cannot_be_written(library: Library, tmp_path: Path) -> None:
    add_speeches(library, [FLOOD])
    for target in (tmp_path / "无" / "备份.db", library.path):
        with pytest.raises(StorageError) as caught:
            backup_library(library, target)
        one_sentence(caught.value, target)
    assert len(list_speeches(library)) == 1
