"""Fingerprint files made: from the newest speeches, and from files that are merged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.corpus.segments import (
    BUCKET_BITS,
    BUCKETS,
    ERASED_SPEECH,
    HEAD_SHIFT,
    HEADER,
    KEY_SHIFT,
    LISTED,
    MAGIC,
    MOST_PLACES,
    Postings,
    speeches_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from drafting.corpus.segments import Segment, SpeechPrints

# Buckets that are sorted together when a file is made: bounds the memory beside the result.
_SHARDS = 32


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
    living = ~np.isin(ids, [ERASED_SPEECH, *dead])
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
    speeches = speeches_in(starts, places, groups)
    sums = np.concatenate(([0], np.cumsum(postings.more, dtype=np.int64)))
    ends = np.searchsorted(postings.common, distinct, side="right")
    speeches = speeches + sums[ends] - sums[np.searchsorted(postings.common, distinct)]
    listed = np.flatnonzero((sizes > 1) | (speeches > 1))
    values = places[groups].copy()
    lengths = np.minimum(sizes[listed], MOST_PLACES)
    heads = np.cumsum(lengths + 1) - (lengths + 1)
    lists = np.empty(int((lengths + 1).sum()), dtype="<u4")
    lists[heads] = speeches[listed] << HEAD_SHIFT | lengths
    steps = np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    lists[np.repeat(heads + 1, lengths) + steps] = places[
        np.repeat(groups[listed], lengths) + steps
    ]
    values[listed] = LISTED + lists_before + heads
    return distinct, values.astype("<u4"), lists
