"""Run a share of the core's tests under a Python that has no Qt testing module.

    python core_tests.py PACKAGES LIST

``PACKAGES`` holds pytest and its kin, the file LIST what to run, one name a line; LIST.json tells
what came of it (see ``proof_core.py``, which calls this under Wine). pytest-qt cannot load without
QtTest, which the program does not ship; only its settings in ``pyproject.toml`` have to be known.
"""

from __future__ import annotations

import ctypes
import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

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
    """Run pytest in the current folder; return its exit code."""
    packages, listing = arguments
    sys.path[:0] = [str(Path.cwd()), packages]
    sys.stdout.reconfigure(encoding="utf-8")
    import pytest

    adaptor = Adaptor()
    wanted = Path(listing).read_text(encoding="utf-8").splitlines()
    fixed = ["-q", "-rs", "--durations=25", "-p", "no:cacheprovider"]
    code = int(pytest.main([*fixed, *wanted], plugins=[adaptor]))
    told = {"counts": adaptor.counts, "failed": adaptor.failed}
    Path(f"{listing}.json").write_text(json.dumps(told), encoding="utf-8")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
