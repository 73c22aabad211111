"""What a proof sees and does in the foreign system: commands, windows, pictures, verdicts."""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from foreign_system import ForeignSystem

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
DIST = PROJECT / "dist"
HOME = "prefix/drive_c/users/root"
PROGRAM = f"{HOME}/AppData/Local/Programs/讲稿"
DATA = f"{HOME}/AppData/Local/jianggao"
COMMAND = f"'{PROGRAM}/runtime/python.exe' '{PROGRAM}/app/main.py'"
SHORTCUT = f"{HOME}/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/讲稿.lnk"
SAMPLE = f"{HOME}/Documents/我的 讲稿/示例 一.txt"
WINDOWS_SAMPLE = f"Z:/proof/{SAMPLE}"
FEWEST_COLOURS = 200  # an empty screen has a handful


class Proof:
    """Goes through the steps and counts what failed."""

    def __init__(self, system: ForeignSystem) -> None:
        self.system = system
        self.failed: list[str] = []

    def expect(self, name: str, held: object, detail: str = "") -> None:
        """Note one observation."""
        print(f"{'通过' if held else '未通过'}\t{name}\t{detail}", flush=True)
        if not held:
            self.failed.append(name)

    def wine(self, line: str, *, seconds: float = 300) -> tuple[int, str]:
        """Run one Wine command in the proof folder; return its exit code and output."""
        script = f"cd /proof; wine {line} 2>&1 | cat; exit ${{PIPESTATUS[0]}}"
        return self.system.run(script, seconds=seconds)

    def start(self, line: str) -> None:
        """Start a program and go on; its output goes nowhere."""
        self.system.run(f"cd /proof; ({line} 2>&1 | cat) >/dev/null 2>&1 & sleep 1")

    def picture(self, name: str) -> None:
        """Take a picture of the screen into ``dist``, to be looked at; it must show something."""
        line = f"import -window root /proof/{name}.png; identify -format %k /proof/{name}.png"
        _, colours = self.system.run(line)
        source = self.system.proof / f"{name}.png"
        if source.exists():
            shutil.copyfile(source, DIST / f"windows-{name}.png")
        is_painted = colours.strip().isdecimal() and int(colours) >= FEWEST_COLOURS
        self.expect(f"截图 {name} 有内容", is_painted, f"{colours.strip()} 种颜色")

    def windows(self) -> str:
        """Return the titles of all windows on the screen."""
        script = (
            "for w in $(xdotool search --onlyvisible --name .); do xdotool getwindowname $w; done"
        )
        return self.system.run(script)[1]

    def wait_for_window(self, title: str, seconds: float = 60) -> bool:
        """Wait until a window whose title holds ``title`` is there."""
        is_there = waited_for(lambda: title in self.windows(), seconds)
        time.sleep(4)  # the first paint and what follows it
        return is_there

    def wait_for_colours(self, area: str, fewest: int, seconds: float = 120) -> bool:
        """Wait until a part of the screen, as ``WIDTHxHEIGHT+X+Y``, has so many colours."""
        line = f"import -window root -crop {area} +repage png:- | identify -format %k -"
        return waited_for(lambda: int(self.system.run(line)[1] or 0) >= fewest, seconds)

    def close_windows(self) -> None:
        """End all Windows programs."""
        self.system.run("wineserver -k; true")
        time.sleep(1)

    def press(self, *keys: str, pause: float = 1) -> None:
        """Press keys one after the other in the window that has them."""
        for key in keys:
            self.system.run(f"xdotool key --clearmodifiers {key}; sleep {pause}")

    def ask_to_close(self, title: str, seconds: float = 60) -> bool:
        """Ask the windows with that title to close, as their cross does; return whether they do."""
        found = f"xdotool search --onlyvisible --name '{title}'"
        ask = "xdotool windowactivate --sync $w key --clearmodifiers alt+F4"
        self.system.run(f"for w in $({found}); do {ask}; sleep 1; done")
        return waited_for(lambda: title not in self.windows(), seconds)


def waited_for(holds: Callable[[], bool], seconds: float) -> bool:
    """Return whether something comes to hold within that time, asked every second."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(1)
    return False


def contents(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder with their contents, none where it is missing."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def windows_path(path: str) -> str:
    """Return a path with Windows' separators."""
    return path.replace("/", "\\")
