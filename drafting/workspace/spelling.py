"""The speller that checks are given: loaded where they run, at the first sentence."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from drafting.spelling.correction import Correction
    from drafting.spelling.speller import Speller


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


@cache
def shared_speller() -> LazySpeller:
    """Return the speller of this process, with the shipped counts alone."""
    return LazySpeller()
