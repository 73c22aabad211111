"""Where a word begins and ends, by a list of common words.

Chinese is cut the likeliest way by the frequencies of its words (a unigram model, as jieba has it,
whose words they are); letters and figures stand together, every mark alone.
"""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from drafting.text.span import Span
from resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Iterator

# So far around a place the text is cut; words do not reach farther.
_AROUND = 24
_LONGEST = 4
# An open slot is one thing, whatever its name.
_TOKEN = re.compile(
    r"\{[^{}\n]{1,20}\}|[\u3400-\u9fff]+|[A-Za-z0-9]+(?:[.,][0-9]+)*%?|\s+|.", re.DOTALL
)


def word_at(text: str, place: int) -> Span:
    """Return the span of the word that holds the character at ``place``; empty behind the last."""
    for word in _words_around(text, place):
        if word.start <= place < word.end:
            return word
    return Span(place, place)


def word_after(text: str, place: int) -> int:
    """Return where the next word begins, as Ctrl+→ goes: behind this one and what is blank."""
    for word in _words_around(text, place):
        if word.start > place and not word.of(text).isspace():
            return word.start
    return min(place + _AROUND, len(text))


def word_before(text: str, place: int) -> int:
    """Return where this word or the one before begins, as Ctrl+← goes."""
    found = max(place - _AROUND, 0)
    for word in _words_around(text, place):
        if word.start >= place:
            break
        if not word.of(text).isspace():
            found = word.start
    return found


def _words_around(text: str, place: int) -> list[Span]:
    """Return the words around ``place``, in order."""
    first = max(place - _AROUND, 0)
    words: list[Span] = []
    for token in _TOKEN.finditer(text, first, place + _AROUND):
        start, end = token.span()
        if "\u3400" <= token.group()[0] <= "\u9fff":
            words += [Span(start + a, start + b) for a, b in _cut(token.group())]
        else:
            words.append(Span(start, end))
    return words


def _cut(run: str) -> list[tuple[int, int]]:
    """Return where the words of a run of Chinese characters begin and end, the likeliest way."""
    costs = _costs()
    rarest = costs[""]
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(run) + 1):
        ways = [(best[end - 1][0] + costs.get(run[end - 1], rarest), end - 1)]
        for start in range(max(end - _LONGEST, 0), end - 1):
            cost = costs.get(run[start:end])
            if cost is not None:
                ways.append((best[start][0] + cost, start))
        best.append(min(ways))
    cuts, end = [], len(run)
    while end:
        start = best[end][1]
        cuts.append((start, end))
        end = start
    return cuts[::-1]


@lru_cache(maxsize=200)
def torn_words(text: str) -> tuple[float, ...]:
    """Return for every place in ``text`` how much likelier it is that no word ends there.

    Natural logarithms of the ratio of the likeliest words without and with an edge at the place;
    0 where an edge is likeliest. There is one value more than the text has characters.
    """
    costs, size = _costs(), len(text)
    rarest = costs[""]
    before = [0.0]
    words: list[list[tuple[int, float]]] = []
    for end in range(1, size + 1):
        cost = costs.get(text[end - 1], rarest)
        found, least = [(end - 1, cost)], before[end - 1] + cost
        for start in range(max(end - _LONGEST, 0), end - 1):
            longer = costs.get(text[start:end])
            if longer is not None:
                found.append((start, longer))
                least = min(least, before[start] + longer)
        before.append(least)
        words.append(found)
    behind = [math.inf] * size + [0.0]
    for end in range(size, 0, -1):
        rest = behind[end]
        for start, cost in words[end - 1]:
            behind[start] = min(behind[start], rest + cost)
    whole = before[size]
    return tuple(first + second - whole for first, second in zip(before, behind, strict=True))


@cache
def common_pairs() -> frozenset[str]:
    """Return the words of two characters; the list is read when it is first asked for."""
    return _words_of(2)


@cache
def common_fours() -> frozenset[str]:
    """Return the words of four characters (半壁江山)."""
    return _words_of(4)


def _words_of(length: int) -> frozenset[str]:
    return frozenset(
        row[start : start + length]
        for size, _, row in _rows()
        if size == length
        for start in range(0, len(row), length)
    )


def _rows() -> Iterator[tuple[int, int, str]]:
    """Yield the words of one length and frequency in a row (tenths of its natural logarithm)."""
    path = resource_path("spelling", "common_words.txt")
    for line in path.read_text(encoding="utf-8").splitlines():
        length, log, row = line.split(" ")
        yield int(length), int(log), row


@cache
def _costs() -> dict[str, float]:
    """Return for each word minus the logarithm of its share; for "" that of a word not listed."""
    logs: dict[str, float] = {}
    for size, log, row in _rows():
        for start in range(0, len(row), size):
            logs[row[start : start + size]] = log / 10
    total = math.log(sum(map(math.exp, logs.values())))
    costs = {word: total - log for word, log in logs.items()}
    costs[""] = total
    return costs
