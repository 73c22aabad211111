"""Run the core's tests under a Python that has no Qt testing module (called by ``proof.py``).

    python core_tests.py PACKAGES [PYTEST ARGUMENTS]

``PACKAGES`` holds pytest and its kin. pytest-qt cannot load without QtTest, which the program does
not ship; only its settings in ``pyproject.toml`` have to be known. Without further arguments all
tests run, in as many processes as there are cores, every process with its share of the files. What
failed runs once more by itself: the tests that take times fail on a machine that is busy.
"""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

CHECKOUT = Path.cwd()
WITHOUT = tuple(f"tests/{room}/" for room in ("ui", "end_to_end", "house", "packaging", "endure"))
MOST_AGAIN = 20
_SHARE = "--share-in"
_OPTIONS = ("-X", "utf8=0")  # as a user's Windows reads and writes
# What Wine does otherwise than Windows; each was looked at.
WINE_LACKS = {
    "test_child.py::test_a_fault_is_named_and_the_child_replaced[payload2-5-memory]": (
        "Wine keeps no memory limit of a job object"
    ),
    r"test_safe_import.py::test_a_fault_of_the_parser_is_one_sentence[\u4f1a\u80c0-too-large]": (
        "Wine keeps no memory limit of a job object"
    ),
}


class Adaptor:
    """Knows pytest-qt's settings, skips what Wine lacks, keeps count and the names that failed."""

    def __init__(self) -> None:
        self.failed: list[str] = []
        self.counts: Counter[str] = Counter()

    def pytest_addoption(self, parser: pytest.Parser) -> None:
        """Declare the settings, so that strict configuration holds."""
        for name in ("qt_api", "qt_log_level_fail"):
            parser.addini(name, "of pytest-qt")
        parser.addini("qt_log_ignore", "of pytest-qt", type="linelist")

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Skip by name, with the reason, under Wine only."""
        import pytest

        if not under_wine():
            return
        for item in items:
            reason = WINE_LACKS.get(item.nodeid[item.nodeid.find("test_") :])
            if reason:
                item.add_marker(pytest.mark.skip(reason=reason))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count one outcome for each test."""
        if report.failed and report.nodeid not in self.failed:
            self.failed.append(report.nodeid)
        if report.when == "call" or not report.passed:
            self.counts[report.outcome] += 1

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A file that cannot be read is a failure too."""
        if report.failed:
            self.failed.append(report.nodeid)
            self.counts["failed"] += 1


def under_wine() -> bool:
    """Return whether this Windows is Wine."""
    library = getattr(ctypes, "windll", None)
    return library is not None and hasattr(library.ntdll, "wine_get_version")


def main(arguments: list[str]) -> int:
    """Run pytest in the current folder; return 0 if everything passed, in the end."""
    packages, *wanted = arguments
    if not wanted:
        return run_all(packages)
    if wanted[0] != _SHARE:
        return run(packages, wanted)[0]
    part = Path(wanted[1])
    _, adaptor = run(packages, part.read_text(encoding="utf-8").split("\n"))
    told = {"counts": adaptor.counts, "failed": adaptor.failed}
    part.with_suffix(".json").write_text(json.dumps(told), encoding="utf-8")
    return 0


def run(packages: str, wanted: list[str]) -> tuple[int, Adaptor]:
    """Run pytest on what is wanted; return its exit code and what was counted."""
    sys.path[:0] = [str(CHECKOUT), packages]
    sys.stdout.reconfigure(encoding="utf-8")
    import pytest

    adaptor = Adaptor()
    fixed = ["-q", "-rs", "--durations=25", "-p", "no:cacheprovider"]
    return int(pytest.main([*fixed, *wanted], plugins=[adaptor])), adaptor


def run_all(packages: str) -> int:
    """Run all tests in several processes, then once more what failed; the last line sums up."""
    sys.stdout.reconfigure(encoding="utf-8")
    cores = os.cpu_count() or 1
    files = wanted_files()
    parts = [CHECKOUT / f"part-{number}.txt" for number in range(cores)]
    running = []
    for number, part in enumerate(parts):
        part.write_text("\n".join(files[number::cores]), encoding="utf-8")
        with part.with_suffix(".log").open("wb") as log:
            command = [sys.executable, *_OPTIONS, __file__, packages, _SHARE, str(part)]
            running.append(subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT))
    for one in running:
        one.wait()
    counts: Counter[str] = Counter()
    failed: list[str] = []
    for part in parts:
        print(part.with_suffix(".log").read_text(encoding="utf-8", errors="replace"))
        told = part.with_suffix(".json")
        if not told.exists():
            print(f"{part.name}: the process ended early, 1 failed")
            return 1
        outcome = json.loads(told.read_text(encoding="utf-8"))
        counts.update(outcome["counts"])
        failed += outcome["failed"]
    return sum_up(packages, counts, failed)


def sum_up(packages: str, counts: Counter[str], failed: list[str]) -> int:
    """Run again what failed, if it is not much, and print the sum; return the exit code."""
    passed, skipped = counts["passed"], counts["skipped"]
    code = int(bool(failed))
    if 0 < len(failed) <= MOST_AGAIN:
        print("again, by themselves:", *failed, sep="\n", flush=True)
        again = [sys.executable, *_OPTIONS, __file__, packages, *failed]
        code = subprocess.run(again, check=False).returncode
    if code:
        print(f"{len(failed)} failed, {passed} passed, {skipped} skipped")
    else:
        print(f"{passed + len(failed)} passed, {skipped} skipped, {len(failed)} at the second time")
    return code


def wanted_files() -> list[str]:
    """Return the files of the core's tests, sorted."""
    files = (path.relative_to(CHECKOUT).as_posix() for path in CHECKOUT.glob("tests/**/test_*.py"))
    return sorted(one for one in files if not one.startswith(WITHOUT))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
