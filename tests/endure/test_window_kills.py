"""Two hundred kills of the real program while it is written in: two seconds at most are lost.

They are counted from when a character is on the page: a key that still waits in the queue of a busy
machine is not seen yet by whoever writes. How long keys waited is told beside it.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from drafting.files.draft_file import DraftFile, decode_draft, encode_draft
from drafting.history.recovery import RecoveryStore
from drafting.history.versions import VersionStore

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.end_to_end.conftest import Desk

    Tell = Callable[[str], None]
    OpenDesk = Callable[..., Desk]

pytestmark = [
    pytest.mark.endure,
    pytest.mark.timeout(5400),
    pytest.mark.skipif(sys.platform == "win32", reason="kill -9 and X are POSIX"),
]

KILLS = 200
LONGEST = 5.0
PROMISED_SECONDS = 2.0
PROGRAM = Path(__file__).with_name("traced_program.py")
_LETTERS = "abcdefghijkmnopqrstuvwxyz"
_SAVES = 0.04  # of the strokes are followed by Ctrl+S: kills fall into savings too
_TOLD = 40  # lines of the trace are shown with a loss
SPEECH = "在石桥乡防汛会上的讲话\n同志们：\n" + "各村要把值班表贴到墙上，电话要有人接。\n" * 60


class Event(NamedTuple):
    """A line of the trace."""

    moment: float
    name: str
    number: int


class Writing(NamedTuple):
    """What was written until the program was killed: strokes with the moments of their keys."""

    strokes: list[tuple[float, str]]
    killed: float
    events: list[Event]

    @property
    def letters(self) -> str:
        return "".join(letters for _, letters in self.strokes)

    def lost(self, kept: int, before: int) -> float:
        """Return for how long the oldest character that is not kept was on the page, in seconds.

        ``kept`` is the length of what is kept, ``before`` that of the text before the first stroke.
        """
        entered = [one for one in self.events if one.name == "entered" and one.number > before]
        return next((self.killed - one.moment for one in entered if one.number > kept), 0.0)

    def waited(self, before: int) -> float:
        """Return how long a stroke waited at most until all of it was on the page, in seconds."""
        entered = [one for one in self.events if one.name == "entered"]
        longest, length = 0.0, before
        for moment, letters in self.strokes:
            length += len(letters)
            on_page = (one.moment for one in entered if one.number >= length)
            longest = max(longest, next(on_page, self.killed) - moment)
        return longest

    def shown(self) -> str:
        """Return the last lines of what happened, counted back from the kill."""
        lines = [f"{one.moment - self.killed:8.3f} {one.name} {one.number}" for one in self.events]
        keys = [f"{moment - self.killed:8.3f} key {letters}" for moment, letters in self.strokes]
        return "\n".join(sorted([*lines, *keys], key=lambda one: float(one.split()[0]))[-_TOLD:])


def write_until(desk: Desk, chance: random.Random, seconds: float, trace: Path) -> Writing:
    """Write for so long, then kill."""
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
    return Writing(strokes, killed, read_trace(trace))


def read_trace(trace: Path) -> list[Event]:
    lines = (line.split() for line in trace.read_text(encoding="ascii").splitlines())
    return [Event(float(moment), name, int(number)) for moment, name, number in lines]


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


def check_kept(writing: Writing, text: str, before: str) -> float:
    """Return how many seconds are lost of what was written before ``before``; fail where too many.

    What is kept must be what was typed, from its beginning, and no key may have gone elsewhere.
    """
    assert text.endswith(before)
    assert writing.letters.startswith(text[: len(text) - len(before)])
    began = writing.strokes[0][0]
    astray = [one for one in writing.events if one.name == "astray" and one.moment > began]
    lost = writing.lost(len(text), len(before))
    told = f"{lost:.2f} s lost, {len(text) - len(before)} characters kept\n{writing.shown()}"
    assert lost <= PROMISED_SECONDS, told
    assert not astray, f"another window took the keys\n{told}"
    return lost


def test_two_hundred_kills_while_writing(open_desk: OpenDesk, tmp_path: Path, tell: Tell) -> None:
    chance = random.Random(200)  # noqa: S311 - repeatable, nothing secret
    path, data = tmp_path / "flood.jianggao", tmp_path / "data"
    path.write_bytes(encode_draft(DraftFile(text=SPEECH)))
    before, has_copy = SPEECH, False
    lost: list[float] = []
    waited: list[float] = []
    for number in range(KILLS):
        trace = tmp_path / f"trace{number}"
        desk = open_desk(None if has_copy else path, program=(PROGRAM, trace))
        if has_copy:
            desk.wait_for_window("恢复稿件")
            desk.press("Return")
        desk.wait_for_window("flood.jianggao")
        time.sleep(0.5)
        desk.press("ctrl+Home")
        writing = write_until(desk, chance, chance.uniform(0.2, LONGEST), trace)
        text, has_copy = what_is_left(path, data)
        lost.append(check_kept(writing, text, before))
        waited.append(writing.waited(len(before)))
        before = text
    tell(
        f"{KILLS} kills while writing: at most {max(lost):.2f} s lost, half of them "
        f"{sorted(lost)[KILLS // 2]:.2f} s or less; keys waited {max(waited):.2f} s at most until "
        "they were on the page; every file whole"
    )
