"""Many files at once: in order, past the bad ones, and stopped when asked."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pytest

from drafting.errors import ImportProblem
from drafting.importers.safe_import import end_children
from drafting.workspace.drafts import batch_reading
from drafting.workspace.drafts.batch_reading import read_files
from drafting.workspace.drafts.opening import OpenedFile, open_file
from tests.importers.packages import paragraph, run, word_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def children() -> Iterator[None]:
    yield
    end_children()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Sixty files of three kinds; every tenth cannot be read."""
    for number in range(60):
        text = f"在云岭县第{number}次调度会上的讲话"
        if number % 10 == 9:
            (tmp_path / f"{number:02}.docx").write_bytes(b"PK\x03\x04" + text.encode())
        elif number % 2:
            (tmp_path / f"{number:02}.docx").write_bytes(word_file(paragraph(text)))
        else:
            (tmp_path / f"{number:02}.txt").write_bytes(text.encode("gb18030"))
    return tmp_path


def test_all_files_come_in_their_order(folder: Path) -> None:
    paths = sorted(folder.iterdir())
    counts: list[int] = []
    found = list(read_files([*paths, folder / "没有.txt"], on_progress=counts.append))
    assert [one.path for one in found] == [*paths, folder / "没有.txt"]
    assert counts == list(range(1, 62))
    for number, one in enumerate(found[:-1]):
        if number % 10 == 9:
            assert isinstance(one.outcome, ImportProblem)
            assert one.outcome.path == str(one.path)
        else:
            assert isinstance(one.outcome, OpenedFile)
            assert f"第{number}次" in one.outcome.draft.text
            assert one.outcome.draft == open_file(one.path).draft
    missing = found[-1].outcome
    assert isinstance(missing, ImportProblem)
    assert missing.code == "missing"


def test_no_files() -> None:
    assert list(read_files([])) == []


def test_options_reach_every_file(tmp_path: Path) -> None:
    changed = "<w:del><w:r><w:delText>三千</w:delText></w:r></w:del>"
    path = tmp_path / "回稿.docx"
    path.write_bytes(
        word_file(paragraph("收购", changed, f"<w:ins>{run('四千')}</w:ins>", "吨,好"))
    )
    (one,) = read_files([path], raw=True, changes="original")
    assert isinstance(one.outcome, OpenedFile)
    assert one.outcome.draft.text == "收购三千吨,好"
    assert one.outcome.clean is None


def test_it_stops_when_asked(folder: Path) -> None:
    stop = threading.Event()
    found = []
    for one in read_files(sorted(folder.iterdir()), stop=stop.is_set):
        found.append(one.path.name)
        if len(found) == 7:
            stop.set()
    assert found == sorted(path.name for path in folder.iterdir())[:7]


def test_few_are_read_ahead_and_none_after_the_end(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []

    def read(path: Path, **_: object) -> OpenedFile:
        begun.append(path.name)
        time.sleep(0.01)
        return open_file(folder / "00.txt")

    monkeypatch.setattr(batch_reading, "open_file", read)
    monkeypatch.setattr(batch_reading.os, "cpu_count", lambda: 2)
    batch = read_files(sorted(folder.iterdir()))
    next(batch)
    time.sleep(0.3)
    assert 2 <= len(begun) <= 16
    batch.close()  # type: ignore[attr-defined]  # the iterator is a generator
    after = len(begun)
    time.sleep(0.1)
    assert len(begun) == after


def test_files_are_read_at_the_same_time(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    meeting = threading.Barrier(2, timeout=5)

    def read(path: Path, **_: object) -> OpenedFile:
        meeting.wait()
        return OpenedFile(draft)

    draft = open_file(folder / "00.txt").draft
    monkeypatch.setattr(batch_reading, "open_file", read)
    monkeypatch.setattr(batch_reading.os, "cpu_count", lambda: 2)
    assert len(list(read_files(sorted(folder.iterdir())))) == 60


def test_a_bug_is_no_problem_of_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(path: Path, **_: object) -> OpenedFile:
        raise ZeroDivisionError

    monkeypatch.setattr(batch_reading, "open_file", read)
    with pytest.raises(ZeroDivisionError):
        list(read_files(sorted(folder.iterdir())))
