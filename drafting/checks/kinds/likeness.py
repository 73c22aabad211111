"""Sentences of two texts that say the same in other words."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from drafting.text.characters import HAN
from drafting.text.sentences import iter_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.text.span import Span

_NOT_HAN = re.compile(f"[^{HAN}0-9]+")
# A sentence with fewer pairs of characters is like many by chance.
_FEWEST_PAIRS = 14
# A pair in more sentences than this is everybody's (发展, 工作).
_MOST_SENTENCES = 12


def like_sentences(text: str, other: str, least: float) -> Iterator[tuple[Span, Span]]:
    """Yield sentences of ``text``, each with the one of ``other`` that is most like it.

    Two are alike when of the pairs of neighbouring characters of the shorter one at least
    ``least`` stand in the other too.
    """
    theirs = [(span, _pairs(span.of(other))) for span in iter_sentences(other)]
    holders: dict[str, list[int]] = defaultdict(list)
    for number, (_, pairs) in enumerate(theirs):
        for pair in pairs:
            holders[pair].append(number)
    for span in iter_sentences(text):
        pairs = _pairs(span.of(text))
        if len(pairs) < _FEWEST_PAIRS:
            continue
        shared: dict[int, int] = defaultdict(int)
        for pair in pairs:
            if len(holders.get(pair, ())) <= _MOST_SENTENCES:
                for number in holders.get(pair, ()):
                    shared[number] += 1
        best = max(shared, key=lambda number: shared[number], default=None)
        if best is None or len(theirs[best][1]) < _FEWEST_PAIRS:
            continue
        fewer = min(len(pairs), len(theirs[best][1]))
        if len(pairs & theirs[best][1]) >= least * fewer:
            yield span, theirs[best][0]


def _pairs(sentence: str) -> set[str]:
    words = _NOT_HAN.sub("", sentence)
    return {words[place : place + 2] for place in range(len(words) - 1)}
