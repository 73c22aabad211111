"""Where the entries of a word list stand in a text, the longest first."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import ahocorasick_rs

# The library takes no lone surrogates; a stand-in of the same length keeps all places.
_SURROGATE = re.compile("[\ud800-\udfff]")
_MOST_AS_TABLE = 1_000


class Matcher:
    """Finds many words at once, in time that grows with the text alone."""

    def __init__(self, words: Sequence[str], *, has_overlaps: bool = False) -> None:
        """``has_overlaps``: also what begins within another match is found, in order of ends."""
        self.words = tuple(words)
        self._has_overlaps = has_overlaps
        self._automaton: ahocorasick_rs.AhoCorasick | None = None

    def iter_matches(self, text: str) -> Iterator[tuple[int, Span]]:
        """Yield the index of each word found and its place; without overlaps by default."""
        for index, start, end in self.places(text):
            yield index, Span(start, end)

    def places(self, text: str) -> Sequence[tuple[int, int, int]]:
        """Return index, start and end of each word found: cheap where most are passed over."""
        if not self.words:
            return ()
        if self._automaton is None:
            self._automaton = _automaton(self.words, has_overlaps=self._has_overlaps)
        return self._automaton.find_matches_as_indexes(_sound(text), overlapping=self._has_overlaps)


@lru_cache(maxsize=2)
def _sound(text: str) -> str:
    """Return the text without lone surrogates; many rules ask for the same text in a row."""
    return _SURROGATE.sub("\ufffd", text)


def _automaton(words: Sequence[str], *, has_overlaps: bool) -> ahocorasick_rs.AhoCorasick:
    import ahocorasick_rs

    kinds = ahocorasick_rs.MatchKind
    kind = kinds.Standard if has_overlaps else kinds.LeftmostLongest
    # Twice as quick as what the library chooses, but large: for a long list the choice is its own.
    form = ahocorasick_rs.Implementation.DFA if len(words) <= _MOST_AS_TABLE else None
    return ahocorasick_rs.AhoCorasick(list(words), matchkind=kind, implementation=form)


@lru_cache(maxsize=64)
def matcher_for(words: tuple[str, ...]) -> Matcher:
    """Return one matcher for each set of words."""
    return Matcher(words)


def is_protected(text: str, span: Span, wider: Sequence[str]) -> bool:
    """Return whether ``span`` stands inside one of the ``wider`` wordings at its place."""
    word = span.of(text)
    for wording in wider:
        offset = wording.find(word)
        while offset >= 0:
            start = span.start - offset
            if start >= 0 and text.startswith(wording, start):
                return True
            offset = wording.find(word, offset + 1)
    return False
