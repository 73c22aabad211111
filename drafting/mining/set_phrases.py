"""Set phrases of a library: n-grams that many speeches share and that hold together."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from drafting.mining.association import boundary_entropies, split_association
from drafting.mining.grams import count_levels
from drafting.mining.symbols import read_symbols

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from drafting.mining.grams import Level
    from drafting.mining.symbols import SymbolText

# One sort at a time stays below some 250 MB; larger libraries are mined shard by shard.
SHARD_CHARACTERS = 4_000_000


@dataclass(frozen=True, slots=True)
class MiningLimits:
    """What an n-gram must reach.

    ``min_entropy`` holds on both sides; a rare n-gram cannot reach it and needs ``rare_share`` of
    the most that its count allows. Lengths are in characters; the marks in ``inner`` may stand
    inside a phrase (``真抓实干、务求实效``).
    """

    shortest: int = 2
    longest: int = 8
    min_documents: int = 2
    min_association: float = 3.0
    min_entropy: float = 1.0
    rare_share: float = 0.6
    inner: str = ""


@dataclass(frozen=True, slots=True)
class MinedPhrase:
    """A phrase with the number of texts that have it and of its uses in all of them."""

    text: str
    documents: int
    count: int


def mine_set_phrases(texts: Sequence[str], limits: MiningLimits | None = None) -> list[MinedPhrase]:
    """Return the set phrases of ``texts``, the most widely used first.

    Each shard of the texts is mined alone; figures of a phrase found in several are added up.
    """
    limits = limits or MiningLimits()
    found: dict[str, MinedPhrase] = {}
    for shard in iter_shards(texts):
        for one in _mine_shard(shard, limits):
            known = found.get(one.text, MinedPhrase(one.text, 0, 0))
            documents, count = one.documents + known.documents, one.count + known.count
            found[one.text] = MinedPhrase(one.text, documents, count)
    return sorted(found.values(), key=lambda one: (-one.documents, -one.count, one.text))


def iter_shards(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the texts in runs of about ``SHARD_CHARACTERS``, no text cut."""
    cuts, size = [0], 0
    for number, text in enumerate(texts):
        if size and size + len(text) > SHARD_CHARACTERS:
            cuts.append(number)
            size = 0
        size += len(text)
    yield from (texts[first:last] for first, last in pairwise([*cuts, len(texts)]))


def _mine_shard(texts: Sequence[str], limits: MiningLimits) -> list[MinedPhrase]:
    symbols = read_symbols(texts, limits.inner)
    levels = count_levels(symbols, limits.longest + 1)
    size = symbols.characters
    found: list[MinedPhrase] = []
    for length in range(limits.shortest, min(limits.longest + 1, len(levels))):
        found += _mine_level(symbols, levels, length, size, limits)
    return found


def _mine_level(
    symbols: SymbolText, levels: Sequence[Level], length: int, size: int, limits: MiningLimits
) -> list[MinedPhrase]:
    import numpy as np

    level = levels[length - 1]
    left, right = boundary_entropies(levels, length)
    needed = np.minimum(limits.min_entropy, limits.rare_share * np.log(level.counts))
    is_phrase = (np.minimum(left, right) >= needed) & (level.counts >= limits.min_documents)
    is_phrase &= split_association(levels, length, size) > limits.min_association
    documents = count_documents(level, symbols.documents, is_phrase)
    chosen = np.flatnonzero(is_phrase & (documents >= limits.min_documents))
    rows = zip(
        level.first[chosen].tolist(),
        documents[chosen].tolist(),
        level.counts[chosen].tolist(),
        strict=True,
    )
    return [
        MinedPhrase(symbols.text[first : first + length], texts, count)
        for first, texts, count in rows
    ]


def count_documents(
    level: Level, documents: NDArray[np.int64], is_wanted: NDArray[np.bool_]
) -> NDArray[np.int64]:
    """Return in how many texts each n-gram stands, 0 for those that are not wanted."""
    import numpy as np

    positions = np.flatnonzero(level.numbers >= 0)
    positions = positions[is_wanted[level.numbers[positions]]]
    texts = int(documents[-1]) + 1 if len(documents) else 1
    pairs = np.sort(level.numbers[positions].astype(np.int64) * texts + documents[positions])
    is_new = np.concatenate(([True], pairs[1:] != pairs[:-1]))[: len(pairs)]
    return np.bincount(pairs[is_new] // texts, minlength=len(level.counts))
