"""The speller that checks are given: loaded where they run, at the first sentence."""

from __future__ import annotations

import time
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from drafting.checks.base import Speller as SpellerLike
    from drafting.spelling.correction import Correction
    from drafting.spelling.speller import Speller

# So many sentences are looked at together, and so many remembered.
_TOGETHER, _MOST_KNOWN = 16, 20_000


class LazySpeller:
    """A speller whose model (some 50 MB of memory) is read when the first sentence comes.

    ``own_texts`` are past speeches of the office; what they write often is not taken for a slip.
    """

    def __init__(self, own_texts: Iterable[str] = ()) -> None:
        self._own_texts = own_texts
        self._speller: Speller | None = None

    def corrections(self, sentences: Sequence[str]) -> Sequence[Sequence[Correction]]:
        """Return, for each sentence, what should be changed in it.

        Raises:
            ResourceError: a file of the model is missing or damaged.
        """
        if self._speller is None:
            self._speller = self._loaded()
        return self._speller.corrections(sentences)

    def _loaded(self) -> Speller:
        from drafting.spelling.counts import count_texts
        from drafting.spelling.loading import load_speller

        own = count_texts(self._own_texts)
        return load_speller(own if len(own.keys[0]) else None)


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


@cache
def shared_speller() -> LazySpeller:
    """Return the speller of this process, with the shipped counts alone."""
    return LazySpeller()
