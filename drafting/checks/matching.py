"""Where the entries of word lists stand in a text, the longest first; many lists in one pass."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from drafting.text.characters import without_lone_surrogates
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import ahocorasick_rs

# Index of the word, start, end.
Place = tuple[int, int, int]
_MOST_AS_TABLE = 1_000
# So many matchers at least look for their words together.
_FEWEST = 4


class Matcher:
    """Finds many words at once, in time that grows with the text alone."""

    def __init__(self, words: Sequence[str], *, has_overlaps: bool = False) -> None:
        """``has_overlaps``: also what begins within another match is found, in order of ends."""
        self.words = tuple(words)
        self.has_overlaps = has_overlaps
        self._automaton: ahocorasick_rs.AhoCorasick | None = None
        self.shared: _SharedSearch | None = None

    def iter_matches(self, text: str) -> Iterator[tuple[int, Span]]:
        """Yield the index of each word found and its place; without overlaps by default."""
        for index, start, end in self.places(text):
            yield index, Span(start, end)

    def places(self, text: str) -> Sequence[Place]:
        """Return index, start and end of each word found: cheap where most are passed over."""
        if not self.words:
            return ()
        if self.shared is not None:
            return self.shared.places(self, text)
        if self._automaton is None:
            self._automaton = _automaton(self.words, has_overlaps=self.has_overlaps)
        sound = without_lone_surrogates(text)
        return self._automaton.find_matches_as_indexes(sound, overlapping=self.has_overlaps)


class _SharedSearch:
    """Looks for the words of several matchers at once, so that a text is walked through once."""

    def __init__(self, matchers: Sequence[Matcher]) -> None:
        words: dict[str, list[tuple[Matcher, int]]] = {}
        for matcher in matchers:
            for index, word in enumerate(matcher.words):
                words.setdefault(word, []).append((matcher, index))
        self._owners = tuple(words.values())
        self._automaton = _automaton(tuple(words), has_overlaps=True)
        # Several rules ask for the same text in a row.
        self._found = lru_cache(maxsize=2)(self._search)

    def places(self, matcher: Matcher, text: str) -> Sequence[Place]:
        """Return what ``matcher`` finds in ``text``."""
        found = self._found(text).get(matcher, ())
        return found if matcher.has_overlaps else leftmost_longest(found)

    def _search(self, text: str) -> dict[Matcher, list[Place]]:
        found: dict[Matcher, list[Place]] = defaultdict(list)
        sound = without_lone_surrogates(text)
        places = self._automaton.find_matches_as_indexes(sound, overlapping=True)
        for number, start, end in places:
            for matcher, index in self._owners[number]:
                found[matcher].append((index, start, end))
        return dict(found)


def look_together(matchers: Iterable[Matcher]) -> None:
    """Have these matchers look for their words in one pass through a text, from now on.

    Each goes on finding what it found alone; for a few of them it is not worth the trouble.
    """
    some = tuple(dict.fromkeys(one for one in matchers if one.words))
    searches = {one.shared for one in some}
    if len(some) >= _FEWEST and (len(searches) > 1 or None in searches):
        shared = _SharedSearch(some)
        for one in some:
            one.shared = shared


def leftmost_longest(places: Iterable[Place]) -> list[Place]:
    """Return of overlapping places those that a search from the left for the longest finds."""
    kept: list[Place] = []
    last = -1
    for index, start, end in sorted(places, key=lambda one: (one[1], -one[2], one[0])):
        if start >= last:
            kept.append((index, start, end))
            last = end
    return kept


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
