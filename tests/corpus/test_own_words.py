"""The counts beside the library: made when due, gone with what is removed, a damaged file none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafting.corpus import own_words
from drafting.corpus.library import Library, open_library
from drafting.corpus.speeches import add_speeches
from drafting.errors import StorageError
from tests.corpus.conftest import speech

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = [
    f"在第{number}次调度会上的讲话\n同志们：\n第{number}期莓好生活节办得好，{number}个村参加。"
    for number in range(20)
]


def add(library: Library, *texts: str) -> None:
    add_speeches(library, [speech(one) for one in texts])


def test_words_are_counted_when_a_tenth_is_new(library: Library) -> None:
    assert own_words.read_words(library.path) is None
    add(library, *TEXTS[:17])
    assert not own_words.is_up_to_date(library)
    assert own_words.refresh_words(library)
    first = own_words.words_file(library.path).read_bytes()
    assert own_words.is_up_to_date(library)
    assert not own_words.refresh_words(library)
    add(library, TEXTS[17])
    assert own_words.is_up_to_date(library)
    add(library, TEXTS[18])
    assert not own_words.is_up_to_date(library)
    assert own_words.refresh_words(library)
    assert own_words.words_file(library.path).read_bytes() != first
    counts = own_words.read_words(library.path)
    assert counts is not None
    assert all(len(keys) for keys in counts.keys)


def test_an_empty_library_needs_no_file(library: Library) -> None:
    assert own_words.is_up_to_date(library)
    assert not own_words.refresh_words(library)
    assert not own_words.words_file(library.path).exists()


@pytest.mark.parametrize("kept", [0, 10, 24, 200, -20])
def test_a_damaged_file_counts_as_none_and_is_made_again(library: Library, kept: int) -> None:
    add(library, *TEXTS)
    own_words.refresh_words(library)
    path = own_words.words_file(library.path)
    data = path.read_bytes()
    path.write_bytes(b"JGWORDS0" + data[8:] if kept == 0 else data[:kept])
    assert own_words.read_words(library.path) is None
    path.write_bytes(data[:10])
    assert own_words.refresh_words(library)
    assert path.read_bytes() == data


def test_counting_that_is_not_wanted_leaves_no_file(library: Library) -> None:
    add(library, *TEXTS)
    assert not own_words.refresh_words(library, lambda: False)
    assert not own_words.words_file(library.path).exists()


def test_a_library_that_cannot_be_written_is_left_alone(library: Library) -> None:
    add(library, *TEXTS)
    with open_library(library.path, read_only=True) as opened:
        assert not own_words.refresh_words(opened)
        assert own_words.count_words(opened) is not None
    assert not own_words.words_file(library.path).exists()


def test_words_that_cannot_be_deleted_are_told(tmp_path: Path) -> None:
    path = own_words.words_file(tmp_path / "素材库.db")
    own_words.forget_words(tmp_path / "素材库.db")  # there is none
    path.mkdir()
    with pytest.raises(StorageError) as told:
        own_words.forget_words(tmp_path / "素材库.db")
    assert str(path) in str(told.value)
    assert str(told.value).count("。") == 1
