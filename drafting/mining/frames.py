"""Frames with slots (``在{甲}上下功夫``, ``以更{甲}的{乙}``, ``围绕{甲}，务必{乙}``) in many texts.

A frame is what stays the same at the edges of clauses while what stands between changes. Three
forms are looked for: beginning and end of one clause; beginning, 的 and the rest; the beginnings of
two clauses that follow each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.lexicons.lexicons import load_lexicons
from drafting.mining.set_phrases import MinedPhrase, iter_shards
from drafting.mining.spans import group_equal, read_clauses

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from drafting.mining.spans import ClauseText, Groups

_LONGEST_CLAUSE = 24
_SHORTEST_SLOT, _LONGEST_SLOT = 2, 12
_PREFIXES = (1, 2, 3)
_ENDINGS = (2, 3, 4)
_PAIRED = (2, 3)
_LINK, _LONGEST_LINKED = "的", 6
_LINKED = "{}甲{}乙"
_ENDED = "{}甲{}"
_SLOTS = ("{甲}", "{乙}")
_FREE_LETTERS, _FREE_SHARE = 3, 0.25
_ABOVE_CHANCE = 4


@dataclass(frozen=True, slots=True)
class FrameLimits:
    """What a frame must reach; ``min_fillers`` counts different words in its slot."""

    min_documents: int = 2
    min_fillers: int = 3
    min_count: int = 3


@dataclass(frozen=True, slots=True)
class _Pieces:
    """Candidates of one form: two fixed pieces each, and the slot between (or behind) them."""

    before: tuple[NDArray[np.int64], NDArray[np.int64]]
    after: tuple[NDArray[np.int64], NDArray[np.int64]]
    slot: tuple[NDArray[np.int64], NDArray[np.int64]]
    documents: NDArray[np.int64]
    form: str


def mine_frames(texts: Sequence[str], limits: FrameLimits | None = None) -> list[MinedPhrase]:
    """Return the frames of ``texts`` with {甲} and {乙} as slots, the most widely used first."""
    limits = limits or FrameLimits()
    found: dict[str, MinedPhrase] = {}
    for shard in iter_shards(texts):
        clauses = read_clauses(shard)
        starts = _framed_starts(clauses)
        for pieces in _candidates(clauses, starts):
            for one in _repeated(clauses, pieces, limits):
                known = found.get(one.text, MinedPhrase(one.text, 0, 0))
                documents, count = known.documents + one.documents, known.count + one.count
                found[one.text] = MinedPhrase(one.text, documents, count)
    kept = _without_shorter(list(found.values()))
    return sorted(kept, key=lambda one: (-one.documents, -one.count, one.text))


def _framed_starts(clauses: ClauseText) -> NDArray[np.int64]:
    """Return the indexes of the clauses that begin with a frame word and are not too long."""
    import numpy as np

    words = load_lexicons().table("mining_frame_words").column("word")
    lengths = clauses.ends - clauses.starts
    is_framed = np.zeros(len(lengths), dtype=bool)
    for size in {len(word) for word in words}:
        known = read_clauses([word for word in words if len(word) == size])
        hashes = known.hashes(known.starts, known.ends)
        fits = np.flatnonzero(lengths > size)
        begin = clauses.starts[fits]
        is_framed[fits] |= np.isin(clauses.hashes(begin, begin + size), hashes)
    return np.flatnonzero(is_framed & (lengths <= _LONGEST_CLAUSE))


def _candidates(clauses: ClauseText, framed: NDArray[np.int64]) -> list[_Pieces]:
    found = [
        _with_ending(clauses, framed, prefix, ending) for prefix in _PREFIXES for ending in _ENDINGS
    ]
    found += [_with_link(clauses, framed, prefix) for prefix in _PREFIXES[1:]]
    found += [_paired(clauses, framed, size) for size in _PAIRED]
    return found


def _with_ending(
    clauses: ClauseText, framed: NDArray[np.int64], prefix: int, ending: int
) -> _Pieces:
    starts, ends = clauses.starts[framed], clauses.ends[framed]
    gap = ends - starts - prefix - ending
    fits = (gap >= _SHORTEST_SLOT) & (gap <= _LONGEST_SLOT)
    framed, starts, ends = framed[fits], starts[fits], ends[fits]
    slot = (starts + prefix, ends - ending)
    return _Pieces((starts, slot[0]), (slot[1], ends), slot, clauses.documents[framed], _ENDED)


def _with_link(clauses: ClauseText, framed: NDArray[np.int64], prefix: int) -> _Pieces:
    import numpy as np

    starts, ends = clauses.starts[framed], clauses.ends[framed]
    links = np.array([at for at, one in enumerate(clauses.text) if one == _LINK], dtype=np.int64)
    if not len(links):
        links = np.array([len(clauses.text)], dtype=np.int64)
    which = np.minimum(np.searchsorted(links, starts + prefix + 1), len(links) - 1)
    link = links[which]
    fits = (link > starts + prefix) & (link - starts - prefix <= _LONGEST_LINKED)
    fits &= ends - link > _SHORTEST_SLOT
    # 的 stands in half of all clauses: it belongs to a frame where this beginning asks for it.
    groups = group_equal(clauses.hashes(starts, np.minimum(starts + prefix, ends)))
    linked = np.bincount(groups.numbers[fits], minlength=len(groups.counts))
    fits &= (linked * 2 >= groups.counts)[groups.numbers]
    framed, starts, link = framed[fits], starts[fits], link[fits]
    slot = (starts + prefix, link)
    return _Pieces((starts, slot[0]), (link, link + 1), slot, clauses.documents[framed], _LINKED)


def _paired(clauses: ClauseText, framed: NDArray[np.int64], size: int) -> _Pieces:
    framed = framed[framed + 1 < len(clauses.starts)]
    after = framed + 1
    lengths = clauses.ends - clauses.starts
    fits = ~clauses.is_last[framed] & (clauses.ends[framed] + 1 == clauses.starts[after])
    fits &= (lengths[framed] > size + 1) & (lengths[after] > size + 1)
    fits &= lengths[after] <= _LONGEST_CLAUSE
    framed, after = framed[fits], after[fits]
    starts, ends = clauses.starts[framed], clauses.ends[framed]
    begin = clauses.starts[after]
    slot = (starts + size, ends)
    documents = clauses.documents[framed]
    return _Pieces((starts, slot[0]), (begin, begin + size), slot, documents, "{}甲，{}乙")


def _repeated(clauses: ClauseText, pieces: _Pieces, limits: FrameLimits) -> list[MinedPhrase]:
    import numpy as np

    if not len(pieces.documents):
        return []
    before, after = clauses.hashes(*pieces.before), clauses.hashes(*pieces.after)
    groups = group_equal(before * np.uint64(3) + after)
    documents = groups.distinct(pieces.documents)
    fillers = groups.distinct(group_equal(clauses.hashes(*pieces.slot)).numbers)
    is_frame = (documents >= limits.min_documents) & (fillers >= limits.min_fillers)
    is_frame &= groups.counts >= limits.min_count
    is_frame &= _has_free_edges(clauses, pieces, groups)
    if pieces.form != _LINKED:
        is_frame &= _are_bound(before, after, groups.first, groups.counts)
    found = []
    for number in np.flatnonzero(is_frame).tolist():
        member = groups.first[number]
        edges = (pieces.before, pieces.after)
        texts = [clauses.text[int(a[member]) : int(b[member])] for a, b in edges]
        if not all(one.isalpha() for one in texts):
            continue
        text = pieces.form.format(*texts).replace("甲", _SLOTS[0]).replace("乙", _SLOTS[1])
        found.append(MinedPhrase(text, int(documents[number]), int(groups.counts[number])))
    return found


def _has_free_edges(clauses: ClauseText, pieces: _Pieces, groups: Groups) -> NDArray[np.bool_]:
    """Return whether the slots begin and end with changing characters: no word is cut."""
    import numpy as np

    begin, end = pieces.slot
    edges = [(begin, begin + 1), (end - 1, end)]
    if pieces.form != _ENDED:
        after = pieces.after[1]
        edges.append((after, np.minimum(after + 1, len(clauses.text))))
    is_free = np.ones(len(groups.counts), dtype=bool)
    for first, last in edges:
        letters = groups.distinct(group_equal(clauses.hashes(first, last)).numbers)
        is_free &= (letters >= _FREE_LETTERS) & (letters >= _FREE_SHARE * groups.counts)
    return is_free


def _are_bound(
    before: NDArray[np.uint64],
    after: NDArray[np.uint64],
    first: NDArray[np.int64],
    counts: NDArray[np.int64],
) -> NDArray[np.bool_]:
    """Return whether the pieces stand together clearly more often than by chance, or always."""
    import numpy as np

    left, right = group_equal(before), group_equal(after)
    lefts, rights = left.counts[left.numbers[first]], right.counts[right.numbers[first]]
    is_frequent = counts >= _ABOVE_CHANCE * lefts * rights / len(before)
    return np.asarray(is_frequent | (counts == np.maximum(lefts, rights)))


def _without_shorter(frames: list[MinedPhrase]) -> list[MinedPhrase]:
    """Leave out frames that a longer one with nearly as many uses contains."""
    kept: list[MinedPhrase] = []
    for one in sorted(frames, key=lambda frame: -len(frame.text)):
        head, _, tail = one.text.partition(_SLOTS[0])
        is_part = any(
            longer.text.startswith(head)
            and longer.text.partition(_SLOTS[0])[2].endswith(tail)
            and longer.count * 10 >= one.count * 7
            for longer in kept
        )
        if not is_part:
            kept.append(one)
    return kept
