"""What all tests share: the measuring data if it is there, an offscreen Qt, no silent skips."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

PROJECT = Path(__file__).resolve().parent.parent
NO_DATA = "no measuring data beside the checkout"


@pytest.fixture(scope="session")
def project() -> Path:
    """The folder of the checkout."""
    return PROJECT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of measuring data beside the checkout; the test is skipped without it."""
    folder = PROJECT.parent / "shared"
    if not (folder / "seeds").is_dir():
        pytest.skip(NO_DATA)
    return folder


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's data folder of its own for each test."""
    folder = tmp_path / "jianggao-data"
    monkeypatch.setenv("JIANGGAO_DATA", str(folder))
    return folder


def pytest_collection_finish() -> None:
    """Ten thousand tests and their cases are no garbage: no collection looks at them again."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """On the CI machine a test that is skipped for a missing tool fails."""
    report = yield
    if report.skipped and os.environ.get("CI") and call.excinfo is not None:
        reason = str(call.excinfo.value)
        if NO_DATA not in reason:
            report.outcome = "failed"
            report.longrepr = f"skipped where nothing may be missing: {reason}"
    return report
