"""The speller that checks are given: loaded where they run, at the first sentence."""

from __future__ import annotations

import time
from functools import cache, partial
from typing import TYPE_CHECKING

from drafting.workspace.library.words import current_library_words, library_words, words_stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from drafting.checks.base import Speller as SpellerLike
    from drafting.spelling.correction import Correction
    from drafting.spelling.counts import NgramCounts
    from drafting.spelling.speller import Speller

# So many sentences are looked at together, and so many remembered.
_TOGETHER, _MOST_KNOWN = 16, 20_000


class LazySpeller:
    """A speller whose model (some 50 MB of memory) is read when the first sentence comes.

    ``own_words`` returns how often the office's own speeches write what, None where that is not
    known; what they write often is not taken for a slip.
    """

    def __init__(self, own_words: Callable[[], NgramCounts | None] = lambda: None) -> None:
        self._own_words = own_words
        self._speller: Speller | None = None

    def corrections(self, sentences: Sequence[str]) -> Sequence[Sequence[Correction]]:
        """Return, for each sentence, what should be changed in it.

        Raises:
            ResourceError: a file of the model is missing or damaged.
        """
        if self._speller is None:
            from drafting.spelling.loading import load_speller

            self._speller = load_speller(self._own_words())
        return self._speller.corrections(sentences)


class PatientSpeller:
    """Looks at new sentences for a short while each turn; the others seem clean until later.

    The first look at a whole draft takes a second or two, and the draft goes on meanwhile.
    """

    def __init__(self, speller: SpellerLike, seconds: float = 0.1) -> None:
        """``seconds`` are those of one turn; loading the model is not counted."""
        self._speller = speller
        self._seconds = seconds
        self._known: dict[str, Sequence[Correction]] = {}
        self._deadline: float | None = None
        self.is_done = True

    def begin_turn(self) -> None:
        """Begin to count the time anew."""
        self._deadline, self.is_done = None, True

    def corrections(self, sentences: Sequence[str]) -> Sequence[Sequence[Correction]]:
        """Return, for each sentence, what should be changed in it, as far as it was looked at.

        Raises:
            ResourceError: a file of the model is missing or damaged.
        """
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()
        new = [one for one in dict.fromkeys(sentences) if one not in self._known]
        for first in range(0, len(new), _TOGETHER):
            if self._deadline is not None and time.monotonic() > self._deadline:
                self.is_done = False
                break
            some = new[first : first + _TOGETHER]
            self._known.update(zip(some, self._speller.corrections(some), strict=True))
            if self._deadline is None:
                self._deadline = time.monotonic() + self._seconds
        return [self._known.get(one, ()) for one in sentences]


class LibrarySpellers:
    """Keeps the speller of the library that was asked for last, until its words are counted anew.

    The shipped one stands in for a library whose words are not counted yet.
    """

    def __init__(self) -> None:
        self._known: tuple[object, LazySpeller] | None = None

    def speller(self, library: Path | None) -> LazySpeller:
        """Return the speller that knows the words of a library as they are counted."""
        stamp = None if library is None else words_stamp(library)
        if library is None or stamp is None:
            self._known = None
            return shared_speller()
        if self._known is None or self._known[0] != (library, stamp):
            self._known = (library, stamp), LazySpeller(partial(library_words, library))
        return self._known[1]


@cache
def shared_speller() -> LazySpeller:
    """Return the speller of this process, with the shipped counts alone."""
    return LazySpeller()


@cache
def shared_spellers() -> LibrarySpellers:
    """Return the spellers of this process, of which one is kept."""
    return LibrarySpellers()


def counting_speller(library: Path) -> LazySpeller:
    """Return a speller that counts the words of a library first, where that is due."""
    return LazySpeller(partial(current_library_words, library))
