"""How likely a heading ends and its text begins at one place: words of the trade, of the text.

A word's two characters stand together elsewhere in the text, the two characters around a lost
line break hardly ever do; and what opens a sentence once opens others (branching, Harris 1955).
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from drafting.parsing.headings.lexis import ENDS, QUESTIONS, STARTS, WEAK_STARTS

if TYPE_CHECKING:
    from collections.abc import Iterator

# Enough of a text to know its words by.
_SAMPLE = 120_000
_OPENING = re.compile("(?:[。！？；：\\n]|^)[ \u3000]*(?=([^，。；：\\n]{2}))", re.MULTILINE)
_CLOSING = re.compile("([^，。；：\\n]{2})(?=[，。；！？\\n])")
_PAUSES = "，、,"
_NO_END = _PAUSES + "和与及的是为对把将在从以让使由更全再大不要中《“（"
_NO_START = _PAUSES + "”）》的化性和与及们"
_YEAR = re.compile("(?:20|19|２０|１９)[0-9０-９]{2}年|[一二]九[〇零○一二三四五六七八九]{2}年")
# So many times side by side tell as much as any more; so many questions cost as much as counting.
_OFTEN, _MANY_ASKED = 5, 1_000
_VERB_OF_BEING = re.compile("[^，。]{0,8}?(?:是|的|，|有)")


class Wording:
    """A text with what opens and ends its sentences, to be asked about places in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        sample = text[:_SAMPLE]
        self._sample = sample
        self._openings: Counter[str] = Counter()
        self._closings: Counter[str] = Counter()
        for line in _lines_with_breaks(sample):
            openings, closings = _edges_of(line)
            self._openings.update(openings)
            self._closings.update(closings)
        self._pairs: Counter[str] = Counter()
        self._is_counted = False

    def cut_score(self, start: int, end: int) -> float:
        """Return how likely the heading from ``start`` ends before ``end``; 0 for never."""
        text = self.text
        if text[end - 1] in _NO_END or text[end] in _NO_START or text[end - 1 : end + 1].isdigit():
            return 0
        score = self._start_score(start, end)
        if text[end - 2 : end] in ENDS:
            score += 1.5
        score += min(1.5, 0.5 * self._closings[text[end - 2 : end]])
        together = self._together(text[end - 1 : end + 1])
        return score + (1 if together <= 1 else -min(2.5, 0.5 * together))

    def _together(self, pair: str) -> int:
        """Return how often two characters stand side by side: past ``_OFTEN`` it is all one.

        Few places are asked about in a draft, and what is often is soon found; where many are,
        all pairs are counted at once.
        """
        if not self._is_counted and pair not in self._pairs:
            if len(self._pairs) < _MANY_ASKED:
                self._pairs[pair] = _times(self._sample, pair)
            else:
                self._pairs = Counter(map(str.__add__, self._sample, self._sample[1:]))
                self._is_counted = True
        return self._pairs[pair]

    def _start_score(self, start: int, end: int) -> float:
        text = self.text
        if QUESTIONS.match(text, end):
            score = 4.0
        elif STARTS.match(text, end) or _YEAR.match(text, end):
            score = 3.0
        elif WEAK_STARTS.match(text, end):
            score = 1.0
        else:
            score = 0.0
        word = text[end : end + 2]
        score += min(1.5, 0.5 * self._openings[word])
        # 加快农业的发展｜农业是…: the text takes up a word of its heading.
        if text[end : end + 4] in text[start : end - 1]:
            score += 3.5
        elif word in text[start : end - 1] and _VERB_OF_BEING.match(text, end + 2):
            score += 2
        return score


def _lines_with_breaks(text: str) -> Iterator[str]:
    """Yield every line with the line breaks on both sides of it."""
    lines = text.split("\n")
    last = len(lines) - 1
    for number, line in enumerate(lines):
        yield ("\n" if number else "") + line + ("\n" if number < last else "")


@lru_cache(maxsize=2_000)
def _edges_of(line: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what begins the sentences of a line, and what ends its clauses."""
    return tuple(_OPENING.findall(line)), tuple(_CLOSING.findall(line))


def _times(text: str, pair: str) -> int:
    """Return how often ``pair`` stands in ``text``, at most ``_OFTEN``."""
    times, place = 0, text.find(pair)
    while place >= 0 and times < _OFTEN:
        times += 1
        place = text.find(pair, place + 1)
    return times
