"""Two hundred kills of the real program while it is written in: two seconds at most are lost."""

from __future__ import annotations

import random
import sys
import time
from typing import TYPE_CHECKING

import pytest

from drafting.files.draft_file import DraftFile, decode_draft, encode_draft
from drafting.history.recovery import RecoveryStore
from drafting.history.versions import VersionStore

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.end_to_end.conftest import Desk

    Tell = Callable[[str], None]

pytestmark = [
    pytest.mark.endure,
    pytest.mark.timeout(5400),
    pytest.mark.skipif(sys.platform == "win32", reason="kill -9 and X are POSIX"),
]

KILLS = 200
LONGEST = 5.0
PROMISED_SECONDS = 2.0
_LETTERS = "abcdefghijkmnopqrstuvwxyz"
_SAVES = 0.04  # of the strokes are followed by Ctrl+S: kills fall into savings too
SPEECH = "在石桥乡防汛会上的讲话\n同志们：\n" + "各村要把值班表贴到墙上，电话要有人接。\n" * 60


def write_until(
    desk: Desk, chance: random.Random, seconds: float
) -> tuple[list[tuple[float, str]], float]:
    """Write for so long, then kill; return the strokes with their moments, and the kill's."""
    strokes: list[tuple[float, str]] = []
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        letters = "".join(chance.choices(_LETTERS, k=3))
        desk.write(letters)
        strokes.append((time.monotonic(), letters))
        if chance.random() < _SAVES:
            desk.press("ctrl+s")
        time.sleep(chance.choice((0.02, 0.02, 0.1, 0.4)))
    desk.process.kill()
    killed = time.monotonic()
    desk.process.wait(timeout=20)
    return strokes, killed


def what_is_left(path: Path, data: Path) -> tuple[str, bool]:
    """Return the newest text on the disk, and whether it is a copy that will be offered.

    Fails where a file is damaged.
    """
    saved = decode_draft(path.read_bytes(), path)
    copies = RecoveryStore(data / "恢复").pending()
    assert len(copies) <= 1
    for folder in (data / "版本").glob("*"):
        if folder.is_dir():
            store = VersionStore(folder)
            for version in store.versions():
                assert store.text(version)
    assert not list(data.rglob("*.bad-*"))
    return (copies[0].draft_file.text, True) if copies else (saved.text, False)


def oldest_lost(strokes: list[tuple[float, str]], text: str, before: str, killed: float) -> float:
    """Return how many seconds before the kill the oldest stroke was made that is not in ``text``.

    What was written stands in front of what was there ``before``.
    """
    assert text.endswith(before)
    written = text[: len(text) - len(before)]
    assert "".join(letters for _, letters in strokes).startswith(written)
    kept = 0
    for moment, letters in strokes:
        kept += len(letters)
        if kept > len(written):
            return killed - moment
    return 0.0


def test_two_hundred_kills_while_writing(
    open_desk: Callable[[Path | None], Desk], tmp_path: Path, tell: Tell
) -> None:
    chance = random.Random(200)  # noqa: S311 - repeatable, nothing secret
    path, data = tmp_path / "flood.jianggao", tmp_path / "data"
    path.write_bytes(encode_draft(DraftFile(text=SPEECH)))
    before, has_copy = SPEECH, False
    lost: list[float] = []
    desk = open_desk(path)
    for number in range(KILLS):
        if has_copy:
            desk.wait_for_window("恢复稿件")
            desk.press("Return")
        desk.wait_for_window("flood.jianggao")
        time.sleep(0.5)
        desk.press("ctrl+Home")
        strokes, killed = write_until(desk, chance, chance.uniform(0.2, LONGEST))
        text, has_copy = what_is_left(path, data)
        lost.append(oldest_lost(strokes, text, before, killed))
        told = f"kill {number}, {killed - strokes[0][0]:.1f} s after the first of {len(strokes)}"
        assert lost[-1] <= PROMISED_SECONDS, f"{told}: {len(text) - len(before)} characters kept"
        before = text
        desk = open_desk(None if has_copy else path)
    tell(
        f"{KILLS} kills while writing: at most {max(lost):.2f} s lost, half of them "
        f"{sorted(lost)[KILLS // 2]:.2f} s or less; every file whole"
    )
