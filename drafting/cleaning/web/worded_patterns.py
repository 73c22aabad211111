"""Many patterns, each tried only on lines that have one of the words that it needs.

Hundreds of patterns of page furniture took longer on a speech than all else that cleaning does, and
hardly any of its lines has a word of theirs: one automaton tells which patterns a line may match.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    import ahocorasick_rs

# The pieces of a pattern: an escape, a class, a group (with two more inside one another) or a
# character; behind it how often it comes.
_CLASS = r"\[\]?(?:\\.|[^\]\\])*\]"
_PLAIN = rf"\\.|{_CLASS}|[^()\[\]\\]"
_GROUP = rf"\((?:{_PLAIN}|\((?:{_PLAIN}|\((?:{_PLAIN})*\))*\))*\)"
_PIECE = re.compile(rf"(?P<piece>\\.|{_CLASS}|{_GROUP}|.)(?P<times>[?*+]|\{{\d*,?\d*\}})?\??")
_AT_LEAST_ONCE = re.compile(r"\+|\{[1-9]")
_GROUPS = ("(?:", "(?=")
_NO_LETTERS = frozenset(".^$|()[]{}?*+\\")
# One character alone stands in too many lines, unless it is one that running text does not have.
_SHORTEST = 2
_SIGNS = frozenset("©|│>›»→#-/▲▼△▽")


class WordedPatterns:
    """The patterns, compiled when first needed; one that needs no known word is always tried."""

    def __init__(self, patterns: Iterable[str]) -> None:
        self._patterns = tuple(patterns)
        self._compiled: dict[int, re.Pattern[str]] = {}
        self._wordless: list[str] = []
        self._owners: dict[str, list[int]] = {}
        for index, pattern in enumerate(self._patterns):
            words = needed_words(pattern)
            for word in words:
                self._owners.setdefault(word, []).append(index)
            if not words:
                self._wordless.append(pattern)
        self._words = tuple(self._owners)

    def match_whole(self, line: str) -> bool:
        """Return whether one of the patterns matches the whole line."""
        always = self._always
        if always is not None and always.fullmatch(line) is not None:
            return True
        return any(self._one(index).fullmatch(line) is not None for index in self._owners_in(line))

    def may_be_in(self, lines: Sequence[str]) -> Sequence[int]:
        """Return the indices of the lines that may match at all; one pass tells it for all."""
        if self._wordless:
            return range(len(lines))
        ends = list(accumulate([len(line) + 1 for line in lines]))
        found = self._seeker.find_matches_as_indexes("\n".join(lines))
        return sorted({bisect_right(ends, start) for _, start, _ in found})

    def find_in(self, line: str) -> Iterator[re.Match[str]]:
        """Yield what all patterns together find in a line, as ``finditer`` does."""
        owners = self._owners_in(line)
        # All together take as long as each where it stands, and hardly a line has more than a word.
        may = any(self._one(index).search(line) is not None for index in owners)
        pattern = self._together if may else self._always
        return iter(()) if pattern is None else pattern.finditer(line)

    def _owners_in(self, line: str) -> Collection[int]:
        """Return the indices of the patterns that have a word of theirs in ``line``."""
        found = self._automaton.find_matches_as_indexes(line, overlapping=True)
        if not found:
            return ()
        return {index for word, _, _ in found for index in self._owners[self._words[word]]}

    def _one(self, index: int) -> re.Pattern[str]:
        compiled = self._compiled.get(index)
        if compiled is None:
            compiled = self._compiled[index] = re.compile(self._patterns[index])
        return compiled

    @cached_property
    def _automaton(self) -> ahocorasick_rs.AhoCorasick:
        import ahocorasick_rs

        return ahocorasick_rs.AhoCorasick(self._words)

    @cached_property
    def _seeker(self) -> ahocorasick_rs.AhoCorasick:
        """One that tells no words inside one another: whether there is one, sooner."""
        import ahocorasick_rs

        kind = ahocorasick_rs.MatchKind.LeftmostFirst
        return ahocorasick_rs.AhoCorasick(self._words, matchkind=kind)

    @cached_property
    def _always(self) -> re.Pattern[str] | None:
        return _joined(self._wordless) if self._wordless else None

    @cached_property
    def _together(self) -> re.Pattern[str]:
        return _joined(self._patterns)


def needed_words(pattern: str) -> frozenset[str]:
    """Return words of which every match of ``pattern`` has one, none where this cannot be told."""
    found = [_words_of(one) for one in _alternatives(pattern)]
    return frozenset().union(*found) if all(found) else frozenset()


def _words_of(pattern: str) -> frozenset[str]:
    """Return the first word of a pattern without alternatives, or those of its first group."""
    word = ""
    for match in _PIECE.finditer(pattern):
        piece, times = match["piece"], match["times"]
        must = times is None or _AT_LEAST_ONCE.match(times) is not None
        if must and len(piece) == 1 and piece not in _NO_LETTERS:
            word += piece
            if times is None:
                continue
        if _tells(word):
            break
        word = ""
        words = _words_in(piece) if must else None
        if words:
            return words
    return frozenset((word,)) if _tells(word) else frozenset()


def _words_in(piece: str) -> frozenset[str]:
    """Return the words of a group, or the signs of a class that holds nothing else."""
    if piece.startswith(_GROUPS):
        return needed_words(piece[len(_GROUPS[0]) : -1])
    signs = frozenset(piece[1:-1])
    return signs if piece.startswith("[") and signs <= _SIGNS else frozenset()


def _tells(word: str) -> bool:
    return len(word) >= _SHORTEST or word in _SIGNS


def _alternatives(pattern: str) -> list[str]:
    """Return what stands between the bars of a pattern, those inside groups aside."""
    bars = [one.start() for one in _PIECE.finditer(pattern) if one["piece"] == "|"]
    return [
        pattern[start:end]
        for start, end in zip([0, *(bar + 1 for bar in bars)], [*bars, len(pattern)], strict=True)
    ]


def _joined(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in patterns))
