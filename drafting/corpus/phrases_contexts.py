"""What usually follows what: phrases by the characters before them and by the part's topic."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from drafting.mining.spans import group_equal, read_clauses
from drafting.text.characters import is_han

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from drafting.corpus.phrases_counting import Hits
    from drafting.mining.spans import ClauseText
    from drafting.model.speech import SpeechRecord

LONGEST_CONTEXT = 6
_BEST_FOLLOWERS = 12
_BEST_OF_TOPIC = 16
_LEAST_SHARE = 0.01
_CERTAIN_LIFT = 3.0
_COMMON_PART = 5


@dataclass(frozen=True, slots=True)
class Follower:
    """Wording ``number`` stands after ``key`` (or under the topic ``key``) with this share."""

    key: str
    place: int
    number: int
    share: float


@dataclass(frozen=True, slots=True)
class _Joined:
    """All hits of several speeches as positions in one text."""

    clauses: ClauseText
    numbers: NDArray[np.int64]
    positions: NDArray[np.int64]
    documents: NDArray[np.int64]


def learn_followers(records: Sequence[SpeechRecord], hits: Sequence[Hits]) -> list[Follower]:
    """Return for each context of 1 to 6 characters which wordings follow it how often.

    A context reaches back to the line break before it at most. Only what two speeches have counts.
    """
    import numpy as np

    joined = _join(records, hits)
    if not len(joined.positions):
        return []
    breaks = np.array([-1, *(at for at, one in enumerate(joined.clauses.text) if one == "\n")])
    last_break = breaks[np.searchsorted(breaks, joined.positions) - 1]
    found: list[Follower] = []
    for length in range(1, LONGEST_CONTEXT + 1):
        starts = joined.positions - length
        fits = np.flatnonzero((starts >= last_break) & (starts >= 0))
        if len(fits):
            found += _followers(joined, fits, length)
    return found


def _followers(joined: _Joined, fits: NDArray[np.int64], length: int) -> list[Follower]:
    import numpy as np

    positions, numbers = joined.positions[fits], joined.numbers[fits]
    contexts = group_equal(joined.clauses.hashes(positions - length, positions))
    places = contexts.distinct(positions)
    width = int(numbers.max()) + 1
    pairs = group_equal((contexts.numbers * width + numbers).astype(np.uint64))
    documents = pairs.distinct(joined.documents[fits])
    context = contexts.numbers[pairs.first]
    share = pairs.counts / places[context]
    kept = np.flatnonzero((documents >= 2) & (share >= _LEAST_SHARE))
    kept = kept[np.lexsort((-share[kept], context[kept]))]
    ends = positions[pairs.first]
    text = joined.clauses.text
    ranked = (
        (text[int(ends[one]) - length : int(ends[one])], int(numbers[pairs.first[one]]), share[one])
        for one in kept.tolist()
    )
    return list(_best(((key, n, float(part)) for key, n, part in ranked), _BEST_FOLLOWERS))


def _join(records: Sequence[SpeechRecord], hits: Sequence[Hits]) -> _Joined:
    import numpy as np

    texts = [record.text for record in records]
    offsets = np.cumsum([0, *(len(text) + 1 for text in texts)])
    pieces = zip(hits, offsets.tolist(), strict=False)
    positions = [one.positions + offset for one, offset in pieces]
    documents = [np.full(len(one.numbers), index) for index, one in enumerate(hits)]
    empty = np.zeros(0, dtype=np.int64)
    return _Joined(
        read_clauses(texts),
        np.concatenate([empty, *(one.numbers for one in hits)]),
        np.concatenate([empty, *positions]),
        np.concatenate([empty, *documents]),
    )


def topic_terms(text: str) -> list[str]:
    """Return the pairs of Han characters in a heading or a topic, each once."""
    return list(dict.fromkeys(a + b for a, b in pairwise(text) if is_han(a) and is_han(b)))


def learn_topics(records: Sequence[SpeechRecord], hits: Sequence[Hits]) -> list[Follower]:
    """Return which wordings stand under headings with which terms, and how surely.

    A wording that every fifth part has is no matter of topic and left out.
    """
    import numpy as np

    parts = [
        (index, topic_terms(heading), numbers)
        for index, (record, one) in enumerate(zip(records, hits, strict=True))
        for heading, numbers in _iter_parts(record, one)
    ]
    terms: dict[str, int] = {}
    rows: list[NDArray[np.int64]] = []
    with_wording = _counts(parts)
    for index, own, numbers in parts:
        topical = numbers[with_wording[numbers] * _COMMON_PART < max(len(parts), _COMMON_PART * 4)]
        known = [terms.setdefault(term, len(terms)) for term in own]
        each = np.repeat(np.array(known, dtype=np.int64), len(topical))
        rows.append(np.stack((each, np.tile(topical, len(own)), np.full(len(each), index)), axis=1))
    if not terms:
        return []
    flat = np.concatenate(rows)
    with_term = np.bincount(
        [terms[term] for _, own, _ in parts for term in own], minlength=len(terms)
    )
    width = int(with_wording.size)
    pairs = group_equal((flat[:, 0] * width + flat[:, 1]).astype(np.uint64))
    documents = pairs.distinct(flat[:, 2])
    term, wording = flat[pairs.first, 0], flat[pairs.first, 1]
    lift = np.log(documents * len(parts) / (with_term[term] * with_wording[wording]))
    share = documents / with_term[term] * np.clip(lift / _CERTAIN_LIFT, 0, 1)
    kept = np.flatnonzero((documents >= 2) & (share > _LEAST_SHARE))
    kept = kept[np.lexsort((wording[kept], -share[kept], term[kept]))]
    names = list(terms)
    ranked = ((names[term[one]], int(wording[one]), float(share[one])) for one in kept.tolist())
    return list(_best(ranked, _BEST_OF_TOPIC))


def _counts(parts: Sequence[tuple[int, list[str], NDArray[np.int64]]]) -> NDArray[np.int64]:
    """Return in how many parts each wording stands."""
    import numpy as np

    empty = np.zeros(0, dtype=np.int64)
    return np.bincount(np.concatenate([empty, *(numbers for _, _, numbers in parts)]))


def _best(ranked: Iterable[tuple[str, int, float]], limit: int) -> Iterator[Follower]:
    """Yield the first few of every key; equal keys stand together."""
    before, place = "", -1
    for key, number, share in ranked:
        place = place + 1 if key == before else 0
        before = key
        if place < limit:
            yield Follower(key, place, number, share)


def _iter_parts(record: SpeechRecord, hits: Hits) -> Iterator[tuple[str, NDArray[np.int64]]]:
    """Yield every part's heading with the wordings used in it, each once."""
    import numpy as np

    headings = sorted(record.parts.headings, key=lambda one: one.span.start)
    starts = [one.span.start for one in headings]
    which = np.searchsorted(starts, hits.positions, side="right") - 1
    for index, heading in enumerate(headings):
        numbers = np.unique(hits.numbers[which == index])
        if len(numbers):
            yield heading.span.of(record.text), numbers
