"""Kill an import again and again: the library is whole each time, and no file told of is lost."""

from __future__ import annotations

import itertools
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from drafting.corpus.housekeeping import verify_library
from drafting.corpus.library import open_library
from drafting.corpus.speeches import iter_speeches

if TYPE_CHECKING:
    from drafting.corpus.library import Library

_BODY = "各收购点要提前腾仓，做到车不过夜、粮不落地。\n" * 40


def make_files(folder: Path, count: int) -> None:
    """Write speeches, each with its number."""
    folder.mkdir()
    for number in range(count):
        text = f"在第{number}次夏粮收购会上的讲话\n同志们：\n{_BODY}第{number}篇到此为止。"
        (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")


def kill_imports(folder: Path, project: Path, kills: int, *, seed: int = 1) -> tuple[int, int]:
    """Return how many kills fell into an import, and how many files were told of in all."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, nothing secret
    files, path = folder / "讲话", folder / "库.db"
    make_files(files, 300)
    told: set[Path] = set()
    inside = files_told = 0
    while inside < kills:
        # Files stored before are told of at once; the kill shall fall among the new ones.
        count = len(told) + chance.randint(1, 60)
        lines, was_killed = _killed_import(path, files, project, count, chance.random() * 0.03)
        told |= lines
        inside += was_killed
        with open_library(path) as library:
            assert verify_library(library) == []
            _all_there(library, told)
        if not was_killed:  # all is in: begin again
            files_told += len(told)
            told.clear()
            for one in folder.glob("库.db*"):
                one.unlink()
    return inside, files_told + len(told)


def _killed_import(
    path: Path, files: Path, project: Path, count: int, seconds: float
) -> tuple[set[Path], bool]:
    """Return the files that a child told of, and whether it was killed before its end.

    It is killed so many seconds after it has told of ``count`` files.
    """
    environment = dict(os.environ, PYTHONPATH=str(project))
    child = subprocess.Popen(
        [sys.executable, str(project / "tests/corpus/import_loop.py"), str(path), str(files)],
        stdout=subprocess.PIPE,
        env=environment,
    )
    assert child.stdout is not None
    first = b"".join(itertools.islice(iter(child.stdout.readline, b""), count))
    time.sleep(seconds)
    child.send_signal(signal.SIGKILL)
    rest = child.stdout.read()
    child.stdout.close()
    was_killed = child.wait(30) != 0
    whole = (first + rest)[: (first + rest).rfind(b"\n") + 1]
    return {Path(os.fsdecode(line)) for line in whole.splitlines()}, was_killed


def _all_there(library: Library, told: set[Path]) -> None:
    stored = {Path(one.source_path): one.text for one in iter_speeches(library)}
    assert told <= set(stored)
    for place, text in stored.items():
        assert text.endswith(f"第{int(place.stem)}篇到此为止。")
