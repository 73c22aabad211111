"""Removed speeches are overwritten in the fingerprint files, at once or by making them anew."""

from __future__ import annotations

from contextlib import closing
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest

from drafting.corpus import fingerprint_files, fingerprint_index, speeches
from drafting.corpus.fingerprint_files import settle
from drafting.corpus.fingerprint_index import prints_of
from drafting.corpus.library import Library, open_library
from drafting.corpus.segment_writing import segment_bytes
from drafting.corpus.segments import KEY_SHIFT, Segment
from tests.corpus.conftest import COPIED, files, overlap_of, places, speech

if TYPE_CHECKING:
    from pathlib import Path

    from drafting.corpus.segments import SpeechPrints
    from drafting.model.speech import SpeechRecord


def test_a_removed_speech_leaves_no_trace(library: Library, records: list[SpeechRecord]) -> None:
    speeches.add_speeches(library, [*records, speech(f"讲话\n{COPIED}")])
    settle(library, at_once=True)
    before = files(library)
    with closing(overlap_of(library)) as overlap:
        assert overlap.overlap(COPIED).passages
        speeches.remove_speeches(library, [91])
        assert overlap.overlap(COPIED).passages == ()
    assert files(library) == before
    assert not rests_of(before[0], prints_of(91, f"讲话\n{COPIED}"))
    with Segment(before[0]) as segment:
        assert 91 not in segment.ids
    with library.reading() as connection:
        assert fingerprint_index.read_removed(connection) == frozenset()


def rests_of(path: Path, gone: SpeechPrints) -> set[int]:
    """The halves of the keys of a speech, of those it alone has, that stand in the file's bytes."""
    keys = np.unique(gone.hashes) >> np.uint64(KEY_SHIFT)
    with Segment(path) as segment:
        alone = keys[~np.isin(np.arange(len(keys)), segment.find(keys).asked)]
        buckets = (alone >> np.uint64(32)).astype(np.int64)
        begins, ends = segment._directory[buckets], segment._directory[buckets + 1]
        return {
            int(key)
            for key, begin, end in zip(alone, begins, ends, strict=True)
            if np.uint32(key & np.uint64(0xFFFFFFFF)) in segment._rests[begin:end]
        }


def test_erasing_leaves_the_others_as_they_were(
    records: list[SpeechRecord], tmp_path: Path
) -> None:
    path = tmp_path / "a.fp"
    # Every word stands in two speeches and more, those of one speech in that alone too.
    texts = [f"{one.text}\n{other.text}" for one, other in pairwise(records)]
    prints = [prints_of(number, text) for number, text in enumerate(texts, 1)]
    path.write_bytes(segment_bytes([], prints))
    gone, left = prints[::3], [one for number, one in enumerate(prints) if number % 3]
    with Segment(path, is_writable=True) as segment:
        for one in gone:
            segment.erase([one])
    (tmp_path / "b.fp").write_bytes(segment_bytes([], left))
    keys = np.unique(np.concatenate([one.hashes for one in prints])) >> np.uint64(KEY_SHIFT)
    with Segment(path) as erased, Segment(tmp_path / "b.fp") as anew:
        (tmp_path / "c.fp").write_bytes(segment_bytes([erased], []))
        assert places(erased.find(keys)) == places(anew.find(keys))
        assert erased.find(keys).speeches.tolist() == anew.find(keys).speeches.tolist()
    assert (tmp_path / "c.fp").read_bytes() == (tmp_path / "b.fp").read_bytes()
    assert not any(rests_of(path, one) for one in gone)


def test_a_gram_of_many_speeches_is_counted_without_the_erased(tmp_path: Path) -> None:
    same = [prints_of(number, COPIED) for number in range(1, 41)]
    (tmp_path / "a.fp").write_bytes(segment_bytes([], same))
    key = same[0].hashes[:1] >> np.uint64(KEY_SHIFT)
    with Segment(tmp_path / "a.fp", is_writable=True) as segment:
        segment.erase(same[:39])
        assert set(segment.find(key).speeches.tolist()) <= {1}
        segment.erase(same[39:])
        assert not len(segment.find(key).asked)


def test_many_removed_speeches_make_the_file_anew(
    library: Library, records: list[SpeechRecord], monkeypatch: pytest.MonkeyPatch
) -> None:
    speeches.add_speeches(library, records)
    settle(library, at_once=True)
    (before,) = files(library)
    speeches.remove_speeches(library, range(1, 60))  # more than half: worn
    (after,) = files(library)
    assert after != before
    monkeypatch.setattr(fingerprint_files, "_MOST_ERASED", 3)
    speeches.remove_speeches(library, range(60, 70))
    (last,) = files(library)
    assert last != after
    with Segment(last) as segment:
        assert sorted(segment.ids.tolist()) == list(range(70, 91))


def test_killed_before_it_was_erased(
    library: Library, records: list[SpeechRecord], monkeypatch: pytest.MonkeyPatch
) -> None:
    speeches.add_speeches(library, [*records, speech(f"讲话\n{COPIED}")])
    settle(library, at_once=True)
    (before,) = files(library)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Segment, "erase", killed)
        with pytest.raises(KeyboardInterrupt):
            speeches.remove_speeches(library, [91])
    with closing(overlap_of(library)) as overlap:
        assert overlap.overlap(COPIED).passages == ()
    assert settle(library)
    (after,) = files(library)
    assert after != before
    assert not rests_of(after, prints_of(91, f"讲话\n{COPIED}"))


def test_removed_while_another_program_merges(
    library: Library, records: list[SpeechRecord], monkeypatch: pytest.MonkeyPatch
) -> None:
    speeches.add_speeches(library, records)
    settle(library, at_once=True)
    speeches.add_speeches(library, [speech(f"讲话\n{COPIED}")])

    def made_late(*arguments: object) -> bytes:
        data = segment_bytes(*arguments)
        with open_library(library.path) as other:
            speeches.remove_speeches(other, [5])
        return data

    with monkeypatch.context() as patch:
        patch.setattr(fingerprint_files, "segment_bytes", made_late)
        patch.setattr(fingerprint_files, "_MERGE_SHARE", 0.0)
        settle(library, at_once=True)
    settle(library)
    for path in files(library):
        with Segment(path) as segment:
            assert 5 not in segment.ids
        assert not rests_of(path, prints_of(5, records[4].text))
