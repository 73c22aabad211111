"""Run the core's tests under a Python that has no Qt testing module (called by ``proof.py``).

    python core_tests.py PACKAGES [PYTEST ARGUMENTS]

``PACKAGES`` holds pytest and its kin. pytest-qt cannot load without QtTest, which the program does
not ship; only its settings in ``pyproject.toml`` have to be known. What failed runs once more by
itself: the tests that take times fail on a machine that is busy.
"""

from __future__ import annotations

import ctypes
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

CHECKOUT = Path.cwd()
WITHOUT = ("tests/ui", "tests/end_to_end", "tests/house", "tests/packaging", "tests/endure")
MOST_AGAIN = 20
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
    """Knows pytest-qt's settings, skips what Wine lacks, keeps the names of what failed."""

    def __init__(self) -> None:
        self.failed: list[str] = []

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
        """Note a failure."""
        if report.failed:
            self.failed.append(report.nodeid)


def under_wine() -> bool:
    """Return whether this Windows is Wine."""
    library = getattr(ctypes, "windll", None)
    return library is not None and hasattr(library.ntdll, "wine_get_version")


def main(arguments: list[str]) -> int:
    """Run pytest in the current folder; return its exit code, of the second run if there is one."""
    sys.path[:0] = [str(CHECKOUT), arguments[0]]
    sys.stdout.reconfigure(encoding="utf-8")
    import pytest

    adaptor = Adaptor()
    left_out = [f"--ignore={folder}" for folder in WITHOUT]
    fixed = ["-q", "-rs", "--durations=40", "-p", "no:cacheprovider", *left_out]
    code = int(pytest.main([*fixed, *(arguments[1:] or ["tests"])], plugins=[adaptor]))
    if arguments[1:] or not 0 < len(adaptor.failed) <= MOST_AGAIN:
        return code
    print("again, by themselves:", *adaptor.failed, sep="\n", flush=True)
    again = [sys.executable, __file__, arguments[0], *adaptor.failed]
    return subprocess.run(again, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
