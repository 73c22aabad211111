"""Sentences in, corrections out: proposals are weighed and the sure ones are kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from drafting.spelling.alphabet import FIRST_HAN, decode, encode, keys_of, places_of, stream_of
from drafting.spelling.correction import Correction, EditKind
from drafting.spelling.evidence import Witness
from drafting.spelling.language_model import LanguageModel
from drafting.spelling.proposals import Change, Proposer
from drafting.spelling.word_table import LONGEST

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from drafting.spelling.boosted_trees import BoostedTrees
    from drafting.spelling.counts import NgramCounts
    from drafting.spelling.evidence import Weighed
    from drafting.spelling.likeness import LikenessTable
    from drafting.spelling.proposals import Proposals
    from drafting.spelling.word_table import WordTable

    Arrays = Mapping[str, NDArray[np.generic]]

_MOST_REMEMBERED = 20_000
_PHRASE_LENGTHS = (4, 5)
# A run of characters counts as a set phrase from so many places on.
_PHRASE_SEEN = 3
# What holds one of these is a piece of a sentence, no phrase.
_LOOSE = frozenset("的了和在是与及把被将从对")
_KINDS = {
    Change.REPLACE: EditKind.SUBSTITUTION,
    Change.REPLACE_TWO: EditKind.SUBSTITUTION,
    Change.INSERT_AFTER: EditKind.OMISSION,
    Change.DELETE: EditKind.INSERTION,
    Change.SWAP: EditKind.SWAP,
}


@dataclass(frozen=True, slots=True)
class Certainty:
    """From which probability on a change is told.

    ``replaced`` is for changed characters, ``phrase`` where they restore a word or idiom of four
    characters in the dictionary; ``length`` and ``torn`` are the same for characters too many, too
    few or swapped; ``further`` is for more changed characters in a sentence that has a sure fault.
    """

    replaced: float = 0.95
    phrase: float = 0.85
    length: float = 0.975
    torn: float = 0.92
    further: float = 0.5

    def sure(self, corrections: Sequence[Correction]) -> tuple[Correction, ...]:
        """Return which of a sentence's corrections are told."""
        if not any(one.score >= self._least(one) for one in corrections):
            return ()
        return tuple(
            one
            for one in corrections
            if one.score >= self._least(one)
            or (one.kind is EditKind.SUBSTITUTION and one.score >= self.further)
        )

    def _least(self, one: Correction) -> float:
        if one.kind is EditKind.SUBSTITUTION:
            return self.phrase if one.is_word else self.replaced
        return self.torn if one.is_word else self.length


@dataclass(frozen=True, slots=True)
class Tables:
    """What a speller knows beside the counts: words, likeness, learnt weights."""

    words: WordTable
    likeness: LikenessTable
    replaced: BoostedTrees
    length: BoostedTrees


class Speller:
    """Finds wrong characters in sentences; what it said of a sentence it remembers.

    A user's own library makes it surer: ``Speller(counts.plus(count_texts(texts)), tables)``.
    """

    def __init__(
        self, counts: NgramCounts, tables: Tables, certainty: Certainty | None = None
    ) -> None:
        self._words = tables.words
        self._tables = tables
        self._certainty = certainty or Certainty()
        self._model = LanguageModel(counts)
        proposer = Proposer(self._model, tables.words, tables.likeness)
        self._witness = Witness(self._model, tables.words, tables.likeness, proposer)
        self._remembered: dict[str, tuple[Correction, ...]] = {}

    def corrections(self, sentences: Sequence[str]) -> list[tuple[Correction, ...]]:
        """Return, for each sentence, what should be changed in it, in order and apart."""
        new = [one for one in dict.fromkeys(sentences) if one not in self._remembered]
        if len(self._remembered) + len(new) > _MOST_REMEMBERED:
            self._remembered.clear()
            new = list(dict.fromkeys(sentences))
        if new:
            self._remembered.update(zip(new, self._found(new), strict=True))
        return [self._remembered[one] for one in sentences]

    def _found(self, sentences: Sequence[str]) -> list[tuple[Correction, ...]]:
        """Return what is told of each sentence, those with a probable fault looked at twice.

        One wrong character hides the next: once it is mended, what stands beside it is judged in
        right surroundings.
        """
        found = self._probable(sentences)
        again = [index for index, one in enumerate(found) if one and _keeps_places(one)]
        mended = [_mended(sentences[index], found[index]) for index in again]
        for index, more in zip(again, self._probable(mended), strict=True):
            found[index] = _with_more(sentences[index], found[index], more)
        return [self._certainty.sure(one) for one in found]

    def _probable(self, sentences: Sequence[str]) -> list[list[Correction]]:
        """Return what is more probable than not to be wrong, in order and apart."""
        if not sentences:
            return []
        stream = stream_of(sentences)
        weighed = self._witness.weigh(stream)
        found: list[list[Correction]] = [[] for _ in sentences]
        chances = probabilities(weighed, self._tables)
        rows = np.flatnonzero(chances >= self._certainty.further)
        for row in rows[np.argsort(-chances[rows], kind="stable")].tolist():
            index = int(stream.sentence_of[weighed.proposals.places[row]])
            start = int(weighed.proposals.places[row] - stream.starts[index])
            one = self._correction(sentences[index], start, weighed, row, float(chances[row]))
            if not any(one.start < two.end and two.start < one.end for two in found[index]):
                found[index].append(one)
        return [sorted(one, key=lambda each: each.start) for one in found]

    def _correction(
        self, sentence: str, start: int, weighed: Weighed, row: int, chance: float
    ) -> Correction:
        proposals = weighed.proposals
        change = Change(int(proposals.changes[row]))
        begin, end, text = _edit(sentence, start, change, _incoming(proposals, row))
        changed = sentence[:begin] + text + sentence[end:]
        phrase, phrase_start, is_word = self._phrase(sentence, changed, begin, len(text))
        return Correction(begin, end, text, _KINDS[change], phrase, phrase_start, is_word, chance)

    def _phrase(
        self, sentence: str, changed: str, start: int, length: int
    ) -> tuple[str, int, bool]:
        """Return the set phrase that a change restores, its place, and if it is in the dictionary.

        Without one: an empty string at ``start``.
        """
        pieces = list(_pieces(changed, start, max(length, 1)))
        new = [(begin, piece) for begin, piece in pieces if piece not in sentence]
        for begin, piece in new:
            if self._is_word(piece):
                return piece, begin, True
        for begin, piece in new:
            if self._is_set(piece):
                return piece, begin, False
        return "", start, False

    def _is_word(self, piece: str) -> bool:
        key = keys_of(encode(piece)[None, :])
        return len(piece) == LONGEST and int(places_of(self._words.keys[-1], key)[0]) >= 0

    def _is_set(self, piece: str) -> bool:
        numbers = encode(piece)
        if not _LOOSE.isdisjoint(piece) or numbers.min() < FIRST_HAN:
            return False
        counts = self._model.counts
        place = int(places_of(counts.keys[len(piece) - 1], keys_of(numbers[None, :]))[0])
        return place >= 0 and int(counts.counts[len(piece) - 1][place]) >= _PHRASE_SEEN


def _keeps_places(corrections: Sequence[Correction]) -> bool:
    """Return whether every character stands where it stood once the corrections are made."""
    return all(len(one.replacement) == one.end - one.start for one in corrections)


def _mended(sentence: str, corrections: Sequence[Correction]) -> str:
    for one in corrections:
        sentence = sentence[: one.start] + one.replacement + sentence[one.end :]
    return sentence


def _with_more(
    sentence: str, corrections: Sequence[Correction], more: Sequence[Correction]
) -> list[Correction]:
    """Return the corrections with the changed characters of ``more`` that stand elsewhere.

    A character that is written twice in one phrase (应放尽放) is meant: both changes would vouch
    for each other and for nothing else.
    """

    def is_new(one: Correction) -> bool:
        return not any(
            (one.start < two.end and two.start < one.end)
            or (
                abs(one.start - two.start) < LONGEST
                and sentence[one.start : one.end] == sentence[two.start : two.end]
            )
            for two in corrections
        )

    new = [one for one in more if one.kind is EditKind.SUBSTITUTION and is_new(one)]
    return sorted([*corrections, *new], key=lambda one: one.start)


def _pieces(text: str, start: int, length: int) -> Iterator[tuple[int, str]]:
    """Yield the pieces of a phrase's length that hold what changed, the longer ones first."""
    for size in reversed(_PHRASE_LENGTHS):
        first = max(0, start + length - size)
        for begin in range(first, min(start, len(text) - size) + 1):
            yield begin, text[begin : begin + size]


def probabilities(weighed: Weighed, tables: Tables) -> NDArray[np.float64]:
    """Return how probable it is for each weighed change that the writer meant it."""
    is_length = weighed.proposals.changes >= Change.INSERT_AFTER
    chances = np.zeros(len(weighed.proposals))
    chances[~is_length] = tables.replaced.probability(weighed.evidence[~is_length])
    chances[is_length] = tables.length.probability(weighed.evidence[is_length])
    return chances


def _incoming(proposals: Proposals, row: int) -> str:
    numbers = (int(proposals.first[row]), int(proposals.second[row]))
    return decode([number for number in numbers if number])


def _edit(sentence: str, start: int, change: Change, incoming: str) -> tuple[int, int, str]:
    """Return begin, end and replacement of a change at ``start``."""
    pair = sentence[start : start + 2]
    if change == Change.REPLACE:
        return start, start + 1, incoming
    if change == Change.DELETE:
        return start, start + 1, ""
    if change == Change.INSERT_AFTER:
        return start, start + len(pair), pair[0] + incoming + pair[1:]
    return start, start + 2, pair[::-1] if change == Change.SWAP else incoming
