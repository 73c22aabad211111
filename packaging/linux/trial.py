"""Try the built Linux folder as its user would: the console, and the window under Xvfb."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

DISPLAY = ":97"
SECONDS = 60
WINDOW_TOOLS = ("Xvfb", "xdotool")


def faults_of(program: Path, sample: Path) -> list[str]:
    """Return what the program in ``program`` does not do; empty if it does everything.

    It runs without this machine's Python, its environment and its user's files.
    """
    with tempfile.TemporaryDirectory() as home:
        environment = {
            "HOME": home,
            "PATH": "/usr/bin:/bin",
            "LC_ALL": "C.UTF-8",
            "JIANGGAO_DATA": str(Path(home, "data")),
        }
        return [
            *console_faults(program, sample, Path(home), environment),
            *window_faults(program, sample, environment),
        ]


def console_faults(
    program: Path, sample: Path, home: Path, environment: dict[str, str]
) -> list[str]:
    """Return the commands that do not end as they should."""
    wanted = [
        (1, ["check", str(sample)]),
        (0, ["export", str(sample), str(home / "稿.docx")]),
        (0, ["export", str(sample), str(home / "稿.pdf")]),
        (0, ["tasks", str(sample), "-o", str(home / "任务.xlsx")]),
        (0, ["structure", str(home / "稿.docx")]),
        (0, ["library", "add", "--starter"]),
        (0, ["library", "search", "防汛"]),
        (1, ["overlap", str(sample)]),  # the starter library holds it
    ]
    faults = []
    for code, words in wanted:
        done = subprocess.run(
            [program, *words], check=False, capture_output=True, env=environment, timeout=SECONDS
        )
        if done.returncode != code or b"Traceback" in done.stderr:
            told = done.stderr.decode("utf-8", errors="replace").strip().splitlines()
            faults.append(f"{' '.join(words[:2])}: {done.returncode} {''.join(told[-1:])}")
    return faults


def window_faults(program: Path, sample: Path, environment: dict[str, str]) -> list[str]:
    """Return why the window does not show the sample, nothing where it does or cannot be tried."""
    if any(shutil.which(tool) is None for tool in WINDOW_TOOLS):
        print(f"the window was not tried: {' and '.join(WINDOW_TOOLS)} are wanted")
        return []
    screen = subprocess.Popen(
        ["Xvfb", DISPLAY, "-screen", "0", "1366x768x24"], stderr=subprocess.DEVNULL
    )
    shown = {**environment, "DISPLAY": DISPLAY, "QT_QPA_PLATFORM": "xcb"}
    try:
        time.sleep(2)
        running = subprocess.Popen([program, str(sample)], env=shown, stderr=subprocess.PIPE)
        is_there = has_window(sample.stem)
        ended = running.poll()
        running.terminate()
        _, told = running.communicate(timeout=SECONDS)
    finally:
        screen.terminate()
        screen.wait(timeout=SECONDS)
    if is_there and ended is None:
        return []
    return [f"no window, exit code {ended}: {told.decode('utf-8', errors='replace')[-200:]}"]


def has_window(title: str) -> bool:
    """Return whether a window of that title comes up in time."""
    look = ["xdotool", "search", "--onlyvisible", "--name", title]
    environment = dict(os.environ, DISPLAY=DISPLAY)
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        if subprocess.run(look, check=False, capture_output=True, env=environment).stdout.strip():
            return True
        time.sleep(1)
    return False
