"""A screen of its own with a window manager, and a desk driven by real keys."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

TOOLS = ("Xvfb", "openbox", "xdotool")
PATIENCE = 60.0


@dataclass
class Desk:
    """The running program and the keyboard in front of it."""

    process: subprocess.Popen[bytes]
    environment: dict[str, str]

    def keys(self, *names: str) -> None:
        """Press keys one after another, as xdotool names them (F7, ctrl+Return)."""
        for name in names:
            self.press(name)
            time.sleep(0.15)

    def press(self, name: str) -> None:
        """Press a key and go on at once."""
        self._xdotool("key", "--clearmodifiers", name)

    def write(self, text: str) -> None:
        """Type plain letters."""
        self._xdotool("type", "--delay", "15", text)

    def wait_for_window(self, title: str) -> None:
        """Wait until a visible window whose title holds ``title`` is there, and take it up."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            assert self.process.poll() is None, "the program has ended"
            found = self._xdotool("search", "--onlyvisible", "--name", title).split()
            if found:
                self._xdotool("windowactivate", "--sync", found[-1])
                return
            time.sleep(0.2)
        raise AssertionError(f"no window named {title}")

    def answer_file_dialog(self, title: str, path: Path) -> None:
        """Give a file dialog its path and wait until the file is there."""
        self.wait_for_window(title)
        self.keys("ctrl+a")
        self.write(str(path))
        self.keys("Return")
        wait_until(path.exists)

    def _xdotool(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words],
            env=self.environment, capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        return done.stdout


def on_screen(screen: str, folder: Path) -> dict[str, str]:
    """Return the environment of a program that keeps all it has in ``folder``."""
    return dict(
        os.environ,
        DISPLAY=screen,
        QT_QPA_PLATFORM="xcb",
        JIANGGAO_DATA=str(folder / "data"),
        HOME=str(folder),
    )


def wait_until(condition: Callable[[], bool]) -> None:
    """Wait until something is so; fail when it does not come about."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.2)


@pytest.fixture
def screen(request: pytest.FixtureRequest) -> Iterator[str]:
    """An X server with a window manager; yields its display. A test may ask for another size."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"needs {', '.join(missing)}")
    size = getattr(request, "param", "1366x768")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24"],
        pass_fds=(writing,), stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    with os.fdopen(reading, encoding="ascii") as numbers:
        display = f":{numbers.readline().strip()}"
    manager = subprocess.Popen(
        ["openbox"], env=dict(os.environ, DISPLAY=display), stderr=subprocess.DEVNULL
    )
    yield display
    for process in (manager, server):
        process.terminate()
        process.wait(timeout=20)


@pytest.fixture
def open_desk(
    screen: str, project: Path, tmp_path: Path
) -> Iterator[Callable[[Path | None], Desk]]:
    """Start the program, with a file or without, on the screen; it is ended afterwards.

    ``program`` are the words of a script and its own arguments that start it in another way.
    """
    desks: list[Desk] = []

    def start(path: Path | None = None, *, program: Sequence[Path] = ()) -> Desk:
        environment = on_screen(screen, tmp_path)
        command = [sys.executable, *map(str, program or [project / "main.py"])]
        if path is not None:
            command.append(str(path))
        desk = Desk(subprocess.Popen(command, env=environment), environment)
        desks.append(desk)
        desk.wait_for_window("讲稿" if path is None else path.stem)
        return desk

    yield start
    for desk in desks:
        desk.process.kill()
        desk.process.wait(timeout=20)
