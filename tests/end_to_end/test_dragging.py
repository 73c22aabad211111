"""Files dragged by a real pointer from another program onto the window."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from drafting.workspace.library.speeches import list_speeches
from resources import resource_path
from tests.end_to_end.conftest import wait_until
from tests.end_to_end.drag_source import PLACE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.end_to_end.conftest import Desk

_SPEECHES = ("01_mobilisation.txt", "12_greeting.txt")


@contextmanager
def hand_over(desk: Desk, *paths: Path) -> Iterator[None]:
    """Have another program with these files, and drag them into the middle of the screen."""
    command = [sys.executable, "-m", "tests.end_to_end.drag_source", *map(str, paths)]
    source = subprocess.Popen(command, env=desk.environment, stdout=subprocess.PIPE)
    try:
        wait_until(lambda: bool(desk._xdotool("search", "--onlyvisible", "--name", "drag source")))
        start, goal = PLACE.center(), (683, 400)
        desk._xdotool("mousemove", str(start.x()), str(start.y()))
        desk._xdotool("mousedown", "1")
        for step in range(1, 11):
            x = start.x() + (goal[0] - start.x()) * step // 10
            y = start.y() + (goal[1] - start.y()) * step // 10
            desk._xdotool("mousemove", str(x), str(y))
            time.sleep(0.05)
        desk._xdotool("mouseup", "1")
        assert source.stdout is not None
        assert source.stdout.readline().strip() == b"CopyAction"
        yield
    finally:
        source.kill()
        source.communicate(timeout=20)


def test_a_file_falls_on_the_page_and_several_go_into_the_library(open_desk, tmp_path):
    one, other = (tmp_path / f"speech{number}.txt" for number in range(2))
    for name, path in zip(_SPEECHES, (one, other), strict=True):
        shutil.copy(resource_path("library", name), path)
    desk = open_desk(None)
    with hand_over(desk, one):
        desk.wait_for_window("speech0")
    library = tmp_path / "data" / "素材库.db"
    with hand_over(desk, one, other):
        desk.wait_for_window("^讲稿$")  # asks about both
        desk.keys("Return")  # 放进素材库
        wait_until(lambda: library.exists() and len(list_speeches(library)) == 2)
    desk.wait_for_window("素材库")
