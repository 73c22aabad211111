"""Proof of the core: its tests under the Windows Python that was installed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from proof_session import DIST, HERE, PROGRAM, PROJECT

if TYPE_CHECKING:
    from pathlib import Path

    from proof_session import Proof

# What the tests need beside what is shipped.
TEST_PACKAGES = [
    *("pytest", "pytest-timeout", "hypothesis", "openxml-audit", "docx-integrity"),
    *("openpyxl", "python-docx"),
]


def run_core_tests(proof: Proof) -> None:
    """The core's tests under the Windows Python that was installed."""
    packages = proof.system.proof / "test-packages"
    pip = [sys.executable, "-m", "pip", "install", "-q", "--target", str(packages)]
    platform = ["--platform", "win_amd64", "--python-version", "3.13", "--only-binary=:all:"]
    constraints = PROJECT / "packaging" / "requirements-dev.txt"
    wanted = proof.system.proof / "wanted.txt"
    wanted.write_text("\n".join(pinned(TEST_PACKAGES, constraints)) + "\n", encoding="utf-8")
    if not packages.exists():
        subprocess.run([*pip, *platform, "colorama", "-r", str(wanted)], check=True)
        leave_shipped_ones(packages, proof.system.proof / PROGRAM / "site")
    checkout = proof.system.proof / "checkout"
    shutil.rmtree(checkout, ignore_errors=True)
    for part in ("main.py", "pyproject.toml", "drafting", "ui", "resources", "tests", "packaging"):
        source, target = PROJECT / part, checkout / part
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, target)
    python = f"/proof/{PROGRAM}/runtime/python.exe"
    shutil.copyfile(HERE / "core_tests.py", proof.system.proof / "core_tests.py")
    line = f"wine {python} -X utf8=0 Z:/proof/core_tests.py Z:/proof/test-packages"
    script = f"cd /proof/checkout; {line} 2>&1 | cat"
    _, printed = proof.system.run(script, seconds=1500)
    (DIST / "windows-tests.txt").write_text(printed, encoding="utf-8")
    last = printed.strip().splitlines()[-1] if printed.strip() else "没有输出"
    proof.expect("核心测试（Windows 的 Python）", "passed" in last and "failed" not in last, last)


def leave_shipped_ones(packages: Path, site: Path) -> None:
    """Take away from the test's packages what is shipped: that is what is to be tested."""
    for path in packages.iterdir():
        if (site / path.name).exists():
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def pinned(names: list[str], listing: Path) -> list[str]:
    """Return ``name==version`` for each name as the pinned list has it."""
    lines = listing.read_text(encoding="utf-8").splitlines()
    return [line.split()[0] for line in lines if line.split("==")[0] in names]
