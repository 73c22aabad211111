"""Run the core's tests under a Python that has no Qt testing module (called by ``proof.py``).

    python core_tests.py PACKAGES [PYTEST ARGUMENTS]

``PACKAGES`` holds pytest and its kin. pytest-qt cannot load without QtTest, which the program does
not ship; only its settings in ``pyproject.toml`` have to be known.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

CHECKOUT = Path.cwd()
WITHOUT = ("tests/ui", "tests/end_to_end", "tests/house", "tests/packaging", "tests/endure")


class QtSettings:
    """Makes pytest-qt's settings known, so that strict configuration holds."""

    def pytest_addoption(self, parser: pytest.Parser) -> None:
        """Declare them."""
        for name in ("qt_api", "qt_log_level_fail"):
            parser.addini(name, "of pytest-qt")
        parser.addini("qt_log_ignore", "of pytest-qt", type="linelist")


def main(arguments: list[str]) -> int:
    """Run pytest in the current folder; return its exit code."""
    sys.path[:0] = [str(CHECKOUT), arguments[0]]
    sys.stdout.reconfigure(encoding="utf-8")
    import pytest

    left_out = [f"--ignore={folder}" for folder in WITHOUT]
    fixed = ["-q", "-rs", "-p", "no:cacheprovider", "--maxfail=60", *left_out]
    return int(pytest.main([*fixed, *(arguments[1:] or ["tests"])], plugins=[QtSettings()]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
