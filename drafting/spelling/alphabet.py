"""Characters as numbers: the 6,763 of GB 2312 and four numbers for everything else."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

UNKNOWN, BREAK, DIGIT, LETTER = range(4)
FIRST_HAN = 4
# Five numbers below it fit into 64 bits.
BASE = np.uint64(7000)
# Breaks between sentences, so that no window of one reaches into another.
PADDING = 5
_LAST_OF_LEVEL_ONE = (0xD7, 0xF9)


@cache
def characters() -> str:
    """Return all characters of GB/T 2312-1980 in its order; the first has the number 4."""
    return "".join(
        bytes((high, low)).decode("gb2312")
        for high in range(0xB0, 0xF8)
        for low in range(0xA1, 0xFF)
        if not (high == _LAST_OF_LEVEL_ONE[0] and low > _LAST_OF_LEVEL_ONE[1])
    )


@cache
def _numbers() -> NDArray[np.uint16]:
    table = np.full(0x10000, BREAK, np.uint16)
    table[0x3400:0xA000] = UNKNOWN
    for code in range(0x80):
        if chr(code).isalpha():
            table[code] = LETTER
    for start in (0x30, 0xFF10):
        table[start : start + 10] = DIGIT
    for number, character in enumerate(characters(), FIRST_HAN):
        table[ord(character)] = number
    return table


def encode(text: str) -> NDArray[np.uint64]:
    """Return one number for each code point of ``text``."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    numbers = _numbers()[np.minimum(codes, 0xFFFF)]
    return numbers.astype(np.uint64)


def decode(numbers: Sequence[int]) -> str:
    """Return the characters of numbers from ``FIRST_HAN`` on."""
    return "".join(characters()[int(number) - FIRST_HAN] for number in numbers)


@dataclass(frozen=True, slots=True)
class Stream:
    """Several sentences in one array, with breaks between them.

    ``starts`` is where each sentence begins in ``numbers``; ``sentence_of`` the index of the
    sentence that each number belongs to.
    """

    numbers: NDArray[np.uint64]
    starts: NDArray[np.int64]
    sentence_of: NDArray[np.int64]


def stream_of(sentences: Sequence[str]) -> Stream:
    """Return ``sentences`` as one stream."""
    lengths = np.array([len(one) + PADDING for one in sentences], np.int64)
    starts = np.cumsum(lengths) - lengths + PADDING
    numbers = np.full(int(lengths.sum()) + 2 * PADDING, BREAK, np.uint64)
    for start, sentence in zip(starts.tolist(), sentences, strict=True):
        numbers[start : start + len(sentence)] = encode(sentence)
    sentence_of = np.repeat(np.arange(len(sentences)), lengths)
    rest = np.full(2 * PADDING, max(len(sentences) - 1, 0))
    return Stream(numbers, starts, np.concatenate([sentence_of, rest]))


def keys_of(columns: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return one key for each row of numbers; ``columns`` has the shape (rows, length ≤ 5)."""
    keys = np.zeros(len(columns), np.uint64)
    for index in range(columns.shape[1]):
        keys = keys * BASE + columns[:, index]
    return keys


def places_of(keys: NDArray[np.uint64], wanted: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Return where each of ``wanted`` stands in the sorted ``keys``, −1 where it does not."""
    if not len(keys):
        return np.full(len(wanted), -1, np.int64)
    places = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[places] == wanted, places, -1)


def places_of_many(keys: NDArray[np.uint64], wanted: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Return as :func:`places_of`; of hundreds of thousands the next is looked for near the last.

    What is looked for in any order waits for memory at every step.
    """
    order = np.argsort(wanted)
    places = np.empty(len(wanted), np.int64)
    places[order] = places_of(keys, wanted[order])
    return places


def each_once(keys: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return ``keys`` sorted, each once.

    ``numpy.unique`` puts them in a table first; with runs of characters that took a hundred times
    as long as sorting them.
    """
    ordered = np.sort(keys)
    return ordered[np.append(True, ordered[1:] != ordered[:-1])] if len(keys) else ordered
