"""Prove the Windows build as its user meets it, under Wine 10. Slow; outside the usual tests.

    python packaging/dev.py test-windows [STEP ...]

Installs silently, starts from the shortcut, opens a sample from a path with Chinese and a blank,
takes pictures, exports, runs the core's tests under the Windows Python, upgrades, uninstalls.
With names of steps only these run, on what an earlier run installed (``install`` begins afresh).
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from foreign_system import ForeignSystem, Missing
from proof_core import run_core_tests
from proof_installing import fill_disk, install, uninstall, upgrade
from proof_session import DIST, PROJECT, Proof
from proof_using import run_portable, start_window, use_console

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = PROJECT / "build" / "windows-proof"
SCREEN = "Xvfb {0} -screen 0 1366x768x24 & sleep 2; DISPLAY={0} openbox & wait"


def prove(wanted: list[str]) -> int:
    """Go through all steps, or those wanted; return 0 if all held."""
    unknown = [name for name in wanted if name not in STEPS]
    if unknown:
        print(f"没有这一步：{'、'.join(unknown)}；可选：{'、'.join(STEPS)}")
        return 2
    installers = sorted(DIST.glob("讲稿-*-安装.exe"))
    if not installers:
        print("先执行 python packaging/dev.py build-windows")
        return 2
    system = ForeignSystem(ROOT)
    try:
        system.make()
    except Missing as missing:
        print(f"无法在此机器上验证：{missing}。")
        return 2
    if not wanted or "install" in wanted:
        shutil.rmtree(system.proof, ignore_errors=True)
        (system.proof / "runtime").mkdir(parents=True, mode=0o700)
        shutil.copyfile(installers[-1], system.proof / "installer.exe")
    proof = Proof(system)
    with system.mounted():
        screen = subprocess.Popen(
            ["chroot", str(ROOT), "bash", "-c", SCREEN.format(system.display)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        try:
            time.sleep(3)
            for name in wanted or STEPS:
                STEPS[name](proof)
        finally:
            proof.close_windows()
            os.killpg(screen.pid, signal.SIGTERM)
            screen.wait(timeout=20)
    print(f"{'全部通过' if not proof.failed else '未通过：' + '、'.join(proof.failed)}")
    return int(bool(proof.failed))


STEPS: dict[str, Callable[[Proof], None]] = {
    "install": install,
    "disk": fill_disk,
    "window": start_window,
    "console": use_console,
    "portable": run_portable,
    "tests": run_core_tests,
    "upgrade": upgrade,
    "uninstall": uninstall,
}

if __name__ == "__main__":
    sys.exit(prove(sys.argv[1:]))
