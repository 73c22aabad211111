"""The store: what goes in comes out again, once, and what is removed is gone."""

from __future__ import annotations

import datetime as dt
import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from drafting.corpus import speeches
from drafting.corpus.folding import words_hash
from drafting.corpus.housekeeping import verify_library
from drafting.corpus.library import Library, open_library
from drafting.corpus.migrations import MIGRATIONS
from drafting.corpus.speech_table import Source
from drafting.errors import LibraryProblem
from drafting.model.particulars import Particulars
from drafting.model.speech import SpeechHeading, SpeechParts
from drafting.text.span import Span
from tests.corpus.conftest import FLOOD, SAFETY, TALENT, speech

if TYPE_CHECKING:
    from pathlib import Path


def test_what_goes_in_comes_out(library: Library) -> None:
    parts = SpeechParts(Span(13, 17), None, (SpeechHeading(1, Span(18, 22), run_in=True),))
    changes = speeches.add_speeches(library, [replace(FLOOD, parts=parts), TALENT])
    assert changes.added == (1, 2)
    assert speeches.get_speech(library, 1) == replace(FLOOD, parts=parts, id=1)
    assert [one.id for one in speeches.iter_speeches(library)] == [1, 2]
    assert [one.text for one in speeches.iter_speeches(library, [2])] == [TALENT.text]


def test_lists_are_newest_first(library: Library) -> None:
    speeches.add_speeches(library, [SAFETY, TALENT, FLOOD])
    assert [one.title for one in speeches.list_speeches(library)] == [
        FLOOD.title,
        SAFETY.title,
        TALENT.title,
    ]


@pytest.mark.parametrize(
    "same",
    [
        FLOOD.text.replace("\n", "\r\n"),
        FLOOD.text.replace("，", ","),
        FLOOD.text.replace("同志们：\n", "同志们：\n\n　　"),
        FLOOD.text.replace("讲话", "講話"),
    ],
)
def test_the_same_words_are_one_speech(library: Library, same: str) -> None:
    speeches.add_speeches(library, [FLOOD])
    changes = speeches.add_speeches(library, [speech(same, path="又一份.docx")])
    assert changes.added == ()
    assert [(one.path, one.id) for one in changes.duplicates] == [("又一份.docx", 1)]


def test_other_figures_are_another_speech() -> None:
    assert words_hash("完成3件") != words_hash("完成5件")


def test_a_file_is_known_by_size_and_time(library: Library) -> None:
    source = Source("/稿/防汛.txt", 100, 5)
    speeches.add_speeches(library, [FLOOD], [source])
    later = replace(source, modified=6)
    assert speeches.known_sources(library, [source, later]) == [1, None]


def test_ids_are_never_used_again(library: Library) -> None:
    speeches.add_speeches(library, [FLOOD, SAFETY])
    assert speeches.remove_speeches(library, [2, 9]).removed == (2,)
    assert speeches.add_speeches(library, [TALENT]).added == (3,)
    with pytest.raises(LibraryProblem, match="没有编号为 2 的讲话"):
        speeches.get_speech(library, 2)


def test_particulars_can_be_mended(library: Library) -> None:
    speeches.add_speeches(library, [TALENT])
    about = Particulars(date=dt.date(2026, 1, 5), speaker="陆明远")
    assert speeches.update_speech(library, 1, "人才会讲话", about).updated == (1,)
    found = speeches.get_speech(library, 1)
    assert (found.title, found.date, found.speaker) == ("人才会讲话", about.date, "陆明远")


def test_what_is_removed_leaves_no_trace(tmp_path: Path) -> None:
    path = tmp_path / "库.db"
    canary = speech(
        "鼋鼍鼋鼍在龘靐会上的讲话\n鼋鼍龘靐不留痕迹。", path="/稿/鼋鼍.txt", speaker="龘靐"
    )
    with open_library(path) as library:
        speeches.add_speeches(library, [FLOOD, canary], [None, Source("/稿/鼋鼍.txt", 1, 1)])
        speeches.add_speeches(library, [SAFETY])
        assert canary_in(tmp_path)
        speeches.remove_speeches(library, [2])
        assert not canary_in(tmp_path)
    assert not canary_in(tmp_path)


def canary_in(folder: Path) -> bool:
    """Whether the canary's rare characters stand in any file, as text or as a token."""
    data = b"".join(one.read_bytes() for one in folder.iterdir())
    return any(one.encode() in data for one in ("鼋", "鼍", "龘", "靐"))


def test_a_newer_library_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "库.db"
    open_library(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    with pytest.raises(LibraryProblem, match="由较新版本的讲稿建立") as caught:
        open_library(path)
    assert caught.value.code == "newer-format"


def test_reading_makes_no_library(tmp_path: Path) -> None:
    with pytest.raises(LibraryProblem, match="还没有建立"):
        open_library(tmp_path / "无.db", read_only=True)
    assert list(tmp_path.glob("*.db")) == []


def test_a_changed_text_is_noticed(library: Library) -> None:
    speeches.add_speeches(library, [FLOOD, SAFETY])
    assert verify_library(library) == []
    with library.writing() as connection:
        connection.execute("UPDATE texts SET text = replace(text, '值守', '值班') WHERE id = 1")
    assert verify_library(library) == ["有 1 篇讲话的正文与入库时不符（编号 1）"]
