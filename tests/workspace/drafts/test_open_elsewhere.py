"""A draft opened on two computers: who is told, and that no crash keeps anybody out."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from drafting.files.open_mark import OpenMark, mark_path, read_mark, write_mark
from drafting.workspace.drafts.open_elsewhere import LOOK_SECONDS, FileWatch
from drafting.workspace.drafts.saving import file_hash
from drafting.workspace.drafts.speech_files import find_speech_files

if TYPE_CHECKING:
    from pathlib import Path


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "共享" / "春耕.jianggao"
    path.parent.mkdir()
    path.write_text("{}", encoding="utf-8")
    return path


def watch(draft: Path, computer: str, clock: Clock) -> FileWatch:
    return FileWatch(draft, draft.parent.parent / computer, clock=clock)


def test_the_second_is_told_until_the_first_has_closed(draft: Path) -> None:
    clock = Clock()
    first, second = watch(draft, "甲", clock), watch(draft, "乙", clock)
    assert first.look().other == ""
    assert second.look().other.startswith("电脑“")
    for _ in range(5):
        clock.now += LOOK_SECONDS
        assert first.look().other == ""
        assert second.look().other
    second.close()  # not its own mark
    assert mark_path(draft).exists()
    first.close()
    assert not mark_path(draft).exists()
    assert second.look().other == ""
    assert first.look().other


def test_a_mark_that_a_crash_left_keeps_nobody_out(draft: Path) -> None:
    clock = Clock()
    watch(draft, "甲", clock).look()
    second = watch(draft, "乙", clock)
    assert second.look().other
    clock.now += 2 * LOOK_SECONDS
    assert second.look().other
    clock.now += LOOK_SECONDS
    assert second.look().other == ""
    second.close()
    assert not mark_path(draft).exists()


def test_after_a_crash_the_same_computer_goes_on_at_once(draft: Path) -> None:
    clock = Clock()
    watch(draft, "甲", clock).look()
    assert watch(draft, "甲", clock).look().other == ""


def test_a_mark_of_yesterday_is_none(draft: Path) -> None:
    clock = Clock()
    watch(draft, "甲", clock).look()
    yesterday = time.time() - 86_400
    os.utime(mark_path(draft), (yesterday, yesterday))
    assert watch(draft, "乙", clock).look().other == ""


def test_one_that_slept_learns_who_has_gone_on(draft: Path) -> None:
    clock = Clock()
    first, second = watch(draft, "甲", clock), watch(draft, "乙", clock)
    first.look()
    second.look()
    clock.now += 600
    assert second.look().other == ""
    assert first.look().other


def test_only_a_change_tells_the_hash(draft: Path) -> None:
    one = watch(draft, "甲", Clock())
    assert one.look().hash == file_hash(draft)
    assert one.look().hash is None
    one.look_again()
    assert one.look().hash == file_hash(draft)
    draft.write_text("别处写的", encoding="utf-8")
    assert one.look().hash == file_hash(draft)
    draft.unlink()
    assert one.look().hash == ""


def test_where_nothing_can_be_written_no_mark_is_left_and_nothing_fails(draft: Path) -> None:
    lost = draft.parent / "没有" / "春耕.jianggao"
    one = watch(lost, "甲", Clock())
    assert one.look().other == ""
    one.close()
    silent = FileWatch(draft, draft.parent, leaves_mark=lambda: False)
    silent.look()
    assert not mark_path(draft).exists()


@pytest.mark.parametrize(
    "data", [b"", b"\0\xff", b"[]", b'{"home": "x"}', b"[" * 3000, b"x" * 9000]
)
def test_a_damaged_mark_is_none(draft: Path, data: bytes) -> None:
    mark_path(draft).write_bytes(data)
    assert read_mark(draft) is None
    one = watch(draft, "甲", Clock())
    assert one.look().other == ""
    mark = read_mark(draft)
    assert mark is not None
    assert mark.beat == 1


def test_a_mark_is_no_speech_and_its_words_stay_on_one_line(draft: Path) -> None:
    write_mark(draft, OpenMark("x", "电脑“甲”\n" + "长" * 200, 1))
    mark = read_mark(draft)
    assert mark is not None
    assert "\n" not in mark.who
    assert len(mark.who) == 80
    assert mark_path(draft) not in find_speech_files([draft.parent]).speeches
