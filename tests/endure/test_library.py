"""Two hundred kills in an import, a full and a read-only disk: the library stays whole."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from drafting.corpus import rescue
from drafting.corpus.housekeeping import backup_library, verify_library
from drafting.corpus.library import open_library
from drafting.corpus.speeches import add_speeches, list_speeches
from drafting.errors import LibraryProblem, StorageError
from tests.corpus.conftest import FLOOD, SAFETY, one_sentence, speech
from tests.corpus.kills import kill_imports

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from drafting.corpus.library import Library
    from drafting.model.speech import SpeechRecord

    Tell = Callable[[str], None]

pytestmark = [
    pytest.mark.endure,
    pytest.mark.timeout(1800),
    pytest.mark.skipif(sys.platform == "win32", reason="kill -9 and mounts are POSIX"),
]

KILLS = 200


def test_two_hundred_kills_in_an_import(tmp_path: Path, project: Path, tell: Tell) -> None:
    inside, told = kill_imports(tmp_path, project, KILLS)
    tell(f"{inside} kills in an import, {told} files told of: 0 lost, verify clean after each")
    assert inside == KILLS


def mounted(folder: Path, *options: str) -> Path:
    folder.mkdir()
    try:
        subprocess.run(["mount", *options, str(folder)], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("needs the right to mount a file system")
    return folder


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = mounted(tmp_path / "盘", "-t", "tmpfs", "-o", "size=2m", "tmpfs")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def odd_speech(number: int) -> SpeechRecord:
    body = "".join(chr(0x4E00 + (number * 7 + one * 13) % 20_000) for one in range(3_000))
    return speech(f"第{number}号讲话\n{body}")


def fill(library: Library) -> None:
    for number in range(2_000):
        add_speeches(library, [odd_speech(number)])


def test_the_disk_fills_up(small_disk: Path, tell: Tell) -> None:
    path = small_disk / "库.db"
    with open_library(path) as library:
        with pytest.raises(LibraryProblem) as caught:
            fill(library)
        assert caught.value.code == "full"
        one_sentence(caught.value, path)
        stored = len(list_speeches(library))
        assert stored > 5
    with open_library(path, read_only=True) as library:
        assert len(list_speeches(library)) == stored
        assert verify_library(library) == []
    tell(f"disk full after {stored} speeches: told in one sentence, all there")


@pytest.fixture
def read_only_disk(tmp_path: Path) -> Iterator[Path]:
    with open_library(tmp_path / "库.db") as library:
        add_speeches(library, [FLOOD])
    folder = mounted(tmp_path / "光盘", "--bind", str(tmp_path))
    subprocess.run(["mount", "-o", "remount,ro,bind", str(folder)], check=True)
    yield folder / "库.db"
    subprocess.run(["umount", str(folder)], check=True)


def test_a_read_only_disk(read_only_disk: Path) -> None:
    with rescue.open_or_rescue(read_only_disk, pytest.fail) as library:
        assert library.read_only
        assert [one.id for one in list_speeches(library)] == [1]
        assert verify_library(library) == []
        with pytest.raises(LibraryProblem, match="是只读的") as caught:
            add_speeches(library, [SAFETY])
        one_sentence(caught.value, read_only_disk)
        target = read_only_disk.with_name("备份.db")
        with pytest.raises(StorageError) as refused:
            backup_library(library, target)
        one_sentence(refused.value, target)
