"""One immutable file of fingerprints: which grams stand where in which speeches.

Layout (little-endian): ``HEADER``, then a directory of ``BUCKETS`` + 1 places, the lower halves of
the distinct keys in order, one value for each, lists, the first place of each speech (one more
for the end) and the ids of the speeches. A key is the upper 52 bits of a hash; its upper 20 bits
are its bucket. A value is the place of the only gram with that key, or ``LISTED`` + the place of
a list: a head (speeches × 64 + length), then at most ``MOST_PLACES`` places. Places count code
points through all speeches of the file.
"""

from __future__ import annotations

import contextlib
import mmap
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import Self

    import numpy as np
    from numpy.typing import NDArray

HEADER = struct.Struct("<8sIIQQQ")
MAGIC = b"JGFP0001"
BUCKET_BITS = 20
BUCKETS = 1 << BUCKET_BITS
KEY_SHIFT = 12
MOST_PLACES = 32
LISTED = 1 << 31
_HEAD_SHIFT = 6
# Buckets that are sorted together when a file is made: bounds the memory beside the result.
_SHARDS = 32


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """Keys (52 bits, in order) and the places of their grams, counted through all speeches.

    ``common`` are keys that stand in more speeches than their places tell, ``more`` by how many.
    """

    keys: NDArray[np.uint64]
    places: NDArray[np.uint32]
    common: NDArray[np.uint64]
    more: NDArray[np.uint32]


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """Hits of asked keys: number of the question, speech id, place in it, speeches in all."""

    asked: NDArray[np.int64]
    speech: NDArray[np.int64]
    place: NDArray[np.int64]
    speeches: NDArray[np.int64]

    def without(self, ids: frozenset[int]) -> Found:
        """Return the hits in other speeches than these."""
        import numpy as np

        if not ids:
            return self
        kept = ~np.isin(self.speech, list(ids))
        columns = (self.asked, self.speech, self.place, self.speeches)
        return Found(*(column[kept] for column in columns))


class DamagedSegment(Exception):  # noqa: N818 - says what it is
    """The file is missing, cut short or none of ours; it is made again from the texts."""


class Segment:
    """An open segment file, mapped into memory."""

    def __init__(self, path: Path) -> None:
        """Map the file.

        Raises:
            DamagedSegment: it is missing or not as long as its header says.
        """
        import numpy as np

        self.path = path
        try:
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as fault:
            raise DamagedSegment(path.name) from fault
        if len(self._map) < HEADER.size:
            raise DamagedSegment(path.name)
        magic, bits, _, keys, lists, speeches = HEADER.unpack_from(self._map)
        lengths = (BUCKETS + 1, keys, keys, lists, speeches + 1)
        whole = HEADER.size + 4 * sum(lengths) + 8 * speeches
        if magic != MAGIC or bits != BUCKET_BITS or len(self._map) != whole:
            raise DamagedSegment(path.name)
        sections: list[NDArray[np.uint32]] = []
        offset = HEADER.size
        for length in lengths:
            sections.append(np.frombuffer(self._map, "<u4", length, offset))
            offset += 4 * length
        self._directory, self._rests, self._values, self._lists, self.starts = sections
        self.ids: NDArray[np.int64] = np.frombuffer(self._map, "<i8", speeches, offset)

    @property
    def size(self) -> int:
        """Return the bytes of the file without its directory, which is always as large."""
        return len(self._map) - self._directory.nbytes

    def find(self, keys: NDArray[np.uint64], *, is_rare_only: bool = False) -> Found:
        """Return where the grams with these keys stand.

        ``is_rare_only``: no places of grams that stand in more than ``MOST_PLACES`` speeches.
        """
        import numpy as np

        index, is_there = self._indexes(keys)
        asked = np.flatnonzero(is_there)
        values = self._values[index[asked]]
        if is_rare_only:
            is_rare = self._is_rare(values)
            asked, values = asked[is_rare], values[is_rare]
        places, counts, speeches = self._places(values)
        asked = np.repeat(asked, counts)
        number = np.searchsorted(self.starts, places, side="right") - 1
        return Found(
            asked,
            self.ids[number],
            places.astype(np.int64) - self.starts[number],
            np.repeat(speeches, counts),
        )

    def postings(self, first: int, last: int) -> Postings:
        """Return everything in the buckets ``first:last``."""
        import numpy as np

        begin, end = int(self._directory[first]), int(self._directory[last])
        bounds = self._directory[first : last + 1].astype(np.int64)
        buckets = np.repeat(np.arange(first, last, dtype=np.uint64), np.diff(bounds))
        keys = (buckets << np.uint64(32)) | self._rests[begin:end]
        places, counts, speeches = self._places(self._values[begin:end])
        repeated = np.repeat(keys, counts)
        groups = np.cumsum(counts) - counts
        more = speeches - _speeches_in(self.starts, places, groups)
        common = np.flatnonzero(more > 0)
        return Postings(repeated, places, keys[common], more[common].astype(np.uint32))

    def _indexes(self, keys: NDArray[np.uint64]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """Return the index of each key among the distinct ones, and whether it is there."""
        import numpy as np

        buckets = (keys >> np.uint64(32)).astype(np.int64)
        rests = keys.astype(np.uint32)
        low = self._directory[buckets].astype(np.int64)
        end = self._directory[buckets + 1].astype(np.int64)
        high = end.copy()
        last = max(len(self._rests) - 1, 0)
        if not len(self._rests):
            return low, np.zeros(len(keys), dtype=np.bool_)
        for _ in range(int((high - low).max(initial=0)).bit_length()):
            middle = (low + high) >> 1
            is_less = self._rests[np.minimum(middle, last)] < rests
            is_less &= low < high  # where both are equal, so is the middle
            low = np.where(is_less, middle + 1, low)
            high = np.where(is_less, high, middle)
        return low, (low < end) & (self._rests[np.minimum(low, last)] == rests)

    def _is_rare(self, values: NDArray[np.uint32]) -> NDArray[np.bool_]:
        """Return for each value whether its gram stands in ``MOST_PLACES`` speeches or fewer."""
        import numpy as np

        is_rare = np.ones(len(values), dtype=np.bool_)
        listed = np.flatnonzero(values >= LISTED)
        heads = self._lists[values[listed] & np.uint32(LISTED - 1)]
        is_rare[listed] = heads >> _HEAD_SHIFT <= MOST_PLACES
        return is_rare

    def _places(
        self, values: NDArray[np.uint32]
    ) -> tuple[NDArray[np.uint32], NDArray[np.int64], NDArray[np.int64]]:
        """Return all places of the values, how many each has, and how many speeches each is in."""
        import numpy as np

        is_listed = values >= LISTED
        heads = (values & np.uint32(LISTED - 1)).astype(np.int64)
        counts = np.ones(len(values), dtype=np.int64)
        speeches = np.ones(len(values), dtype=np.int64)
        listed = self._lists[heads[is_listed]].astype(np.int64)
        counts[is_listed] = listed & ((1 << _HEAD_SHIFT) - 1)
        speeches[is_listed] = listed >> _HEAD_SHIFT
        ends = np.cumsum(counts)
        places = np.empty(int(ends[-1]) if len(ends) else 0, dtype=np.uint32)
        places[(ends - counts)[~is_listed]] = values[~is_listed]
        lengths = counts[is_listed]
        steps = np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        targets = np.repeat((ends - counts)[is_listed], lengths) + steps
        places[targets] = self._lists[np.repeat(heads[is_listed] + 1, lengths) + steps]
        return places, counts, speeches

    def close(self) -> None:
        """Let go of the file as soon as nothing looks into it any more."""
        del self._directory, self._rests, self._values, self._lists, self.starts, self.ids
        # Windows deletes no file that is mapped; whoever still looks into it keeps it a little.
        with contextlib.suppress(BufferError):
            self._map.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@dataclass(frozen=True, slots=True, eq=False)
class SpeechPrints:
    """The fingerprints of one speech of ``length`` code points."""

    speech: int
    length: int
    hashes: NDArray[np.uint64]
    places: NDArray[np.uint32]


def segment_bytes(
    segments: Sequence[Segment], fresh: Sequence[SpeechPrints], dead: frozenset[int] = frozenset()
) -> bytes:
    """Return a file that holds all of ``segments`` and ``fresh``, without the ``dead`` speeches."""
    import numpy as np

    fresh = [one for one in fresh if one.speech not in dead]
    ids = np.concatenate([*(one.ids for one in segments), [one.speech for one in fresh]])
    lengths = np.concatenate(
        [*(np.diff(one.starts) for one in segments), [one.length for one in fresh]]
    )
    living = ~np.isin(ids, list(dead)) if dead else np.ones(len(ids), dtype=np.bool_)
    lengths = np.where(living, lengths, 0).astype(np.int64)
    starts = np.concatenate(([0], np.cumsum(lengths))).astype("<u4")
    pieces: list[tuple[NDArray[np.uint64], NDArray[np.uint32], NDArray[np.uint32]]] = []
    length = 0
    for postings in _iter_shards(segments, fresh, starts, living):
        piece = _packed(postings, starts, length)
        length += len(piece[2])
        pieces.append(piece)
    keys = np.concatenate([piece[0] for piece in pieces])
    directory = np.searchsorted(keys, np.arange(BUCKETS + 1, dtype=np.uint64) << np.uint64(32))
    header = HEADER.pack(MAGIC, BUCKET_BITS, 0, len(keys), length, int(living.sum()))
    kept = np.append(living, True)  # the end of the last speech
    return b"".join(
        (
            header,
            directory.astype("<u4").data,
            keys.astype("<u4").data,
            *(piece[1].data for piece in pieces),
            *(piece[2].data for piece in pieces),
            np.ascontiguousarray(starts[kept]).data,
            ids[living].astype("<i8").data,
        )
    )


def _iter_shards(
    segments: Sequence[Segment],
    fresh: Sequence[SpeechPrints],
    starts: NDArray[np.uint32],
    living: NDArray[np.bool_],
) -> Iterator[Postings]:
    """Yield all postings in order of keys, a range of buckets at a time, counted anew."""
    import numpy as np

    first = sum(len(one.ids) for one in segments)
    hashes = np.concatenate([np.empty(0, np.uint64), *(one.hashes for one in fresh)])
    counts = [len(one.hashes) for one in fresh]
    own = np.concatenate([np.empty(0, np.uint32), *(one.places for one in fresh)])
    own = own + np.repeat(starts[first:-1], counts).astype(np.uint32)
    keys = hashes >> np.uint64(KEY_SHIFT)
    order = np.argsort(keys, kind="stable")
    keys, own = keys[order], own[order].astype(np.uint32)
    step = BUCKETS // _SHARDS
    for bucket in range(0, BUCKETS, step):
        bounds = np.array([bucket, bucket + step], dtype=np.uint64) << np.uint64(32)
        begin, end = np.searchsorted(keys, bounds)
        parts = [Postings(keys[begin:end], own[begin:end], keys[:0], own[:0])]
        number = 0
        for segment in segments:
            postings = segment.postings(bucket, bucket + step)
            parts.append(_renumbered(postings, segment, number, starts, living))
            number += len(segment.ids)
        yield _merged(parts)


def _renumbered(
    postings: Postings,
    segment: Segment,
    first: int,
    starts: NDArray[np.uint32],
    living: NDArray[np.bool_],
) -> Postings:
    """Return the postings of a segment with places of the new file, without dead speeches."""
    import numpy as np

    number = np.searchsorted(segment.starts, postings.places, side="right") - 1
    places = postings.places - segment.starts[number] + starts[number + first]
    kept = living[number + first]
    return Postings(
        postings.keys[kept], places[kept].astype(np.uint32), postings.common, postings.more
    )


def _merged(parts: Sequence[Postings]) -> Postings:
    import numpy as np

    keys = np.concatenate([one.keys for one in parts])
    places = np.concatenate([one.places for one in parts])
    order = np.lexsort((places, keys))
    common = np.concatenate([one.common for one in parts])
    more = np.concatenate([one.more for one in parts])
    by_key = np.argsort(common, kind="stable")
    return Postings(keys[order], places[order], common[by_key], more[by_key])


def _packed(
    postings: Postings, starts: NDArray[np.uint32], lists_before: int
) -> tuple[NDArray[np.uint64], NDArray[np.uint32], NDArray[np.uint32]]:
    """Return distinct keys, their values and their lists, which begin at ``lists_before``."""
    import numpy as np

    keys, places = postings.keys, postings.places
    is_first = np.ones(len(keys), dtype=np.bool_)
    is_first[1:] = keys[1:] != keys[:-1]
    groups = np.flatnonzero(is_first)
    distinct = keys[groups]
    sizes = np.diff(np.append(groups, len(keys)))
    speeches = _speeches_in(starts, places, groups)
    sums = np.concatenate(([0], np.cumsum(postings.more, dtype=np.int64)))
    ends = np.searchsorted(postings.common, distinct, side="right")
    speeches = speeches + sums[ends] - sums[np.searchsorted(postings.common, distinct)]
    listed = np.flatnonzero((sizes > 1) | (speeches > 1))
    values = places[groups].copy()
    lengths = np.minimum(sizes[listed], MOST_PLACES)
    heads = np.cumsum(lengths + 1) - (lengths + 1)
    lists = np.empty(int((lengths + 1).sum()), dtype="<u4")
    lists[heads] = speeches[listed] << _HEAD_SHIFT | lengths
    steps = np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    lists[np.repeat(heads + 1, lengths) + steps] = places[
        np.repeat(groups[listed], lengths) + steps
    ]
    values[listed] = LISTED + lists_before + heads
    return distinct, values.astype("<u4"), lists


def _speeches_in(
    starts: NDArray[np.uint32], places: NDArray[np.uint32], groups: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Return in how many speeches each group of neighbouring places (in order) lies."""
    import numpy as np

    if not len(groups):
        return np.zeros(0, dtype=np.int64)
    number = np.searchsorted(starts, places, side="right") - 1
    is_new = np.ones(len(places), dtype=np.int64)
    is_new[1:] = number[1:] != number[:-1]
    is_new[groups] = 1
    return np.add.reduceat(is_new, groups)
