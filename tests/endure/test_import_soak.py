"""Two thousand files one after another: the program does not grow."""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING

import pytest

from drafting.errors import ImportProblem
from drafting.importers.safe_import import end_children
from drafting.processes.memory import used_memory
from drafting.workspace.drafts.batch_reading import read_files
from tests.endure import seed_files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.importers.conftest import Convert

    Tell = Callable[[str], None]

pytestmark = [pytest.mark.endure, pytest.mark.timeout(1800)]

FILES = 2_000
WARM = 200
GROWTH = 50_000_000


def test_two_thousand_files(
    tmp_path: Path, speech_file: Callable[[str], bytes], convert: Convert, tell: Tell
) -> None:
    made = speech_file("official")
    kinds = {
        ".docx": seed_files.word_files(made),
        ".doc": seed_files.old_word_files(made, convert),
        ".rtf": seed_files.rich_text_files(made, convert),
        ".pdf": seed_files.pdf_files(made, convert),
        ".html": seed_files.web_pages(),
        ".mht": seed_files.web_archives(),
        ".txt": seed_files.plain_texts(),
    }
    paths = []
    for suffix, files in kinds.items():
        for number, data in enumerate(files):
            paths.append(tmp_path / f"{number}{suffix}")
            paths[-1].write_bytes(data)
    bad = tmp_path / "坏.docx"
    bad.write_bytes(b"PK\x03\x04")
    paths.append(bad)
    rows = [paths[number % len(paths)] for number in range(FILES)]
    first = last = problems = 0
    begun = time.perf_counter()
    try:
        for number, one in enumerate(read_files(rows), 1):
            problems += isinstance(one.outcome, ImportProblem)
            if number == WARM:
                gc.collect()
                first = used_memory()
        gc.collect()
        last = used_memory()
    finally:
        end_children()
    took = time.perf_counter() - begun
    tell(
        f"{FILES} files in {took:.0f} s ({took / FILES * 1000:.1f} ms each), {problems} bad ones "
        f"told, growth {(last - first) / 1e6:.1f} MB after the first {WARM}"
    )
    assert problems == sum(path == bad for path in rows)
    assert last - first < GROWTH
