"""Set up, run, test and measure 讲稿 from a clone: nothing has to be done before.

    python packaging/dev.py run [ARGS]      the program (ARGS as main.py takes them)
    python packaging/dev.py test [ARGS]     all checks and tests (ARGS as pytest takes them)
    python packaging/dev.py endure [ARGS]   faults by the thousand and soaks (half an hour)
    python packaging/dev.py bench           the measured figures, as ratios in one run
    python packaging/dev.py gallery OUT     pictures of the window
    python packaging/dev.py build-windows   folder, portable archive and installer, into dist
    python packaging/dev.py test-windows    prove the installer under Wine (root, Debian; slow)
    python packaging/dev.py build-linux     a folder for this kind of Linux, into dist, and try it

Uses the standard library only. Makes ``.venv``, installs the pinned packages, and on Debian and
Ubuntu the system packages that Qt and the proofs of documents need.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
VENV = PROJECT / ".venv"
WINDOWS = sys.platform == "win32"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
OLDEST, NEWEST = (3, 11), (3, 13)

# What Qt needs to load at all, to open a real window, and what proves the documents.
APT_BASE = [
    "libglib2.0-0",
    "libgl1",
    "libegl1",
    "libxkbcommon0",
    "libfontconfig1",
    "libdbus-1-3",
    "fonts-noto-cjk",
]
APT_WINDOW = [
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
]
APT_PROOF = ["xvfb", "xauth", "openbox", "xdotool", "libreoffice-writer-nogui", "poppler-utils"]
# By the command that each is needed for: a Node.js from elsewhere brings its own npm.
APT_WINDOWS_BUILD = {"makensis": ["nsis"], "npm": ["nodejs", "npm"]}
APT_WINDOWS_PROOF = {
    "debootstrap": ["debootstrap"],
    "x86_64-w64-mingw32-gcc": ["gcc-mingw-w64-x86-64-win32"],
    "x86_64-w64-mingw32-objdump": ["binutils-mingw-w64-x86-64"],
}


def say(text: str) -> None:
    """Print one line for the developer, at once and in order with what tools print."""
    print(f"[dev] {text}", file=sys.stderr, flush=True)


def quiet_run(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run a command and keep what it prints."""
    return subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")


def missing_system_packages(wanted: list[str]) -> list[str]:
    """Return those Debian packages that are not installed (none where there is no dpkg)."""
    if shutil.which("dpkg-query") is None:
        return []
    missing = []
    for name in wanted:
        # From Debian 13 on some libraries carry the suffix of the 64-bit time change.
        states = [
            quiet_run(["dpkg-query", "-W", "-f=${Status}", one]).stdout
            for one in (name, f"{name}t64")
        ]
        if not any("ok installed" in state for state in states):
            missing.append(name)
    return missing


def ensure_system_packages(wanted: list[str]) -> None:
    """Install what is missing through apt, or say the exact line that does it."""
    missing = missing_system_packages(wanted)
    if not missing:
        return
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    sudo = [] if root else ["sudo", "-n"]
    line = "apt-get install -y --no-install-recommends " + " ".join(missing)
    allowed = root or (shutil.which("sudo") and quiet_run(["sudo", "-n", "true"]).returncode == 0)
    if shutil.which("apt-get") is None or not allowed:
        say(f"系统缺少组件，请先执行：sudo {line}")
        return
    say(f"安装系统组件：{' '.join(missing)}")
    environment = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive"]
    subprocess.run([*environment, "apt-get", "update", "-qq"], check=False)
    subprocess.run([*environment, *line.split(" ")], check=False, stdout=subprocess.DEVNULL)


def make_environment() -> None:
    """Make ``.venv``; where Debian's Python lacks the module for it, install that first."""
    if PYTHON.exists():
        return
    say("建立 .venv")
    command = [sys.executable, "-m", "venv", str(VENV)]
    if quiet_run(command).returncode == 0:
        return
    shutil.rmtree(VENV, ignore_errors=True)
    ensure_system_packages([f"python3.{sys.version_info[1]}-venv"])
    subprocess.run(command, check=True)


def ensure_packages(requirements: str) -> None:
    """Install a pinned list into ``.venv`` unless exactly this list was installed last."""
    make_environment()
    listing = PROJECT / "packaging" / requirements
    wanted = hashlib.sha256(listing.read_bytes()).hexdigest()
    stamp = VENV / f"{requirements}.sha256"
    if stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
        return
    say(f"安装 {requirements}")
    command = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "-q"]
    subprocess.run([*command, "--require-hashes", "-r", str(listing)], check=True)
    stamp.write_text(wanted, encoding="ascii")


def has_display() -> bool:
    """Return whether a window can be shown here."""
    if WINDOWS or sys.platform == "darwin":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run(arguments: list[str]) -> int:
    """Start the program; without a display, check the sample speech on the console."""
    ensure_packages("requirements.txt")
    if has_display():
        ensure_system_packages(APT_BASE + APT_WINDOW)
    elif not arguments:
        say("这里没有显示器，改为在终端校核示例讲稿（窗口请在桌面环境中运行）。")
        arguments = ["check", str(PROJECT / "resources" / "samples" / "sample_mobilisation.txt")]
    return subprocess.run(
        [str(PYTHON), str(PROJECT / "main.py"), *arguments], check=False
    ).returncode


def prepare_tests() -> dict[str, str]:
    """Install what the tests need; return the environment to run them in."""
    ensure_packages("requirements-dev.txt")
    ensure_system_packages(APT_BASE + APT_WINDOW + APT_PROOF)
    environment = dict(os.environ)
    # The tests start the program many times over: it is compiled once, whatever the shell says.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    # A file opened in the system's own encoding is cut short on a Chinese Windows: that fails here.
    environment["PYTHONWARNDEFAULTENCODING"] = "1"
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    return environment


def check_house(environment: dict[str, str]) -> list[str]:
    """Run the checks of the house; return what those that failed have to say."""
    python = str(PYTHON)
    steps = [
        [python, "-m", "ruff", "check", "-q", "."],
        [python, "-m", "ruff", "format", "-q", "--check", "."],
        [python, "-m", "mypy", "--no-error-summary"],
        [str(PYTHON.parent / "lint-imports"), "--no-logo"],
    ]
    failed = []
    for step in steps:
        say(" ".join(Path(one).name if one.startswith("/") else one for one in step))
        done = subprocess.run(
            step, check=False, cwd=PROJECT, env=environment, text=True, encoding="utf-8",
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        if done.returncode:
            failed.append(f"{done.stdout}未通过：{' '.join(step[2:] or step)}")
    return failed


def test(arguments: list[str]) -> int:
    """Run the checks of the house beside all tests; with ARGS only pytest with these."""
    environment = prepare_tests()
    command = [str(PYTHON), "-m", "pytest", *(arguments or ["-q"])]
    with ThreadPoolExecutor(1) as beside:
        house = None if arguments else beside.submit(check_house, environment)
        outcome = subprocess.run(command, check=False, cwd=PROJECT, env=environment).returncode
    failed = house.result() if house else []
    for told in failed:
        say(told)
    return outcome or int(bool(failed))


def endure(arguments: list[str]) -> int:
    """Run the long tests that the usual run leaves out; each prints its figures."""
    environment = prepare_tests()
    command = [str(PYTHON), "-m", "pytest", "-m", "endure", "-q", *(arguments or ["tests/endure"])]
    return subprocess.run(command, check=False, cwd=PROJECT, env=environment).returncode


def bench(arguments: list[str]) -> int:
    """Run every script that measures; each prints its own figures."""
    environment = prepare_tests()
    outcome = 0
    for script in sorted((PROJECT / "packaging").glob("bench_*.py")):
        say(script.name)
        command = [str(PYTHON), str(script), *arguments]
        outcome |= subprocess.run(command, check=False, cwd=PROJECT, env=environment).returncode
    return outcome


def gallery(arguments: list[str]) -> int:
    """Write pictures of the window into the folder given."""
    environment = prepare_tests()
    command = [str(PYTHON), str(PROJECT / "packaging" / "gallery.py"), *arguments]
    return subprocess.run(command, check=False, cwd=PROJECT, env=environment).returncode


def build_windows(arguments: list[str]) -> int:
    """Build the Windows folder, archive and installer; works on Linux."""
    ensure_packages("requirements-build.txt")
    for tool, packages in APT_WINDOWS_BUILD.items():
        if shutil.which(tool) is None:
            ensure_system_packages(packages)
    command = [str(PYTHON), str(PROJECT / "packaging" / "windows" / "build.py"), *arguments]
    return subprocess.run(command, check=False, cwd=PROJECT).returncode


def test_windows(arguments: list[str]) -> int:
    """Prove the built installer under Wine, in a Debian 13 system of its own."""
    for tool, packages in APT_WINDOWS_PROOF.items():
        if shutil.which(tool) is None:
            ensure_system_packages(packages)
    command = [str(PYTHON), str(PROJECT / "packaging" / "windows" / "proof.py"), *arguments]
    return subprocess.run(command, check=False, cwd=PROJECT).returncode


def build_linux(arguments: list[str]) -> int:
    """Build the Linux folder from this machine's Python and libraries."""
    ensure_packages("requirements.txt")
    ensure_packages("requirements-build.txt")
    ensure_system_packages([*APT_BASE, *APT_WINDOW, "binutils", "xvfb", "xdotool"])
    command = [str(PYTHON), str(PROJECT / "packaging" / "linux" / "build.py"), *arguments]
    return subprocess.run(command, check=False, cwd=PROJECT).returncode


WORDS = {
    "run": run,
    "test": test,
    "endure": endure,
    "bench": bench,
    "gallery": gallery,
    "build-windows": build_windows,
    "test-windows": test_windows,
    "build-linux": build_linux,
}


def main(arguments: list[str]) -> int:
    """Do what the first word says."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        say("需要 Python 3.11 至 3.13。")
        return 2
    if not arguments or arguments[0] not in WORDS:
        print(__doc__)
        return 0 if arguments in (["-h"], ["--help"]) else 2
    return WORDS[arguments[0]](arguments[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
