"""Importing into the library: progress, cancelling, going on, and a library that was damaged."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from drafting.corpus.library import open_library
from drafting.errors import LibraryProblem
from drafting.files.atomic import temporary_beside
from drafting.workspace.library import importing, reading, speeches, upkeep
from drafting.workspace.library.importing import ImportProgress, add_speeches
from drafting.workspace.library.overlap import shared_lookups


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Forty speeches in two folders, with what is none."""
    folder = tmp_path / "讲话"
    (folder / "往年").mkdir(parents=True)
    for number in range(40):
        path = (
            folder if number % 2 else folder / "往年"
        ) / f"2024-03-{number % 28 + 1:02} {number}.txt"
        path.write_text(
            f"在第{number}次调度会上的讲话\n同志们：\n要抓实第{number}件事。", encoding="utf-8"
        )
    (folder / "~$锁.docx").write_bytes(b"x")
    (folder / "图.png").write_bytes(b"x")
    (folder / "空.txt").write_text("", encoding="utf-8")
    (folder / "只有标点.txt").write_text("，。！\n", encoding="utf-8")
    return folder


def test_a_folder_with_bad_files(files: Path, tmp_path: Path) -> None:
    told: list[ImportProgress] = []
    changes = add_speeches([files], tmp_path / "库.db", on_progress=told.append)
    assert len(changes.added) == 40
    assert {Path(one.path).name for one in changes.failed} == {"空.txt", "只有标点.txt"}
    assert all(one.reason for one in changes.failed)
    assert [one.done for one in told] == list(range(1, 43))
    assert {one.total for one in told} == {42}
    listed = speeches.list_speeches(tmp_path / "库.db")
    assert all(one.date is not None and one.date.year == 2024 for one in listed)


def _head(title: str, day: int) -> str:
    body = "各镇都要把灌区的水放到田头，不误农时。" * 20
    return (
        f"{title}\n县长　陆远\n（2026年5月{day}日）\n同志们：\n{body}\n一、抓早\n{body}\n谢谢大家！"
    )


@pytest.mark.parametrize("beside", [0, 20])
def test_every_speech_of_a_file_is_one_of_the_library(tmp_path: Path, beside: int) -> None:
    """However many files are read with it, here or in children."""
    for number in range(beside):
        (tmp_path / f"{number}.txt").write_text(f"第{number}件事要抓实。", encoding="utf-8")
    heads = [_head("在全县春灌动员会上的讲话", 6), _head("在春灌现场会上的讲话", 8)]
    file = tmp_path / "合订.txt"
    file.write_text("\n\n".join(heads), encoding="utf-8")
    library = tmp_path / "库.db"
    changes = add_speeches([tmp_path], library)
    assert len(changes.added) == beside + 2
    listed = {one.title: one for one in speeches.list_speeches(library)}
    for head, day in zip(heads, (6, 8), strict=True):
        found = speeches.show_speech(library, listed[head.split("\n")[0]].id)
        assert (found.text, found.speaker, found.date) == (head, "陆远", dt.date(2026, 5, day))
        assert [one.span.of(found.text) for one in found.parts.headings] == ["一、抓早"]
    # One that was removed comes back with its file, the other is known.
    speeches.remove_speeches(library, [listed["在全县春灌动员会上的讲话"].id])
    again = add_speeches([file], library)
    assert (len(again.added), len(again.duplicates)) == (1, 1)


def test_cancelled_and_gone_on(
    files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # However far the reading is ahead, no more than these are stored before the user is asked.
    monkeypatch.setattr(importing, "MOST_TOGETHER", 4)
    path = tmp_path / "库.db"
    told: list[ImportProgress] = []
    first = add_speeches([files], path, on_progress=told.append, stop=lambda: len(told) >= 5)
    assert 5 <= len(told) < 5 + 4
    assert len(first.added) + len(first.failed) == len(told)
    second = add_speeches([files], path)
    assert len(first.added) + len(second.added) == 40
    assert len(second.duplicates) == len(first.added)


def test_a_changed_file_is_read_again(files: Path, tmp_path: Path) -> None:
    path = tmp_path / "库.db"
    add_speeches([files], path)
    (files / "2024-03-02 1.txt").write_text("在别的会上的讲话\n同志们：\n换了。", encoding="utf-8")
    changes = add_speeches([files], path)
    assert len(changes.added) == 1


def test_a_file_that_changes_while_it_is_read_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    speech = tmp_path / "讲话.txt"
    speech.write_text("在全县会上的讲话\n同志们：\n先前的话。", encoding="utf-8")
    opened = reading.open_file

    def changed_behind(path: Path) -> object:
        found = opened(path)
        path.write_text("在全县会上的讲话\n同志们：\n后来改的话。", encoding="utf-8")
        return found

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(reading, "open_file", changed_behind)
        assert len(add_speeches([speech], tmp_path / "库.db").added) == 1
    assert len(add_speeches([speech], tmp_path / "库.db").added) == 1


def test_a_damaged_library_is_set_aside(files: Path, tmp_path: Path) -> None:
    path = tmp_path / "库.db"
    add_speeches([files], path)
    path.write_bytes(b"no library at all" * 500)
    told: list[str] = []
    listed = speeches.list_speeches(path, on_notice=told.append)
    assert len(listed) == 40
    (sentence,) = told
    assert "已另存为“库.db.bad-1”" in sentence
    assert "备份" in sentence
    assert (tmp_path / "库.db.bad-1").read_bytes().startswith(b"no library")
    assert upkeep.verify_library(path) == []


def test_a_damaged_library_stays_where_nobody_would_be_told(files: Path, tmp_path: Path) -> None:
    path = tmp_path / "库.db"
    add_speeches([files], path)
    path.write_bytes(path.read_bytes()[:20_000])
    with pytest.raises(LibraryProblem, match="请对素材库做一次检查") as caught:
        speeches.list_speeches(path)
    assert caught.value.code == "damaged"
    with pytest.raises(LibraryProblem, match="读不通"):
        shared_lookups().required(path)
    assert not (tmp_path / "库.db.bad-1").exists()
    told: list[str] = []
    upkeep.verify_library(path, on_notice=told.append)
    assert "库.db.bad-1" in told[-1]
    assert len(speeches.list_speeches(path)) == 40


def test_verify_tells_a_file_that_cannot_be_opened(files: Path, tmp_path: Path) -> None:
    path = tmp_path / "库.db"
    add_speeches([files], path)
    path.write_bytes(path.read_bytes()[:20_000])
    told: list[str] = []
    assert upkeep.verify_library(path, on_notice=told.append) == ["文件读不通"]
    assert "库.db.bad-1" in told[-1]
    assert upkeep.verify_library(path) == []


def test_damage_inside_is_found_by_verify(files: Path, tmp_path: Path) -> None:
    path = tmp_path / "库.db"
    add_speeches([files], path)
    data = bytearray(path.read_bytes())
    for start in range(8 * 4096, len(data), 4096):
        if b"CREATE " not in data[start : start + 4096]:  # the tables are known, not their rows
            data[start : start + 60] = b"\xff" * 60
    path.write_bytes(data)
    told: list[str] = []
    assert upkeep.verify_library(path, on_notice=told.append)
    assert "库.db.bad-1" in told[-1]
    assert upkeep.verify_library(path) == []
    assert len(speeches.list_speeches(path)) == 40


def test_a_broken_index_is_made_anew(files: Path, tmp_path: Path) -> None:
    path = tmp_path / "库.db"
    add_speeches([files], path)
    with open_library(path) as library, library.writing() as connection:
        connection.execute("INSERT INTO pairs (pairs) VALUES ('delete-all')")
    told: list[str] = []
    (fault,) = upkeep.verify_library(path, on_notice=told.append)
    assert fault == "有 40 篇讲话的检索索引缺失（编号 1、2、3、4、5 等）"
    assert told == ["检索索引已重新建立，讲话没有丢失。"]
    assert len(speeches.search_library(path, "调度会", limit=100)) == 40
    assert not (tmp_path / "库.db.bad-1").exists()


def test_the_copy_forgets_what_was_removed(tmp_path: Path) -> None:
    path = tmp_path / "库.db"
    speech = tmp_path / "讲话.txt"
    speech.write_text("在龘靐会上的讲话\n同志们：\n鼋鼍。", encoding="utf-8")
    (added,) = add_speeches([speech], path).added
    speech.unlink()
    assert "鼍".encode() in (tmp_path / "库.db.bak").read_bytes()
    speeches.remove_speeches(path, [added])
    kept = b"".join(one.read_bytes() for one in tmp_path.iterdir() if one.is_file())
    assert not any(one.encode() in kept for one in "龘靐鼋鼍")


@pytest.mark.parametrize("has_copy", [True, False])
def test_a_copy_that_was_cut_off_forgets_it_too(tmp_path: Path, has_copy: bool) -> None:
    """A program that is killed while it copies leaves an unfinished file beside the library."""
    path = tmp_path / "库.db"
    speech = tmp_path / "讲话.txt"
    speech.write_text("在龘靐会上的讲话\n同志们：\n鼋鼍。", encoding="utf-8")
    (added,) = add_speeches([speech], path).added
    speech.unlink()
    unfinished = temporary_beside(tmp_path / "库.db.bak")
    for left in (unfinished, unfinished.with_name(unfinished.name + "-journal")):
        left.write_bytes((tmp_path / "库.db.bak").read_bytes())
    if not has_copy:
        (tmp_path / "库.db.bak").unlink()
    speeches.remove_speeches(path, [added])
    kept = b"".join(one.read_bytes() for one in tmp_path.iterdir() if one.is_file())
    assert not any(one.encode() in kept for one in "龘靐鼋鼍")


def test_a_backup_is_whole_and_alone(files: Path, tmp_path: Path) -> None:
    path, copy = tmp_path / "库.db", tmp_path / "备份" / "库.db"
    copy.parent.mkdir()
    add_speeches([files], path)
    upkeep.backup_library(path, copy)
    assert [one.name for one in copy.parent.iterdir()] == ["库.db"]
    with open_library(copy, read_only=True) as library:
        assert library.read_only
    assert len(speeches.list_speeches(copy)) == 40


def test_an_unknown_id_removes_nothing(files: Path, tmp_path: Path) -> None:
    path = tmp_path / "库.db"
    add_speeches([files], path)
    with pytest.raises(LibraryProblem, match="没有编号为 99 的讲话"):
        speeches.remove_speeches(path, [1, 99])
    assert len(speeches.list_speeches(path)) == 40
