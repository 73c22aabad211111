"""Proof of the core: its tests under the Windows Python that was installed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from proof_session import DIST, HERE, PROGRAM, PROJECT

if TYPE_CHECKING:
    from pathlib import Path

    from proof_session import Proof

WITHOUT = tuple(f"tests/{room}/" for room in ("ui", "end_to_end", "house", "packaging", "endure"))
# A process under Wine waits for Wine's server as often as it computes.
SHARES = 2 * (os.cpu_count() or 1)
SECONDS = 1500
# So many may fail and pass the second time: those that take times fail on a busy machine.
MOST_AGAIN = 20
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
    files = ("main.py", "pyproject.toml", "LICENSE")
    for part in (*files, "drafting", "ui", "resources", "tests", "packaging"):
        source, target = PROJECT / part, checkout / part
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, target)
    shutil.copyfile(HERE / "core_tests.py", proof.system.proof / "core_tests.py")
    tests = wanted_files(checkout)
    with ThreadPoolExecutor(SHARES) as pool:
        shares = [(f"share-{number}", tests[number::SHARES]) for number in range(SHARES)]
        told = list(pool.map(lambda share: run_share(proof, *share), shares))
    counts: Counter[str] = Counter()
    failed: list[str] = []
    for outcome in told:
        counts.update(outcome["counts"])
        failed += outcome["failed"]
    again: list[str] = failed
    if 0 < len(failed) <= MOST_AGAIN:
        again = run_share(proof, "again", failed)["failed"]
    passed = counts["passed"] + len(failed) - len(again)
    summary = f"{passed} passed, {counts['skipped']} skipped, {len(failed)} run twice"
    summary += f", {len(again)} failed" if again else ""
    proof.expect("核心测试（Windows 的 Python）", passed and not again, summary)


def wanted_files(checkout: Path) -> list[str]:
    """Return the files of the core's tests, sorted."""
    files = (path.relative_to(checkout).as_posix() for path in checkout.glob("tests/**/test_*.py"))
    return sorted(one for one in files if not one.startswith(WITHOUT))


def run_share(proof: Proof, name: str, wanted: list[str]) -> dict[str, Any]:
    """Run tests in a process of their own; return the counts and the names that failed."""
    listing = proof.system.proof / name
    listing.write_text("\n".join(wanted), encoding="utf-8")
    outcome = listing.with_name(f"{name}.json")
    outcome.unlink(missing_ok=True)
    python = f"wine /proof/{PROGRAM}/runtime/python.exe -X utf8=0"
    line = f"{python} Z:/proof/core_tests.py Z:/proof/test-packages Z:/proof/{name}"
    _, printed = proof.system.run(f"cd /proof/checkout; {line} 2>&1 | cat", seconds=SECONDS)
    (DIST / f"windows-tests-{name}.txt").write_text(printed, encoding="utf-8")
    if not outcome.exists():  # it ended early
        return {"counts": {}, "failed": wanted}
    found: dict[str, Any] = json.loads(outcome.read_text(encoding="utf-8"))
    return found


def leave_shipped_ones(packages: Path, site: Path) -> None:
    """Take away from the test's packages what is shipped: that is what is to be tested."""
    for path in packages.iterdir():
        if (site / path.name).exists():
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def pinned(names: list[str], listing: Path) -> list[str]:
    """Return ``name==version`` for each name as the pinned list has it."""
    lines = listing.read_text(encoding="utf-8").splitlines()
    return [line.split()[0] for line in lines if line.split("==")[0] in names]
