"""The library is filled by a child: progress, bad files, stopping, going on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafting.errors import DraftingError
from drafting.workspace.library.import_service import import_speeches
from drafting.workspace.library.opening import default_library
from drafting.workspace.library.phrases import phrases_as_they_are
from drafting.workspace.library.speeches import list_speeches
from resources import resource_path

if TYPE_CHECKING:
    from pathlib import Path

    from drafting.workspace.library.importing import ImportProgress


def test_folder_with_a_bad_file_and_once_more(tmp_path: Path) -> None:
    bad = tmp_path / "坏稿.docx"
    bad.write_bytes(b"PK\x03\x04 no document")
    told: list[ImportProgress] = []
    paths = [resource_path("library"), bad]
    outcome = import_speeches(paths, default_library(), on_progress=told.append)
    assert len(outcome.changes.added) == 12
    assert [one.path for one in outcome.changes.failed] == [str(bad)]
    assert outcome.changes.failed[0].reason
    assert not outcome.was_stopped
    assert told[-1].total == 13
    with phrases_as_they_are(default_library()) as (_, is_current):
        assert is_current
    again = import_speeches(paths, default_library()).changes
    assert again.added == ()
    assert len(again.duplicates) == 12


def test_what_is_stored_stays_when_it_is_stopped(tmp_path: Path) -> None:
    for number in range(60):
        text = f"在第{number}次调度会上的讲话\n同志们：\n第{number}件事要抓紧。" * 40
        (tmp_path / f"{number:02}.txt").write_text(text, encoding="utf-8")
    told: list[ImportProgress] = []

    def stop() -> bool:
        return bool(told and told[-1].done)

    outcome = import_speeches([tmp_path], default_library(), stop=stop, on_progress=told.append)
    assert outcome.was_stopped
    stored = len(list_speeches(default_library()))
    assert len(outcome.changes.added) == stored
    outcome = import_speeches([tmp_path], default_library())
    assert len(list_speeches(default_library())) == 60
    assert len(outcome.changes.added) == 60 - stored


def test_starter_speeches() -> None:
    outcome = import_speeches([], default_library(), starters=True)
    assert len(outcome.changes.added) == 12
    assert all(one.is_starter for one in list_speeches(default_library()))


def test_a_library_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(DraftingError):
        import_speeches([resource_path("samples")], tmp_path / "folder")
