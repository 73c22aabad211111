"""One immutable file of fingerprints: which grams stand where in which speeches.

Layout (little-endian): ``HEADER``, then a directory of ``BUCKETS`` + 1 places, the lower halves of
the distinct keys in order, one value for each, lists, the first place of each speech (one more
for the end) and the ids of the speeches. A key is the upper 52 bits of a hash; its upper 20 bits
are its bucket. A value is the place of the only gram with that key, or ``LISTED`` + the place of
a list: a head (speeches × 64 + length), then at most ``MOST_PLACES`` places. Places count code
points through all speeches of the file. A speech can be erased in place: its keys become those
before them, without a value.
"""

from __future__ import annotations

import contextlib
import mmap
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
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
HEAD_SHIFT = 6
# What an erased key has in place of its value, and an erased speech in place of its id.
ERASED_VALUE = (1 << 32) - 1
ERASED_SPEECH = -1


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

    def __init__(self, path: Path, *, is_writable: bool = False) -> None:
        """Map the file; only a writable one can erase.

        Raises:
            DamagedSegment: it is missing, cannot be opened, or is not as long as its header says.
        """
        import numpy as np

        self.path = path
        access = mmap.ACCESS_WRITE if is_writable else mmap.ACCESS_READ
        try:
            with path.open("r+b" if is_writable else "rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=access)
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

        asked, index = self._indexes(keys)
        values = self._values[index]
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
        values = self._values[begin:end]
        kept = values != ERASED_VALUE
        keys = ((buckets << np.uint64(32)) | self._rests[begin:end])[kept]
        places, counts, speeches = self._places(values[kept])
        repeated = np.repeat(keys, counts)
        groups = np.cumsum(counts) - counts
        more = speeches - speeches_in(self.starts, places, groups)
        common = np.flatnonzero(more > 0)
        return Postings(repeated, places, keys[common], more[common].astype(np.uint32))

    def erase(self, gone: Sequence[SpeechPrints]) -> None:
        """Overwrite the grams of speeches, then their ids, and bring both to the disk.

        A program that looks into the file meanwhile finds the others as ever. Killed in between,
        the ids still stand there.

        Raises:
            OSError: it could not be written through.
        """
        import numpy as np

        numbers = [(one, np.flatnonzero(self.ids == one.speech)) for one in gone]
        for one, found in numbers:
            for number in found.tolist():
                self._erase(one.hashes, int(self.starts[number]), int(self.starts[number + 1]))
        self._map.flush()
        for _, found in numbers:
            self.ids[found] = ERASED_SPEECH
        self._map.flush()

    def _erase(self, hashes: NDArray[np.uint64], begin: int, end: int) -> None:
        """Overwrite the grams with these hashes that stand at the places ``begin:end``."""
        import numpy as np

        keys = np.unique(hashes >> np.uint64(KEY_SHIFT))
        asked, index = self._indexes(keys)
        values = self._values[index]
        is_gone = (begin <= values) & (values < end)
        for place in np.flatnonzero(values >= LISTED).tolist():
            head = int(values[place]) - LISTED
            is_gone[place] = self._take_from_list(head, begin, end) == 0
        self._values[index[is_gone]] = ERASED_VALUE
        for bucket in np.unique(keys[asked[is_gone]] >> np.uint64(32)).tolist():
            first, last = self._directory[bucket : bucket + 2].tolist()
            living = self._values[first:last] != ERASED_VALUE
            # A key without a value is that of the living one before it: the order holds.
            before = np.maximum.accumulate(np.where(living, np.arange(last - first), -1))
            rests = self._rests[first:last]
            self._rests[first:last] = np.where(before < 0, 0, rests[np.maximum(before, 0)])

    def _take_from_list(self, head: int, begin: int, end: int) -> int:
        """Take the places of one speech from a list; return how many speeches it has left."""
        word = int(self._lists[head])
        length, speeches = word & ((1 << HEAD_SHIFT) - 1), (word >> HEAD_SHIFT) - 1
        places = self._lists[head + 1 : head + 1 + length]
        kept = places[(places < begin) | (places >= end)]
        self._lists[head] = speeches << HEAD_SHIFT | len(kept)
        places[: len(kept)] = kept
        places[len(kept) :] = 0
        return speeches

    def _indexes(self, keys: NDArray[np.uint64]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Return which of the keys are there, and their indexes among the distinct ones."""
        import numpy as np

        buckets = (keys >> np.uint64(32)).astype(np.intp)
        rests = keys.astype(np.uint32)
        index = self._directory[buckets].astype(np.intp)
        end = self._directory[buckets + 1].astype(np.intp)
        if not len(self._rests):
            return index[:0], index[:0]
        # The first that is not less, by halving: steps of powers of two, each taken or not.
        step = 1 << int((end - index).max(initial=0)).bit_length()
        while step > 1:
            step >>= 1
            probe = index + (step - 1)
            is_less = self._rests.take(probe, mode="clip") < rests
            is_less &= probe < end
            index += is_less * step
        is_there = self._rests.take(index, mode="clip") == rests
        is_there &= index < end
        is_there &= self._values.take(index, mode="clip") != ERASED_VALUE
        asked = np.flatnonzero(is_there)
        return asked, index[asked]

    def _is_rare(self, values: NDArray[np.uint32]) -> NDArray[np.bool_]:
        """Return for each value whether its gram stands in ``MOST_PLACES`` speeches or fewer."""
        import numpy as np

        is_rare = np.ones(len(values), dtype=np.bool_)
        listed = np.flatnonzero(values >= LISTED)
        heads = self._lists[values[listed] & np.uint32(LISTED - 1)]
        is_rare[listed] = heads >> HEAD_SHIFT <= MOST_PLACES
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
        counts[is_listed] = listed & ((1 << HEAD_SHIFT) - 1)
        speeches[is_listed] = listed >> HEAD_SHIFT
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


def speeches_in(
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
