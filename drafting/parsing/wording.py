"""How likely a heading ends and its text begins at one place: words of the trade, of the text.

A word's two characters stand together elsewhere in the text, the two characters around a lost
line break hardly ever do; and what opens a sentence once opens others (branching, Harris 1955).
"""

from __future__ import annotations

import re
from collections import Counter

from drafting.parsing.lexis import ENDS, QUESTIONS, STARTS, WEAK_STARTS

# Enough of a text to know its words by.
_SAMPLE = 120_000
_OPENING = re.compile("(?:[。！？；：\\n]|^)[ \u3000]*(?=([^，。；：\\n]{2}))", re.MULTILINE)
_CLOSING = re.compile("([^，。；：\\n]{2})(?=[，。；！？\\n])")
_PAUSES = "，、,"
_NO_END = _PAUSES + "和与及的是为对把将在从以让使由更全再大不要中《“（"
_NO_START = _PAUSES + "”）》的化性和与及们"
_YEAR = re.compile("(?:20|19|２０|１９)[0-9０-９]{2}年|[一二]九[〇零○一二三四五六七八九]{2}年")
_VERB_OF_BEING = re.compile("[^，。]{0,8}?(?:是|的|，|有)")


class Wording:
    """A text with what opens and ends its sentences, to be asked about places in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        sample = text[:_SAMPLE]
        self._openings = Counter(_OPENING.findall(sample))
        self._closings = Counter(_CLOSING.findall(sample))
        self._pairs = Counter(map(str.__add__, sample, sample[1:]))

    def cut_score(self, start: int, end: int) -> float:
        """Return how likely the heading from ``start`` ends before ``end``; 0 for never."""
        text = self.text
        if text[end - 1] in _NO_END or text[end] in _NO_START or text[end - 1 : end + 1].isdigit():
            return 0
        score = self._start_score(start, end)
        if text[end - 2 : end] in ENDS:
            score += 1.5
        score += min(1.5, 0.5 * self._closings[text[end - 2 : end]])
        together = self._pairs[text[end - 1 : end + 1]]
        return score + (1 if together <= 1 else -min(2.5, 0.5 * together))

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
