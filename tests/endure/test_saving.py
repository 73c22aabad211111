"""A thousand kills and two hundred full disks: no save that was acknowledged is lost."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from drafting.errors import StorageError
from drafting.files.atomic import PREVIOUS_SUFFIX, atomic_write
from drafting.files.draft_file import decode_draft
from tests.endure.saving_loop import TEXT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Tell = Callable[[str], None]

pytestmark = [
    pytest.mark.endure,
    pytest.mark.timeout(1800),
    pytest.mark.skipif(sys.platform == "win32", reason="kill -9, limits and mounts are POSIX"),
]

KILLS = 1_000
POSITIONS = 200


def number_in(path: Path) -> int:
    """The number of the draft in a file, which must be whole."""
    saved = decode_draft(path.read_bytes(), path)
    first, rest = saved.text.split("\n", 1)
    assert rest == f"{TEXT}{first}"
    assert saved.revision == int(first)
    return int(first)


def kill_often(folder: Path, project: Path, seed: int, kills: int) -> tuple[int, int]:
    """Return how many saves were acknowledged, and how many kills fell between two of them."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, nothing secret
    path = folder / "讲话.jianggao"
    script = project / "tests" / "endure" / "saving_loop.py"
    environment = dict(os.environ, PYTHONPATH=str(project))
    number = ahead = 0
    for _ in range(kills):
        child = subprocess.Popen(
            [sys.executable, "-S", str(script), str(path), str(number + 1)],
            stdout=subprocess.PIPE,
            env=environment,
        )
        assert child.stdout is not None
        acknowledged = int(child.stdout.readline())
        time.sleep(chance.random() * 0.03)
        child.send_signal(signal.SIGKILL)
        rest = child.stdout.read()
        child.stdout.close()
        child.wait(10)
        if b"\n" in rest:
            acknowledged = int(rest[: rest.rindex(b"\n")].split(b"\n")[-1])
        number = number_in(path)
        assert number in {acknowledged, acknowledged + 1}
        ahead += number > acknowledged
        previous = path.with_name(path.name + PREVIOUS_SUFFIX)
        if previous.exists():
            assert number_in(previous) in {number - 1, number}
    return number, ahead


def test_a_thousand_kills(tmp_path: Path, project: Path, tell: Tell) -> None:
    folders = [tmp_path / name for name in ("甲", "乙")]
    for folder in folders:
        folder.mkdir()
    with ThreadPoolExecutor(len(folders)) as both:
        runs = [
            both.submit(kill_often, folder, project, seed, KILLS // len(folders))
            for seed, folder in enumerate(folders)
        ]
        found = [one.result() for one in runs]
    saves, ahead = (sum(figures) for figures in zip(*found, strict=True))
    left = sum(one.name.endswith(".tmp") for folder in folders for one in folder.iterdir())
    tell(
        f"{KILLS} kills, {saves} saves acknowledged: 0 lost, 0 unreadable "
        f"({ahead} whole but not yet acknowledged, {left} temporary files left to the next hour)"
    )
    assert saves > KILLS


# A file that may not grow beyond a size is the kernel's own fault at an exact byte.
LIMITED = """
import resource, signal, sys
from pathlib import Path
from drafting.errors import StorageError
from drafting.files.atomic import atomic_write
path, size = Path(sys.argv[1]), int(sys.argv[2])
data = b"n" * size
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
refused = 0
for number in range(int(sys.argv[3])):
    place = size * number // int(sys.argv[3])
    resource.setrlimit(resource.RLIMIT_FSIZE, (place, resource.RLIM_INFINITY))
    try:
        atomic_write(path, data, keep_previous=bool(number % 2))
    except StorageError as error:
        refused += "磁盘空间不足" in str(error) and str(error).count("。") == 1
    assert path.read_bytes() == b"o" * size
    assert len(list(path.parent.iterdir())) == 1 + (number > 0 and path.with_name(
        path.name + ".bak").exists()), list(path.parent.iterdir())
print(refused)
"""


def test_writing_stops_at_two_hundred_places(tmp_path: Path, project: Path, tell: Tell) -> None:
    path = tmp_path / "讲话.jianggao"
    size = 300_000
    path.write_bytes(b"o" * size)
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(path), str(size), str(POSITIONS)],
        env=dict(os.environ, PYTHONPATH=str(project)),
        check=True,
        capture_output=True,
    )
    assert int(done.stdout) == POSITIONS
    atomic_write(path, b"n" * size)
    assert path.read_bytes() == b"n" * size
    tell(f"writing stopped at {POSITIONS} places: old file intact in all, all told")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of two megabytes in memory; only root can make one."""
    folder = tmp_path / "盘"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("needs the right to mount a file system")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_the_disk_is_full_at_two_hundred_places(small_disk: Path, tell: Tell) -> None:
    path = small_disk / "讲话.jianggao"
    filler = small_disk / "占位"
    old, new = b"o" * 900_000, b"n" * 900_000
    path.write_bytes(old)
    refused = 0
    for number in range(POSITIONS):
        room = len(new) * number // POSITIONS
        filler.unlink(missing_ok=True)
        free = os.statvfs(small_disk)
        with filler.open("wb") as file:
            file.write(b"x" * max(free.f_bavail * free.f_frsize - room, 0))
        with pytest.raises(StorageError, match="磁盘空间不足"):
            atomic_write(path, new, keep_previous=True)
        refused += 1
        assert path.read_bytes() == old
        assert not [one for one in small_disk.iterdir() if one.name.endswith(".tmp")]
    filler.unlink()
    atomic_write(path, new)
    assert path.read_bytes() == new
    tell(f"disk full at {refused} places: old file intact in all, all told")
