from __future__ import annotations

from drafting.importers.registry import IMPORTERS
from ui.main_window.file_choices import _open_filter


def test_everything_that_can_be_read_can_be_chosen() -> None:
    first, *_, last = _open_filter().split(";;")
    suffixes = [suffix for importer in IMPORTERS for suffix in importer.suffixes]
    assert all(f"*{suffix}" in first for suffix in [".jianggao", *suffixes])
    assert last == "所有文件 (*)"
