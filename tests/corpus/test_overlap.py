"""Overlap with the library: rows, files, merging, removal, lost files, what is found."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from drafting.corpus import fingerprint_files, speeches
from drafting.corpus.fingerprint_files import settle, settle_many
from drafting.corpus.fingerprint_index import open_segments, prints_of, read_rows
from drafting.corpus.library import Library, open_library
from drafting.corpus.segment_writing import segment_bytes
from drafting.corpus.segments import KEY_SHIFT, DamagedSegment, Segment
from drafting.errors import StorageError
from drafting.files.atomic import atomic_write
from drafting.model.overlap import PassageKind
from tests.corpus.conftest import COPIED, files, overlap_of, places, speech

if TYPE_CHECKING:
    from pathlib import Path

    from drafting.model.speech import SpeechRecord


def test_a_segment_holds_what_went_in(records: list[SpeechRecord], tmp_path: Path) -> None:
    prints = [prints_of(number * 3, one.text) for number, one in enumerate(records)]
    (tmp_path / "one.fp").write_bytes(segment_bytes([], prints))
    hashes = np.concatenate([one.hashes for one in prints])
    keys = np.unique(hashes) >> np.uint64(KEY_SHIFT)
    with Segment(tmp_path / "one.fp") as whole:
        found = whole.find(keys)
        assert len(found.asked) == len(hashes)
        for one in prints:
            mine = found.place[found.speech == one.speech]
            assert sorted(mine.tolist()) == sorted(one.places.tolist())
        unknown = keys[(keys + np.uint64(1)) != np.append(keys[1:], 0)] + np.uint64(1)
        assert len(whole.find(unknown).asked) == 0
        merged = tmp_path / "merged.fp"
        (tmp_path / "first.fp").write_bytes(segment_bytes([], prints[:40]))
        with Segment(tmp_path / "first.fp") as first:
            merged.write_bytes(segment_bytes([first], prints[40:], frozenset({9, 150})))
        with Segment(merged) as rest:
            wanted = {one for one in places(found) if one[1] not in (9, 150)}
            assert places(rest.find(keys)) == wanted


@pytest.mark.parametrize("damage", [b"", b"JGFP0001", b"x" * 5000])
def test_a_damaged_file_is_told(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "bad.fp").write_bytes(damage)
    for name in ("bad.fp", "none.fp"):
        with pytest.raises(DamagedSegment):
            Segment(tmp_path / name)


def test_a_gram_in_many_speeches_is_common(tmp_path: Path) -> None:
    same = [prints_of(number, COPIED) for number in range(50)]
    (tmp_path / "a.fp").write_bytes(segment_bytes([], same[:45]))
    with Segment(tmp_path / "a.fp") as first:
        (tmp_path / "b.fp").write_bytes(segment_bytes([first], same[45:]))
    with Segment(tmp_path / "b.fp") as both:
        found = both.find(same[0].hashes[:1] >> np.uint64(KEY_SHIFT))
    assert set(found.speeches.tolist()) == {50}
    assert len(found.asked) == 32


def test_found_as_rows_and_in_files(library: Library, records: list[SpeechRecord]) -> None:
    speeches.add_speeches(library, [*records, speech(f"在全市招商会上的讲话\n{COPIED}")])
    overlap = overlap_of(library)
    draft = f"同志们：\n今天我先说一件事。{COPIED}会后就办。"
    for _ in range(2):
        report = overlap.overlap(draft)
        (passage,) = report.passages
        assert passage.span.of(draft) == COPIED
        assert (passage.source, passage.source_title) == ("91", "在全市招商会上的讲话")
        assert passage.similarity == 1
        settle(library, at_once=True)
    with library.reading() as connection:
        assert read_rows(connection) == []
    assert len(files(library)) == 1


def test_own_places_are_one_word(library: Library) -> None:
    speeches.add_speeches(library, [speech(f"讲话\n石桥县的底子薄，{COPIED}石桥县要先动。")])
    draft = f"同志们：\n我县的底子薄，{COPIED}我县要先动。"
    (plain,) = overlap_of(library).overlap(draft).passages
    (known,) = overlap_of(library).overlap(draft, ["石桥县"]).passages
    assert plain.span.of(draft) == COPIED
    assert known.span.of(draft) == draft.split("\n")[1]
    assert known.similarity == 1


def test_superiors_are_a_class_of_their_own(library: Library) -> None:
    higher = speech(f"在全市招商会上的讲话\n{COPIED}", level="市")
    speeches.add_speeches(library, [higher])
    (passage,) = overlap_of(library).overlap(COPIED, level="县").passages
    assert passage.is_superior
    (passage,) = overlap_of(library).overlap(COPIED, level="市").passages
    assert not passage.is_superior
    speeches.add_speeches(library, [speech(f"在全县招商会上的讲话\n请记住，{COPIED}", level="县")])
    (passage,) = overlap_of(library).overlap(COPIED, level="县").passages
    assert (passage.source, passage.speeches, passage.is_superior) == ("2", 2, False)


def test_a_speech_is_no_copy_of_itself(library: Library) -> None:
    past = speech(f"在全市招商会上的讲话\n{COPIED}")
    speeches.add_speeches(library, [past])
    overlap = overlap_of(library)
    report = overlap.overlap(past.text)
    assert (report.passages, report.same) == ((), past.title)
    report = overlap.overlap(COPIED)
    assert report.passages
    assert report.same == ""
    assert overlap.overlap(COPIED, except_for=[past.text]).passages == ()


def test_what_many_speeches_hold_is_a_formula(library: Library) -> None:
    speeches.add_speeches(library, [speech(f"第{one}次讲话\n{COPIED}") for one in range(10)])
    report = overlap_of(library).overlap(COPIED)
    assert report.passages == ()
    assert [one.kind for one in report.common] == [PassageKind.SET_PHRASE]


@pytest.mark.parametrize("damage", ["missing", "cut"])
def test_a_lost_file_is_made_again(
    library: Library, records: list[SpeechRecord], damage: str
) -> None:
    speeches.add_speeches(library, [*records, speech(f"讲话\n{COPIED}")])
    settle(library, at_once=True)
    (path,) = files(library)
    if damage == "missing":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:-100])
    assert overlap_of(library).overlap(COPIED).passages  # at once, from the texts
    assert settle(library, at_once=True)
    (again,) = files(library)
    assert again != path
    assert not settle(library)
    assert overlap_of(library).overlap(COPIED).passages


def test_many_rows_become_a_file_and_small_files_are_merged(
    library: Library, records: list[SpeechRecord], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fingerprint_files, "MOST_ROWS", 10)
    for first in range(0, 90, 15):
        speeches.add_speeches(library, records[first : first + 15])
        settle(library)
    with library.reading() as connection:
        segments = open_segments(connection, library.path)
        assert sorted(one for segment in segments for one in segment.ids.tolist()) == [
            *range(1, 91)
        ]
        assert read_rows(connection) == []
    assert len(files(library)) == len(segments) < 6
    line = records[40].text.split("\n")[1]
    (passage,) = overlap_of(library).overlap(line).passages
    assert passage.source == "41"


def test_a_file_of_a_killed_program_is_swept(library: Library, records: list[SpeechRecord]) -> None:
    old = library.path.with_name(f"{library.path.name}.deadbeef.fp")
    new = library.path.with_name(f"{library.path.name}.cafecafe.fp")
    for path in (old, new):
        path.write_bytes(b"half")
    os.utime(old, (1, 1))
    speeches.add_speeches(library, records[:3])
    settle(library, at_once=True)
    assert not old.exists()
    assert new.exists()  # another program may be about to list it


def test_a_full_disk_loses_nothing(
    library: Library, records: list[SpeechRecord], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> None:
        raise StorageError(path, "磁盘空间不足")

    monkeypatch.setattr(fingerprint_files, "MOST_ROWS", 10)
    speeches.add_speeches(library, [*records, speech(f"讲话\n{COPIED}")])
    with monkeypatch.context() as patch:
        patch.setattr(fingerprint_files, "atomic_write", full)
        settle_many(library)
        with pytest.raises(StorageError, match="磁盘空间不足"):
            settle(library)
    assert files(library) == []
    assert overlap_of(library).overlap(COPIED).passages
    settle_many(library)
    assert len(files(library)) == 1
    assert overlap_of(library).overlap(COPIED).passages


def test_killed_between_the_file_and_the_list(
    library: Library, records: list[SpeechRecord], monkeypatch: pytest.MonkeyPatch
) -> None:
    def written_then_killed(path: Path, data: bytes) -> None:
        atomic_write(path, data)
        raise KeyboardInterrupt

    speeches.add_speeches(library, [*records[:20], speech(f"讲话\n{COPIED}")])
    settle(library, at_once=True)
    speeches.add_speeches(library, records[20:])
    monkeypatch.setattr(fingerprint_files, "atomic_write", written_then_killed)
    with pytest.raises(KeyboardInterrupt):
        settle(library, at_once=True)
    monkeypatch.undo()
    with library.reading() as connection:
        assert len(open_segments(connection, library.path)) == 1
        assert len(read_rows(connection)) == 70
    assert len(files(library)) == 2
    assert overlap_of(library).overlap(COPIED).passages
    settle(library, at_once=True)
    line = records[60].text.split("\n")[1]
    assert {one.source for one in overlap_of(library).overlap(line).passages} == {"62"}


def test_two_programs(tmp_path: Path, records: list[SpeechRecord]) -> None:
    path = tmp_path / "素材库.db"
    with open_library(path) as one, open_library(path) as other:
        reader = overlap_of(other)
        assert reader.overlap(COPIED).passages == ()
        speeches.add_speeches(one, [*records[:5], speech(f"讲话\n{COPIED}")])
        assert reader.overlap(COPIED).passages
        settle(one, at_once=True)
        assert reader.overlap(COPIED).passages
        speeches.remove_speeches(one, [6])
        assert reader.overlap(COPIED).passages == ()


def test_an_older_library_is_filled(
    tmp_path: Path, records: list[SpeechRecord], monkeypatch: pytest.MonkeyPatch
) -> None:
    from drafting.corpus import indexers, library, migrations

    names = [one.name for one in migrations.MIGRATIONS]
    before = migrations.MIGRATIONS[: names.index("fingerprints")]
    path = tmp_path / "素材库.db"
    with monkeypatch.context() as patch:
        patch.setattr(library, "MIGRATIONS", before)
        patch.setattr(migrations, "MIGRATIONS", before)
        kept = tuple(one for one in indexers.INDEXERS if one.name == "full text")
        patch.setattr(speeches, "INDEXERS", kept)
        with open_library(path) as old:
            speeches.add_speeches(old, [replace(records[0], text=f"讲话\n{COPIED}")])
    with open_library(path) as opened:
        assert overlap_of(opened).overlap(COPIED).passages
