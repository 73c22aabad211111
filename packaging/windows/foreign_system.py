"""A Debian 13 system of its own with Wine 10, in a folder; this system's Wine may be too old."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SUITE = "trixie"
PACKAGES = [
    "wine64", "wine", "xvfb", "openbox", "xdotool", "imagemagick", "fonts-noto-cjk", "locales",
]  # fmt: skip
ENVIRONMENT = {
    "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    "HOME": "/proof",
    "WINEPREFIX": "/proof/prefix",
    "WINEDEBUG": "-all",
    "LC_ALL": "zh_CN.UTF-8",  # makes Wine report code page 936, as a Chinese Windows does
    "XDG_RUNTIME_DIR": "/proof/runtime",
}


class Missing(Exception):  # noqa: N818 - what must be there first, in one line
    """This machine lacks something that the proof needs."""


class ForeignSystem:
    """Runs commands inside the system in ``root``."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.proof = root / "proof"
        self.display = free_display()

    def make(self) -> None:
        """Set the system up unless it is there.

        Raises:
            Missing: not root, no debootstrap, or no package mirror is known here.
        """
        if os.geteuid() != 0:
            raise Missing("需要 root 权限（debootstrap 与 chroot）")
        if shutil.which("debootstrap") is None:
            raise Missing("需要 debootstrap：apt-get install debootstrap")
        if not os.path.lexists(self.root / "usr/bin/wine"):  # a link into its own /etc
            mirror = own_mirror()
            subprocess.run(
                ["debootstrap", "--variant=minbase", SUITE, str(self.root), mirror],
                check=True,
                stdout=subprocess.DEVNULL,
            )
            with self.mounted():
                self._install()
        self.proof.mkdir(exist_ok=True)
        (self.proof / "runtime").mkdir(mode=0o700, exist_ok=True)

    def _install(self) -> None:
        line = "apt-get install -y -q --no-install-recommends " + " ".join(PACKAGES)
        script = f"DEBIAN_FRONTEND=noninteractive {line} && localedef -i zh_CN -f UTF-8 zh_CN.UTF-8"
        subprocess.run(
            ["chroot", str(self.root), "bash", "-c", script],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    @contextmanager
    def mounted(self) -> Iterator[None]:
        """Mount /proc and /dev inside, and take them away again whatever happens."""
        points = [(source, self.root / source.lstrip("/")) for source in ("/proc", "/dev")]
        done: list[Path] = []
        try:
            for source, point in points:
                subprocess.run(["mount", "--bind", source, str(point)], check=True)
                done.append(point)
            yield
        finally:
            for point in reversed(done):
                subprocess.run(["umount", "--lazy", str(point)], check=False)

    @contextmanager
    def small_disk(self, name: str, *, megabytes: int) -> Iterator[Path]:
        """Let the folder ``name`` of the proof be a disk of that size for a while."""
        place = self.proof / name
        place.mkdir(exist_ok=True)
        size = f"size={megabytes}m"
        subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(place)], check=True)
        try:
            yield place
        finally:
            subprocess.run(["umount", "--lazy", str(place)], check=False)

    def run(self, script: str, *, seconds: float = 300) -> tuple[int, str]:
        """Run a shell script inside; return its exit code and all that it printed.

        What takes too long has the exit code 124, as with the command ``timeout``.
        """
        environment = {**ENVIRONMENT, "DISPLAY": self.display}
        pairs = [f"{name}={value}" for name, value in environment.items()]
        # Output goes through a pipe of its own: Wine hangs on to the terminal otherwise.
        command = ["chroot", str(self.root), "env", "-i", *pairs, "bash", "-c", script]
        try:
            done = subprocess.run(
                command,
                check=False,
                timeout=seconds,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        except subprocess.TimeoutExpired as late:
            return 124, (late.stdout or b"").decode("utf-8", errors="replace")
        return done.returncode, done.stdout.decode("utf-8", errors="replace")


def free_display() -> str:
    """Return a display that no X server here has; its socket is seen from every folder."""
    taken = Path("/proc/net/unix").read_text(encoding="utf-8", errors="replace")
    number = next(one for one in range(98, 200) if f".X11-unix/X{one}\n" not in taken)
    return f":{number}"


def own_mirror() -> str:
    """Return the address of the package mirror that this machine's own apt uses.

    Raises:
        Missing: there is none.
    """
    folder = Path("/etc/apt")
    sources = [folder / "sources.list", *sorted((folder / "sources.list.d").glob("*"))]
    for source in sources:
        if not source.is_file():
            continue
        for line in source.read_text(encoding="utf-8", errors="replace").splitlines():
            words = line.split()
            if words[:1] == ["URIs:"] and "debian" in words[1] and "security" not in words[1]:
                return words[1]
            if words[:1] == ["deb"]:
                address = next((one for one in words if "://" in one), "")
                if "debian" in address and "security" not in address:
                    return address
    raise Missing("本机的 apt 没有可用的 Debian 软件源")
