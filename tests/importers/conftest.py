"""A speech, and LibreOffice to turn it into other kinds of files."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from drafting.exporters.word import word_bytes
from drafting.pagination.layout_files import load_layout
from tests.exporters.builder import read_draft

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from drafting.model.draft import Draft

    Convert = Callable[[bytes, str, str], bytes]


@pytest.fixture(scope="session")
def speech(project: Path) -> Draft:
    return read_draft(project / "tests" / "fixtures" / "export" / "speech.txt")


@pytest.fixture(scope="session")
def speech_file(speech: Draft) -> Callable[[str], bytes]:
    """The speech as a Word file of our own in a layout."""
    return lambda layout: word_bytes(speech, load_layout(layout))


@pytest.fixture(scope="session")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Turn the bytes of a file with a suffix into those of another kind (``pdf``, ``rtf``).

    Without LibreOffice the test is skipped, or fails where ``CI`` is true.
    """
    if shutil.which("soffice") is None:
        reason = "needs LibreOffice"
        if os.environ.get("CI", "").lower() in {"1", "true"}:
            pytest.fail(reason)
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("office")
    made: dict[tuple[bytes, str, str], bytes] = {}

    def run(data: bytes, suffix: str, target: str) -> bytes:
        if (data, suffix, target) not in made:
            source = folder / f"source.{suffix}"
            source.write_bytes(data)
            subprocess.run(
                ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                 "--headless", "--convert-to", target, "--outdir", str(folder), str(source)],
                check=True, capture_output=True, timeout=180,
            )  # fmt: skip
            result = source.with_suffix("." + target.partition(":")[0])
            made[data, suffix, target] = result.read_bytes()
        return made[data, suffix, target]

    return run
